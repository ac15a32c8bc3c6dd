import { YEAR_GROUPS } from '@attendance/shared/pupils';
import { OF_PUPIL as FIRST_OF_PUPIL, refreshCohorts } from './1790000000018-cohorts.ts';
import { CARE, PUPIL } from './1790000000039-band-moves.ts';
import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { COUNTED, literal } from './sql-text.ts';

const BY_THE_ROWS = 'set plan_cache_mode to force_custom_plan';
/** From one Monday to the Monday of the same school week a year on. */
const A_YEAR = 364;
/** How many days beyond the authority's latest week are worked out at once, so that a new week finds its points kept. */
const AHEAD = 21;
/** Of how many schools that a delivery is not about it works out last year's points. */
const AT_A_TIME = 10;
const SESSIONS = Object.keys(COUNTED);
const MEASURES = [...SESSIONS, 'enrolments', 'persistent', 'severe'];

const yearOf = (day: string): string => `(extract(year from ${day})::int - (extract(month from ${day}) < 9)::int)`;
const mondayOf = (day: string): string => `(${day} - (extract(isodow from ${day})::int - 1))`;

/** Groups of a year that has been followed are of who was in a year group then. */
const THEN = `year_group_then(e.nc_year, e.ends_on, y.academic_year::int, ${yearOf('on_day')})`;
const FIRST_WEEK = `(select min(w.week_start) from school_week w where w.school_id = y.school_id and w.academic_year = y.academic_year and w.open_days <> 0 and w.week_start >= make_date(y.academic_year, 8, 26))`;
const OF_PUPIL: Readonly<Record<string, string>> = {
  ...PUPIL, year_group: THEN, key_stage: FIRST_OF_PUPIL.key_stage!.replaceAll('e.nc_year', THEN), new_to_school: `joined_when(e.starts_on, y.academic_year::int, ${FIRST_WEEK})`,
};

/** What is persistent and severe, asked once a year of the register: the function of before asked for each pupil and split, tens of thousands of times a delivery. */
const PERCENTS_OF_EACH_ROW = 'cross join lateral absence_percents(y.academic_year) p\n';
const PERCENTS_OF_EACH_YEAR = 'join (select year, p.* from unnest(years) year cross join lateral absence_percents(year) p offset 0) p on p.year = y.academic_year\n';

const pointsTable = (name: string): string => `create table ${name} (
  academic_year smallint not null, week_start date not null, axis text not null, school_id integer not null, value text not null, restricted boolean not null,
  ${MEASURES.map((measure) => `${measure} integer not null`).join(', ')},
  primary key (academic_year, axis, week_start, school_id, value, restricted)
)`;
const insertPoints = (table: string, columns: readonly string[], more = ''): string => `insert into ${table} (academic_year, week_start, axis, school_id, value, restricted, ${MEASURES.join(', ')})
  select of_year, p.week_start, v.axis, p.school_id, coalesce(v.value, 'NOT_RECORDED'), p.restricted, ${SESSIONS.map((name) => `sum(p.${name})`).join(', ')}, sum(p.enrolments), sum(p.persistent), sum(p.severe)
  from alike p cross join lateral (values ${more}${columns.map((column) => `('${column.toUpperCase()}', p.${column})`).join(', ')}) v (axis, value) group by 2, 3, 4, 5, 6 on conflict do nothing`;
const KEPT = [...Object.keys(OF_PUPIL), ...Object.keys(CARE)];

/** The function that keeps the points, and from how many days before the week that a school's own marks reach. */
export const refreshCohortPoints = (back: number): string => `refresh_cohort_points(named integer[], years integer[]) returns void language plpgsql ${BY_THE_ROWS} as $$
      declare latest date; first date; of_year integer; wanted integer[]; stays integer[]; percents record;
      begin
        select ${mondayOf('max(marks_to)')} into latest from school_coverage;
        of_year := ${yearOf('(latest + 6)')} - 1;
        if latest is null then return; end if;
        delete from school_cohort_point where academic_year < of_year or of_year = any (years) and school_id = any (named);
        delete from school_care_point where academic_year < of_year or of_year = any (years) and school_id = any (named);
        if not exists (select from school_year_total t where t.academic_year = of_year) then return; end if;
        select ${mondayOf('min(marks_to)')} into first from school_coverage where marks_to >= make_date(of_year + 1, 8, 26);
        wanted := array(
          select t.school_id from (select distinct school_id from school_year_total where academic_year = of_year and school_id = any (named)) t left join school_coverage c on c.school_id = t.school_id
          where of_year = any (years)
            or not exists (select from school_cohort_point p where p.academic_year = of_year and p.axis = 'ALL' and p.school_id = t.school_id and p.week_start = latest - ${A_YEAR})
            or not exists (select from school_cohort_point p where p.academic_year = of_year and p.axis = 'ALL' and p.school_id = t.school_id and p.week_start = case when c.marks_to >= make_date(of_year + 1, 8, 26) then ${mondayOf('c.marks_to')} else first end - ${A_YEAR}))
          || array(select id from (select t.school_id as id from (select distinct school_id from school_year_total where academic_year = of_year) t where t.school_id <> all (named)
            and not exists (select from school_cohort_point p where p.academic_year = of_year and p.axis = 'ALL' and p.school_id = t.school_id and p.week_start = latest - ${A_YEAR}) order by 1 limit ${AT_A_TIME}) other where pg_try_advisory_xact_lock(7260003, id));
        if wanted = '{}' then return; end if;
        delete from school_cohort_point where school_id = any (wanted);
        delete from school_care_point where school_id = any (wanted);
        select p.persistent, p.severe into percents from absence_percents(of_year) p;
        stays := array(select y.enrolment_id from pupil_year y where y.school_id = any (wanted) and y.academic_year = of_year);
        with weeks as materialized (
          select w.school_id, generate_series(w.from_week - ${A_YEAR + back}, latest + ${AHEAD} - ${A_YEAR}, interval '7 days')::date as week_start
          from (select id as school_id, coalesce(${mondayOf('c.marks_to')}, first) as from_week from unnest(wanted) id left join school_coverage c on c.school_id = id and c.marks_to >= make_date(of_year + 1, 8, 26)) w),
        sums as materialized (
          select y.enrolment_id, y.school_id, y.restricted, w.week_start, ${SESSIONS.map((name) => `coalesce(sum(r.${name}), 0)::integer as ${name}`).join(', ')}
          from pupil_year y join (select school_id, week_start, lag(week_start, 1, date '-infinity') over (partition by school_id order by week_start) as after_week from weeks) w on w.school_id = y.school_id
          left join register_week r on r.enrolment_id = y.enrolment_id and r.enrolment_id = any (stays) and r.week_start between make_date(of_year, 8, 26) and make_date(of_year + 1, 8, 25) and r.week_start <= w.week_start and r.week_start > w.after_week
          where y.academic_year = of_year and y.school_id = any (wanted) group by 1, 2, 3, 4),
        sofar as (select enrolment_id, school_id, restricted, week_start, ${SESSIONS.map((name) => `sum(${name}) over stay as ${name}`).join(', ')} from sums window stay as (partition by enrolment_id order by week_start)),
        alike as materialized (
          select s.school_id, s.restricted, s.week_start, ${KEPT.map((column) => `c.${column}`).join(', ')}, ${SESSIONS.map((name) => `sum(s.${name}) as ${name}`).join(', ')},
            count(*) filter (where s.possible > 0) as enrolments, count(*) filter (where s.possible > 0 and (s.authorised + s.unauthorised) * 100 >= s.possible * percents.persistent) as persistent,
            count(*) filter (where s.possible > 0 and (s.authorised + s.unauthorised) * 100 >= s.possible * percents.severe) as severe
          from sofar s join enrolment_cohort c on c.enrolment_id = s.enrolment_id and c.academic_year = of_year group by s.school_id, s.restricted, s.week_start, ${KEPT.map((column) => `c.${column}`).join(', ')}),
        care as (${insertPoints('school_care_point', Object.keys(CARE))})
        ${insertPoints('school_cohort_point', Object.keys(OF_PUPIL), `('ALL', 'ALL'), `)};
      end $$`;

/**
 * The groups of each school as they stood last year at the same school week: beside this year's groups. Kept of the weeks anybody can ask for
 * today, from the week the school's own marks reach to the latest of the authority, and a few further.
 */
export class CohortPoints1790000000044 extends ForwardOnly {
  readonly statements = [
    // Twin of yearGroupIn in shared/src/attendance: a pupil has moved up with each September since, up to the one they were still there for.
    `create function year_group_then(nc_year text, left_on date, of_year integer, now_year integer) returns text language sql immutable as $$
      select case when now_year <= of_year or nc_year = 'X' then nc_year
        else (array[${YEAR_GROUPS.filter((year) => year !== 'X').map(literal).join(', ')}])[array_position(array[${YEAR_GROUPS.filter((year) => year !== 'X').map(literal).join(', ')}], nc_year) - greatest(0, least(now_year, coalesce(${yearOf('left_on')}, now_year)) - of_year)] end
    $$`,
    pointsTable('school_cohort_point'),
    `create index school_cohort_point_school on school_cohort_point (school_id, academic_year)`,
    ...reachPolicies('school_cohort_point', { school: 'school_id', restricted: 'restricted', aggregate: true }),
    // As of the totals: people who see figures only are not among those who reach these.
    pointsTable('school_care_point'),
    `create index school_care_point_school on school_care_point (school_id, academic_year)`,
    ...reachPolicies('school_care_point', { school: 'school_id', restricted: 'restricted' }),

    `create or replace function ${refreshCohorts(OF_PUPIL, CARE).replaceAll(PERCENTS_OF_EACH_ROW, PERCENTS_OF_EACH_YEAR)}`,
    // Of the schools named, where their groups of last year changed or a week is wanted that is not kept, and of a few others that lack the latest.
    // A school whose register is in somebody else's hands is left to the next.
    `create function ${refreshCohortPoints(0)}`,
    `revoke all on function refresh_cohort_points from public`,
    `grant execute on function refresh_cohort_points to portal_ingest`,

    // As before, and then the points. Same name and arguments: imports, undos and whatever changes a pupil call this.
    `alter function refresh_cohorts rename to sum_cohorts`,
    `create function refresh_cohorts(schools integer[], years integer[], on_day date) returns void language plpgsql ${BY_THE_ROWS} as $$
      begin
        perform sum_cohorts(schools, years, on_day);
        perform refresh_cohort_points(schools, years);
      end $$`,
    `revoke all on function refresh_cohorts from public`,
    `grant execute on function refresh_cohorts to portal_ingest`,

    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `select refresh_cohorts(array_agg(distinct school_id), array_agg(distinct academic_year::int), greatest(current_date, (select max(marks_to) from school_coverage))) from pupil_year having count(*) > 0`,
    `reset role`,
  ];
}
