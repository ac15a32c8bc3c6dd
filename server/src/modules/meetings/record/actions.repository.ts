import type { ActionScope, ActionType, MeetingSide, SupportService } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { MeetingActionType, MeetingPersonType } from './actions.type.ts';

/** An action as the database takes it; names of columns. */
export interface ActionGiven {
  readonly school_id: number; readonly pupil_id: number | null; readonly type: ActionType | null; readonly scope: ActionScope; readonly what: string; readonly side: MeetingSide | 'PARTNER'; readonly owner_id: number | null;
  readonly owner: string; readonly due_on: string; readonly priority: 'NORMAL' | 'HIGH'; readonly service: SupportService | null; readonly carried_from: number | null;
}

/** The actions that stand of the meeting $1, in the order they were agreed. */
export const AGREED = `select a.id, a.school_id as "schoolId", a.pupil_id as "pupilId", a.type, a.scope, a.what, a.side, a.owner_id as "ownerId", a.owner, a.due_on as "dueOn", a.priority, a.service, a.cohort, a.carried_from as "carriedFrom", a.task_id as "taskId", (select d.id from referral_draft d where d.action_id = a.id) as "referralId", a.version
  from meeting_action a where a.meeting_id = $1 and a.dropped_at is null order by a.id`;

/** The group an action `a` is about: as its record says, else the only one that its meeting spoke about. What was carried on names the group it had, or had none. */
export const groupOfAction = (a: string): string => `coalesce(${a}.cohort, case when ${a}.carried_from is null then
  (select min(c.cohort) from meeting_cohort c where c.meeting_id = ${a}.meeting_id and c.school_id = ${a}.school_id and c.removed_reason is null having count(*) = 1) end)`;

/** SQL of actions agreed in a meeting. */
export class ActionsRepository {
  async list(operation: Operation, meetingId: number): Promise<MeetingActionType[]> {
    return operation.sql<MeetingActionType>(AGREED, [meetingId]);
  }

  async save(operation: Operation, meetingId: number, actionId: number | null, version: number | null, key: string, given: ActionGiven): Promise<number | null> {
    const [row] = await operation.sql<{ id: number | null }>('select save_meeting_action($1, $2, $3, $4::uuid, $5::jsonb) as id', [meetingId, actionId, version, key, JSON.stringify(given)]);
    return row?.id ?? null;
  }

  /** Says which group an action is about; false where it is none this meeting speaks about. */
  async setGroup(operation: Operation, meetingId: number, actionId: number, cohort: string | null): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select set_action_group($1, $2, $3) as done', [meetingId, actionId, cohort]);
    return row?.done ?? false;
  }

  async drop(operation: Operation, meetingId: number, actionId: number, version: number): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select drop_meeting_action($1, $2, $3) as done', [meetingId, actionId, version]);
    return row?.done ?? false;
  }

  /** Who may be given an action in a meeting: people of its schools, and people of the council and its partners in one of the roles. */
  async people(operation: Operation, meetingId: number, roles: readonly string[]): Promise<MeetingPersonType[]> {
    return operation.sql<MeetingPersonType>(
      `select p.user_id as id, c.full_name as name, p.role, p.is_of_school as "isOfSchool" from meeting_people($1, $2, $3) p join colleague c on c.id = p.user_id order by p.is_of_school desc, c.full_name`,
      [meetingId, [...roles], operation.today]);
  }
}
