import type { TaskScope, TaskStatus } from '@attendance/shared/tasks';
import type { Operation } from '../../platform/graphql/operation.ts';

/** A task due by the end of the week, with what it is to whoever the operation is of. */
export interface DueTask { readonly id: number; readonly scope: TaskScope; readonly status: TaskStatus; readonly dueOn: string; readonly overdueFrom: string; readonly schoolId: number | null; readonly isOwner: boolean; readonly isChampion: boolean; readonly isOfficer: boolean }

/** SQL of reminders: under the reach of the person they are for. */
export class ReminderRepository {
  /** Tasks due by a day that are theirs, or that they get a copy of: as the champion of the schools given, or the named officer of the task's. What somebody noted for themselves is copied to nobody. */
  async due(operation: Operation, by: string, championOf: readonly number[]): Promise<DueTask[]> {
    return operation.sql<DueTask>(
      `select * from (select t.id, t.scope, t.status, t.due_on as "dueOn", t.overdue_from as "overdueFrom", t.school_id as "schoolId", t.owner_id is not distinct from $1::int as "isOwner",
           t.source <> 'OWN' and t.school_id is not null and t.school_id = any ($3::int[]) as "isChampion",
           t.source <> 'OWN' and exists (select from school_officer o where o.school_id = t.school_id and o.user_id = $1 and o.valid_from <= $4::date and coalesce(o.valid_to, $4::date) >= $4::date) as "isOfficer"
         from task t where t.status in ('OPEN', 'IN_PROGRESS') and t.due_on <= $2::date) d
       where "isOwner" or "isChampion" or "isOfficer" order by "dueOn", id`, [operation.actor.userId, by, [...championOf], operation.today]);
  }

  /** False where that week's was written already. */
  async write(operation: Operation, week: string, body: object): Promise<boolean> {
    return (await operation.sql(`insert into outbox_message (kind, recipient_id, period, body) values ('TASK_REMINDER', $1, $2, $3::jsonb) on conflict on constraint outbox_message_once do nothing returning id`, [operation.actor.userId, week, JSON.stringify(body)])).length === 1;
  }
}
