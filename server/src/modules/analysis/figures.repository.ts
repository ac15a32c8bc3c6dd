import type { Operation } from '../../platform/graphql/operation.ts';
import type { SchoolFilter, SchoolSort, SortDirection } from './figures.inputs.ts';
import type { FiguresRow, YearGroupFiguresType } from './figures.type.ts';

const SESSION_SUMS = (t: string): string => `coalesce(sum(${t}.possible), 0)::int as possible, coalesce(sum(${t}.attended), 0)::int as attended, coalesce(sum(${t}.authorised), 0)::int as authorised,
  coalesce(sum(${t}.unauthorised), 0)::int as unauthorised, coalesce(sum(${t}.late_before), 0)::int as "lateBefore", coalesce(sum(${t}.late_after), 0)::int as "lateAfter", coalesce(sum(${t}.missing), 0)::int as missing`;
const YEAR_SUMS = `${SESSION_SUMS('t')}, coalesce(sum(t.enrolments), 0)::int as enrolments, coalesce(sum(t.persistent), 0)::int as persistent, coalesce(sum(t.severe), 0)::int as severe`;

/** Last year's sessions of the school of `f`, to the same school week as its own marks `c` reach this year. */
const LAST_YEAR = `from school_week_total w where w.school_id = f."schoolId" and w.academic_year = f.year - 1 and w.week_start <= c.marks_to - (extract(isodow from c.marks_to)::int - 1) - 364`;

/** In terms of this year's figures `f` and how far they reach, `c`. */
const SCHOOL_ORDER: Readonly<Record<SchoolSort, string>> = {
  NAME: 'f.name', ROLL: 'f.enrolments', ATTENDANCE: 'f.attended::numeric / nullif(f.possible, 0)', CHANGE: `f.attended::numeric / nullif(f.possible, 0) - (select sum(w.attended)::numeric / nullif(sum(w.possible), 0) ${LAST_YEAR})`,
  UNAUTHORISED: 'f.unauthorised::numeric / nullif(f.possible, 0)', PERSISTENT: 'f.persistent::numeric / nullif(f.enrolments, 0)', SEVERE: 'f.severe', LATE: '(f."lateBefore" + f."lateAfter")::numeric / nullif(f.possible, 0)', MISSING: 'f.missing',
};

export interface PupilCounts { readonly enrolments: number; readonly persistent: number; readonly severe: number }
type SessionCounts = Omit<FiguresRow, keyof PupilCounts>;

/** Everything within reach, one phase of it, or one school. */
export interface Scope { readonly phase: string | null; readonly schoolId: number | null }
export interface TotalRow extends FiguresRow { readonly phase: string | null; readonly schools: number }
export interface WeekRow extends SessionCounts { readonly academicYear: number; readonly weekStart: string; readonly phase: string }
export interface SchoolRow extends FiguresRow { readonly schoolId: number; readonly name: string; readonly phase: string; readonly marksTo: string | null; readonly expectedTo: string | null; readonly lastYearPossible: number | null; readonly lastYearAttended: number | null; readonly trend: number[]; readonly total: number }
export interface CoverageRow { readonly schoolId: number; readonly name: string; readonly marksTo: string | null; readonly session: string | null; readonly expectedTo: string; readonly pupils: number }

/** The last day before today ($1, or whichever value it is) on which a school was open, within the longest holiday: the highest open day of its latest week. */
export const LAST_SCHOOL_DAY = (school: string, today = '$1'): string => {
  const open = `w.open_days & (1 << least(${today}::date - w.week_start, 7)) - 1`;
  return `(select w.week_start + length(ltrim((${open})::bit(7)::text, '0')) - 1 from school_week w
    where w.school_id = ${school} and w.week_start between ${today}::date - 70 and ${today}::date and ${open} <> 0 order by w.week_start desc limit 1)`;
};

/** That marks are expected of a school `s` whose totals of the year are `t` and whose marks reach `c`: it is open, has sent some, and has had a school day of late. */
const EXPECTED = `s.status_code in (1, 3) and (t.school_id is not null or c.school_id is not null) and ${LAST_SCHOOL_DAY('s.id')} is not null`;

/** Statements over the summaries; no statement here reads a mark. */
export class FiguresRepository {
  /** A year, all schools (phase null) and each phase: of the whole reach, of one phase, or of one school. */
  async totals(operation: Operation, academicYear: number, { phase, schoolId }: Scope): Promise<TotalRow[]> {
    return operation.sql<TotalRow>(
      `select s.phase, count(distinct t.school_id)::int as schools, ${YEAR_SUMS} from school_year_total t join school s on s.id = t.school_id
       where t.academic_year = $1 and ($2::text is null or s.phase = $2) and ($3::int is null or t.school_id = $3)
       group by grouping sets ((), (s.phase)) having count(*) > 0 order by s.phase nulls first`, [academicYear, phase, schoolId]);
  }

  /** The pupils of a year that another has followed as its week of this Monday left them: who had a session by then, and who was persistently and severely absent. */
  async pointOf(operation: Operation, academicYear: number, monday: string, { phase, schoolId }: Scope): Promise<PupilCounts> {
    const [counts] = await operation.sql<PupilCounts>(
      `select coalesce(sum(t.enrolments), 0)::int as enrolments, coalesce(sum(t.persistent), 0)::int as persistent, coalesce(sum(t.severe), 0)::int as severe from school_point_total t join school s on s.id = t.school_id
       where t.academic_year = $1 and t.week_start = $2 and ($3::text is null or s.phase = $3) and ($4::int is null or t.school_id = $4)`, [academicYear, monday, phase, schoolId]);
    return counts!;
  }

  /** The counts of pupils of every school within reach, of a year so far and of the same point of the year before: 52 weeks before its last week with a session. */
  async countsOfSchools(operation: Operation, academicYear: number): Promise<(PupilCounts & { academicYear: number; schoolId: number; part: string })[]> {
    return operation.sql(
      `select t.academic_year as "academicYear", t.school_id as "schoolId", s.phase as part, sum(t.enrolments)::int as enrolments, sum(t.persistent)::int as persistent, sum(t.severe)::int as severe
       from (select academic_year, school_id, enrolments, persistent, severe from school_year_total where academic_year = $1
         union all select academic_year, school_id, enrolments, persistent, severe from school_point_total where academic_year = $1 - 1
           and week_start = (select max(week_start) - 364 from school_week_total where academic_year = $1 and possible > 0)) t
       join school s on s.id = t.school_id group by 1, 2, 3 order by 2`, [academicYear]);
  }

  /** Week totals of each phase, of a year and the year before, oldest first. */
  async weeks(operation: Operation, academicYear: number, { phase, schoolId }: Scope): Promise<WeekRow[]> {
    return operation.sql<WeekRow>(
      `select w.academic_year as "academicYear", w.week_start as "weekStart", s.phase, ${SESSION_SUMS('w')}
       from school_week_total w join school s on s.id = w.school_id where w.academic_year in ($1, $1 - 1) and ($3::int is null or w.school_id = $3) and ($2::text is null or s.phase = $2)
       group by 1, 2, 3 having sum(w.possible) > 0 order by 2`, [academicYear, phase, schoolId]);
  }

  /** Every school's coverage: what has come in and what should have. */
  async coverage(operation: Operation, academicYear: number): Promise<CoverageRow[]> {
    return operation.sql<CoverageRow>(
      `select * from (select s.id as "schoolId", s.name, c.marks_to as "marksTo", c.marks_to_session as session, ${LAST_SCHOOL_DAY('s.id')} as "expectedTo", coalesce(t.pupils, 0)::int as pupils
       from school s left join school_coverage c on c.school_id = s.id
       left join (select school_id, sum(enrolments) as pupils from school_year_total where academic_year = $2 group by 1) t on t.school_id = s.id
       where ${EXPECTED}) covered order by name`, [operation.today, academicYear]);
  }

  /** A page of the school table, schools that must not be placed by what is hidden last: figures, last year's sessions to the same week, how far the marks reach, and the last twelve weeks, latest first. */
  async schools(operation: Operation, academicYear: number, filter: SchoolFilter, sort: SchoolSort, direction: SortDirection, offset: number, take: number, unplaced: readonly number[] = []): Promise<SchoolRow[]> {
    return operation.sql<SchoolRow>(
      `with figures as (select s.id as "schoolId", $2::int as year, s.name, s.phase, c.marks_to, ${YEAR_SUMS} from school s left join school_year_total t on t.school_id = s.id and t.academic_year = $2 left join school_coverage c on c.school_id = s.id
         where case when $6::text is null then t.school_id is not null else ${EXPECTED} and ($6 = 'EXPECTED' or ($6 = 'SILENT') = (${LAST_SCHOOL_DAY('s.id')} > coalesce(c.marks_to, '-infinity'))) end and ($3::text is null or s.phase = $3) and ($4::text is null or s.name ilike '%' || $4 || '%')
           and ($5::int is null or exists (select 1 from school_officer o where o.school_id = s.id and o.user_id = $5 and o.valid_from <= $1::date and coalesce(o.valid_to, $1::date) >= $1::date))
         group by 1, 2, 3, 4, 5),
       page as (select f.*, row_number() over (order by case when f."schoolId" <> all ($9::int[]) then ${SCHOOL_ORDER[sort]} end ${direction === 'ASC' ? 'asc' : 'desc'} nulls last, f.name, f."schoolId") as place, count(*) over ()::int as total
         from figures f cross join lateral (select f.marks_to) c order by place offset $7 limit $8)
       select f.*, f.marks_to as "marksTo", ${LAST_SCHOOL_DAY('f."schoolId"')} as "expectedTo", l.*,
         array(select (1000 * sum(w.authorised + w.unauthorised) / sum(w.possible))::int from school_week_total w where w.school_id = f."schoolId" and w.possible > 0
           and w.week_start > $1::date - 120 group by w.week_start order by w.week_start desc limit 12) as trend
       from page f cross join lateral (select f.marks_to) c cross join lateral (select sum(w.possible)::int as "lastYearPossible", sum(w.attended)::int as "lastYearAttended" ${LAST_YEAR}) l
       order by f.place`,
      [operation.today, academicYear, filter.phase ?? null, filter.name ?? null, filter.mine ? operation.actor.userId : null, filter.marks ?? null, offset, take, [...unplaced]]);
  }

  async yearGroups(operation: Operation, academicYear: number, schoolId: number, persistentPercent: number, severePercent: number): Promise<Pick<YearGroupFiguresType, 'ncYear' | 'figures'>[]> {
    const rows = await operation.sql<FiguresRow & { ncYear: string }>(
      `select e.nc_year as "ncYear", ${SESSION_SUMS('t')}, count(*) filter (where t.possible > 0)::int as enrolments,
         count(*) filter (where t.possible > 0 and (t.authorised + t.unauthorised) * 100 >= t.possible * $3)::int as persistent,
         count(*) filter (where t.possible > 0 and (t.authorised + t.unauthorised) * 100 >= t.possible * $4)::int as severe
       from pupil_year t join enrolment e on e.id = t.enrolment_id where t.academic_year = $1 and t.school_id = $2 group by 1`, [academicYear, schoolId, persistentPercent, severePercent]);
    return rows.map(({ ncYear, ...figures }) => ({ ncYear, figures }));
  }
}
