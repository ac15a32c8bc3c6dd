import { ownedByIngest } from './sql-text.ts';

const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const OF_AUTHORITY = `current_setting('role') like 'reach\\_authority%'`;
const SEES_RESTRICTED = `current_setting('role') ~ '_(full|protected)$'`;
const OF_SCHOOL = (school: string): string => `(current_setting('role') like 'reach\\_schools%' and ${school} = any (current_setting('app.schools')::int[]))`;
const LOG = (command: string, why: string): string => `insert into meeting_change (meeting_id, command, status, on_day, at_time, reason, by_id, school_ids) select id, ${command}, status, on_day, at_time, ${why}, ${WHO}, school_ids from meeting where id = target`;
/** Deadlines that hang on a meeting, as the rules gave them. */
const CLOCKS = `perform set_clock(c || jsonb_build_object('source', 'MEETING', 'source_id', target)) from jsonb_array_elements(coalesce(given -> 'clocks', '[]')) c`;
const KEY = `meeting_id = target and school_id = g.school_id and place = g.place and subject = g.subject and field = g.field`;
const NAMES = ['save_meeting_answers', 'prepare_meeting', 'save_meeting_action', 'drop_meeting_action', 'complete_meeting_section', 'issue_meeting', 'lock_due_meetings', 'meeting_people'];
const WRITER = `language plpgsql security definer set search_path from current as`;

/** What writes the papers of a meeting. Rules were asked by the service; these ask for reach, status and version again, with the row held. */
export const MEETING_RECORD_FUNCTIONS: readonly string[] = [
  // As in the migration before, and with the deadlines that move with the day.
  `create or replace function plan_meeting(key uuid, command_of text, next text, given jsonb, schools integer[]) returns integer ${WRITER} $$
    declare target integer;
    begin
      if not ${OF_AUTHORITY} then raise exception 'meetings are planned by the authority' using errcode = '42501'; end if;
      insert into meeting (type, status, mode, on_day, at_time, minutes, place, officer_id, school_ids, made_with, made_by)
        values (given ->> 'type', next, given ->> 'mode', (given ->> 'on_day')::date, (given ->> 'at_time')::time, (given ->> 'minutes')::smallint, given ->> 'place', (given ->> 'officer_id')::int, schools, key, ${WHO})
        on conflict (made_with) do nothing returning id into target;
      if target is null then return (select id from meeting where made_with = key and made_by is not distinct from ${WHO}); end if;
      insert into meeting_school (meeting_id, school_id) select target, unnest(schools);
      ${LOG('command_of', 'null')};
      ${CLOCKS};
      return target;
    end $$`,
  `create or replace function change_meeting(target integer, held integer, command_of text, next text, given jsonb, why text) returns boolean ${WRITER} $$
    begin
      update meeting m set status = next, version = m.version + 1, on_day = coalesce((given ->> 'on_day')::date, m.on_day), at_time = coalesce((given ->> 'at_time')::time, m.at_time),
          mode = coalesce(given ->> 'mode', m.mode), place = coalesce(given ->> 'place', m.place), held_on = coalesce((given ->> 'held_on')::date, m.held_on),
          started_at = case when command_of = 'HOLD' then clock_timestamp() else m.started_at end
        where m.id = target and m.version = held and (${OF_AUTHORITY} or (current_setting('role') like 'reach\\_schools%' and m.school_ids && current_setting('app.schools')::int[]));
      if not found then return false; end if;
      if command_of = 'REOPEN_PREPARATION' then update meeting_school set prepared_at = null, prepared_by = null where meeting_id = target; end if;
      ${LOG('command_of', 'why')};
      if next in ('DECLINED', 'CANCELLED', 'NO_SHOW') then perform stop_clocks('MEETING', target, (given ->> 'today')::date); else ${CLOCKS}; end if;
      return true;
    end $$`,
  /*
   * Boxes are taken one by one in an order of their own, so that two senders never wait for each other in a ring. What another wrote
   * is kept when it gives way; what came too late is kept and changes nothing. No rows: the meeting does not stand as the sender saw it.
   */
  `create function save_meeting_answers(target integer, stands text, reading_at text, given jsonb) returns table (nth integer, is_saved boolean, now_version integer, now_value text, now_by integer) ${WRITER} $$
    declare g record; was meeting_answer; child record; schools integer[];
    begin
      select school_ids into schools from meeting where id = target and status = stands for share;
      if not found then return; end if;
      insert into meeting_presence (meeting_id, user_id, reading, school_ids) select target, ${WHO}, reading_at, schools where ${WHO} is not null
        on conflict (meeting_id, user_id) do update set reading = excluded.reading, at = clock_timestamp();
      for g in select e.nth::int, (e.item ->> 'school_id')::int as school_id, (e.item ->> 'pupil_id')::int as pupil_id, e.item ->> 'place' as place, e.item ->> 'subject' as subject, e.item ->> 'field' as field, e.item ->> 'value' as value, (e.item ->> 'base')::int as base
          from jsonb_array_elements(given) with ordinality e (item, nth) order by 2, 4, 5, 6 loop
        if not (g.school_id = any (schools)) or not (${OF_AUTHORITY} or ${OF_SCHOOL('g.school_id')} or (g.place = 'PARTNER' and current_setting('role') like 'reach\\_pupils%' and g.pupil_id = any (current_setting('app.pupils')::int[]))) then continue; end if;
        select array[g.school_id] as school_ids, false as restricted into child;
        if g.pupil_id is not null then
          select p.school_ids, p.restricted into child from pupil p join meeting_pupil l on l.pupil_id = p.id where p.id = g.pupil_id and l.meeting_id = target and l.school_id = g.school_id and l.removed_reason is null and (not p.restricted or ${SEES_RESTRICTED});
          if not found then continue; end if;
        end if;
        insert into meeting_answer (meeting_id, school_id, pupil_id, school_ids, restricted, place, subject, field, value, by_id)
          select target, g.school_id, g.pupil_id, child.school_ids, child.restricted, g.place, g.subject, g.field, g.value, ${WHO} where g.base = 0 on conflict on constraint meeting_answer_one do nothing;
        if found then return query select g.nth, true, 1, g.value, ${WHO}; continue; end if;
        select * into was from meeting_answer where ${KEY} for update;
        if was.id is null then continue; end if;
        if was.value = g.value then return query select g.nth, true, was.version, was.value, was.by_id; continue; end if;
        if was.version = g.base then
          if was.value <> '' and was.by_id is distinct from ${WHO} then
            insert into meeting_answer_lost (meeting_id, school_id, pupil_id, school_ids, restricted, place, subject, field, value, version, by_id, at, too_late)
              select meeting_id, school_id, pupil_id, school_ids, restricted, place, subject, field, value, version, by_id, at, false from meeting_answer where id = was.id;
          end if;
          update meeting_answer set value = g.value, version = version + 1, by_id = ${WHO}, at = clock_timestamp() where id = was.id;
          return query select g.nth, true, was.version + 1, g.value, ${WHO};
        else
          insert into meeting_answer_lost (meeting_id, school_id, pupil_id, school_ids, restricted, place, subject, field, value, version, by_id, too_late)
            select target, g.school_id, g.pupil_id, was.school_ids, was.restricted, g.place, g.subject, g.field, g.value, g.base, ${WHO}, true
            where g.value <> '' and not exists (select from meeting_answer_lost l where l.meeting_id = target and l.school_id = g.school_id and l.place = g.place and l.subject = g.subject and l.field = g.field and l.value = g.value and l.by_id is not distinct from ${WHO});
          return query select g.nth, false, was.version, was.value, was.by_id;
        end if;
      end loop;
    end $$`,
  // A meeting of several schools is prepared when the last of them is.
  `create function prepare_meeting(target integer, held integer, school integer, on_today date) returns boolean ${WRITER} $$
    declare is_last boolean;
    begin
      if not ${OF_SCHOOL('school')} then raise exception 'a preparation is the school’s' using errcode = '42501'; end if;
      perform from meeting where id = target and version = held and status = 'BOOKED' and school = any (school_ids) for update;
      if not found then return false; end if;
      update meeting_school set prepared_at = clock_timestamp(), prepared_by = ${WHO} where meeting_id = target and school_id = school;
      is_last := not exists (select from meeting_school where meeting_id = target and prepared_at is null);
      update meeting set status = case when is_last then 'PREPARED' else status end, version = version + 1 where id = target;
      perform meet_clock('PREPARATION', 'MEETING', target, school, on_today);
      ${LOG(`'PREPARE'`, 'null')};
      return true;
    end $$`,
  // Null: the meeting is not held, or the action was changed meanwhile. The same key again is the same action.
  `create function save_meeting_action(target integer, action integer, held integer, key uuid, given jsonb) returns integer ${WRITER} $$
    declare made integer; g record;
    begin
      if not ${OF_AUTHORITY} then raise exception 'actions are written by the authority' using errcode = '42501'; end if;
      perform from meeting where id = target and status = 'HELD' and (given ->> 'school_id')::int = any (school_ids) for share;
      if not found then return null; end if;
      select * into g from jsonb_to_record(given) x (school_id int, pupil_id int, type text, scope text, what text, side text, owner_id int, owner text, due_on date, priority text, service text, carried_from int);
      if g.pupil_id is not null and not exists (select from pupil where id = g.pupil_id and (not restricted or ${SEES_RESTRICTED})) then return null; end if;
      if action is not null then
        update meeting_action set type = g.type, scope = g.scope, what = g.what, side = g.side, owner_id = g.owner_id, owner = g.owner, due_on = g.due_on, priority = g.priority, service = g.service, version = version + 1
          where id = action and meeting_id = target and version = held and dropped_at is null;
        return case when found then action end;
      end if;
      insert into meeting_action (meeting_id, school_id, pupil_id, school_ids, restricted, type, scope, what, side, owner_id, owner, due_on, priority, service, carried_from, made_with, made_by)
        select target, g.school_id, g.pupil_id, coalesce(p.school_ids, array[g.school_id]), coalesce(p.restricted, false), g.type, g.scope, g.what, g.side, g.owner_id, g.owner, g.due_on, coalesce(g.priority, 'NORMAL'), g.service, g.carried_from, key, ${WHO}
          from (select) one left join pupil p on p.id = g.pupil_id on conflict (made_with) do nothing returning id into made;
      return coalesce(made, (select id from meeting_action where made_with = key and meeting_id = target));
    end $$`,
  `create function drop_meeting_action(target integer, action integer, held integer) returns boolean ${WRITER} $$
    begin
      if not ${OF_AUTHORITY} then raise exception 'actions are written by the authority' using errcode = '42501'; end if;
      perform from meeting where id = target and status = 'HELD' for share;
      if not found then return false; end if;
      update meeting_action set dropped_at = clock_timestamp(), version = version + 1 where id = action and meeting_id = target and version = held and dropped_at is null and (not restricted or ${SEES_RESTRICTED});
      return found;
    end $$`,
  // The row of the meeting is held whole, not shared: issuing a record completes its sections first, and of two that share it none could go on to change it.
  `create function complete_meeting_section(target integer, school integer) returns boolean ${WRITER} $$
    begin
      if not ${OF_AUTHORITY} then raise exception 'a section is completed by the authority' using errcode = '42501'; end if;
      perform from meeting where id = target and status in ('HELD', 'RECORD_ISSUED') for no key update;
      if not found then return false; end if;
      update meeting_school set section_complete_at = coalesce(section_complete_at, clock_timestamp()) where meeting_id = target and school_id = school;
      return found;
    end $$`,
  // Each action agreed becomes a task of its owner, each service asked for a draft, and the school has its days to comment. All of it, or nothing.
  `create function issue_meeting(target integer, held integer, given jsonb) returns boolean ${WRITER} $$
    declare a record;
    begin
      if not ${OF_AUTHORITY} then raise exception 'a record is issued by the authority' using errcode = '42501'; end if;
      update meeting set status = 'RECORD_ISSUED', version = version + 1, issued_on = (given ->> 'today')::date, comments_until = (given ->> 'comments_until')::date where id = target and version = held and status = 'HELD';
      if not found then return false; end if;
      for a in select x.*, m.held_on, coalesce((given -> 'overdue_from' ->> x.id::text)::date, x.due_on + 1) as overdue from meeting_action x join meeting m on m.id = x.meeting_id where x.meeting_id = target and x.dropped_at is null and x.task_id is null order by x.id loop
        update meeting_action set task_id = make_task(a.made_with, jsonb_build_object('source', 'MEETING', 'type', a.type, 'scope', a.scope, 'what', a.what, 'school_id', a.school_id, 'pupil_id', a.pupil_id, 'side', a.side, 'owner_id', a.owner_id, 'owner', a.owner,
          'priority', a.priority, 'from_on', a.held_on, 'due_on', a.due_on, 'overdue_from', a.overdue, 'carried_from', a.carried_from)) where id = a.id;
        if a.service is not null then
          insert into referral_draft (meeting_id, school_id, pupil_id, school_ids, restricted, action_id, service, reason) values (target, a.school_id, a.pupil_id, a.school_ids, a.restricted, a.id, a.service, a.what) on conflict (action_id) do nothing;
        end if;
      end loop;
      perform meet_clock('RECORD', 'MEETING', target, school_ids[1], (given ->> 'today')::date) from meeting where id = target;
      ${LOG(`'ISSUE'`, 'null')};
      return true;
    end $$`,
  // Ids only: who works at the schools of a meeting, and who of the council and its partners may be given an action.
  `create function meeting_people(target integer, roles text[], today date) returns table (user_id integer, role text, is_of_school boolean) language sql stable security definer set search_path from current as $$
      select distinct on (g.user_id) g.user_id, g.role, g.school_ids && m.school_ids
        from meeting m join user_grant g on g.school_ids && m.school_ids or (g.school_ids = '{}' and g.role = any (roles)) join app_user u on u.id = g.user_id and u.active
        where m.id = target and g.role <> 'GOVERNOR' and g.valid_from <= today and coalesce(g.valid_to, today) >= today
          and (${OF_AUTHORITY} or (current_setting('role') like 'reach\\_schools%' and m.school_ids && current_setting('app.schools')::int[]))
        order by g.user_id, 3 desc, g.role
    $$`,
  // By the portal itself, once the days to comment are over.
  `create function lock_due_meetings(on_today date) returns integer ${WRITER} $$
    declare locked integer;
    begin
      with due as (update meeting set status = 'LOCKED', locked_on = on_today, version = version + 1 where status = 'RECORD_ISSUED' and comments_until < on_today returning *),
        told as (insert into meeting_change (meeting_id, command, status, on_day, at_time, school_ids) select id, 'LOCK', status, on_day, at_time, school_ids from due returning 1)
      select count(*) into locked from told;
      return locked;
    end $$`,
  ...NAMES.flatMap(ownedByIngest),
  `grant execute on function save_meeting_answers to reach_authority, reach_schools, reach_pupils`,
  `grant execute on function prepare_meeting to reach_schools`,
  `grant execute on function meeting_people to reach_authority, reach_schools`,
  `grant execute on function save_meeting_action, drop_meeting_action, complete_meeting_section, issue_meeting to reach_authority`,
];
