import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { followsPupil, ownedByIngest } from './sql-text.ts';

const OF_CHILD_AND_SCHOOL = { school: 'school_id', schools: 'school_ids', pupil: 'pupil_id', restricted: 'restricted' };
const SIDES = `('LA', 'SCHOOL', 'PARTNER')`;
const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const SCHOOLS = `current_setting('app.schools')::int[]`;
const PUPILS = `current_setting('app.pupils')::int[]`;
/** An owner's own row: theirs as long as the child is within reach, or there is none. */
const OWN = `owner_id = current_setting('app.actor')::int`;
/** What schools and partners owe nothing to: own work of the authority or a partner is read by its owner and the authority. */
const NOT_OURS = `not team_only or ${OWN}`;
const OF_OWNERS = ['task', 'task_change'].flatMap((table) => [
  `create policy ${table}_owned_schools on ${table} for select to reach_schools using (${OWN} and not restricted and (pupil_id is null or school_ids && ${SCHOOLS}))`,
  `create policy ${table}_owned_schools_full on ${table} for select to reach_schools_full using (${OWN} and (pupil_id is null or school_ids && ${SCHOOLS}))`,
  `create policy ${table}_owned_pupils on ${table} for select to reach_pupils using (${OWN} and pupil_id is null)`,
  `create policy ${table}_team_only on ${table} as restrictive for select to reach_schools, reach_pupils using (${NOT_OURS})`,
]);

const MINE = `t.owner_id = ${WHO} and (t.pupil_id is null or t.school_ids && ${SCHOOLS} or t.pupil_id = any (${PUPILS}))`;
/** Within the reach of whoever asks, to write: `and` narrows what an owner may do to own tasks. The service has asked for the permission. */
const WRITTEN_BY = (owner: string): string => `(not t.restricted or current_setting('role') ~ '_(full|protected)$') and (current_setting('role') like 'reach\\_authority%'
          or (current_setting('role') like 'reach\\_schools%' and t.side = 'SCHOOL' and t.school_id = any (${SCHOOLS}) and (t.pupil_id is null or t.school_ids && ${SCHOOLS})) or (${owner}))`;
const IN_FORCE = (row: string): string => `${row}.valid_from <= on_day and coalesce(${row}.valid_to, on_day) >= on_day`;
const HOLDS = (kind: string): string => `roles -> '${kind}' ? g.role`;
/** Whether a person with the grant `g` reaches a task of a school and a child, restricted or not. Which roles do is the caller's to say, as the matrix of permissions has it. */
const FITS = (school: string, pupil: string, restricted: string): string => `${IN_FORCE('g')} and (not coalesce(${restricted}, false) or ${HOLDS('fully')}) and (${HOLDS('wide')}
          or (${HOLDS('local')} and ${school} = any (g.school_ids))
          or (${HOLDS('named')} and (${pupil} is null or exists (select from caseload c where c.user_id = g.user_id and c.pupil_id = ${pupil} and ${IN_FORCE('c')})))
          or (${HOLDS('cohort')} and (${pupil} is null or ${pupil} = any (pupils_in_cohort(on_day)))))`;
const LINE = 'task_id, kind, status, owner, owner_id, due_on, note, by_id, school_id, pupil_id, school_ids, restricted, team_only';
/** The line of the history of a task that was just written. */
const lineOf = (kind: string, note: string): string => `t.id, ${kind}, t.status, t.owner, t.owner_id, t.due_on, ${note}, ${WHO}, t.school_id, t.pupil_id, t.school_ids, t.restricted, t.team_only`;
const MADE_BY_PEOPLE = ['save_own_task', 'change_tasks', 'change_task', 'postpone_task', 'reassign_tasks'];
const ASKED_BY_PEOPLE = ['may_own_tasks', 'task_owners', 'owners_gone'];

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
      team_only boolean generated always as (source = 'OWN' and side <> 'SCHOOL') stored,
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
    // In the order of giving: every status, owner and day a task ever had. `owner_id` is whose the task is now, so that they read all of it.
    `create table task_change (
      id bigint generated always as identity primary key,
      task_id integer not null references task (id),
      kind text not null,
      status text not null,
      owner text not null,
      owner_id integer,
      due_on date not null,
      note text not null default '',
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      school_id integer,
      pupil_id integer,
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      team_only boolean not null default false,
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
    ...OF_OWNERS,

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
        insert into task_change (${LINE}) select ${lineOf(`'MADE'`, `''`)} from task t where t.id = made;
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
    // Which of some tasks a person may own: they hold a role in force that reaches what the task is about.
    `create function may_own_tasks(targets integer[], person integer, roles jsonb, on_day date) returns setof integer language sql stable security definer set search_path from current as $$
      select t.id from task t where t.id = any (targets) and exists (select from user_grant g join app_user u on u.id = g.user_id where u.id = person and u.active and ${FITS('t.school_id', 't.pupil_id', 't.restricted')})
    $$`,
    // Ids only: who may own a task about a school and a child. A school names its own people, whoever works with children by name only themselves.
    `create function task_owners(school integer, pupil integer, roles jsonb, on_day date) returns table (user_id integer, side text) language sql stable security definer set search_path from current as $$
      select g.user_id, min(case when ${HOLDS('wide')} then 'LA' when ${HOLDS('local')} then 'SCHOOL' else 'PARTNER' end) from user_grant g join app_user u on u.id = g.user_id
        where u.active and ${FITS('school', 'pupil', '(select p.restricted from pupil p where p.id = pupil)')}
          and (current_setting('role') like 'reach\\_authority%' or g.user_id = ${WHO} or (current_setting('role') like 'reach\\_schools%' and school = any (${SCHOOLS}) and ${HOLDS('local')} and school = any (g.school_ids)))
        group by g.user_id
    $$`,
    // People who hold no role any more: their tasks wait for somebody else.
    `create function owners_gone(on_day date) returns setof integer language sql stable security definer set search_path from current as $$
      select u.id from app_user u where not u.active or not exists (select from user_grant g where g.user_id = u.id and ${IN_FORCE('g')})
    $$`,
    // Somebody's own task, for themselves or a colleague. The same key twice is the same task once.
    `create function save_own_task(key uuid, given jsonb, roles jsonb, on_day date) returns integer language plpgsql security definer set search_path from current as $$
      declare made integer; child pupil; school integer := (given ->> 'school_id')::int;
      begin
        select * into child from pupil p where p.id = (given ->> 'pupil_id')::int and (not p.restricted or current_setting('role') ~ '_(full|protected)$')
          and (current_setting('role') like 'reach\\_authority%' or p.school_ids && ${SCHOOLS} or p.id = any (${PUPILS}));
        if ${WHO} is null or (given ->> 'pupil_id' is not null and child.id is null) or (school is not null and current_setting('role') not like 'reach\\_authority%' and not school = any (${SCHOOLS})) then
          raise exception 'this task is out of reach' using errcode = '42501';
        end if;
        insert into task (source, scope, what, school_id, pupil_id, school_ids, restricted, side, owner_id, owner, from_on, due_on, overdue_from, made_with, made_by)
          select 'OWN', g.scope, g.what, school, child.id, coalesce(child.school_ids, case when school is null then '{}' else array[school] end), coalesce(child.restricted, false), g.side, g.owner_id, g.owner, on_day, g.due_on, g.overdue_from, key, ${WHO}
            from jsonb_to_record(given) g (scope text, what text, side text, owner_id int, owner text, due_on date, overdue_from date)
          on conflict (made_with) do nothing returning id into made;
        if made is null then return (select id from task where made_with = key and made_by = ${WHO}); end if;
        if not exists (select from task where id = made and owner_id = ${WHO}) and not exists (select from may_own_tasks(array[made], (given ->> 'owner_id')::int, roles, on_day)) then
          raise exception 'this task is out of its owner''s reach' using errcode = '42501';
        end if;
        insert into task_change (${LINE}) select ${lineOf(`'MADE'`, `''`)} from task t where t.id = made;
        return made;
      end $$`,
    // Another status, or a note to the same one. Gives the ids of what was as the sender saw it and is within reach: nothing else was changed.
    `create function change_tasks(targets integer[], helds integer[], next text, said text, on_day date) returns table (id integer) language sql security definer set search_path from current as $$
      with t as (
        update task t set status = next, version = t.version + 1, done_on = case when next = 'DONE' then on_day end, note = case when next in ('OPEN', 'IN_PROGRESS') then t.note else said end
          from unnest(targets, helds) a (id, version) join task was on was.id = a.id
          where t.id = a.id and t.version = a.version and t.status in ('OPEN', 'IN_PROGRESS') and (said <> '' or (next in ('OPEN', 'IN_PROGRESS') and next <> t.status)) and ${WRITTEN_BY(MINE)}
          returning t.*, was.status as was),
      line as (insert into task_change (${LINE}) select ${lineOf(`case when t.status = t.was then 'NOTED' else 'MOVED' end`, 'said')} from t)
      select t.id from t
    $$`,
    `create function change_task(target integer, held integer, next text, said text, on_day date) returns boolean language sql set search_path from current as $$
      select exists (select from change_tasks(array[target], array[held], next, said, on_day))
    $$`,
    `create function postpone_task(target integer, held integer, due date, overdue date, why text) returns boolean language sql security definer set search_path from current as $$
      with t as (update task t set due_on = due, overdue_from = overdue, version = t.version + 1
          where t.id = target and t.version = held and t.status in ('OPEN', 'IN_PROGRESS') and why <> '' and ${WRITTEN_BY(`${MINE} and t.source = 'OWN'`)} returning t.*),
      line as (insert into task_change (${LINE}) select ${lineOf(`'POSTPONED'`, 'why')} from t)
      select exists (select from t)
    $$`,
    // To another person, who must be able to open what it is about. The lines of the history follow the owner.
    `create function reassign_tasks(targets integer[], helds integer[], person integer, why text, roles jsonb, on_day date) returns table (id integer) language sql security definer set search_path from current as $$
      with t as (update task t set owner_id = person, owner = (select u.full_name from app_user u where u.id = person), version = t.version + 1
          from unnest(targets, helds) a (id, version) where t.id = a.id and t.version = a.version and t.status in ('OPEN', 'IN_PROGRESS') and why <> ''
            and t.id in (select may_own_tasks(targets, person, roles, on_day)) and ${WRITTEN_BY('false')} returning t.*),
      earlier as (update task_change c set owner_id = person from t where c.task_id = t.id),
      line as (insert into task_change (${LINE}) select ${lineOf(`'REASSIGNED'`, 'why')} from t)
      select t.id from t
    $$`,
    ...['make_task', 'set_clock', 'meet_clock', 'stop_clocks', ...MADE_BY_PEOPLE, ...ASKED_BY_PEOPLE].flatMap(ownedByIngest),
    `grant execute on function make_task to reach_authority, reach_schools`,
    `grant execute on function ${[...MADE_BY_PEOPLE, ...ASKED_BY_PEOPLE].join(', ')} to reach_authority, reach_schools, reach_pupils`,
  ];
}
