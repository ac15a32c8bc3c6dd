import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { COUNTED, literal } from './sql-text.ts';

const COUNTS = Object.keys(COUNTED);
const NAMES = COUNTS.join(', ');
const SUMS = COUNTS.map((name) => `sum(r.${name}) as ${name}`).join(', ');
const COPY_COUNTS = COUNTS.map((name) => `${name} = excluded.${name}`).join(', ');

/** What the time of the week is counted by, and the marks behind each. */
const { attended: _attended, missing: _missing, ...BY_SESSION } = COUNTED;
const counted = (marks = ''): string => `coalesce(sum(n) filter (where strpos(${literal(marks)}, mark) > 0), 0)`;

/** An ordinary day, morning and afternoon, and a week of them. */
const ORDINARY = '/\\';
const WHOLE_WEEK = `${ORDINARY.repeat(5)}    `;

const BY_THE_ROWS = 'set plan_cache_mode to force_custom_plan';
/** The school weeks that "touched" names. */
const TOUCHED_WEEKS = 'touched_week';
/** An import tells the two apart; whoever names touched weeks of single enrolments has them gathered here. */
const GATHER_TOUCHED_WEEKS = `if to_regclass('pg_temp.touched_week') is null then create temporary table touched_week on commit drop as select distinct school_id, week_start from touched; end if`;

/**
 * When in the week sessions are missed, and by which code: counts of each school week, kept as the other summaries are, in the
 * transaction that writes the marks.
 */
export class Patterns1790000000013 extends ForwardOnly {
  readonly statements = [
    // Slot 0 is Monday morning, 13 Sunday afternoon. A slot without a possible session has no row.
    `create table school_session_total (
      school_id integer not null,
      week_start date not null,
      academic_year smallint not null,
      slot smallint not null,
      restricted boolean not null,
      ${Object.keys(BY_SESSION).map((name) => `${name} integer not null`).join(', ')},
      primary key (academic_year, school_id, week_start, slot, restricted)
    )`,
    // The mark is the character of a week string, '-' for a session without one. By week, as an import touches weeks.
    `create table school_code_total (
      school_id integer not null,
      week_start date not null,
      academic_year smallint not null,
      mark text not null,
      restricted boolean not null,
      sessions integer not null,
      primary key (academic_year, school_id, week_start, mark, restricted)
    )`,
    ...reachPolicies('school_session_total', { school: 'school_id', restricted: 'restricted', aggregate: true }),
    ...reachPolicies('school_code_total', { school: 'school_id', restricted: 'restricted', aggregate: true }),

    // The marks of the weeks of one academic year that "touched" names: how often each stands in each half day. Weeks written
    // alike are counted once and weighed, most are. Ordinary marks are not laid out one by one: in a half day there are as many
    // as weeks, less what else stands there.
    `create function gather_week_marks(year integer) returns void language plpgsql ${BY_THE_ROWS} as $$
      declare stays integer[] := array(select id from enrolment where school_id in (select school_id from touched));
        monday date := greatest(make_date(year, 8, 26), (select min(week_start) from ${TOUCHED_WEEKS})); last_monday date := least(make_date(year + 1, 8, 25), (select max(week_start) from ${TOUCHED_WEEKS}));
      begin
        drop table if exists pg_temp.alike, pg_temp.marked;
        create temporary table alike on commit drop as
          select w.* from (
            select r.school_id, r.week_start, r.restricted, r.marks, count(*)::integer as n from register_week r
            where r.enrolment_id = any (stays) and r.week_start between monday and last_monday group by r.school_id, r.week_start, r.restricted, r.marks) w
          join ${TOUCHED_WEEKS} t on t.school_id = w.school_id and t.week_start = w.week_start;
        create temporary table marked on commit drop as
          with other as materialized (
            select school_id, week_start, restricted, slot::smallint as slot, chr(byte) as mark, sum(n)::integer as n
            from (select school_id, week_start, restricted, slot, get_byte(bytes, slot) as byte, n
                  from (select school_id, week_start, restricted, convert_to(marks, 'UTF8') as bytes, n from alike where marks <> ${literal(WHOLE_WEEK)} offset 0) week cross join generate_series(0, 13) slot
                  where get_byte(bytes, slot) <> case when slot % 2 = 0 then ${ORDINARY.charCodeAt(0)} else ${ORDINARY.charCodeAt(1)} end
                    and (slot < 10 or get_byte(bytes, slot) <> 32)) each
            group by 1, 2, 3, 4, 5)
          select school_id, week_start, restricted, slot, mark, n from other where mark <> ' '
          union all
          select a.school_id, a.week_start, a.restricted, half::smallint, substr(${literal(ORDINARY)}, half % 2 + 1, 1), a.n - coalesce(o.n, 0)
          from (select school_id, week_start, restricted, sum(n)::integer as n from alike group by 1, 2, 3) a cross join generate_series(0, 9) half
          left join (select school_id, week_start, restricted, slot, sum(n)::integer as n from other group by 1, 2, 3, 4) o
            on o.school_id = a.school_id and o.week_start = a.week_start and o.restricted = a.restricted and o.slot = half
          where a.n > coalesce(o.n, 0)
          union all
          select school_id, week_start, restricted, half::smallint, substr(marks, half + 1, 1), sum(n)::integer
          from alike cross join generate_series(10, 13) half where substr(marks, 11) <> '    ' and substr(marks, half + 1, 1) = substr(${literal(ORDINARY)}, half % 2 + 1, 1) group by 1, 2, 3, 4, 5;
      end $$`,
    // Rows are taken out first, so it may be called after anything that changed marks.
    `create function refresh_school_patterns(year integer) returns void language plpgsql ${BY_THE_ROWS} as $$
      begin
        delete from school_session_total t using ${TOUCHED_WEEKS} w where t.academic_year = year and t.school_id = w.school_id and t.week_start = w.week_start;
        delete from school_code_total t using ${TOUCHED_WEEKS} w where t.academic_year = year and t.school_id = w.school_id and t.week_start = w.week_start;
        insert into school_session_total (school_id, week_start, academic_year, slot, restricted, ${Object.keys(BY_SESSION).join(', ')})
          select school_id, week_start, year, slot, restricted, ${Object.values(BY_SESSION).map(counted).join(', ')}
          from marked group by 1, 2, 4, 5 having ${counted(BY_SESSION.possible)} > 0;
        insert into school_code_total (school_id, week_start, academic_year, mark, restricted, sessions)
          select school_id, week_start, year, mark, restricted, sum(n) from marked group by 1, 2, 4, 5;
      end $$`,

    // As before, and then the patterns. Same name and arguments: an import, an undo and the spreading of a restriction call this.
    `create or replace function refresh_register_year(year integer, persistent_percent integer, severe_percent integer) returns void language plpgsql ${BY_THE_ROWS} as $$
      declare monday date := make_date(year, 8, 26); last_monday date := make_date(year + 1, 8, 25); stays integer[] := array(select distinct enrolment_id from touched);
      begin
        ${GATHER_TOUCHED_WEEKS};
        -- By a list of ids, not by a temporary table: so the database may read registers on two processors.
        drop table if exists pg_temp.year_sums;
        create temporary table year_sums on commit drop as
          select r.enrolment_id, ${SUMS}, min(r.week_start) as first_week, max(r.week_start) as last_week from register_week r
          where r.enrolment_id = any (stays) and r.week_start between monday and last_monday group by r.enrolment_id;
        insert into pupil_year (enrolment_id, academic_year, school_id, pupil_id, restricted, ${NAMES}, first_week, last_week)
          select s.enrolment_id, year, e.school_id, e.pupil_id, e.restricted, ${NAMES}, s.first_week, s.last_week from year_sums s join enrolment e on e.id = s.enrolment_id
          on conflict (enrolment_id, academic_year) do update set ${COPY_COUNTS}, restricted = excluded.restricted, first_week = excluded.first_week, last_week = excluded.last_week;
        perform gather_week_marks(year);
        insert into school_week_total (school_id, week_start, restricted, academic_year, enrolments, ${NAMES})
          select a.school_id, a.week_start, a.restricted, year, a.n, ${COUNTS.map((name) => `coalesce(m.${name}, 0)`).join(', ')}
          from (select school_id, week_start, restricted, sum(n) as n from alike group by 1, 2, 3) a
          left join (select school_id, week_start, restricted, ${COUNTS.map((name) => `${counted(COUNTED[name])} as ${name}`).join(', ')} from marked group by 1, 2, 3) m
            on m.school_id = a.school_id and m.week_start = a.week_start and m.restricted = a.restricted
          on conflict (school_id, week_start, restricted) do update set enrolments = excluded.enrolments, ${COPY_COUNTS};
        insert into school_year_total (school_id, academic_year, restricted, enrolments, persistent, severe, ${NAMES})
          select r.school_id, year, r.restricted, count(*) filter (where r.possible > 0),
                 count(*) filter (where r.possible > 0 and (r.authorised + r.unauthorised) * 100 >= r.possible * persistent_percent),
                 count(*) filter (where r.possible > 0 and (r.authorised + r.unauthorised) * 100 >= r.possible * severe_percent), ${SUMS}
          from pupil_year r where r.academic_year = year and r.school_id in (select school_id from touched)
          group by 1, 3
          on conflict (school_id, academic_year, restricted) do update set enrolments = excluded.enrolments, persistent = excluded.persistent, severe = excluded.severe, ${COPY_COUNTS};
        perform refresh_school_patterns(year);
        drop table year_sums, alike, marked;
      end $$`,

    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `drop table if exists pg_temp.touched`,
    `create temporary table touched on commit drop as select distinct enrolment_id, school_id from register_week`,
    `create temporary table touched_week on commit drop as select distinct school_id, week_start from register_week`,
    `analyze touched`,
    `do $$ declare held integer; begin
       for held in select distinct academic_year from school_year_total loop
         perform gather_week_marks(held);
         perform refresh_school_patterns(held);
       end loop;
     end $$`,
    `drop table touched, touched_week`,
    `reset role`,
  ];
}
