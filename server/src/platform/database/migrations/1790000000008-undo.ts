import { ForwardOnly } from './forward-only.ts';

const COUNTS = ['possible', 'attended', 'authorised', 'unauthorised', 'late_before', 'late_after', 'missing'];
const NAMES = COUNTS.join(', ');
const SUMS = COUNTS.map((name) => `sum(r.${name}) as ${name}`).join(', ');
const COPY_COUNTS = COUNTS.map((name) => `${name} = excluded.${name}`).join(', ');

/** Plans are made for the very rows at hand, as for a statement sent by itself: what was touched differs every time. */
const BY_THE_ROWS = 'set plan_cache_mode to force_custom_plan';

/** How far the marks of the schools reach that the temporary table "touched" names. */
export const KEEP_COVERAGE = `insert into school_coverage (school_id, marks_to, marks_to_session, delivery_id, received_at)
          select school_id, week_start + (filled - 1) / 2, case when filled % 2 = 1 then 'AM' else 'PM' end, by_delivery, now()
          from (select distinct on (r.school_id) r.school_id, r.week_start, max(length(rtrim(translate(r.marks, '-#', '  ')))) as filled
                from register_week r
                join (select school_id, max(week_start) as week_start from school_week_total where possible > 0 and school_id in (select school_id from touched) group by 1) last
                  on last.school_id = r.school_id and last.week_start = r.week_start
                where r.enrolment_id in (select id from enrolment where school_id in (select school_id from touched)) and r.week_start >= today - 400
                group by 1, 2) latest
          where filled > 0
          on conflict (school_id) do update set marks_to = excluded.marks_to, marks_to_session = excluded.marks_to_session, delivery_id = excluded.delivery_id, received_at = excluded.received_at;`;

/**
 * Undoing a delivery: what must be kept to put every mark back, and the one function that does it. The summaries are worked
 * out in functions from here on, because an import and an undo must not do so differently.
 */
export class Undo1790000000008 extends ForwardOnly {
  readonly statements = [
    `alter table delivery drop constraint delivery_status`,
    `alter table delivery add constraint delivery_status check (status in ('WAITING', 'RECEIVED', 'READING', 'KEPT', 'REFUSED', 'INTERRUPTED', 'UNDONE'))`,
    // Weeks that a delivery began and weeks it wrote over; unknown for what came in earlier, and that cannot be undone.
    `alter table delivery add column weeks_new integer, add column weeks_changed integer,
      add column undone_at timestamptz, add column undone_by integer references app_user (id), add column undo_reason text`,
    `alter table delivery add constraint delivery_undone check ((status = 'UNDONE') = (undone_at is not null and undo_reason is not null))`,

    // A week as it stood before a delivery wrote over it. A week that a delivery began needs no row here: it is the week
    // that names the delivery and has none. Read by nobody but the importer and the functions below.
    `create table register_week_before (
      delivery_id integer not null,
      enrolment_id integer not null,
      week_start date not null,
      marks text not null,
      written_by integer not null,
      recorded_at timestamptz not null
    )`,
    `create index register_week_before_delivery on register_week_before (delivery_id)`,
    `create index register_week_before_written_by on register_week_before (written_by, delivery_id)`,
    `alter table register_week_before enable row level security`,
    `alter table register_week_before force row level security`,
    `create policy register_week_before_ingest on register_week_before for all to portal_ingest using (true) with check (true)`,
    `grant select, insert, delete on register_week_before to portal_ingest`,

    // One delivery of a school at a time; one of the whole authority waits for all and holds all.
    `create function lock_registers(school integer) returns void language plpgsql as $$
      begin
        if school is null then perform pg_advisory_xact_lock(7260002);
        else
          perform pg_advisory_xact_lock_shared(7260002);
          perform pg_advisory_xact_lock(7260003, school);
        end if;
      end $$`,

    // The summaries of one academic year, for what the temporary table "touched" names. Percentages are those in force.
    `create function refresh_register_year(year integer, persistent_percent integer, severe_percent integer) returns void language plpgsql ${BY_THE_ROWS} as $$
      declare monday date := make_date(year, 8, 26); last_monday date := make_date(year + 1, 8, 25);
      begin
        insert into pupil_year (enrolment_id, academic_year, school_id, pupil_id, restricted, ${NAMES}, first_week, last_week)
          select r.enrolment_id, year, max(r.school_id), max(r.pupil_id), bool_or(r.restricted), ${SUMS}, min(r.week_start), max(r.week_start)
          from register_week r
          where r.enrolment_id in (select enrolment_id from touched) and r.week_start between monday and last_monday
          group by r.enrolment_id
          on conflict (enrolment_id, academic_year) do update set ${COPY_COUNTS}, restricted = excluded.restricted, first_week = excluded.first_week, last_week = excluded.last_week;
        insert into school_week_total (school_id, week_start, restricted, academic_year, enrolments, ${NAMES})
          select r.school_id, r.week_start, r.restricted, year, count(*), ${SUMS}
          from register_week r
          where r.enrolment_id in (select id from enrolment where school_id in (select school_id from touched))
            and (r.school_id, r.week_start) in (select distinct school_id, week_start from touched) and r.week_start between monday and last_monday
          group by 1, 2, 3
          on conflict (school_id, week_start, restricted) do update set enrolments = excluded.enrolments, ${COPY_COUNTS};
        insert into school_year_total (school_id, academic_year, restricted, enrolments, persistent, severe, ${NAMES})
          select r.school_id, year, r.restricted, count(*) filter (where r.possible > 0),
                 count(*) filter (where r.possible > 0 and (r.authorised + r.unauthorised) * 100 >= r.possible * persistent_percent),
                 count(*) filter (where r.possible > 0 and (r.authorised + r.unauthorised) * 100 >= r.possible * severe_percent), ${SUMS}
          from pupil_year r where r.academic_year = year and r.school_id in (select school_id from touched)
          group by 1, 3
          on conflict (school_id, academic_year, restricted) do update set enrolments = excluded.enrolments, persistent = excluded.persistent, severe = excluded.severe, ${COPY_COUNTS};
      end $$`,
    `create function refresh_school_coverage(by_delivery integer, today date) returns void language plpgsql ${BY_THE_ROWS} as $$
      begin
        ${KEEP_COVERAGE}
      end $$`,

    // Ids only: the deliveries that wrote over a week of this one, which must be undone first.
    `create function delivery_overtaken_by(target integer) returns integer[] language sql stable security definer set search_path from current as $$
       select coalesce(array_agg(distinct delivery_id order by delivery_id), '{}') from register_week_before where written_by = target $$`,

    // The only way in which a request changes registers: one whole delivery, out again, exactly.
    `create function undo_delivery(target integer, why text, today date, years integer[], persistent_percents integer[], severe_percents integer[],
        out pupils integer[], out schools integer[], out weeks integer, out marks integer)
      language plpgsql security definer set search_path from current ${BY_THE_ROWS} as $$
      declare sent delivery; school integer; from_week date; to_week date;
      begin
        select school_id into school from delivery where id = target;
        perform lock_registers(school);
        select * into sent from delivery where id = target for update;
        if sent.status is distinct from 'KEPT' or sent.weeks_new is null or delivery_overtaken_by(target) <> '{}' then raise exception 'delivery % cannot be undone', target; end if;
        if current_setting('role') not like 'reach\\_authority%' and not coalesce(school = any (current_setting('app.schools')::int[]), false) then raise exception 'delivery % is out of reach', target; end if;
        from_week := sent.first_day - 7;
        to_week := sent.last_day;

        drop table if exists pg_temp.touched;
        create temporary table touched on commit drop as
          select r.enrolment_id, r.pupil_id, r.school_id, r.week_start, r.restricted, r.marks as held, b.marks as before, b.written_by, b.recorded_at
          from register_week r
          left join register_week_before b on b.delivery_id = target and b.enrolment_id = r.enrolment_id and b.week_start = r.week_start
          where r.delivery_id = target and r.week_start between from_week and to_week
            and (school is null or r.enrolment_id in (select id from enrolment where school_id = school));
        analyze touched;
        select array_agg(distinct t.pupil_id), array_agg(distinct t.school_id), count(*) into pupils, schools, weeks from touched t;

        insert into register_change (enrolment_id, week_start, slot, school_id, pupil_id, restricted, old_mark, new_mark, delivery_id)
          select t.enrolment_id, t.week_start, slot, t.school_id, t.pupil_id, t.restricted, substr(t.held, slot + 1, 1), coalesce(substr(t.before, slot + 1, 1), ' '), target
          from touched t cross join generate_series(0, 13) slot
          where substr(t.held, slot + 1, 1) not in (' ', '-') and substr(t.held, slot + 1, 1) <> coalesce(substr(t.before, slot + 1, 1), ' ');
        get diagnostics marks = row_count;
        update register_week r set marks = t.before, delivery_id = t.written_by, recorded_at = t.recorded_at
          from touched t where t.before is not null and r.enrolment_id = t.enrolment_id and r.week_start = t.week_start and r.week_start between from_week and to_week;
        delete from register_week r using touched t
          where t.before is null and r.enrolment_id = t.enrolment_id and r.week_start = t.week_start and r.week_start between from_week and to_week;
        delete from register_week_before b where b.delivery_id = target;

        for i in 1 .. cardinality(years) loop
          delete from pupil_year y where y.academic_year = years[i] and y.enrolment_id in (select enrolment_id from touched);
          delete from school_week_total y where y.academic_year = years[i] and (y.school_id, y.week_start) in (select distinct school_id, week_start from touched);
          delete from school_year_total y where y.academic_year = years[i] and y.school_id in (select school_id from touched);
          perform refresh_register_year(years[i], persistent_percents[i], severe_percents[i]);
        end loop;
        delete from school_coverage c where c.school_id in (select school_id from touched);
        perform refresh_school_coverage(target, today);
        update school_coverage c set delivery_id = last.id, received_at = last.finished_at
          from (select distinct on (r.school_id) r.school_id, d.id, d.finished_at from register_week r join delivery d on d.id = r.delivery_id
                where r.enrolment_id in (select id from enrolment where school_id in (select school_id from touched)) order by r.school_id, d.finished_at desc, d.id desc) last
          where c.school_id = last.school_id and c.school_id in (select school_id from touched);
        update delivery d set status = 'UNDONE', undone_at = now(), undone_by = nullif(current_setting('app.actor')::int, 0), undo_reason = why where d.id = target;
      end $$`,
    ...['undo_delivery', 'delivery_overtaken_by'].flatMap((name) => [
      `do $$ begin
         execute format('grant create on schema %I to portal_ingest', current_schema());
         alter function ${name} owner to portal_ingest;
         execute format('revoke create on schema %I from portal_ingest', current_schema());
       end $$`,
      `revoke all on function ${name} from public`,
      `grant execute on function ${name} to reach_authority, reach_schools`,
    ]),
  ];
}
