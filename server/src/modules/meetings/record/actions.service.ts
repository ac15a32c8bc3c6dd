import { Role } from '@attendance/shared/access';
import { openSchoolDays } from '@attendance/shared/calendar';
import { addDays, parseIsoDay } from '@attendance/shared/kernel';
import { ACTION_TYPE_NAMES, actionTypeScopes, HALF_TYPED, MeetingStatus, SUPPORT_SERVICE_NAMES, usualDue, type SupportService } from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { formKey, invalidAnswers, oneLine } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { DraftService } from '../../tasks/index.ts';
import type { MeetingService } from '../meeting.service.ts';
import type { MeetingRecordType } from '../meeting.type.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import type { MeetingActionInput } from './actions.inputs.ts';
import type { ActionGiven, ActionsRepository } from './actions.repository.ts';
import { ActionScope, type MeetingActionType, type MeetingPersonType } from './actions.type.ts';

const WHAT_LENGTH = 500;
const OWNER_LENGTH = 120;
/** Further away is a slip of the keyboard. */
const FURTHEST_DAYS = 400;
/** Of the council and its partners: who may be given an action. */
const OWNING_ROLES: readonly string[] = [Role.ATTENDANCE_OFFICER, Role.TEAM_MANAGER, Role.EARLY_HELP_WORKER, Role.VIRTUAL_SCHOOL_HEAD, Role.VIRTUAL_SCHOOL_ADVISER, Role.SEND_OFFICER, Role.CME_OFFICER, Role.LEGAL_OFFICER, Role.HEALTH_PARTNER, Role.SOCIAL_WORKER];

/** Actions agreed while a meeting is held. */
export class ActionsService {
  constructor(private readonly meetings: MeetingService, private readonly planner: PlannerRepository, private readonly actions: ActionsRepository, private readonly drafts: Pick<DraftService, 'sent'>) {}

  async list(operation: Operation, meeting: MeetingRecordType): Promise<MeetingActionType[]> {
    const actions = await this.actions.list(operation, meeting.id);
    operation.audit.viewed(actions.flatMap(({ pupilId }) => pupilId ?? []));
    return actions;
  }

  async people(operation: Operation, meeting: MeetingRecordType): Promise<MeetingPersonType[]> {
    return this.actions.people(operation, meeting.id, OWNING_ROLES);
  }

  /** Agrees an action. The same key again gives the action it made. */
  async add(operation: Operation, id: string, key: string, input: MeetingActionInput): Promise<MeetingActionType> {
    const meeting = await this.held(operation, id);
    return this.saved(operation, meeting, await this.actions.save(operation, meeting.id, null, null, formKey(key), await this.given(operation, meeting, input, null)), input, HALF_TYPED.action(input.schoolId, input.scope, input.pupilId ?? null));
  }

  /** Changes an action before the record is issued. Refused where somebody else changed it since `version`. */
  async change(operation: Operation, id: string, actionId: number, version: number, input: MeetingActionInput): Promise<MeetingActionType> {
    const meeting = await this.held(operation, id);
    const was = await this.find(operation, meeting, actionId);
    return this.saved(operation, meeting, await this.actions.save(operation, meeting.id, actionId, version, NO_KEY, await this.given(operation, meeting, { ...input, schoolId: was.schoolId, pupilId: was.pupilId }, was.carriedFrom)), input, HALF_TYPED.change(actionId));
  }

  /** Takes an action off the record again. */
  async drop(operation: Operation, id: string, actionId: number, version: number): Promise<MeetingRecordType> {
    const meeting = await this.held(operation, id);
    await this.find(operation, meeting, actionId);
    if (!(await this.actions.drop(operation, meeting.id, actionId, version))) throw OVERTAKEN();
    operation.audit.as(AuditKind.CHANGED, { meeting: meeting.id, droppedAction: actionId });
    return meeting;
  }

  /** What is left of an earlier action goes on as one of this meeting, about the same group. The same task is carried on once. Null where the meeting moved on. */
  async carryOn(operation: Operation, meeting: MeetingRecordType, key: string, given: ActionGiven, cohort: string | null): Promise<number | null> {
    const id = await this.actions.save(operation, meeting.id, null, null, formKey(key), given);
    return id === null || cohort === null || (await this.actions.setGroup(operation, meeting.id, id, cohort)) ? id : null;
  }

  private async held(operation: Operation, id: string): Promise<MeetingRecordType> {
    this.meetings.once(operation);
    const meeting = await this.meetings.open(operation, id);
    await this.meetings.mustBeOwn(operation, meeting);
    if (meeting.status !== MeetingStatus.HELD) throw new Refusal(RefusalCode.CONFLICT, 'Actions are agreed while the meeting is held. Nothing was changed, and nothing you typed is lost.');
    return meeting;
  }

  private async find(operation: Operation, meeting: MeetingRecordType, actionId: number): Promise<MeetingActionType> {
    const found = (await this.actions.list(operation, meeting.id)).find((action) => Number(action.id) === actionId);
    if (found === undefined) throw new Refusal(RefusalCode.NOT_FOUND, 'This action is no longer on the record, or not within your reach. Nothing was changed. Load the meeting again.');
    return found;
  }

  private async given(operation: Operation, meeting: MeetingRecordType, input: MeetingActionInput, carriedFrom: number | null): Promise<ActionGiven> {
    const [what, owner] = [oneLine(input.what), oneLine(input.owner)];
    const type = ACTION_TYPE_NAMES.find((name) => name === input.type) ?? null;
    const service = SUPPORT_SERVICE_NAMES.find((name: SupportService) => name === input.service) ?? null;
    const problems: Record<string, string> = {};
    if (what === '' || what.length > WHAT_LENGTH) problems.what = what === '' ? 'Say what is to be done' : `Say it in ${WHAT_LENGTH} characters or fewer`;
    if (owner === '' || owner.length > OWNER_LENGTH) problems.owner = owner === '' ? 'Say who does it' : `Give the owner in ${OWNER_LENGTH} characters or fewer`;
    if (input.type && type === null) problems.type = 'Choose a kind of action from the list';
    if (type !== null && !actionTypeScopes(type).includes(input.scope)) problems.type = 'This kind of action is not for whom it is meant';
    if (input.service && service === null) problems.service = 'Choose a service from the list';
    if (!meeting.schoolIds.includes(input.schoolId)) problems.schoolId = 'Choose a school of this meeting';
    if ((input.scope === ActionScope.PUPIL) !== (typeof input.pupilId === 'number')) problems.pupilId = 'Say whom the action is about';
    const dueOn = input.dueOn || usualDue(type, meeting.onDay, openSchoolDays(await this.planner.calendar(operation, input.schoolId)));
    if (parseIsoDay(dueOn) === null || dueOn < meeting.onDay || dueOn > addDays(meeting.onDay, FURTHEST_DAYS)) problems.dueOn = 'Enter a day after the meeting, within a year';
    if (typeof input.ownerId === 'number' && !(await this.people(operation, meeting)).some(({ id }) => id === input.ownerId)) problems.owner = 'Choose somebody of the school, the council or its partners';
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    return {
      school_id: input.schoolId, pupil_id: input.pupilId ?? null, type, scope: input.scope, what, side: input.side, owner_id: input.ownerId ?? null, owner, due_on: dueOn, priority: input.isUrgent ? 'HIGH' : 'NORMAL', service, carried_from: carriedFrom,
    };
  }

  private async saved(operation: Operation, meeting: MeetingRecordType, id: number | null, { scope, cohort }: MeetingActionInput, typed: string): Promise<MeetingActionType> {
    if (id === null) throw OVERTAKEN();
    if (scope === ActionScope.COHORT && !(await this.actions.setGroup(operation, meeting.id, id, cohort || null))) throw invalidAnswers({ cohort: 'Choose a group this meeting speaks about' });
    await this.drafts.sent(operation, { meetingId: meeting.id }, typed);
    const action = await this.find(operation, meeting, id);
    operation.audit.as(AuditKind.CHANGED, { meeting: meeting.id, action: id });
    operation.audit.schoolIds.add(action.schoolId);
    if (action.pupilId !== null) operation.audit.viewed([action.pupilId]);
    return action;
  }
}

/** Changing an action needs no key: its version stands for it. */
const NO_KEY = '00000000-0000-4000-8000-000000000000';
const OVERTAKEN = (): Refusal => new Refusal(RefusalCode.CONFLICT, 'Somebody else changed this action, or the meeting was moved on. Nothing of yours was saved, and nothing you typed is lost. Look at what stands there now, and decide again.');
