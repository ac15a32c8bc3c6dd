import type { Operation } from '../../platform/graphql/operation.ts';
import type { PupilFilter, PupilMeasure, PupilSort, SortDirection } from './figures.inputs.ts';
import type { PupilFiguresType } from './figures.type.ts';

/** What each measure counts, of pupil_year `t`. $2 persistent, $3 severe and $4 at-risk percentages. */
const MEASURES: Readonly<Record<PupilMeasure, string>> = {
  COUNTED: 't.possible > 0',
  PERSISTENT: 't.possible > 0 and (t.authorised + t.unauthorised) * 100 >= t.possible * $2::int',
  SEVERE: 't.possible > 0 and (t.authorised + t.unauthorised) * 100 >= t.possible * $3::int',
  AT_RISK: 't.possible > 0 and (t.authorised + t.unauthorised) * 100 >= t.possible * $4::int and (t.authorised + t.unauthorised) * 100 < t.possible * $2::int',
  // One more missed session today would reach the line.
  NEARLY_PERSISTENT: 't.possible > 0 and (t.authorised + t.unauthorised) * 100 < t.possible * $2::int and (t.authorised + t.unauthorised + 1) * 100 >= (t.possible + 1) * $2::int',
  ABSENT: 't.authorised + t.unauthorised > 0',
  AUTHORISED: 't.authorised > 0',
  UNAUTHORISED: 't.unauthorised > 0',
  LATE: 't.late_before + t.late_after > 0',
  MISSING: 't.missing > 0',
  NO_SESSIONS: 't.possible = 0',
};

const ORDER: Readonly<Record<PupilSort, string>> = {
  ABSENCE: '(t.authorised + t.unauthorised)::numeric / nullif(t.possible, 0)', NAME: 'p.search_name', YEAR: 'e.nc_year', UNAUTHORISED: 't.unauthorised', LATE: 't.late_before + t.late_after', MISSING: 't.missing',
};

export interface Thresholds { readonly persistent: number; readonly severe: number; readonly atRisk: number }

export class PupilFiguresRepository {
  /**
   * The enrolments a measure counts, in order, with the exact total. A school's figures hold the sessions of those who left it,
   * whose records it soon no longer reaches: they are listed without a name, so that the list stays as long as the figure.
   */
  async list(operation: Operation, academicYear: number, thresholds: Thresholds, filter: PupilFilter, sort: PupilSort, direction: SortDirection, offset: number, take: number): Promise<{ items: PupilFiguresType[]; total: number }> {
    const where = `t.academic_year = $1 and ${MEASURES[filter.measure]} and ($5::int is null or t.school_id = $5)
      and ($6::text is null or t.school_id in (select id from school where phase = $6))
      and ($7::int is null or t.school_id in (select o.school_id from school_officer o where o.user_id = $7 and o.valid_from <= $8::date and coalesce(o.valid_to, $8::date) >= $8::date))`;
    const values = [academicYear, thresholds.persistent, thresholds.severe, thresholds.atRisk, filter.schoolId ?? null, filter.phase ?? null, filter.mine ? operation.actor.userId : null, operation.today, filter.ncYear ?? null];
    const bounded = 'and ($2::int, $3::int, $4::int) is not null and $8::date is not null';
    const items = await operation.sql<PupilFiguresType>(
      `select t.enrolment_id as "enrolmentId", t.pupil_id as "pupilId", coalesce(coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname, 'A pupil who has left') as name, e.nc_year as "ncYear", e.form,
              t.school_id as "schoolId", s.name as "schoolName", e.ends_on as "leftOn", t.possible, t.attended, t.authorised, t.unauthorised, t.late_before as "lateBefore", t.late_after as "lateAfter", t.missing, '' as "lastMarks"
       from pupil_year t left join pupil p on p.id = t.pupil_id join enrolment e on e.id = t.enrolment_id join school s on s.id = t.school_id
       where ${where} ${bounded} and ($9::text is null or e.nc_year = $9)
       order by ${ORDER[sort]} ${direction === 'ASC' ? 'asc' : 'desc'} nulls last, t.enrolment_id offset $10 limit $11`, [...values, offset, take]);
    const [count] = await operation.sql<{ total: number }>(
      `select count(*)::int as total from pupil_year t where ${where} ${bounded} and ($9::text is null or t.enrolment_id in (select id from enrolment where nc_year = $9))`, values);
    return { items, total: count?.total ?? 0 };
  }

  /** The marks of this week and the one before, 28 characters for each enrolment that has any. */
  async lastMarks(operation: Operation, enrolmentIds: readonly number[], monday: string): Promise<Map<number, string>> {
    const rows = await operation.sql<{ enrolmentId: number; marks: string }>(
      `select enrolment_id as "enrolmentId", 
         coalesce(max(marks) filter (where week_start = $2::date - 7), repeat(' ', 14)) || coalesce(max(marks) filter (where week_start = $2::date), repeat(' ', 14)) as marks from register_week
       where enrolment_id = any ($1) and week_start in ($2::date - 7, $2::date) group by 1`, [[...enrolmentIds], monday]);
    return new Map(rows.map((row) => [row.enrolmentId, row.marks]));
  }
}
