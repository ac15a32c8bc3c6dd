import { INEFFECTIVE_REASONS } from '@attendance/shared/meetings';
import { ForwardOnly } from './forward-only.ts';
import { literal, ownedByIngest } from './sql-text.ts';

const WHO = `nullif(current_setting('app.actor')::int, 0)`;
const SCHOOLS = `current_setting('app.schools')::int[]`;
const PUPILS = `current_setting('app.pupils')::int[]`;

/** Why an action was not followed by better attendance, as a person who answers for it says. It stands with the task, whose policies decide who reads it. */
export class WhyNot1790000000060 extends ForwardOnly {
  readonly statements = [
    `alter table task add column no_effect_reason text check (no_effect_reason in (${Object.keys(INEFFECTIVE_REASONS).map(literal).join(', ')})),
      add column no_effect_by integer references app_user (id), add column no_effect_on date,
      add constraint task_no_effect check ((no_effect_reason is null) = (no_effect_on is null))`,
    // Of an action about a child, as the sender saw it, by whoever may answer it. That it was not followed by better attendance is the rules' to say. The history keeps it in words.
    `create function say_no_effect(target integer, held integer, reason text, said text, on_day date) returns boolean language sql security definer set search_path from current as $$
      with t as (update task t set no_effect_reason = reason, no_effect_by = ${WHO}, no_effect_on = on_day, version = t.version + 1
          where t.id = target and t.version = held and t.source = 'MEETING' and t.pupil_id is not null and (not t.restricted or current_setting('role') ~ '_(full|protected)$')
            and (current_setting('role') like 'reach\\_authority%'
              or (current_setting('role') like 'reach\\_schools%' and t.side = 'SCHOOL' and t.school_id = any (${SCHOOLS}) and t.school_ids && ${SCHOOLS})
              or (t.owner_id = ${WHO} and (t.school_ids && ${SCHOOLS} or t.pupil_id = any (${PUPILS})))) returning t.*),
      line as (insert into task_change (task_id, kind, status, owner, owner_id, due_on, note, by_id, school_id, pupil_id, school_ids, restricted, team_only)
        select t.id, 'NOTED', t.status, t.owner, t.owner_id, t.due_on, said, ${WHO}, t.school_id, t.pupil_id, t.school_ids, t.restricted, t.team_only from t)
      select exists (select from t)
    $$`,
    ...ownedByIngest('say_no_effect'),
    `grant execute on function say_no_effect to reach_authority, reach_schools, reach_pupils`,
  ];
}
