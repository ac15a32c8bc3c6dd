import { COUNTED_MARKS } from '@attendance/shared/attendance';
import type pg from 'pg';

/** The sessions a mark counts for, a column each. */
const KINDS: Readonly<Record<string, string>> = {
  possible: COUNTED_MARKS.possible, attended: COUNTED_MARKS.attended, authorised: COUNTED_MARKS.authorised, unauthorised: COUNTED_MARKS.unauthorised,
  late_before: COUNTED_MARKS.lateBefore, late_after: COUNTED_MARKS.lateAfter, missing: COUNTED_MARKS.missing,
};
const NAMES = Object.keys(KINDS);

/**
 * One row a session, as a register system keeps marks: this academic year to date and the last, laid down in order of days, so
 * that a stretch of days lies together. Made once and kept, by the login that policies let through.
 */
export async function prepareRaw(owner: pg.Client, year: number): Promise<number> {
  const { rows: [there] } = await owner.query<{ rows: number | null }>(`select (select reltuples::bigint from pg_class where oid = to_regclass('bench_raw.session_mark')) as rows`);
  const { rowCount: ready } = await owner.query(`select 1 where to_regclass('bench_raw.ready') is not null`);
  if (ready === 1) return there?.rows ?? 0;
  await owner.query('reset role');
  await owner.query('drop schema if exists bench_raw cascade');
  await owner.query('create schema bench_raw authorization portal_ingest');
  await owner.query('set role portal_ingest');
  await owner.query(`create unlogged table bench_raw.session_mark (enrolment_id integer not null, school_id integer not null, day date not null, academic_year smallint not null, session smallint not null, restricted boolean not null, code "char" not null)`);
  await owner.query(`insert into bench_raw.session_mark
    select w.enrolment_id, w.school_id, w.week_start + slot / 2, w.academic_year, slot % 2, w.restricted, substr(w.marks, slot + 1, 1)::"char"
    from (select r.*, extract(year from r.week_start + 6)::int - (extract(month from r.week_start + 6) < 9)::int as academic_year from register_week r
      where r.week_start between make_date($1 - 1, 8, 26) and make_date($1 + 1, 8, 25) order by r.week_start, r.school_id, r.enrolment_id offset 0) w
    cross join generate_series(0, 13) slot where substr(w.marks, slot + 1, 1) <> ' '`, [year]);
  await owner.query(`alter table bench_raw.session_mark add primary key (enrolment_id, day, session)`);
  await owner.query(`create index on bench_raw.session_mark (day)`);
  await owner.query(`create index on bench_raw.session_mark (school_id, day)`);
  await owner.query(`create unlogged table bench_raw.code (code "char" primary key, ${NAMES.map((name) => `${name} integer not null`).join(', ')})`);
  await owner.query(`insert into bench_raw.code select mark::"char", ${NAMES.map((_, at) => `(position(mark in $${at + 1}) > 0)::int`).join(', ')}
    from (select distinct unnest(string_to_array($${NAMES.length + 1}, null)) as mark) marks`, [...Object.values(KINDS), Object.values(KINDS).join('')]);
  await owner.query('analyze bench_raw.session_mark');
  await owner.query('analyze bench_raw.code');
  await owner.query('create table bench_raw.ready ()');
  const { rows: [counted] } = await owner.query<{ rows: number }>('select count(*) as rows from bench_raw.session_mark');
  return counted?.rows ?? 0;
}

const sums = (names: readonly string[]): string => names.map((name) => `sum(${name})::int as ${name}`).join(', ');
const MEASURES = [...NAMES, 'enrolments', 'persistent', 'severe'];
const RECENT = ['recent_possible', 'recent_absent', 'week_possible', 'week_absent'];
const ABSENT = '(k.authorised + k.unauthorised)';

/**
 * Area, phases, cohort split and schools from rows of sessions. Marks are counted by code first, one count a row instead of seven, and
 * weighed afterwards; the last weeks are a stretch of days of their own. Which group a child is in and how far a school's marks
 * reach are taken from our tables, a gift to this side. Last year is to the day $2.
 */
export const RAW_PUPILS = `with coded as materialized (
    select academic_year, school_id, enrolment_id, code, count(*) filter (where academic_year = $1 or day < $2::date) as n from bench_raw.session_mark where academic_year in ($1, $1 - 1) and not restricted group by 1, 2, 3, 4),
  summed as (select academic_year, school_id, enrolment_id, ${NAMES.map((name) => `sum(n * k.${name}) as ${name}`).join(', ')} from coded join bench_raw.code k using (code) group by 1, 2, 3),
  span as materialized (select distinct on (school_id) school_id, recent_from, date_trunc('week', marks_to)::date as monday from pupil_standing where academic_year = $1 order by school_id, marks_to desc),
  recent as (select m.enrolment_id, sum(k.possible) as recent_possible, sum(${ABSENT}) as recent_absent,
      coalesce(sum(k.possible) filter (where m.day between s.monday and s.monday + 6), 0) as week_possible, coalesce(sum(${ABSENT}) filter (where m.day between s.monday and s.monday + 6), 0) as week_absent
    from bench_raw.session_mark m join span s on s.school_id = m.school_id and m.day >= s.recent_from join bench_raw.code k using (code)
    where m.day >= (select min(recent_from) from span) and not m.restricted group by 1),
  stay as materialized (
    select y.*, (y.possible > 0)::int as enrolments, (y.possible > 0 and (y.authorised + y.unauthorised) * 100 >= y.possible * p.persistent)::int as persistent,
      (y.possible > 0 and (y.authorised + y.unauthorised) * 100 >= y.possible * p.severe)::int as severe, ${RECENT.map((name) => `coalesce(r.${name}, 0) as ${name}`).join(', ')}, s.phase, coalesce(c.sen, 'NOT_RECORDED') as value
    from summed y join school s on s.id = y.school_id cross join lateral absence_percents(y.academic_year) p
    left join enrolment_cohort c on c.enrolment_id = y.enrolment_id and c.academic_year = y.academic_year
    left join recent r on r.enrolment_id = y.enrolment_id and y.academic_year = $1)
  select academic_year, phase, school_id, value, count(distinct school_id)::int as schools, ${sums([...MEASURES, ...RECENT])}
  from stay group by grouping sets ((academic_year), (academic_year, phase), (academic_year, school_id), (academic_year, value))`;

/** Weeks of the area, and of each school its trend and how last year stood by now: weeks by number from a Monday. */
export const RAW_WEEKS = `with coded as (
    select school_id, academic_year, (day - date '2020-01-06') / 7 as week, code, count(*) as n from bench_raw.session_mark where academic_year in ($1, $1 - 1) and not restricted group by 1, 2, 3, 4),
  summed as materialized (select school_id, academic_year, date '2020-01-06' + week * 7 as week_start, ${NAMES.map((name) => `sum(n * k.${name})::int as ${name}`).join(', ')} from coded join bench_raw.code k using (code) group by 1, 2, 3),
  reach as (select s.*, c.marks_to from (select school_id, academic_year, week_start, possible, attended, authorised, unauthorised, row_number() over (partition by school_id order by week_start desc) as back from summed where possible > 0) s left join school_coverage c using (school_id))
  select null::int as school_id, academic_year, week_start, ${sums(NAMES)}, null::int[] as trend from summed group by academic_year, week_start having sum(possible) > 0
  union all
  select school_id, null, null, sum(possible) filter (where academic_year = $1 - 1 and week_start <= date_trunc('week', marks_to)::date - 364)::int, sum(attended) filter (where academic_year = $1 - 1 and week_start <= date_trunc('week', marks_to)::date - 364)::int,
    null, null, null, null, null, array_agg((1000 * (authorised + unauthorised) / possible)::int order by week_start desc) filter (where back <= 12 and week_start > $2::date - 120)
  from reach group by school_id`;
