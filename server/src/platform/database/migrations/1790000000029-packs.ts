import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { followsPupil, ownedByIngest } from './sql-text.ts';

const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const FUNCTIONS = ['freeze_pack', 'keep_meeting_pupil', 'drop_meeting_pupil', 'keep_meeting_cohort', 'drop_meeting_cohort'];
/** A command about whom a meeting of one school speaks is given within reach, and never once the record is issued. */
const MAY_CHOOSE = `
        if current_setting('role') not like 'reach\\_authority%' and not (current_setting('role') like 'reach\\_schools%' and school = any (current_setting('app.schools')::int[])) then
          raise exception 'this meeting is out of reach' using errcode = '42501';
        end if;
        perform from meeting m join meeting_school s on s.meeting_id = m.id where m.id = target and s.school_id = school and m.status in ('OFFERED', 'BOOKED', 'PREPARED', 'HELD') for update of m;
        if not found then return false; end if;`;

/**
 * The data pack of a meeting, frozen: never changed, and made anew only under a further number with a reason. Counts stand in the
 * pack; children stand in rows of their own, which follow the child's reach from then on.
 */
export class Packs1790000000029 extends ForwardOnly {
  readonly statements = [
    `create table meeting_pack (
      id integer generated always as identity primary key,
      meeting_id integer not null references meeting (id),
      school_id integer not null references school (id),
      number smallint not null,
      frozen_on date not null,
      marks_to date,
      body jsonb not null,
      row_hashes text[] not null,
      hash text not null,
      reason text,
      made_by integer references app_user (id),
      made_at timestamptz not null default now(),
      constraint meeting_pack_one unique (meeting_id, school_id, number),
      constraint meeting_pack_hash check (hash ~ '^[0-9a-f]{64}$'),
      constraint meeting_pack_reason check (case when number = 1 then reason is null else length(reason) between 1 and 500 end)
    )`,
    `create index meeting_pack_school on meeting_pack (school_id, frozen_on)`,
    `create table meeting_pack_pupil (
      id bigint generated always as identity primary key,
      pack_id integer not null references meeting_pack (id),
      school_id integer not null references school (id),
      pupil_id integer not null references pupil (id),
      school_ids integer[] not null,
      restricted boolean not null default false,
      position smallint not null,
      body jsonb not null,
      constraint meeting_pack_pupil_one unique (pack_id, pupil_id)
    )`,
    `create index meeting_pack_pupil_pupil on meeting_pack_pupil (pupil_id)`,
    `create index meeting_pack_pupil_school_ids on meeting_pack_pupil using gin (school_ids)`,
    ...reachPolicies('meeting_pack', { school: 'school_id' }),
    ...reachPolicies('meeting_pack_pupil', { school: 'school_id', schools: 'school_ids', pupil: 'pupil_id', restricted: 'restricted' }),
    ...followsPupil('meeting_pack_pupil'),
    // What is known of a child's plan is asked of the latest answer about that child, whichever meeting it was given in.
    `create index meeting_answer_plan on meeting_answer (subject, at) where place = 'PUPIL' and field = 'PLAN_STATUS'`,

    // One pack a meeting and school at a time: who comes second finds what the first made, and null is said where it is not the one thought of.
    `create function freeze_pack(target integer, school integer, held integer, on_day date, to_day date, body_of jsonb, hashes text[], hash_of text, pupils jsonb, topics jsonb, cohorts jsonb, why text) returns integer language plpgsql security definer set search_path from current as $$
      declare made integer; last integer;
      begin
        if current_setting('role') not like 'reach\\_authority%' then raise exception 'packs are frozen by the authority' using errcode = '42501'; end if;
        perform from meeting m join meeting_school s on s.meeting_id = m.id where m.id = target and s.school_id = school and m.status in ('OFFERED', 'BOOKED', 'PREPARED', 'HELD') for update of m;
        if not found then return null; end if;
        select coalesce(max(number), 0) into last from meeting_pack where meeting_id = target and school_id = school;
        if last <> held then return null; end if;
        insert into meeting_pack (meeting_id, school_id, number, frozen_on, marks_to, body, row_hashes, hash, reason, made_by)
          values (target, school, last + 1, on_day, to_day, body_of, hashes, hash_of, why, ${WHO}) returning id into made;
        insert into meeting_pack_pupil (pack_id, school_id, pupil_id, school_ids, restricted, position, body)
          select made, school, p.id, p.school_ids, p.restricted, g.position, g.body
            from jsonb_to_recordset(pupils) as g (pupil_id int, position smallint, body jsonb) join pupil p on p.id = g.pupil_id;
        -- Whoever was added by hand, or left out with a reason, stays so; what was proposed follows the new figures.
        insert into meeting_pupil as kept (meeting_id, school_id, pupil_id, school_ids, restricted, origin, priority, also, reason, position, was_persistent, was_severe)
          select target, school, p.id, p.school_ids, p.restricted, 'PROPOSED', g.priority, g.also, g.reason, g.position, g.was_persistent, g.was_severe
            from jsonb_to_recordset(topics) as g (pupil_id int, priority text, also text[], reason text, position smallint, was_persistent boolean, was_severe boolean) join pupil p on p.id = g.pupil_id
          on conflict on constraint meeting_pupil_one do update set priority = excluded.priority, also = excluded.also, position = excluded.position, was_persistent = excluded.was_persistent, was_severe = excluded.was_severe,
            reason = case when kept.origin = 'PROPOSED' then excluded.reason else kept.reason end;
        insert into meeting_cohort (meeting_id, school_id, cohort, label, pupils, persistent, reason, origin)
          select target, school, g.cohort, g.label, g.pupils, g.persistent, g.reason, 'PROPOSED' from jsonb_to_recordset(cohorts) as g (cohort text, label text, pupils int, persistent int, reason text)
          on conflict on constraint meeting_cohort_one do update set pupils = excluded.pupils, persistent = excluded.persistent;
        return made;
      end $$`,
    // Added, or taken in again: twice is once.
    `create function keep_meeting_pupil(target integer, school integer, child integer, origin_of text, why text) returns boolean language plpgsql security definer set search_path from current as $$
      begin ${MAY_CHOOSE}
        insert into meeting_pupil as kept (meeting_id, school_id, pupil_id, school_ids, restricted, origin, reason, position, added_by)
          select target, school, p.id, p.school_ids, p.restricted, origin_of, why, coalesce((select max(position) from meeting_pupil where meeting_id = target and school_id = school), 0) + 1, ${WHO}
            from pupil p where p.id = child
          on conflict on constraint meeting_pupil_one do update set removed_reason = null, removed_by = null, origin = excluded.origin, reason = excluded.reason, added_by = excluded.added_by where kept.removed_reason is not null;
        return true;
      end $$`,
    `create function drop_meeting_pupil(target integer, school integer, child integer, why text) returns boolean language plpgsql security definer set search_path from current as $$
      begin ${MAY_CHOOSE}
        update meeting_pupil set removed_reason = why, removed_by = ${WHO} where meeting_id = target and school_id = school and pupil_id = child and removed_reason is null;
        return true;
      end $$`,
    `create function keep_meeting_cohort(target integer, school integer, name text, label_of text, size integer, absent integer, origin_of text, why text) returns boolean language plpgsql security definer set search_path from current as $$
      begin ${MAY_CHOOSE}
        insert into meeting_cohort as kept (meeting_id, school_id, cohort, label, pupils, persistent, reason, origin) values (target, school, name, label_of, size, absent, why, origin_of)
          on conflict on constraint meeting_cohort_one do update set removed_reason = null, origin = excluded.origin, reason = excluded.reason where kept.removed_reason is not null;
        return true;
      end $$`,
    `create function drop_meeting_cohort(target integer, school integer, name text, why text) returns boolean language plpgsql security definer set search_path from current as $$
      begin ${MAY_CHOOSE}
        update meeting_cohort set removed_reason = why where meeting_id = target and school_id = school and cohort = name and removed_reason is null;
        return true;
      end $$`,
    ...FUNCTIONS.flatMap(ownedByIngest),
    `grant execute on function freeze_pack, drop_meeting_pupil, drop_meeting_cohort to reach_authority`,
    `grant execute on function keep_meeting_pupil, keep_meeting_cohort to reach_authority, reach_schools`,
  ];
}
