import { academicYearOf } from '@attendance/shared/calendar';
import { WORK_LIST_KINDS, workListLimits, type WorkListKind } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { clientPages } from '../support/client-pages.ts';

export type Statement = readonly [text: string, values: readonly unknown[]];
type Rows = readonly Record<string, unknown>[];

/** One page as a browser asks for it, beside the best SQL we know for the same answer; without SQL, only its own time is told. */
export interface ScreenJob {
  readonly name: string;
  readonly operation: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly byHand: readonly Statement[];
  /** What both must agree on before anything is timed. */
  readonly agree?: (data: never, rows: readonly Rows[]) => readonly [ours: unknown, theirs: unknown];
  readonly ratioBar?: number;
  readonly p95Bar: number;
}

const FIGURES = 'possible attended authorised unauthorised lateBefore lateAfter missing enrolments persistent severe';
const AT_THE_POINT = 'possible authorised unauthorised enrolments persistent severe';
const OF_GROUPS = `${AT_THE_POINT} recentPossible recentAbsent weekPossible weekAbsent`;
export const AREA_PAGE = `query AreaPage { areaOverview { academicYear firstWeek figures { ${FIGURES} } lastYear { ${FIGURES} } phases { phase schools lastYearPossible lastYearAbsent figures { ${FIGURES} } }
  weeks { weekStart possible authorised unauthorised lastYearPossible lastYearAbsent } }
  schoolFigures(take: 25) { total items { schoolId name phase marksTo silent figures { ${FIGURES} } lastYearPossible lastYearAttended trend } }
  cohortFigures(axis: SEN) { whole { ${OF_GROUPS} } groups { value figures { ${OF_GROUPS} } lastYear { ${OF_GROUPS} } } } }`;

const SESSIONS = ['possible', 'attended', 'authorised', 'unauthorised', 'late_before', 'late_after', 'missing'];
const sums = (names: readonly string[]): string => names.map((name) => `sum(t.${name}) as ${name}`).join(', ');
const SUMS = sums([...SESSIONS, 'enrolments', 'persistent', 'severe']);
const COHORT_SUMS = sums([...SESSIONS, 'enrolments', 'persistent', 'severe', 'recent_possible', 'recent_absent', 'week_possible', 'week_absent']);

/** The same answer by hand: over the same tables, no policies, no audit, one connection; restricted children left out, as the officer may not count them. */
function areaByHand(year: number, today: string): Statement[] {
  return [
    [`select s.phase, count(distinct t.school_id), ${SUMS} from school_year_total t join school s on s.id = t.school_id where t.academic_year = $1 and not t.restricted group by grouping sets ((), (s.phase))`, [year]],
    [`select ${sums(['enrolments', 'persistent', 'severe'])} from school_point_total t where t.academic_year = $1 - 1 and t.week_start = (select date_trunc('week', max(marks_to))::date - 364 from school_coverage) and not t.restricted`, [year]],
    [`select academic_year, week_start, s.phase, ${sums(SESSIONS)} from school_week_total t join school s on s.id = t.school_id where academic_year in ($1, $1 - 1) and not restricted group by 1, 2, 3 order by 2`, [year]],
    [`with page as (select t.school_id, s.name, s.phase, ${SUMS}, count(*) over () as total from school_year_total t join school s on s.id = t.school_id where t.academic_year = $1 and not t.restricted group by 1, 2, 3
        order by sum(t.persistent)::numeric / nullif(sum(t.enrolments), 0) desc nulls last limit 25)
      select p.*, l.possible as last_possible, l.attended as last_attended, c.marks_to,
        (select w.week_start + length(ltrim((w.open_days & (1 << least($2::date - w.week_start, 7)) - 1)::bit(7)::text, '0')) - 1 from school_week w where w.school_id = p.school_id
          and w.week_start between $2::date - 70 and $2::date and w.open_days & (1 << least($2::date - w.week_start, 7)) - 1 <> 0 order by w.week_start desc limit 1) as expected_to,
        array(select (1000 * sum(authorised + unauthorised) / sum(possible))::int from school_week_total w where w.school_id = p.school_id and possible > 0 and not restricted and week_start > $2::date - 120 group by week_start order by week_start desc limit 12)
      from page p left join school_coverage c using (school_id) left join lateral (select sum(possible) as possible, sum(attended) as attended from school_week_total w where w.school_id = p.school_id and academic_year = $1 - 1 and not restricted
        and week_start <= date_trunc('week', c.marks_to)::date - 364) l on true`, [year, today]],
    [`select t.value, ${COHORT_SUMS} from school_cohort_total t where t.academic_year = $1 and t.axis = 'SEN' and not t.restricted group by 1`, [year]],
    // Up to the week, and up to the weeks before it and before its last four, with half term between them.
    [`select t.value, t.week_start, ${SUMS} from school_cohort_point t cross join (select date_trunc('week', max(marks_to))::date - 364 as week from school_coverage) l
      where t.academic_year = $1 - 1 and t.axis = 'SEN' and t.week_start in (l.week, l.week - 7, l.week - 35) and not t.restricted group by 1, 2`, [year]],
  ];
}

/** A list by hand: its fifty first rows with their names, and its count. */
function listByHand(holds: string, by: string, year: number, today: string): Statement[] {
  return [[`select s.*, coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as name, e.nc_year, e.form, c.name as school, t.total, m.marks
    from (select s.*, count(*) over () as total from pupil_standing s join enrolment e on e.id = s.enrolment_id where s.academic_year = $1 and not s.restricted and (e.ends_on is null or e.ends_on >= $2::date) and ${holds}
      order by ${by} desc, s.enrolment_id limit 50) s
    cross join lateral (select s.total) t join pupil p on p.id = s.pupil_id join enrolment e on e.id = s.enrolment_id join school c on c.id = s.school_id
    left join lateral (select string_agg(marks, '' order by week_start) as marks from register_week w where w.enrolment_id = s.enrolment_id and week_start in (date_trunc('week', $2::date)::date, date_trunc('week', $2::date)::date - 7)) m on true
    order by ${by} desc, s.enrolment_id`, [year, today]]];
}

/** Sessions of each enrolment's current penalty window by hand, from the weeks themselves: a window over the school's own weeks. */
const sweepByHand = (sessions: number, weeks: number): Statement => [`with last as (select w.school_id, min(w.week_start) as from_week from (
    select w.school_id, w.week_start, row_number() over (partition by w.school_id order by w.week_start desc) as back from school_week w join school_coverage c using (school_id) where w.open_days <> 0 and w.week_start <= c.marks_to) w
    where back <= $1 group by 1)
  select enrolment_id, penalty from (select r.enrolment_id, r.week_start, sum(r.unauthorised) over (partition by r.enrolment_id order by r.week_start desc rows between unbounded preceding and current row) as penalty,
      row_number() over (partition by r.enrolment_id order by r.week_start) as place
    from register_week r join last l using (school_id) where r.week_start >= l.from_week and r.week_start > current_date - 400 and r.unauthorised > 0 and not r.restricted) r
  where place = 1 and penalty >= $2`, [weeks, sessions]];

/** The pages officers live in, as an attendance officer of the whole authority. */
export function screenJobs(today: string, pupil: { id: number; misspelt: string }): ScreenJob[] {
  const year = academicYearOf(today);
  const limits = workListLimits(today);
  const pages = new Map(clientPages().map(([name, document]) => [name.split(' ')[1] ?? '', document]));
  const page = (operation: string): { operation: string; document: string } => ({ operation, document: pages.get(operation) ?? '' });
  const list = (kind: WorkListKind, holds: string, by: string): ScreenJob => ({
    name: `List ${kind}, 50 rows with their count`, ...page('ListPage'), variables: { kind, filter: {}, sort: 'OWN', direction: 'DESC', page: 1, take: 50 },
    byHand: listByHand(holds, by, year, today), agree: (data: { workList: { total: number } }, [rows]) => [data.workList.total, Number(rows?.[0]?.total ?? 0)], ratioBar: 1.3, p95Bar: 200,
  });
  return [
    {
      name: 'Area overview, school table and one split', operation: 'AreaPage', document: AREA_PAGE, variables: {}, byHand: areaByHand(year, today), ratioBar: 1.2, p95Bar: 150,
      agree: (data: { areaOverview: { figures: { possible: number } } }, [rows]) => [data.areaOverview.figures.possible, Number(rows?.find((row) => row.phase === null)?.possible)],
    },
    list('SEVERE', `s.possible > 0 and s.absent * 100 >= s.possible * ${limits.severePercent}`, 's.absent::numeric / nullif(s.possible, 0)'),
    list('PENALTY_WATCH', `s.penalty >= ${limits.penaltyWatchSessions}`, 's.penalty'),
    list('LATENESS', `s.late_sessions >= ${limits.lateSessions}`, 's.late_sessions'),
    {
      name: `All ${WORK_LIST_KINDS.length} lists, counted`, ...page('ListsPage'), variables: { filter: {} }, p95Bar: 200, byHand: [],
    },
    { name: 'List of families absent together, with its count', ...page('SiblingsPage'), variables: { filter: {}, page: 1, take: 50 }, p95Bar: 200, byHand: [] },
    { name: 'List of the move to Year 7, with its count', ...page('TransitionPage'), variables: { filter: {}, page: 1, take: 50 }, p95Bar: 200, byHand: [] },
    { name: 'Both of these lists, counted beside the others', ...page('TogetherTotals'), variables: { filter: {}, family: true }, p95Bar: 200, byHand: [] },
    {
      name: 'Penalty sweep of the whole authority, beside a window function', operation: 'Sweep', variables: {}, document: 'query Sweep { workList(kind: PENALTY_WATCH, filter: {}, take: 50) { total } }', ratioBar: 1.3, p95Bar: 200,
      byHand: [sweepByHand(limits.penaltyWatchSessions, ruleValue('penalty.school-weeks', today))],
    },
    { name: 'Term planner: tiers, coverage and next steps of every school', ...page('PlannerPage'), variables: { filter: { by: 'OFFICER' }, page: 1, take: 50 }, byHand: [], p95Bar: 300 },
    { name: 'Pupil page', ...page('PupilPage'), variables: { id: String(pupil.id), looked: 1, take: 25 }, byHand: [], p95Bar: 60 },
    { name: 'Name search with a typing error', ...page('FindPupils'), variables: { text: pupil.misspelt }, byHand: [], p95Bar: 100 },
  ];
}
