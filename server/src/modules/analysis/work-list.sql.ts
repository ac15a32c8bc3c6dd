import type { Standing } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import type { Operation } from '../../platform/graphql/operation.ts';
import { isShownAt, weeksBegun } from './early.sql.ts';
import type { SortDirection } from './figures.inputs.ts';
import type { WorkListFilter, WorkListSort } from './work-list.inputs.ts';

/** A standing with who it is of. */
export interface StandingRow extends Standing {
  readonly enrolmentId: number; readonly pupilId: number; readonly name: string; readonly ncYear: string; readonly form: string | null; readonly schoolId: number; readonly schoolName: string;
}

/** The columns of pupil_standing, by the names the rules give them. */
const COLUMNS: Readonly<Record<Exclude<keyof Standing, 'schoolWeeks'>, string>> = {
  academicYear: 'academic_year', marksTo: 'marks_to', possible: 'possible', absent: 'absent', recentFrom: 'recent_from', recentPossible: 'recent_possible', recentAbsent: 'recent_absent', weekPossible: 'week_possible', weekAbsent: 'week_absent', partTimeSessions: 'part_time_sessions',
  lastPossible: 'last_possible', lastAbsent: 'last_absent', sessionsLeft: 'sessions_left', awaySessions: 'away_sessions', awaySince: 'away_since', backSessions: 'back_sessions', backAfter: 'back_after',
  backOn: 'back_on', unauthorisedRun: 'unauthorised_run', illSessions: 'ill_sessions', penalty: 'penalty', penaltyAhead: 'penalty_ahead', nextDay: 'next_day', lateSessions: 'late_sessions',
  weekday: 'weekday', weekdayAbsent: 'weekday_absent', holidaySessions: 'holiday_sessions',
};
/** The columns of `pupil_standing s`, named as the rules name them. */
export const STANDING = [...Object.entries(COLUMNS).map(([name, column]) => `s.${column} as "${name}"`), `${weeksBegun('s.school_id', 's.academic_year', 's.marks_to')} as "schoolWeeks"`].join(', ');

/** What a list may be sorted by besides its own weight, and what must be joined to the member `t` for it. */
const ORDER: Readonly<Record<Exclude<WorkListSort, 'OWN'>, { readonly by: string; readonly with: string }>> = {
  NAME: { by: 'p.search_name', with: 'left join pupil p on p.id = t.pupil_id' }, SCHOOL: { by: 'c.name', with: 'join school c on c.id = t.school_id' },
  YEAR: { by: `array_position(array['N1','N2','R','1','2','3','4','5','6','7','8','9','10','11','12','13','14','X'], e.nc_year)`, with: 'join enrolment e on e.id = t.enrolment_id' },
  ABSENCE: { by: 's.absent::numeric / nullif(s.possible, 0)', with: 'join pupil_standing s on s.enrolment_id = t.enrolment_id' },
};

/** Of the academic year $6, one school $2, phase $3, officer's schools $4 on the day $1, of a table `t` with the school; every statement names every value. */
export const OF_SCHOOLS = `t.academic_year = $6::int and ($2::int is null or t.school_id = $2)
  and ($3::text is null or t.school_id in (select id from school where phase = $3))
  and ($4::int is null or t.school_id in (select o.school_id from school_officer o where o.user_id = $4 and o.valid_from <= $1::date and coalesce(o.valid_to, $1::date) >= $1::date))`;
/** And of one year group $5; only then is a count taken from the members one by one. */
export const OF_YEAR_GROUP = 'and ($5::text is null or exists (select from enrolment e where e.id = t.enrolment_id and e.nc_year = $5))';

/** Counted beside lists: 1 where persistent and severe absence can be spoken of at any school of a filter, else 0. The last week in which they cannot is SQL. */
export const shownOf = (shownFrom: string): string => `select 'SHOWN' as kind, (exists (select from school s where ($2::int is null or s.id = $2) and ($3::text is null or s.phase = $3)
  and ($4::int is null or s.id in (select o.school_id from school_officer o where o.user_id = $4 and o.valid_from <= $1::date and coalesce(o.valid_to, $1::date) >= $1::date)) and ${isShownAt('$6::int', shownFrom)}))::int as total`;
export type Shown = 'SHOWN';

/** How many rows a list has. */
export interface ListTotal<Kind extends string> { readonly kind: Kind; readonly total: number }

/** How many rows each kept list has: of schools as imports add them up, of a year group from the members one by one. */
export const totalsOf = ({ ncYear }: WorkListFilter): string => (ncYear ? `select t.kind, count(*)::int as total from work_list_member t where ${OF_SCHOOLS} ${OF_YEAR_GROUP} group by 1`
  : `select t.kind, sum(t.members)::int as total from school_work_list t where ${OF_SCHOOLS} and $5::text is null group by 1`);

/** Every one of some lists with its number of rows, 0 where none was counted. */
export const totalsBy = <Kind extends string>(kinds: readonly Kind[], rows: readonly ListTotal<Kind>[]): Record<Kind, number> =>
  Object.fromEntries(kinds.map((kind) => [kind, rows.find((row) => row.kind === kind)?.total ?? 0])) as Record<Kind, number>;

/** One page of the rows `t` of a source with enrolment, pupil, school and weight. A pupil whose record is out of reach has no name, so that a list stays as long as its count. */
export function rowsOf(source: string, sort: WorkListSort, direction: SortDirection, [offset, take]: readonly [offset: string, take: string]): string {
  const down = direction === 'ASC' ? 'asc' : 'desc';
  const members = sort === 'OWN'
    ? `select t.enrolment_id, row_number() over (order by t.weight ${down}, t.enrolment_id) as place ${source} order by t.weight ${down}, t.enrolment_id`
    : `select t.enrolment_id, row_number() over (order by ${ORDER[sort].by} ${down} nulls last, t.enrolment_id) as place ${source.replace('/* more */', ORDER[sort].with)} order by place`;
  return `select s.enrolment_id as "enrolmentId", s.pupil_id as "pupilId", s.school_id as "schoolId", e.nc_year as "ncYear", e.form, ${STANDING},
      coalesce(coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname, 'A pupil who has left') as name, c.name as "schoolName"
    from (${members} offset ${offset} limit ${take}) m join pupil_standing s on s.enrolment_id = m.enrolment_id join enrolment e on e.id = m.enrolment_id
    left join pupil p on p.id = s.pupil_id join school c on c.id = s.school_id order by m.place`;
}

/** What a filter is asked with, $1 to $6. */
export function valuesOf(operation: Operation, filter: WorkListFilter): unknown[] {
  return [operation.today, filter.schoolId ?? null, filter.phase ?? null, filter.mine ? operation.actor.userId : null, filter.ncYear ?? null, academicYearOf(operation.today)];
}
