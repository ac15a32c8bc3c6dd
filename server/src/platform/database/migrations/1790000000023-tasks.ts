import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { followsPupil, ownedByIngest } from './sql-text.ts';

const OF_CHILD_AND_SCHOOL = { school: 'school_id', schools: 'school_ids', pupil: 'pupil_id', restricted: 'restricted' };
const SIDES = `('LA', 'SCHOOL', 'PARTNER')`;
const WHO = `nullif(current_setting('app.actor')::int, 0)`;

/**
 * Actions with an owner and a day, and clocks that run: what both sides still owe. Later modules hold the id of a task; a task
 * says by `source` who made it. Rows about a child follow that child's reach, rows about a school that school's.
 */
export class Tasks1790000000023 extends ForwardOnly {
  readonly statements = [
    `create table task (
      id integer generated always as identity primary key,
      source text not null,
      type text,
      scope text not null,
      what text not null,
      school_id integer references school (id),
      pupil_id integer references pupil (id),
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      side text not null,
      owner_id integer references app_user (id),
      owner text not null,
      priority text not null default 'NORMAL',
      from_on date not null,
      due_on date not null,
      overdue_from date not null,
      status text not null default 'OPEN',
      done_on date,
      note text not null default '',
      carried_from integer references task (id),
      version integer not null default 1,
      made_with uuid not null,
      made_by integer references app_user (id),
      made_at timestamptz not null default now(),
      constraint task_made_once unique (made_with),
      constraint task_source check (source in ('OWN', 'MEETING')),
      constraint task_scope check (scope in ('SCHOOL', 'COHORT', 'PUPIL', 'AREA')),
      constraint task_side check (side in ${SIDES}),
      constraint task_priority check (priority in ('NORMAL', 'HIGH')),
      constraint task_status check (status in ('OPEN', 'IN_PROGRESS', 'DONE', 'PARTLY', 'NOT_DONE', 'NO_LONGER_NEEDED')),
      constraint task_texts check (length(what) between 1 and 500 and length(owner) <= 120 and length(note) <= 2000),
      constraint task_about check ((scope = 'PUPIL') = (pupil_id is not null))
    )`,
    `create index task_owner on task (owner_id, due_on) where status in ('OPEN', 'IN_PROGRESS')`,
    `create index task_school on task (school_id, due_on)`,
    `create index task_pupil on task (pupil_id)`,
    `create index task_school_ids on task using gin (school_ids)`,
    // In the order of giving: every status, owner and day a task ever had.
    `create table task_change (
      id bigint generated always as identity primary key,
      task_id integer not null references task (id),
      kind text not null,
      status text not null,
      owner text not null,
      due_on date not null,
      note text not null default '',
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      school_id integer,
      pupil_id integer,
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      constraint task_change_kind check (kind in ('MADE', 'MOVED', 'REASSIGNED', 'POSTPONED', 'NOTED'))
    )`,
    `create index task_change_task on task_change (task_id, id)`,
    `create index task_change_pupil on task_change (pupil_id)`,
    // One a deadline: what is owed, by whom, by when, and when it was met. Whether it was broken is worked out from the day.
    `create table clock (
      id integer generated always as identity primary key,
      kind text not null,
      source text not null,
      source_id integer not null,
      what text not null,
      side text not null,
      school_id integer references school (id),
      pupil_id integer references pupil (id),
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      officer_id integer references app_user (id),
      counted text not null,
      days smallint,
      started_on date not null,
      due_on date not null,
      met_on date,
      stopped_on date,
      constraint clock_one unique nulls not distinct (kind, source, source_id, school_id),
      constraint clock_side check (side in ${SIDES}),
      constraint clock_counted check (counted in ('SCHOOL_DAYS', 'WORKING_DAYS', 'DAYS')),
      constraint clock_text check (length(what) between 1 and 200)
    )`,
    `create index clock_running on clock (due_on) where met_on is null and stopped_on is null`,
    `create index clock_pupil on clock (pupil_id)`,
    `create index clock_school_ids on clock using gin (school_ids)`,
    ...['task', 'task_change', 'clock'].flatMap((table) => [...reachPolicies(table, OF_CHILD_AND_SCHOOL), ...followsPupil(table)]),

    // What a module made of an agreement. The same key twice is the same task once. About a child, reach is the child's; about a school, the school's.
    `create function make_task(key uuid, given jsonb) returns integer language plpgsql security definer set search_path from current as $$
      declare made integer;
      begin
        if current_setting('role') not like 'reach\\_authority%' and not (current_setting('role') like 'reach\\_schools%' and (given ->> 'school_id')::int = any (current_setting('app.schools')::int[])) then
          raise exception 'this task is out of reach' using errcode = '42501';
        end if;
        insert into task (source, type, scope, what, school_id, pupil_id, school_ids, restricted, side, owner_id, owner, priority, from_on, due_on, overdue_from, carried_from, made_with, made_by)
          select g.source, g.type, g.scope, g.what, g.school_id, g.pupil_id, coalesce(p.school_ids, case when g.school_id is null then '{}' else array[g.school_id] end), coalesce(p.restricted, false),
              g.side, g.owner_id, g.owner, coalesce(g.priority, 'NORMAL'), g.from_on, g.due_on, g.overdue_from, g.carried_from, key, ${WHO}
            from jsonb_to_record(given) g (source text, type text, scope text, what text, school_id int, pupil_id int, side text, owner_id int, owner text, priority text, from_on date, due_on date, overdue_from date, carried_from int)
            left join pupil p on p.id = g.pupil_id
          on conflict (made_with) do nothing returning id into made;
        if made is null then return (select id from task where made_with = key); end if;
        insert into task_change (task_id, kind, status, owner, due_on, by_id, school_id, pupil_id, school_ids, restricted) select id, 'MADE', status, owner, due_on, ${WHO}, school_id, pupil_id, school_ids, restricted from task where id = made;
        return made;
      end $$`,
    // A deadline is set, or set anew when what it hangs on moves; a met one keeps the day it was met.
    `create function set_clock(given jsonb) returns void language plpgsql security definer set search_path from current as $$
      begin
        insert into clock (kind, source, source_id, what, side, school_id, pupil_id, school_ids, restricted, officer_id, counted, days, started_on, due_on)
          select g.kind, g.source, g.source_id, g.what, g.side, g.school_id, g.pupil_id, coalesce(p.school_ids, case when g.school_id is null then '{}' else array[g.school_id] end), coalesce(p.restricted, false), g.officer_id, g.counted, g.days, g.started_on, g.due_on
            from jsonb_to_record(given) g (kind text, source text, source_id int, what text, side text, school_id int, pupil_id int, officer_id int, counted text, days smallint, started_on date, due_on date)
            left join pupil p on p.id = g.pupil_id
          on conflict on constraint clock_one do update set what = excluded.what, officer_id = excluded.officer_id, days = excluded.days, due_on = excluded.due_on, stopped_on = null;
      end $$`,
    `create function meet_clock(kind_of text, source_of text, source_id_of integer, school_of integer, on_day date) returns void language sql security definer set search_path from current as $$
      update clock set met_on = on_day where kind = kind_of and source = source_of and source_id = source_id_of and school_id is not distinct from school_of and met_on is null
    $$`,
    // What it hung on is gone: called off, declined. Nothing is owed any more.
    `create function stop_clocks(source_of text, source_id_of integer, on_day date) returns void language sql security definer set search_path from current as $$
      update clock set stopped_on = on_day where source = source_of and source_id = source_id_of and met_on is null and stopped_on is null
    $$`,
    ...['make_task', 'set_clock', 'meet_clock', 'stop_clocks'].flatMap(ownedByIngest),
    `grant execute on function make_task to reach_authority, reach_schools`,
  ];
}
