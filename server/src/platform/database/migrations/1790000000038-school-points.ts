import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';

const BY_THE_ROWS = 'set plan_cache_mode to force_custom_plan';
/** Of how many schools that a delivery is not about it works out last year's points. */
const AT_A_TIME = 20;

/** Running total of what changed from week to week, over the weeks of a school. */
const soFar = (name: string): string => `(sum(coalesce(c.${name}, 0)) over sofar)::integer`;
/** What a state of an enrolment, true or false, adds to its school in a week: 1, 0 or -1. */
const change = (name: string): string => `sum(s.${name}::int - coalesce(s.before_${name}::int, 0)) as ${name}`;
const before = (name: string): string => `lag(${name}) over stay as before_${name}`;

/**
 * How many pupils of a school were persistently and severely absent by the end of each week of a year that another has
 * followed: this year's counts are set beside those of the same point of last year, not beside a whole year.
 */
export class SchoolPoints1790000000038 extends ForwardOnly {
  readonly statements = [
    // One row each week, holidays too, from the school's first week to the first of the next year.
    `create table school_point_total (
      school_id integer not null,
      academic_year smallint not null,
      week_start date not null,
      restricted boolean not null,
      enrolments integer not null,
      persistent integer not null,
      severe integer not null,
      primary key (academic_year, week_start, school_id, restricted)
    )`,
    `create index school_point_total_school on school_point_total (school_id, academic_year)`,
    ...reachPolicies('school_point_total', { school: 'school_id', restricted: 'restricted', aggregate: true }),

    // Nobody asks for the points of a year that is under way. Once any school has marks of the next, they are kept: of the schools "touched"
    // names, and of a few others each time, until those that send no more have theirs too. A school whose register is in somebody else's hands is left to the next.
    `create function refresh_school_points(year integer) returns void language plpgsql ${BY_THE_ROWS} as $$
      declare of_year integer; schools integer[]; stays integer[]; persistent_percent integer; severe_percent integer;
      begin
        delete from school_point_total p where p.academic_year = year and p.school_id in (select school_id from touched)
          or p.academic_year = year - 1 and not exists (select from school_year_total t where t.academic_year = year);
        for of_year in year - 1 .. year loop
          continue when not exists (select from school_year_total where academic_year = of_year + 1);
          schools := array(select distinct t.school_id from school_year_total t where t.academic_year = of_year and not exists (select from school_point_total p where p.school_id = t.school_id and p.academic_year = of_year));
          schools := array(select id from unnest(schools) id where id in (select school_id from touched))
            || array(select id from (select id from unnest(schools) id where id not in (select school_id from touched) order by id limit ${AT_A_TIME}) other where pg_try_advisory_xact_lock(7260003, id));
          continue when schools = '{}';
          stays := array(select y.enrolment_id from pupil_year y where y.school_id = any (schools) and y.academic_year = of_year);
          select p.persistent, p.severe into persistent_percent, severe_percent from absence_percents(of_year) p;
          insert into school_point_total (school_id, academic_year, week_start, restricted, enrolments, persistent, severe)
            with sums as (
              select r.enrolment_id, r.week_start, sum(r.possible) over stay as possible, sum(r.authorised + r.unauthorised) over stay as absent
              from register_week r where r.enrolment_id = any (stays) and r.week_start between make_date(of_year, 8, 26) and make_date(of_year + 1, 8, 25)
              window stay as (partition by r.enrolment_id order by r.week_start)),
            states as (
              select enrolment_id, week_start, possible > 0 as counted, possible > 0 and absent * 100 >= possible * persistent_percent as persistent, possible > 0 and absent * 100 >= possible * severe_percent as severe from sums),
            steps as (select *, ${['counted', 'persistent', 'severe'].map(before).join(', ')} from states window stay as (partition by enrolment_id order by week_start)),
            changes as (
              select y.school_id, y.restricted, s.week_start, ${['counted', 'persistent', 'severe'].map(change).join(', ')}
              from steps s join pupil_year y on y.enrolment_id = s.enrolment_id and y.academic_year = of_year group by 1, 2, 3),
            weeks as (select school_id, restricted, generate_series(min(week_start), make_date(of_year + 1, 8, 25) + 7, interval '7 days')::date as week_start from changes group by 1, 2)
            select w.school_id, of_year, w.week_start, w.restricted, ${['counted', 'persistent', 'severe'].map(soFar).join(', ')}
            from weeks w left join changes c on c.school_id = w.school_id and c.restricted = w.restricted and c.week_start = w.week_start
            window sofar as (partition by w.school_id, w.restricted order by w.week_start)
            on conflict do nothing;
        end loop;
      end $$`,
    `revoke all on function refresh_school_points from public`,
    `grant execute on function refresh_school_points to portal_ingest`,

    // As before, and then the points. Same name and arguments: an import, an undo and the spreading of a restriction call this.
    `alter function refresh_register_year rename to sum_register_year`,
    `create function refresh_register_year(year integer, persistent_percent integer, severe_percent integer) returns void language plpgsql ${BY_THE_ROWS} as $$
      begin
        perform sum_register_year(year, persistent_percent, severe_percent);
        perform refresh_school_points(year);
      end $$`,

    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `create temporary table touched on commit drop as select distinct school_id from school_year_total`,
    `do $$ declare held integer; begin
       for held in select distinct academic_year from school_year_total order by 1 loop perform refresh_school_points(held); end loop;
     end $$`,
    `drop table touched`,
    `reset role`,
  ];
}
