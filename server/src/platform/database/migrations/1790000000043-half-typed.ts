import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { followsPupil, ownedByIngest } from './sql-text.ts';

const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const ROLE = `current_setting('role')`;
const OF_AUTHORITY = `${ROLE} like 'reach\\_authority%'`;
const SCHOOLS = `current_setting('app.schools')::int[]`;
const PUPILS = `current_setting('app.pupils')::int[]`;
const SEES_RESTRICTED = `${ROLE} ~ '_(full|protected)$'`;
const OF_SCHOOL = (school: string): string => `(${ROLE} like 'reach\\_schools%' and ${school})`;
/** Whether a row about a child, or about none, is within the reach of whoever asks. */
const KNOWS = (row: string, pupil: string): string => `(not ${row}.restricted or ${SEES_RESTRICTED}) and (${OF_AUTHORITY} or ${OF_SCHOOL(`${row}.school_ids && ${SCHOOLS}`)} or (${ROLE} like 'reach\\_pupils%' and ${pupil} = any (${PUPILS})))`;
const THE_ONE = `d.user_id = ${WHO} and d.meeting_id is not distinct from meeting_of and d.task_id is not distinct from task_of`;
const COUNTED = (name: string, test: string): string => `count(*) filter (where ${test}) as "${name}"`;
/** What came due in a term, side by side; what is no longer needed stands apart. */
const TERM_ACTIONS = `'actions', (select coalesce(jsonb_agg(a order by a.side), '[]') from (
              select side, ${COUNTED('due', 'came_due')}, ${COUNTED('onTime', 'came_due and on_time')}, ${COUNTED('late', `came_due and status = 'DONE' and not on_time`)},
                ${COUNTED('open', `came_due and status in ('OPEN', 'IN_PROGRESS')`)}, ${COUNTED('notDone', `came_due and status in ('PARTLY', 'NOT_DONE')`)}, ${COUNTED('notNeeded', 'not came_due')}
              from (select side, status, action_came_due(status, due_on, today) as came_due, action_done_on_time(status, done_on, due_on) as on_time from owed where due_on between term_from and term_to and due_on < today) o group by side) a),`;
const NAMES = ['save_draft_text', 'sent_draft_text', 'forget_draft_texts', 'unmeet_clock', 'change_meeting'];
const WRITER = `language plpgsql security definer set search_path from current as`;

/**
 * What a person has typed and not sent yet is kept as it is typed, theirs alone; a preparation that is opened again is owed again; and
 * whether an action was done on time is one rule for every count.
 */
export class HalfTyped1790000000043 extends ForwardOnly {
  readonly statements = [
    // Empty once it was sent: the row stays for a while with a higher version, so that a saving that comes late brings nothing back.
    `create table draft_text (
      id integer generated always as identity primary key,
      user_id integer not null references app_user (id),
      meeting_id integer references meeting (id),
      task_id integer references task (id),
      part text not null,
      pupil_id integer references pupil (id),
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      value text not null,
      version integer not null default 1,
      at timestamptz not null default clock_timestamp(),
      constraint draft_text_one unique nulls not distinct (user_id, meeting_id, task_id, part),
      constraint draft_text_about check (num_nonnulls(meeting_id, task_id) = 1),
      constraint draft_text_length check (length(part) between 1 and 80 and length(value) <= 4000)
    )`,
    `create index draft_text_pupil on draft_text (pupil_id)`,
    `create index draft_text_school_ids on draft_text using gin (school_ids)`,
    `create index draft_text_meeting on draft_text (meeting_id)`,
    `create index draft_text_task on draft_text (task_id)`,
    ...reachPolicies('draft_text', { schools: 'school_ids', pupil: 'pupil_id', restricted: 'restricted' }),
    ...followsPupil('draft_text'),
    `create policy draft_text_of_no_child on draft_text for select to reach_schools, reach_pupils using (pupil_id is null)`,
    // Nobody reads what somebody else has not sent, not even the authority.
    `create policy draft_text_own on draft_text as restrictive for select to reach_authority, reach_schools, reach_pupils using (user_id = current_setting('app.actor')::int)`,
    /*
     * One text over the version its writer saw; the same text again is the same saving. No row: what it is about is out of reach. No version: the
     * person keeps as many texts as there may be. It is a person's own, so whoever comes second is told what stands and may save over it.
     */
    `create function save_draft_text(meeting_of integer, task_of integer, part_of text, pupil_of integer, said text, held integer, most integer) returns table (is_saved boolean, now_version integer, now_value text) ${WRITER} $$
      declare child integer := pupil_of; schools integer[] := '{}'; hidden boolean := false; was draft_text;
      begin
        if ${WHO} is null then return; end if;
        if meeting_of is not null then
          perform from meeting m where m.id = meeting_of and (${OF_AUTHORITY} or ${OF_SCHOOL(`m.school_ids && ${SCHOOLS}`)});
          if not found then return; end if;
        else
          select t.pupil_id into child from task t where t.id = task_of and (t.owner_id = ${WHO} and t.pupil_id is null or ${KNOWS('t', 't.pupil_id')});
          if not found then return; end if;
        end if;
        if child is not null then
          select p.school_ids, p.restricted into schools, hidden from pupil p where p.id = child and ${KNOWS('p', 'p.id')};
          if not found then return; end if;
        end if;
        select * into was from draft_text d where ${THE_ONE} and d.part = part_of for update;
        if was.id is null then
          if said = '' then return query select true, 0, ''::text; return; end if;
          if held > 0 then return query select false, 0, ''::text; return; end if;
          if (select count(*) from draft_text d where d.user_id = ${WHO}) >= most then return query select false, null::integer, ''::text; return; end if;
          insert into draft_text (user_id, meeting_id, task_id, part, pupil_id, school_ids, restricted, value) values (${WHO}, meeting_of, task_of, part_of, child, schools, hidden, said) on conflict on constraint draft_text_one do nothing;
          if found then return query select true, 1, said; return; end if;
          select * into was from draft_text d where ${THE_ONE} and d.part = part_of for update;
        end if;
        if was.value = said then return query select true, was.version, was.value; return; end if;
        if was.version <> held then return query select false, was.version, was.value; return; end if;
        update draft_text d set value = said, version = d.version + 1, at = clock_timestamp() where d.id = was.id;
        return query select true, was.version + 1, said;
      end $$`,
    // In the transaction that makes the thing of it, and the texts that belong to it with it.
    `create function sent_draft_text(meeting_of integer, task_of integer, part_of text) returns void language sql security definer set search_path from current as $$
      update draft_text d set value = '', version = d.version + 1, at = clock_timestamp() where ${THE_ONE} and (d.part = part_of or starts_with(d.part, part_of || '/'))
    $$`,
    // By the portal itself: what nothing can be made of any more, what was sent yesterday or earlier, and what nobody touched for so many days.
    `create function forget_draft_texts(on_today date, kept_days integer) returns integer ${WRITER} $$
      declare gone integer;
      begin
        delete from draft_text d where d.at < on_today - kept_days or (d.value = '' and d.at < on_today - 1)
          or exists (select from task t where t.id = d.task_id and t.status not in ('OPEN', 'IN_PROGRESS'))
          or exists (select from meeting m where m.id = d.meeting_id and (m.status in ('LOCKED', 'DECLINED', 'CANCELLED', 'NO_SHOW') or (m.status = 'RECORD_ISSUED' and d.part <> 'COMMENT')));
        get diagnostics gone = row_count;
        return gone;
      end $$`,
    // What was met is owed again.
    `create function unmeet_clock(kind_of text, source_of text, source_id_of integer) returns void language sql security definer set search_path from current as $$
      update clock set met_on = null where kind = kind_of and source = source_of and source_id = source_id_of and met_on is not null
    $$`,
    // As in the migration of the record; a preparation that is opened again is neither submitted nor met.
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
        if next in ('DECLINED', 'CANCELLED', 'NO_SHOW') then perform stop_clocks('MEETING', target, (given ->> 'today')::date);
        else perform set_clock(c || jsonb_build_object('source', 'MEETING', 'source_id', target)) from jsonb_array_elements(coalesce(given -> 'clocks', '[]')) c; end if;
        return true;
      end $$`,
    ...NAMES.flatMap(ownedByIngest),
    `grant execute on function save_draft_text, sent_draft_text to reach_authority, reach_schools, reach_pupils`,
    `grant execute on function forget_draft_texts to reach_authority_full`,
    `grant execute on function change_meeting to reach_authority, reach_schools`,
    // The twins of hasComeDue and isDoneOnTime in shared/src/tasks, for every count of actions.
    `create function action_came_due(status text, due_on date, today date) returns boolean language sql immutable parallel safe as $$ select due_on < today and status <> 'NO_LONGER_NEEDED' $$`,
    `create function action_done_on_time(status text, done_on date, due_on date) returns boolean language sql immutable parallel safe as $$ select coalesce(status = 'DONE' and done_on <= due_on, false) $$`,
    // All else the function says stays word for word: its text is taken from the database, whatever else was changed in it.
    `do $do$ declare was text; def text;
      begin
        select pg_get_functiondef(p.oid) into strict was from pg_proc p where p.proname = 'term_meeting_facts' and p.pronamespace = current_schema()::regnamespace;
        def := regexp_replace(was, '''actions'', \\(select.*?group by side\\) a\\),', $new$${TERM_ACTIONS}$new$);
        if def = was or def !~ 'action_done_on_time' then raise exception 'term_meeting_facts is not as it was made'; end if;
        execute def;
      end $do$`,
  ];
}
