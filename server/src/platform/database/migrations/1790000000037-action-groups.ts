import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

/** Which group an action about a group is about: without it nothing can be told of what followed. */
export class ActionGroups1790000000037 extends ForwardOnly {
  readonly statements = [
    `alter table meeting_action add column cohort text`,
    // False: the action is of no group, or the group is none this meeting speaks about. What is carried on keeps the group it had. One action of the meeting $1, while it is held.
    `create function set_action_group(target integer, action integer, group_of text) returns boolean language plpgsql security definer set search_path from current as $$
      begin
        if current_setting('role') not like 'reach\\_authority%' then raise exception 'actions are written by the authority' using errcode = '42501'; end if;
        perform from meeting where id = target and status = 'HELD' for share;
        if not found then return false; end if;
        update meeting_action a set cohort = group_of where a.id = action and a.meeting_id = target and a.scope = 'COHORT' and a.dropped_at is null and (group_of is null
          or exists (select from meeting_cohort c where c.meeting_id = target and c.school_id = a.school_id and c.cohort = group_of and c.removed_reason is null)
          or exists (select from meeting_action was where was.task_id = a.carried_from and was.cohort = group_of));
        return found;
      end $$`,
    ...ownedByIngest('set_action_group'),
    `grant execute on function set_action_group to reach_authority`,
  ];
}
