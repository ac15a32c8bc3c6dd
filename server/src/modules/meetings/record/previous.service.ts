import { openSchoolDays } from '@attendance/shared/calendar';
import { ACTION_TYPE_NAMES, carryForward, HALF_TYPED, MeetingStatus, reviewOrder } from '@attendance/shared/meetings';
import type { TaskStatus } from '@attendance/shared/tasks';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { formKey } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { DraftService, TaskChangeService } from '../../tasks/index.ts';
import type { MeetingService } from '../meeting.service.ts';
import type { MeetingRecordType } from '../meeting.type.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import type { ActionsService } from './actions.service.ts';
import type { PreviousRepository, PreviousRow } from './previous.repository.ts';

/** More than a meeting could speak about. */
const MOST_SHOWN = 200;

/** Actions of earlier meetings, reviewed in this one. */
export class PreviousService {
  constructor(private readonly meetings: MeetingService, private readonly planner: PlannerRepository, private readonly actions: ActionsService, private readonly previous: PreviousRepository, private readonly tasks: TaskChangeService, private readonly drafts: Pick<DraftService, 'sent'>) {}

  async list(operation: Operation, meeting: MeetingRecordType): Promise<PreviousRow[]> {
    const rows = reviewOrder(await this.previous.list(operation, meeting.id)).slice(0, MOST_SHOWN);
    operation.audit.viewed(rows.flatMap(({ pupilId }) => pupilId ?? []));
    return rows;
  }

  /** Closes an earlier action with what came of it; what is left of it is carried on in the same stroke. */
  async review(operation: Operation, id: string, key: string, taskId: number, version: number, status: TaskStatus, note: string): Promise<MeetingRecordType> {
    const meeting = await this.meetings.open(operation, id);
    await this.meetings.mustBeOwn(operation, meeting);
    if (meeting.status !== MeetingStatus.HELD) throw new Refusal(RefusalCode.CONFLICT, 'Earlier actions are reviewed while the meeting is held. Nothing was changed. Answer the action in “Work” instead.');
    const was = (await this.previous.list(operation, meeting.id)).find((each) => each.taskId === taskId);
    if (was === undefined) throw new Refusal(RefusalCode.NOT_FOUND, 'This action is of no earlier meeting of the school, or not within your reach. Nothing was changed.');
    await this.tasks.change(operation, String(taskId), version, status, note);
    const earlier = { ...was, type: ACTION_TYPE_NAMES.find((name) => name === was.type) ?? null };
    const goesOn = was.carriedOn ? null : carryForward(earlier, status, meeting.onDay, openSchoolDays(await this.planner.calendar(operation, was.schoolId)));
    if (goesOn !== null) {
      const made = await this.actions.carryOn(operation, meeting, formKey(key), {
        school_id: goesOn.schoolId, pupil_id: goesOn.pupilId, type: goesOn.type, scope: goesOn.scope, what: goesOn.what, side: goesOn.side, owner_id: goesOn.ownerId, owner: goesOn.owner, due_on: goesOn.dueOn, priority: 'NORMAL', service: null, carried_from: goesOn.carriedFrom,
      }, was.cohort);
      if (made === null) throw new Refusal(RefusalCode.CONFLICT, 'The meeting was moved on while you had it open. Nothing of yours was saved, and nothing you typed is lost. Load the meeting again.');
    }
    await this.drafts.sent(operation, { meetingId: meeting.id }, HALF_TYPED.review(taskId));
    operation.audit.details.meeting = meeting.id;
    return meeting;
  }
}
