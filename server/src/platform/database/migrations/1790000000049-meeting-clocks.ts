import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const OF_AUTHORITY = `current_setting('role') like 'reach\\_authority%'`;
const OF_SCHOOL = (held: string): string => `(current_setting('role') like 'reach\\_schools%' and ${held})`;
const SCHOOLS = `current_setting('app.schools')::int[]`;
const WRITER = 'language plpgsql security definer set search_path from current as';

/** The wall has every deadline of a meeting that is somebody's duty: commands meet them, a pack meets its own, and what a term asks of each school stands there too. */
export class MeetingClocks1790000000049 extends ForwardOnly {
  readonly statements = [
    // As in the migration of half-typed lines; which clocks a command meets, or makes owed again, is said by the rules.
    `create or replace function change_meeting(target integer, held integer, command_of text, next text, given jsonb, why text) returns boolean ${WRITER} $$
      begin
        update meeting m set status = next, version = m.version + 1, on_day = coalesce((given ->> 'on_day')::date, m.on_day), at_time = coalesce((given ->> 'at_time')::time, m.at_time),
            mode = coalesce(given ->> 'mode', m.mode), place = coalesce(given ->> 'place', m.place), held_on = coalesce((given ->> 'held_on')::date, m.held_on),
            started_at = case when command_of = 'HOLD' then clock_timestamp() else m.started_at end
          where m.id = target and m.version = held and (${OF_AUTHORITY} or ${OF_SCHOOL(`m.school_ids && ${SCHOOLS}`)});
        if not found then return false; end if;
        if command_of = 'REOPEN_PREPARATION' then
          update meeting_school set prepared_at = null, prepared_by = null where meeting_id = target;
          perform unmeet_clock('PREPARATION', 'MEETING', target);
        end if;
        insert into meeting_change (meeting_id, command, status, on_day, at_time, reason, by_id, school_ids) select id, command_of, status, on_day, at_time, why, ${WHO}, school_ids from meeting where id = target;
        update clock set met_on = null where source = 'MEETING' and source_id = target and given -> 'owed' ? kind;
        if next in ('DECLINED', 'CANCELLED', 'NO_SHOW') then perform stop_clocks('MEETING', target, (given ->> 'today')::date);
        else
          update clock set met_on = (given ->> 'today')::date where source = 'MEETING' and source_id = target and given -> 'met' ? kind and met_on is null and stopped_on is null;
          perform set_clock(c || jsonb_build_object('source', 'MEETING', 'source_id', target)) from jsonb_array_elements(coalesce(given -> 'clocks', '[]')) c;
        end if;
        return true;
      end $$`,
    // The school may say nothing to a record: its days are over, and nobody broke them.
    `create or replace function lock_due_meetings(on_today date) returns integer ${WRITER} $$
      declare locked integer;
      begin
        with due as (update meeting set status = 'LOCKED', locked_on = on_today, version = version + 1 where status = 'RECORD_ISSUED' and comments_until < on_today returning *),
          told as (insert into meeting_change (meeting_id, command, status, on_day, at_time, school_ids) select id, 'LOCK', status, on_day, at_time, school_ids from due returning 1),
          stopped as (update clock k set stopped_on = on_today from due where k.source = 'MEETING' and k.source_id = due.id and k.kind = 'COMMENTS' and k.met_on is null and k.stopped_on is null)
        select count(*) into locked from told;
        return locked;
      end $$`,
    // A pack that is frozen, by the portal or by hand, was owed no longer.
    `create function pack_meets_clock() returns trigger ${WRITER} $$
      begin
        perform meet_clock('PACK', 'MEETING', new.meeting_id, new.school_id, new.frozen_on);
        return null;
      end $$`,
    `create trigger meeting_pack_meets_clock after insert on meeting_pack for each row execute function pack_meets_clock()`,
    // By the authority, and by the portal each day: deadlines that are missing or stand otherwise than the rules say, and those that are met. Gives how many changed; a second time none.
    `create function keep_clocks(wanted jsonb, met jsonb, on_today date) returns integer ${WRITER} $$
      declare kept integer; gone integer;
      begin
        if not ${OF_AUTHORITY} then raise exception 'deadlines are kept by the authority' using errcode = '42501'; end if;
        with w as (select c from jsonb_array_elements(wanted) c
            where not exists (select from clock k where k.kind = c ->> 'kind' and k.source = c ->> 'source' and k.source_id = (c ->> 'source_id')::int and k.school_id is not distinct from (c ->> 'school_id')::int
              and (k.met_on is not null or (k.due_on = (c ->> 'due_on')::date and k.officer_id is not distinct from (c ->> 'officer_id')::int and k.stopped_on is null)))),
          done as (select set_clock(c) from w)
        select count(*) into kept from done;
        update clock k set met_on = on_today from jsonb_to_recordset(met) x (kind text, source text, source_id int, school_id int)
          where k.kind = x.kind and k.source = x.source and k.source_id = x.source_id and k.school_id = x.school_id and k.met_on is null;
        get diagnostics gone = row_count;
        return kept + gone;
      end $$`,
    ...['change_meeting', 'lock_due_meetings', 'pack_meets_clock', 'keep_clocks'].flatMap(ownedByIngest),
    `grant execute on function change_meeting to reach_authority, reach_schools`,
    `grant execute on function lock_due_meetings to reach_authority_full`,
    `grant execute on function keep_clocks to reach_authority`,
  ];
}
