import { MESSAGE_KINDS } from '@attendance/shared/communications';
import { MEETING_COMMANDS } from '@attendance/shared/meetings';
import { ForwardOnly } from './forward-only.ts';
import { literal, ownedByIngest } from './sql-text.ts';

const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const OF_AUTHORITY = `current_setting('role') like 'reach\\_authority%'`;
const SEES_RESTRICTED = `current_setting('role') ~ '_(full|protected)$'`;
const IN_FORCE = (row: string): string => `${row}.valid_from <= on_today and coalesce(${row}.valid_to, on_today) >= on_today`;
const list = (words: readonly string[]): string => words.map(literal).join(', ');
const FUNCTIONS = ['meeting_told', 'meeting_recipients', 'planned_recipients', 'meeting_officers', 'hand_on_meetings', 'meeting_earlier_officer_address'];

/** Who holds a meeting can change, and whom messages go to is asked with the grants in force: of the officer as of everybody else. */
export class MeetingOfficers1790000000047 extends ForwardOnly {
  readonly statements = [
    `alter table meeting_change drop constraint meeting_change_command, add constraint meeting_change_command check (command in (${list(MEETING_COMMANDS)})),
      add column from_officer_id integer references app_user (id), add column to_officer_id integer references app_user (id),
      add constraint meeting_change_officer check ((command = 'HAND_ON') = (to_officer_id is not null) and (to_officer_id is null) = (from_officer_id is null))`,
    `alter table outbox_message drop constraint outbox_message_kind, add constraint outbox_message_kind check (kind in (${list(MESSAGE_KINDS)}))`,
    `create index meeting_officer on meeting (officer_id, on_day)`,
    `create index clock_source on clock (source, source_id)`,

    // Ids only, and no reach: for the two below, which ask for it. The officer, without a school, where a role in force holds meetings; each champion with the schools that are theirs.
    `create function meeting_told(officer integer, schools integer[], recording text[], on_today date) returns table (user_id integer, school_ids integer[], has_address boolean) language sql stable security definer set search_path from current as $$
      with g as (select h.user_id, h.role, h.school_ids || array(select s.id from school s where s.trust_id = h.trust_id) as school_ids from user_grant h where ${IN_FORCE('h')}),
        lead as (select distinct g.user_id from g where g.user_id = officer and g.role = any (recording)),
        champion as (select g.user_id, array_agg(distinct s.id order by s.id) as school_ids from g cross join lateral unnest(g.school_ids) s (id)
          where g.role = 'ATTENDANCE_CHAMPION' and s.id = any (schools) group by 1)
      select r.user_id, r.school_ids, u.email like '%_@_%' from (select lead.user_id, '{}'::integer[] as school_ids from lead union all select * from champion where champion.user_id not in (select lead.user_id from lead)) r
        join app_user u on u.id = r.user_id and u.active
    $$`,
    `drop function meeting_recipients(integer, date)`,
    `create function meeting_recipients(target integer, recording text[], on_today date) returns table (user_id integer, school_ids integer[], has_address boolean) language sql stable security definer set search_path from current as $$
      select t.* from meeting m cross join lateral meeting_told(m.officer_id, m.school_ids, recording, on_today) t
        where m.id = target and (${OF_AUTHORITY} or (current_setting('role') like 'reach\\_schools%' and m.school_ids && current_setting('app.schools')::int[]))
    $$`,
    // Before there is a meeting: whoever plans one is told whom it would be told to.
    `create function planned_recipients(officer integer, schools integer[], recording text[], on_today date) returns table (user_id integer, school_ids integer[], has_address boolean) language sql stable security definer set search_path from current as $$
      select t.* from meeting_told(officer, schools, recording, on_today) t where ${OF_AUTHORITY}
    $$`,
    // People who may hold a meeting of any school of the authority: a role in force that records meetings and reaches all of it.
    `create function meeting_officers(roles jsonb, on_today date) returns table (user_id integer, sees_restricted boolean, has_address boolean) language sql stable security definer set search_path from current as $$
      select u.id, bool_or(roles -> 'fully' ? g.role), bool_or(u.email like '%_@_%') from user_grant g join app_user u on u.id = g.user_id and u.active
        where ${OF_AUTHORITY} and ${IN_FORCE('g')} and roles -> 'holding' ? g.role group by 1
    $$`,
    /*
     * To another officer, each where it is as the sender saw it and not closed. Deadlines that run follow, and what the earlier officer took
     * on in a meeting whose record is not issued; tasks have owners of their own. A restricted child on the list needs somebody who may know
     * of it: refused only to those who know, so that a refusal tells nobody of a child.
     */
    `create function hand_on_meetings(targets integer[], helds integer[], person integer, why text, roles jsonb, on_today date) returns table (id integer) language plpgsql security definer set search_path from current as $$
      begin
        if not ${OF_AUTHORITY} then raise exception 'meetings are handed on by the authority' using errcode = '42501'; end if;
        return query with fit as (select o.sees_restricted, u.full_name from meeting_officers(roles, on_today) o join app_user u on u.id = o.user_id where o.user_id = person),
          m as (update meeting x set officer_id = person, version = x.version + 1
            from unnest(targets, helds) a (id, version) join meeting was on was.id = a.id cross join fit
            where x.id = a.id and x.version = a.version and was.version = a.version and x.status in ('OFFERED', 'BOOKED', 'PREPARED', 'HELD', 'RECORD_ISSUED') and x.officer_id <> person and why <> ''
              and (fit.sees_restricted or not ${SEES_RESTRICTED} or not exists (select from meeting_pupil l where l.meeting_id = x.id and l.restricted and l.removed_reason is null))
            returning x.id, x.status, x.on_day, x.at_time, x.school_ids, was.officer_id as from_id, fit.full_name),
          line as (insert into meeting_change (meeting_id, command, status, on_day, at_time, reason, by_id, school_ids, from_officer_id, to_officer_id)
            select m.id, 'HAND_ON', m.status, m.on_day, m.at_time, why, ${WHO}, m.school_ids, m.from_id, person from m),
          kept as (update clock k set officer_id = person from m where k.source = 'MEETING' and k.source_id = m.id and k.met_on is null and k.stopped_on is null),
          taken as (update meeting_action c set owner_id = person, owner = m.full_name, version = c.version + 1 from m where c.meeting_id = m.id and c.owner_id = m.from_id and c.task_id is null and c.dropped_at is null)
          select m.id from m;
      end $$`,
    // For the file that takes a meeting out of the calendar of whoever held it before.
    `create function meeting_earlier_officer_address(target integer) returns text language sql stable security definer set search_path from current as $$
      select u.email from meeting_change c join app_user u on u.id = c.from_officer_id where c.meeting_id = target and c.command = 'HAND_ON' and ${OF_AUTHORITY} order by c.id desc limit 1
    $$`,
    ...FUNCTIONS.flatMap(ownedByIngest),
    `grant execute on function meeting_recipients to reach_authority, reach_schools`,
    `grant execute on function planned_recipients, meeting_officers, hand_on_meetings, meeting_earlier_officer_address to reach_authority`,
  ];
}
