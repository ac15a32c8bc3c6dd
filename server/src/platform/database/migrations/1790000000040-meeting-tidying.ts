import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

/** What carrying on an earlier action of meetings lost, and what the facts of a term said to nobody. */
export class MeetingTidying1790000000040 extends ForwardOnly {
  readonly statements = [
    // As it was, and one thing more: an earlier action that names no group is about the only one its own meeting spoke about, and keeps that one when it is carried on. The meeting that carries it on may speak about another.
    `create or replace function set_action_group(target integer, action integer, group_of text) returns boolean language plpgsql security definer set search_path from current as $$
      begin
        if current_setting('role') not like 'reach\\_authority%' then raise exception 'actions are written by the authority' using errcode = '42501'; end if;
        perform from meeting where id = target and status = 'HELD' for share;
        if not found then return false; end if;
        update meeting_action a set cohort = group_of where a.id = action and a.meeting_id = target and a.scope = 'COHORT' and a.dropped_at is null and (group_of is null
          or exists (select from meeting_cohort c where c.meeting_id = target and c.school_id = a.school_id and c.cohort = group_of and c.removed_reason is null)
          or exists (select from meeting_action was where was.task_id = a.carried_from and group_of = coalesce(was.cohort, case when was.carried_from is null then
            (select min(c.cohort) from meeting_cohort c where c.meeting_id = was.meeting_id and c.school_id = was.school_id and c.removed_reason is null having count(*) = 1) end)));
        return found;
      end $$`,
    ...ownedByIngest('set_action_group'),
    `grant execute on function set_action_group to reach_authority`,
    // The term report counts severely absent pupils, their plans and who was spoken about by the rule of the lists. All else the function says stays word for word: its text is taken from the database, without those parts.
    `do $do$ declare def text := pg_get_functiondef('term_meeting_facts(date, date, date, date, integer, integer, jsonb, integer, integer)'::regprocedure);
      begin
        def := replace(def, 'severe_percent integer, ', '');
        def := regexp_replace(def, 'severe as materialized.*?barrier as materialized', 'barrier as materialized');
        def := regexp_replace(def, '''severe'', jsonb_build_object.*?''barriers'',', '''barriers'',');
        if def ~ 'severe|PLAN_STATUS|DISCUSSED' or def !~ 'barrier as materialized' or def !~ '''barriers'',' then raise exception 'term_meeting_facts is not as it was made'; end if;
        drop function term_meeting_facts;
        execute def;
      end $do$`,
    ...ownedByIngest('term_meeting_facts'),
    `grant execute on function term_meeting_facts to reach_authority, reach_area`,
  ];
}
