import type { Operation } from '../../../platform/graphql/operation.ts';
import { groupOfAction } from './actions.repository.ts';
import type { PreviousActionType } from './previous.type.ts';

/** A task with what carrying it on needs to know. */
export interface PreviousRow extends PreviousActionType { readonly scope: 'SCHOOL' | 'COHORT' | 'PUPIL' | 'AREA'; readonly side: 'LA' | 'SCHOOL' | 'PARTNER'; readonly ownerId: number | null; readonly cohort: string | null }

/** SQL of what earlier meetings agreed. */
export class PreviousRepository {
  /** Tasks of the schools of a meeting that earlier ones agreed: all that are open, and those of the last one whatever became of them, in the order they were agreed. */
  async list(operation: Operation, meetingId: number): Promise<PreviousRow[]> {
    return operation.sql<PreviousRow>(
      `with earlier as (
         select m.id as meeting_id, s.id as school_id, max(b.held_on) as last_held from meeting m join school s on s.id = any (m.school_ids)
         join meeting b on b.school_ids @> array[s.id] and b.id <> m.id and b.held_on <= m.on_day group by 1, 2 having m.id = $1)
       select t.id as "taskId", t.school_id as "schoolId", t.pupil_id as "pupilId", coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as "pupilName", t.type, t.what, t.owner, t.owner_id as "ownerId", t.scope, t.side, case when t.scope = 'COHORT' then ${groupOfAction('a')} end as cohort, t.due_on as "dueOn",
         t.status, t.note, t.version, b.held_on as "agreedOn", t.status in ('OPEN', 'IN_PROGRESS') and t.overdue_from <= $2::date as overdue, exists (select from meeting_action c where c.carried_from = t.id and c.meeting_id = $1 and c.dropped_at is null) as "carriedOn"
       from earlier e join meeting b on b.school_ids @> array[e.school_id] and b.id <> e.meeting_id and b.held_on <= e.last_held
       join meeting_action a on a.meeting_id = b.id and a.school_id = e.school_id join task t on t.id = a.task_id left join pupil p on p.id = t.pupil_id
       where t.status in ('OPEN', 'IN_PROGRESS') or b.held_on = e.last_held
       order by t.id`, [meetingId, operation.today]);
  }
}
