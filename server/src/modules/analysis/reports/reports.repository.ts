import { COUNTED_MARKS, MARK_ALPHABET, type BandMoves } from '@attendance/shared/attendance';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { BAND_BEFORE, BAND_NOW, isMoved } from '../band-moves.sql.ts';
import type { AskedSchool, ReportAsked } from './report-source.ts';

export interface SchoolTotals { readonly schoolId: number; readonly possible: number; readonly missing: number; readonly enrolments: number }
export interface SchoolCode { readonly schoolId: number; readonly mark: string; readonly sessions: number }
export interface SchoolMarks { readonly schoolId: number; readonly early: number; readonly afterwards: number; readonly clashing: number }
export interface SchoolPoints { readonly schoolId: number; readonly tenDays: number; readonly fifteenDays: number }
export interface SchoolTransition { readonly schoolId: number; readonly pupils: number; readonly before: number; readonly now: number; readonly both: number }

/** Marks that say nothing about a day at school: blanks, none yet, planned closure. */
const NO_MARK_OF_A_DAY = ' -#Z';
const OF_YEAR = `between make_date($1::int, 8, 26) and make_date($1::int + 1, 8, 25)`;

/** Everything that is no possible session. */
const NOT_POSSIBLE = ` ${[...MARK_ALPHABET].filter((mark) => !COUNTED_MARKS.possible.includes(mark)).join('')}`;

/** What reports count that no other page does. Whose rows is the policies' answer. */
export class ReportsRepository {
  /** Every school there is, and whether a filter takes it in: named officers are dated. */
  async schools(operation: Operation, { phase, schoolId, mine }: ReportAsked): Promise<AskedSchool[]> {
    return operation.sql<AskedSchool>(
      `select s.id as "schoolId", s.name, s.phase, (($2::text is null or s.phase = $2) and ($3::int is null or s.id = $3)
         and ($4::int is null or exists (select 1 from school_officer o where o.school_id = s.id and o.user_id = $4 and o.valid_from <= $1::date and coalesce(o.valid_to, $1::date) >= $1::date))) as "isAsked"
       from school s order by s.name`, [operation.today, phase, schoolId, mine ? operation.actor.userId : null]);
  }

  async totals(operation: Operation, academicYear: number): Promise<SchoolTotals[]> {
    return operation.sql<SchoolTotals>(
      `select t.school_id as "schoolId", sum(t.possible)::int as possible, sum(t.missing)::int as missing, sum(t.enrolments)::int as enrolments from school_year_total t where t.academic_year = $1 group by 1`, [academicYear]);
  }

  async codes(operation: Operation, academicYear: number): Promise<SchoolCode[]> {
    return operation.sql<SchoolCode>(`select t.school_id as "schoolId", t.mark, sum(t.sessions)::int as sessions from school_code_total t where t.academic_year = $1 group by 1, 2 order by 1, 2`, [academicYear]);
  }

  /** Possible sessions of Saturdays and Sundays. */
  async weekends(operation: Operation, academicYear: number): Promise<{ schoolId: number; sessions: number }[]> {
    return operation.sql(`select t.school_id as "schoolId", sum(t.possible)::int as sessions from school_session_total t where t.academic_year = $1 and t.slot >= 10 group by 1`, [academicYear]);
  }

  /** Marks outside the stay they belong to, and sessions that two schools counted as possible for one pupil. A corrected roll may leave either behind. */
  async marksAgainstRoll(operation: Operation, academicYear: number): Promise<SchoolMarks[]> {
    const outside = (side: string): string => `length(translate(${side}, '${NO_MARK_OF_A_DAY}', ''))`;
    return operation.sql<SchoolMarks>(
      `with stays as (
         select e.id, e.starts_on, e.ends_on from pupil_year y join enrolment e on e.id = y.enrolment_id
         where y.academic_year = $1 and (e.starts_on > y.first_week or e.ends_on < y.last_week + 6)),
       outside as (
         select w.school_id, sum(${outside('left(w.marks, least(14, greatest(0, (s.starts_on - w.week_start) * 2)))')})::int as early,
           sum(${outside('substr(w.marks, 1 + least(14, greatest(0, (coalesce(s.ends_on, w.week_start + 6) - w.week_start + 1) * 2)))')})::int as afterwards
         from stays s join register_week w on w.enrolment_id = s.id and w.week_start ${OF_YEAR} and (w.week_start < s.starts_on or w.week_start + 6 > s.ends_on) group by 1),
       pairs as (select a.enrolment_id as own, b.enrolment_id as other from pupil_year a join pupil_year b on b.pupil_id = a.pupil_id and b.academic_year = a.academic_year and b.school_id <> a.school_id where a.academic_year = $1),
       clashes as (
         select w.school_id, count(distinct (w.enrolment_id, w.week_start, slot))::int as clashing
         from pairs p join register_week w on w.enrolment_id = p.own and w.week_start ${OF_YEAR} join register_week o on o.enrolment_id = p.other and o.week_start = w.week_start cross join generate_series(1, 14) slot
         where strpos($2, substr(w.marks, slot, 1)) > 0 and strpos($2, substr(o.marks, slot, 1)) > 0 group by 1)
       select coalesce(o.school_id, c.school_id) as "schoolId", coalesce(o.early, 0) as early, coalesce(o.afterwards, 0) as afterwards, coalesce(c.clashing, 0) as clashing
       from outside o full join clashes c on c.school_id = o.school_id`, [academicYear, COUNTED_MARKS.possible]);
  }

  /** Sessions of one mark from the sixth school day in a row on, by school: eleven or more of it along a pupil's own possible sessions, the first ten left out. */
  async beyondSixthDay(operation: Operation, academicYear: number, mark: string): Promise<{ schoolId: number; sessions: number }[]> {
    return operation.sql(
      `with own as (select w.enrolment_id, w.school_id from register_week w where w.week_start ${OF_YEAR} and strpos(w.marks, $2::text) > 0 group by 1, 2 having sum(length(w.marks) - length(replace(w.marks, $2, ''))) > 10),
       runs as (
         select o.enrolment_id, o.school_id, translate(string_agg(w.marks, '' order by w.week_start), $3, '') as marks
         from own o join register_week w on w.enrolment_id = o.enrolment_id and w.week_start ${OF_YEAR} group by 1, 2)
       select r.school_id as "schoolId", sum(length(run[1]) - 10)::int as sessions from runs r cross join lateral regexp_matches(r.marks, '(' || $2::text || '{11,})', 'g') run group by 1`, [academicYear, mark, NOT_POSSIBLE]);
  }

  /** Pupils on roll at the points of days in a row without leave and of days ill at which a school must tell the council, in sessions. */
  async points(operation: Operation, academicYear: number, withoutLeave: number, ill: number): Promise<SchoolPoints[]> {
    return operation.sql<SchoolPoints>(
      `select s.school_id as "schoolId", (count(*) filter (where s.unauthorised_run >= $2::int))::int as "tenDays", (count(*) filter (where s.ill_sessions >= $3::int))::int as "fifteenDays"
       from pupil_standing s join enrolment e on e.id = s.enrolment_id where s.academic_year = $1::int and (s.unauthorised_run >= $2::int or s.ill_sessions >= $3::int) and (e.ends_on is null or e.ends_on >= s.marks_to) group by 1`, [academicYear, withoutLeave, ill]);
  }

  /** Year 7 of today, this year beside all of last year, pupil by pupil. */
  async transition(operation: Operation, academicYear: number, percent: number): Promise<SchoolTransition[]> {
    return operation.sql<SchoolTransition>(
      `with seven as (
         select y.pupil_id, y.school_id, (y.authorised + y.unauthorised) * 100 >= y.possible * $3::int as is_now from pupil_year y join enrolment e on e.id = y.enrolment_id
         where y.academic_year = $1::int and e.nc_year = '7' and (e.ends_on is null or e.ends_on >= $2::date) and y.possible > 0),
       six as (select pupil_id, sum(authorised + unauthorised) * 100 >= sum(possible) * $3::int as was_before from pupil_year where academic_year = $1::int - 1 and pupil_id in (select pupil_id from seven) group by 1 having sum(possible) > 0)
       select s.school_id as "schoolId", count(*)::int as pupils, (count(*) filter (where was_before))::int as before, (count(*) filter (where is_now))::int as now, (count(*) filter (where was_before and is_now))::int as both
       from seven s join six using (pupil_id) group by 1`, [academicYear, operation.today, percent]);
  }

  /** Bands of twentieths before the last school weeks and now, of those on roll. */
  async bandMoves(operation: Operation, academicYear: number, schoolIds: readonly number[]): Promise<BandMoves[]> {
    return operation.sql<BandMoves>(
      `select ${BAND_BEFORE} as "from", ${BAND_NOW} as "to", count(*)::int as pupils from pupil_standing d join enrolment e on e.id = d.enrolment_id
       where ${isMoved('$1::int', '$2::date')} and d.school_id = any ($3::int[]) group by 1, 2 order by 1, 2`, [academicYear, operation.today, [...schoolIds]]);
  }

  /** Absent sessions by mark, of some enrolments. */
  async codesOfPupils(operation: Operation, academicYear: number, enrolmentIds: readonly number[]): Promise<{ enrolmentId: number; mark: string; sessions: number }[]> {
    return operation.sql(
      `select w.enrolment_id as "enrolmentId", m.mark, count(*)::int as sessions from register_week w cross join lateral unnest(string_to_array(w.marks, null)) m(mark)
       where w.enrolment_id = any ($2::int[]) and w.week_start ${OF_YEAR} and w.authorised + w.unauthorised > 0 and strpos($3, m.mark) > 0 group by 1, 2 order by 1, 3 desc, 2`,
      [academicYear, [...enrolmentIds], COUNTED_MARKS.authorised + COUNTED_MARKS.unauthorised]);
  }

  /** The last school weeks beside the weeks before, of some enrolments. */
  async trends(operation: Operation, academicYear: number, enrolmentIds: readonly number[]): Promise<{ enrolmentId: number; possible: number; absent: number; recentPossible: number; recentAbsent: number }[]> {
    return operation.sql(
      `select enrolment_id as "enrolmentId", possible::int, absent::int, recent_possible::int as "recentPossible", recent_absent::int as "recentAbsent" from pupil_standing where academic_year = $1::int and enrolment_id = any ($2::int[])`,
      [academicYear, [...enrolmentIds]]);
  }

  /** What is recorded of some pupils today; of care only where it may be read, and youth justice never: a table of names is carried further than a record. */
  async flags(operation: Operation, pupilIds: readonly number[], withCare: boolean): Promise<{ pupilId: number; kind: string; value: string }[]> {
    const today = 'valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)';
    return operation.sql(
      `select pupil_id as "pupilId", kind, value from pupil_characteristic where pupil_id = any ($1::int[]) and kind in ('SEN', 'FSM') and ${today}
       union select pupil_id, 'CARE', kind from care_status where $3::boolean and kind <> 'YJ' and pupil_id = any ($1::int[]) and ${today} order by 1, 2 desc, 3`, [[...pupilIds], operation.today, withCare]);
  }
}
