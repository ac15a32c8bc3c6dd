import type { Operation } from '../../platform/graphql/operation.ts';
import type { OverdueReasonsType, PupilWithoutReasonType } from './reasons.type.ts';

/** One pupil, and beside each the whole list in numbers. */
export interface PupilRow extends PupilWithoutReasonType { readonly total: number; readonly allSessions: number }

/** The last day of a school whose reasons are overdue. */
export interface Cutoff { readonly schoolId: number; readonly lastDay: string }

/** $1 schools, $2 their last overdue days, $3 academic year, $4 first Monday, $5 the mark. Reached by enrolment, because week rows have no index by school. */
const OVERDUE = `with overdue as (
  select t.school_id, t.pupil_id, t.enrolment_id, w.week_start, left(w.marks, least(14, (c.last_day - w.week_start + 1) * 2)) as marks
  from unnest($1::int[], $2::date[]) as c (school_id, last_day)
  join pupil_year t on t.school_id = c.school_id and t.academic_year = $3
  join register_week w on w.enrolment_id = t.enrolment_id and w.week_start between $4::date and c.last_day
  where position($5 in w.marks) > 0),
counted as (select *, length(marks) - length(replace(marks, $5, '')) as sessions, week_start + (position($5 in marks) - 1) / 2 as first_on from overdue where position($5 in marks) > 0)`;

export class ReasonsRepository {
  /** The open days of each school since a Monday, in order; of one school, of one officer's schools, or of all within reach. */
  async openDays(operation: Operation, from: string, schoolId: number | null, officerId: number | null): Promise<{ schoolId: number; days: string[] }[]> {
    return operation.sql<{ schoolId: number; days: string[] }>(
      `select w.school_id as "schoolId", array_agg((w.week_start + d)::text order by w.week_start + d) as days
       from school_week w cross join generate_series(0, 6) d
       where w.week_start between $1::date and $2::date and (w.open_days >> d) & 1 = 1 and ($3::int is null or w.school_id = $3)
         and ($4::int is null or w.school_id in (select o.school_id from school_officer o where o.user_id = $4 and o.valid_from <= $2::date and coalesce(o.valid_to, $2::date) >= $2::date))
       group by 1`, [from, operation.today, schoolId, officerId]);
  }

  async bySchool(operation: Operation, cutoffs: readonly Cutoff[], academicYear: number, from: string, mark: string): Promise<OverdueReasonsType[]> {
    return operation.sql<OverdueReasonsType>(
      `${OVERDUE} select o.school_id as "schoolId", s.name as "schoolName", sum(o.sessions)::int as sessions, count(distinct o.pupil_id)::int as pupils, min(o.first_on) as "oldestOn"
       from counted o join school s on s.id = o.school_id group by 1, 2 order by min(o.first_on), sum(o.sessions) desc, s.name`, valuesOf(cutoffs, academicYear, from, mark));
  }

  async pupils(operation: Operation, cutoffs: readonly Cutoff[], academicYear: number, from: string, mark: string, offset: number, take: number): Promise<PupilRow[]> {
    return operation.sql<PupilRow>(
      `${OVERDUE} select o.pupil_id as "pupilId", coalesce(coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname, 'A pupil who has left') as name, max(e.nc_year) as "ncYear", max(e.form) as form,
         sum(o.sessions)::int as sessions, min(o.first_on) as "oldestOn", count(*) over ()::int as total, sum(sum(o.sessions)) over ()::int as "allSessions"
       from counted o left join pupil p on p.id = o.pupil_id join enrolment e on e.id = o.enrolment_id
       group by 1, 2 order by min(o.first_on), sum(o.sessions) desc, o.pupil_id offset $6 limit $7`, [...valuesOf(cutoffs, academicYear, from, mark), offset, take]);
  }
}

function valuesOf(cutoffs: readonly Cutoff[], academicYear: number, from: string, mark: string): unknown[] {
  return [cutoffs.map((cutoff) => cutoff.schoolId), cutoffs.map((cutoff) => cutoff.lastDay), academicYear, from, mark];
}
