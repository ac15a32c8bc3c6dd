import { MEETING_COMMANDS, MEETING_STATUSES, MeetingMode, MeetingType } from '@attendance/shared/meetings';
import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

const OF_SCHOOLS = { schools: 'school_ids' };
const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const FUNCTIONS = ['plan_meeting', 'change_meeting'];

/**
 * Targeting support meetings: who meets which schools and when, and everything that was done to a date. A reach reads, and writes
 * through these functions: the authority plans, and each side gives its commands to meetings within its reach. Which command
 * leads where is the status table in shared/src/meetings, which the service asks; here a version keeps two people apart.
 */
export class Meetings1790000000022 extends ForwardOnly {
  readonly statements = [
    `create table meeting (
      id integer generated always as identity primary key,
      type text not null,
      status text not null,
      mode text not null,
      on_day date not null,
      at_time time not null,
      minutes smallint not null,
      place text not null default '',
      officer_id integer not null references app_user (id),
      school_ids integer[] not null,
      version integer not null default 1,
      made_with uuid not null,
      made_by integer references app_user (id),
      made_at timestamptz not null default now(),
      constraint meeting_made_once unique (made_with),
      constraint meeting_type check (type in (${list(Object.values(MeetingType))})),
      constraint meeting_status check (status in (${list(MEETING_STATUSES)})),
      constraint meeting_mode check (mode in (${list(Object.values(MeetingMode))})),
      constraint meeting_minutes check (minutes between 10 and 480),
      constraint meeting_schools check (cardinality(school_ids) > 0),
      constraint meeting_place check (length(place) <= 200)
    )`,
    `create index meeting_day on meeting (on_day)`,
    `create index meeting_school_ids on meeting using gin (school_ids)`,
    // Each school of a meeting has a section of the record of its own, and only with it complete is the school covered.
    `create table meeting_school (
      meeting_id integer not null references meeting (id),
      school_id integer not null references school (id),
      section_complete_at timestamptz,
      primary key (meeting_id, school_id)
    )`,
    `create index meeting_school_school on meeting_school (school_id)`,
    // Commands in the order they were given; offers and refusals are counted from here.
    `create table meeting_change (
      id bigint generated always as identity primary key,
      meeting_id integer not null references meeting (id),
      command text not null,
      status text not null,
      on_day date not null,
      at_time time not null,
      reason text,
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      school_ids integer[] not null,
      constraint meeting_change_command check (command in (${list(MEETING_COMMANDS)})),
      constraint meeting_change_reason check (length(reason) between 1 and 1000)
    )`,
    `create index meeting_change_meeting on meeting_change (meeting_id, id)`,
    ...reachPolicies('meeting', OF_SCHOOLS),
    ...reachPolicies('meeting_school', { school: 'school_id' }),
    ...reachPolicies('meeting_change', OF_SCHOOLS),

    // The same key twice is the same meeting once: the second press of a button finds what the first made.
    `create function plan_meeting(key uuid, command_of text, next text, given jsonb, schools integer[]) returns integer language plpgsql security definer set search_path from current as $$
      declare made integer;
      begin
        if current_setting('role') not like 'reach\\_authority%' then raise exception 'meetings are planned by the authority' using errcode = '42501'; end if;
        insert into meeting (type, status, mode, on_day, at_time, minutes, place, officer_id, school_ids, made_with, made_by)
          values (given ->> 'type', next, given ->> 'mode', (given ->> 'on_day')::date, (given ->> 'at_time')::time, (given ->> 'minutes')::smallint, given ->> 'place', (given ->> 'officer_id')::int, schools, key, ${WHO})
          on conflict (made_with) do nothing returning id into made;
        if made is null then return (select id from meeting where made_with = key and made_by is not distinct from ${WHO}); end if;
        insert into meeting_school (meeting_id, school_id) select made, unnest(schools);
        insert into meeting_change (meeting_id, command, status, on_day, at_time, by_id, school_ids) select id, command_of, status, on_day, at_time, ${WHO}, school_ids from meeting where id = made;
        return made;
      end $$`,
    // Whether it was as the sender saw it: otherwise nothing is done.
    `create function change_meeting(target integer, held integer, command_of text, next text, given jsonb, why text) returns boolean language plpgsql security definer set search_path from current as $$
      begin
        update meeting m set status = next, version = m.version + 1, on_day = coalesce((given ->> 'on_day')::date, m.on_day), at_time = coalesce((given ->> 'at_time')::time, m.at_time),
            mode = coalesce(given ->> 'mode', m.mode), place = coalesce(given ->> 'place', m.place)
          where m.id = target and m.version = held and (current_setting('role') like 'reach\\_authority%' or (current_setting('role') like 'reach\\_schools%' and m.school_ids && current_setting('app.schools')::int[]));
        if not found then return false; end if;
        insert into meeting_change (meeting_id, command, status, on_day, at_time, reason, by_id, school_ids) select id, command_of, status, on_day, at_time, why, ${WHO}, school_ids from meeting where id = target;
        return true;
      end $$`,
    ...FUNCTIONS.flatMap(ownedByIngest),
    `grant execute on function plan_meeting to reach_authority`,
    `grant execute on function change_meeting to reach_authority, reach_schools`,
  ];
}
