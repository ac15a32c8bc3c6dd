import { MESSAGE_KINDS } from '@attendance/shared/communications';
import { ForwardOnly } from './forward-only.ts';
import { literal, ownedByIngest } from './sql-text.ts';

const IN_FORCE = (row: string): string => `${row}.valid_from <= on_day and coalesce(${row}.valid_to, on_day) >= on_day`;
const HOLDS = (kind: string): string => `roles -> '${kind}' ? g.role`;
/** Whether the grant `g` reaches a row of a meeting about a school and a child, or none. Which roles do is the caller's to say, as the matrix of permissions has it. */
const REACHES = (row: string): string => `(not ${row}.restricted or ${HOLDS('fully')}) and (${HOLDS('wide')}
          or (${HOLDS('local')} and ${row}.school_id = any (g.school_ids))
          or (${HOLDS('named')} and (${row}.pupil_id is null or exists (select from caseload c where c.user_id = g.user_id and c.pupil_id = ${row}.pupil_id and ${IN_FORCE('c')})))
          or (${HOLDS('cohort')} and (${row}.pupil_id is null or ${row}.pupil_id = any (pupils_in_cohort(on_day)))))`;

/** Whom the calendar around a meeting is written to: each of its days has people of its own, and only those who still hold the right. */
export class MeetingCalendar1790000000048 extends ForwardOnly {
  readonly statements = [
    `alter table outbox_message drop constraint outbox_message_kind, add constraint outbox_message_kind check (kind in (${MESSAGE_KINDS.map(literal).join(', ')}))`,
    // Ids only, for the portal's own work of a day. An officer is told of all schools of the meeting, anybody else of their own.
    `create function meeting_calendar_people(target integer, step text, on_day date, due_by date, roles jsonb) returns table (user_id integer, school_ids integer[]) language sql stable security definer set search_path from current as $$
      with met as (select m.id, m.officer_id, m.school_ids from meeting m where m.id = target and current_setting('role') = 'reach_authority_full'),
        g as (select h.user_id, h.role, h.school_ids || array(select s.id from school s where s.trust_id = h.trust_id) as school_ids from user_grant h join app_user u on u.id = h.user_id and u.active where ${IN_FORCE('h')}),
        promised as (select a.school_id, a.pupil_id, a.restricted, a.owner_id, a.task_id from met join meeting_action a on a.meeting_id = met.id
          where step = 'REFERRALS' and a.service is not null and a.dropped_at is null and not exists (select from referral_draft d where d.action_id = a.id)),
        told as (
          select g.user_id, met.school_ids from met join g on g.user_id = met.officer_id and ${HOLDS('recording')}
            where step in ('AGREE_DATE', 'LOOK_AT_PACK', 'RECORD_DUE') or exists (select from promised p where ${REACHES('p')})
          union all
          select g.user_id, array[s.id] from met cross join unnest(met.school_ids) s (id) join g on g.role = 'ATTENDANCE_CHAMPION' and s.id = any (g.school_ids) where step in ('AGREE_DATE', 'COMMENTS_CLOSE')
          union all
          select g.user_id, array[l.school_id] from met join meeting_pupil l on l.meeting_id = met.id and l.removed_reason is null join g on ${HOLDS('adding')} and ${REACHES('l')} where step = 'PARTNER_LINES'
          union all
          select g.user_id, array[t.school_id] from met join meeting_action a on a.meeting_id = met.id join task t on t.id = a.task_id and t.status = 'OPEN' and t.due_on <= due_by join g on g.user_id = t.owner_id and ${HOLDS('owning')} and ${REACHES('t')}
            where step = 'EARLY_ACTIONS' and t.school_id is not null
          union all
          select g.user_id, array[p.school_id] from promised p join g on g.user_id = p.owner_id and ${HOLDS('owning')} and ${REACHES('p')} where p.task_id is not null)
      select t.user_id, array_agg(distinct s.id order by s.id) from told t cross join unnest(t.school_ids) s (id) group by 1
    $$`,
    ...ownedByIngest('meeting_calendar_people'),
    `grant execute on function meeting_calendar_people to reach_authority_full`,
  ];
}
