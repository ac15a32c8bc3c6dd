import { BARRIER_KINDS, BARRIER_STATUSES, BarrierStatus } from '@attendance/shared/attendance';
import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

const OF_PUPIL = { schools: 'school_ids', pupil: 'pupil_id', restricted: 'restricted' };
/** Rows of a barrier name no child: people who see figures only read them as well. */
const OF_SCHOOLS = { schools: 'school_ids', aggregate: true };
const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const WHO = `nullif(current_setting('app.actor')::int, 0)`;
/** What a form gave, as columns: whoever calls has judged the words already, and the table judges them again. */
const GIVEN = `given ->> 'title' as title, given ->> 'kind' as kind, given ->> 'known' as known, given ->> 'place' as place, (given ->> 'since_on')::date as since_on, (given ->> 'owner_id')::int as owner_id`;
const ACTION_GIVEN = `given ->> 'what' as what, given ->> 'owner' as owner, (given ->> 'due_on')::date as due_on, given ->> 'done_when' as done_when, given ->> 'outcome' as outcome, (given ->> 'done_on')::date as done_on`;
/** Each field that is not as it was, with both values. */
const CHANGED = `(select jsonb_object_agg(now.key, jsonb_build_array(old.value, now.value)) from jsonb_each(given) now join jsonb_each(to_jsonb(was)) old using (key) where now.value is distinct from old.value)`;

const FUNCTIONS = ['save_barrier', 'move_barrier', 'link_barrier', 'save_barrier_action', 'barrier_owners'];

/**
 * Area barriers: what keeps children of several schools away, who works on it, and everything that was ever changed. A reach
 * reads and writes nothing itself: these functions write, for those who reach the whole authority, and check that again.
 */
export class Barriers1790000000015 extends ForwardOnly {
  readonly statements = [
    `create table barrier (
      id integer generated always as identity primary key,
      title text not null,
      kind text not null,
      known text not null,
      place text not null default '',
      since_on date not null,
      owner_id integer not null references app_user (id),
      status text not null default '${BarrierStatus.OPEN}',
      reason text,
      school_ids integer[] not null default '{}',
      version integer not null default 1,
      made_with uuid not null,
      made_by integer references app_user (id),
      made_at timestamptz not null default now(),
      constraint barrier_made_once unique (made_with),
      constraint barrier_kind check (kind in (${list(BARRIER_KINDS)})),
      constraint barrier_status check (status in (${list(BARRIER_STATUSES)})),
      constraint barrier_closed check (status not in ('RESOLVED', 'CLOSED_UNRESOLVED') or reason is not null),
      constraint barrier_texts check (length(title) between 1 and 120 and length(known) between 1 and 4000 and length(place) <= 200)
    )`,
    `create index barrier_school_ids on barrier using gin (school_ids)`,
    `create table barrier_action (
      id integer generated always as identity primary key,
      barrier_id integer not null references barrier (id),
      what text not null,
      owner text not null,
      due_on date not null,
      done_when text not null,
      outcome text not null default '',
      done_on date,
      version integer not null default 1,
      made_with uuid not null,
      school_ids integer[] not null,
      constraint barrier_action_made_once unique (made_with),
      constraint barrier_action_texts check (length(what) between 1 and 500 and length(owner) between 1 and 120 and length(done_when) between 1 and 500 and length(outcome) <= 1000)
    )`,
    `create index barrier_action_barrier on barrier_action (barrier_id)`,
    // The chronology, in the order of writing. Schools are copied from the barrier, as for its actions, so that each reach has a plain comparison.
    `create table barrier_change (
      id bigint generated always as identity primary key,
      barrier_id integer not null references barrier (id),
      action_id integer references barrier_action (id),
      kind text not null,
      fields jsonb not null default '{}',
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      school_ids integer[] not null,
      constraint barrier_change_kind check (kind in ('MADE', 'CHANGED', 'MOVED', 'SCHOOL_LINKED', 'SCHOOL_UNLINKED', 'ACTION_MADE', 'ACTION_CHANGED'))
    )`,
    `create index barrier_change_barrier on barrier_change (barrier_id, id)`,
    // Each text of the note stays; the last is the note. No school and nobody with figures only reads any.
    `create table barrier_team_note (
      id integer generated always as identity primary key,
      barrier_id integer not null references barrier (id),
      note text not null,
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      constraint barrier_team_note_text check (length(note) <= 4000)
    )`,
    `create index barrier_team_note_barrier on barrier_team_note (barrier_id, id)`,
    // A pupil who is no longer linked keeps the row, with its end.
    `create table barrier_pupil (
      id integer generated always as identity primary key,
      barrier_id integer not null references barrier (id),
      pupil_id integer not null references pupil (id),
      linked_at timestamptz not null default clock_timestamp(),
      linked_by integer references app_user (id),
      unlinked_at timestamptz,
      unlinked_by integer references app_user (id),
      school_ids integer[] not null,
      restricted boolean not null
    )`,
    `create unique index barrier_pupil_linked_once on barrier_pupil (barrier_id, pupil_id) where unlinked_at is null`,
    `create index barrier_pupil_pupil on barrier_pupil (pupil_id)`,
    ...reachPolicies('barrier', OF_SCHOOLS),
    ...reachPolicies('barrier_action', OF_SCHOOLS),
    ...reachPolicies('barrier_change', OF_SCHOOLS),
    ...reachPolicies('barrier_team_note', {}),
    ...reachPolicies('barrier_pupil', OF_PUPIL),

    // Whatever changes a child's reach changes it here too, in the same transaction.
    `create function follow_pupil_reach() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        update barrier_pupil b set school_ids = p.school_ids, restricted = p.restricted from changed p
          where b.pupil_id = p.id and (b.school_ids, b.restricted) is distinct from (p.school_ids, p.restricted);
        return null;
      end $$`,
    `create trigger pupil_reach_followed after update on pupil referencing new table as changed for each statement execute function follow_pupil_reach()`,

    `create function may_keep_barriers() returns void language plpgsql as $$
      begin
        if current_setting('role') not like 'reach\\_authority%' then raise exception 'barriers are out of reach' using errcode = '42501'; end if;
      end $$`,
    // The same key twice is the same barrier once: the second press of a button finds what the first made.
    `create function save_barrier(target integer, held integer, key uuid, given jsonb, team_note text) returns integer language plpgsql security definer set search_path from current as $$
      declare was barrier; made integer; fields jsonb; says text;
      begin
        perform may_keep_barriers();
        if target is null then
          insert into barrier (title, kind, known, place, since_on, owner_id, made_with, made_by)
            select g.*, key, ${WHO} from (select ${GIVEN}) g on conflict (made_with) do nothing returning id into made;
          if made is null then return (select id from barrier where made_with = key and made_by is not distinct from ${WHO}); end if;
          insert into barrier_change (barrier_id, kind, by_id, school_ids) values (made, 'MADE', ${WHO}, '{}');
          if team_note <> '' then insert into barrier_team_note (barrier_id, note, by_id) values (made, team_note, ${WHO}); end if;
          return made;
        end if;
        select * into was from barrier where id = target for update;
        if was.id is null or was.version <> held then return null; end if;
        fields := ${CHANGED};
        select coalesce((select note from barrier_team_note where barrier_id = target order by id desc limit 1), '') into says;
        if fields is null and says = team_note then return target; end if;
        update barrier b set (title, kind, known, place, since_on, owner_id) = (select ${GIVEN}), version = b.version + 1 where id = target and version = held;
        if fields is not null then insert into barrier_change (barrier_id, kind, fields, by_id, school_ids) values (target, 'CHANGED', fields, ${WHO}, was.school_ids); end if;
        if says <> team_note then insert into barrier_team_note (barrier_id, note, by_id) values (target, team_note, ${WHO}); end if;
        return target;
      end $$`,
    `create function move_barrier(target integer, held integer, next text, why text) returns boolean language plpgsql security definer set search_path from current as $$
      declare was barrier;
      begin
        perform may_keep_barriers();
        select * into was from barrier where id = target for update;
        update barrier set status = next, reason = why, version = version + 1 where id = target and version = held;
        if not found then return false; end if;
        insert into barrier_change (barrier_id, kind, fields, by_id, school_ids) values (target, 'MOVED', jsonb_build_object('status', jsonb_build_array(was.status, next), 'reason', jsonb_build_array(was.reason, why)), ${WHO}, was.school_ids);
        return true;
      end $$`,
    // Says whether anything changed: what is linked already, or not at all, stays as it is.
    `create function link_barrier(target integer, school_of integer, pupil_of integer, linked boolean) returns boolean language plpgsql security definer set search_path from current as $$
      declare was barrier; ids integer[]; child pupil;
      begin
        perform may_keep_barriers();
        select * into was from barrier where id = target for update;
        if was.id is null then raise exception 'barrier % is not there', target; end if;
        if pupil_of is not null then
          select * into child from pupil where id = pupil_of;
          if child.id is null or (child.restricted and current_setting('role') not in ('reach_authority_full', 'reach_authority_protected')) then raise exception 'pupil % is out of reach', pupil_of using errcode = '42501'; end if;
          if linked then
            insert into barrier_pupil (barrier_id, pupil_id, linked_by, school_ids, restricted) values (target, pupil_of, ${WHO}, child.school_ids, child.restricted) on conflict (barrier_id, pupil_id) where unlinked_at is null do nothing;
          else
            update barrier_pupil set unlinked_at = clock_timestamp(), unlinked_by = ${WHO} where barrier_id = target and pupil_id = pupil_of and unlinked_at is null;
          end if;
          return found;
        end if;
        if not exists (select from school where id = school_of) then raise exception 'school % is not there', school_of; end if;
        if linked = (school_of = any (was.school_ids)) then return false; end if;
        ids := case when linked then was.school_ids || school_of else array_remove(was.school_ids, school_of) end;
        update barrier set school_ids = ids where id = target;
        update barrier_action set school_ids = ids where barrier_id = target;
        insert into barrier_change (barrier_id, kind, fields, by_id, school_ids) values (target, case when linked then 'SCHOOL_LINKED' else 'SCHOOL_UNLINKED' end, jsonb_build_object('school', jsonb_build_array(null, school_of)), ${WHO}, ids);
        update barrier_change set school_ids = ids where barrier_id = target;
        return true;
      end $$`,
    `create function save_barrier_action(target integer, action integer, held integer, key uuid, given jsonb) returns integer language plpgsql security definer set search_path from current as $$
      declare was barrier_action; made integer; fields jsonb; schools integer[];
      begin
        perform may_keep_barriers();
        select school_ids into schools from barrier where id = target for share;
        if schools is null then return null; end if;
        if action is null then
          insert into barrier_action (barrier_id, what, owner, due_on, done_when, outcome, done_on, made_with, school_ids)
            select target, g.*, key, schools from (select ${ACTION_GIVEN}) g on conflict (made_with) do nothing returning id into made;
          if made is null then return (select id from barrier_action where made_with = key and barrier_id = target); end if;
          insert into barrier_change (barrier_id, action_id, kind, by_id, school_ids) values (target, made, 'ACTION_MADE', ${WHO}, schools);
          return made;
        end if;
        select * into was from barrier_action where id = action and barrier_id = target for update;
        if was.id is null or was.version <> held then return null; end if;
        fields := ${CHANGED};
        if fields is null then return action; end if;
        update barrier_action a set (what, owner, due_on, done_when, outcome, done_on) = (select ${ACTION_GIVEN}), version = a.version + 1 where id = action and version = held;
        insert into barrier_change (barrier_id, action_id, kind, fields, by_id, school_ids) values (target, action, 'ACTION_CHANGED', fields, ${WHO}, schools);
        return action;
      end $$`,
    // Ids only: who holds one of these roles on a day, and may so be named as an owner.
    `create function barrier_owners(roles text[], today date) returns table (user_id integer) language sql stable security definer set search_path from current as $$
       select distinct g.user_id from user_grant g join app_user u on u.id = g.user_id
       where u.active and g.role = any (roles) and g.valid_from <= today and coalesce(g.valid_to, today) >= today $$`,
    ...[...FUNCTIONS, 'follow_pupil_reach'].flatMap(ownedByIngest),
    ...FUNCTIONS.filter((name) => name !== 'barrier_owners').map((name) => `grant execute on function ${name} to reach_authority`),
    `grant execute on function barrier_owners to reach_authority, reach_schools, reach_aggregate, reach_area`,
    `grant execute on function may_keep_barriers to portal_ingest`,
  ];
}
