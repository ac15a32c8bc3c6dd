import { TaskStatus } from '@attendance/shared/tasks';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { MeetingRecordType } from '../meeting.type.ts';
import { MeetingActionInput } from './actions.inputs.ts';
import type { ActionsService } from './actions.service.ts';
import { MeetingActionType, MeetingPersonType } from './actions.type.ts';
import { AnswerInput } from './answers.inputs.ts';
import type { AnswersService } from './answers.service.ts';
import { LostAnswerType, MeetingAnswerType, MeetingSyncType } from './answers.type.ts';
import type { PreviousService } from './previous.service.ts';
import { PreviousActionType } from './previous.type.ts';
import type { RecordService } from './record.service.ts';
import { MeetingCalendarType, SaidBeforeType, SectionStateType } from './record.type.ts';

@Resolver(() => MeetingRecordType)
export class RecordResolver {
  constructor(private readonly record: RecordService, private readonly answers: AnswersService, private readonly actions: ActionsService, private readonly earlier: PreviousService) {}

  @Allow('meeting:read')
  @Mutation(() => MeetingSyncType, { description: 'Writes what was typed and brings what others typed. A box somebody else changed first comes back with theirs.' })
  async syncMeeting(
    @Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('since', () => String, { nullable: true }) since: string | null = null, @Arg('reading', () => String) reading: string, @Arg('answers', () => [AnswerInput]) answers: AnswerInput[],
  ): Promise<MeetingSyncType> {
    return this.answers.sync(operation, id, since, reading, answers);
  }

  @Allow('meeting:prepare')
  @Mutation(() => MeetingRecordType, { description: 'The school submits its preparation.' })
  async prepareMeeting(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('schoolId', () => Int) schoolId: number): Promise<MeetingRecordType> {
    return this.record.prepare(operation, id, version, schoolId);
  }

  @Allow('meeting:approve')
  @Mutation(() => MeetingRecordType, { description: 'The headteacher approves the preparation of the school as it stands. The meeting does not wait for it.' })
  async approvePreparation(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('schoolId', () => Int) schoolId: number): Promise<MeetingRecordType> {
    return this.record.approve(operation, id, version, schoolId);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingRecordType, { description: 'Presses start: the record is written from now on.' })
  async startMeeting(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<MeetingRecordType> {
    return this.record.start(operation, id, version);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingRecordType, { description: 'Completes one school’s section: the school counts as covered.' })
  async completeSection(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('schoolId', () => Int) schoolId: number): Promise<MeetingRecordType> {
    return this.record.complete(operation, id, schoolId);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingRecordType, { description: 'Issues the record: actions become tasks, services asked for become drafts of referrals, and the school may comment.' })
  async issueRecord(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<MeetingRecordType> {
    return this.record.issue(operation, id, version);
  }

  @Allow('meeting:prepare')
  @Mutation(() => MeetingRecordType, { description: 'The school’s word on an issued record.' })
  async commentOnRecord(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('comment', () => String) comment: string): Promise<MeetingRecordType> {
    return this.record.comment(operation, id, version, comment);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingActionType, { description: 'Agrees an action. `key` is made once for each line: sent again, it gives the action it made.' })
  async addMeetingAction(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('key', () => String) key: string, @Arg('input', () => MeetingActionInput) input: MeetingActionInput): Promise<MeetingActionType> {
    return this.actions.add(operation, id, key, input);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingActionType, { description: 'Changes an action of a meeting that is being held.' })
  async changeMeetingAction(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('actionId', () => Int) actionId: number, @Arg('version', () => Int) version: number, @Arg('input', () => MeetingActionInput) input: MeetingActionInput): Promise<MeetingActionType> {
    return this.actions.change(operation, id, actionId, version, input);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingRecordType, { description: 'Takes an action off the record.' })
  async dropMeetingAction(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('actionId', () => Int) actionId: number, @Arg('version', () => Int) version: number): Promise<MeetingRecordType> {
    return this.actions.drop(operation, id, actionId, version);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingRecordType, { description: 'Closes an action of an earlier meeting with what came of it. One that is partly or not done is carried on: `key` is that action’s.' })
  async reviewAction(
    @Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('key', () => String) key: string, @Arg('taskId', () => Int) taskId: number, @Arg('version', () => Int) version: number, @Arg('status', () => TaskStatus) status: TaskStatus, @Arg('note', () => String) note: string,
  ): Promise<MeetingRecordType> {
    return this.earlier.review(operation, id, key, taskId, version, status, note);
  }

  @FieldResolver(() => [PreviousActionType], { description: 'What earlier meetings agreed: all that is open, and whatever the last one agreed; open ones first, at most 200.' })
  async previous(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<PreviousActionType[]> {
    return this.earlier.list(operation, meeting);
  }

  @FieldResolver(() => [MeetingAnswerType], { description: 'Every box of its papers within reach.' })
  async written(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<MeetingAnswerType[]> {
    return this.answers.list(operation, meeting);
  }

  @FieldResolver(() => [LostAnswerType], { description: 'Texts that gave way to another, or came too late; latest first, at most 200.' })
  async lostAnswers(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<LostAnswerType[]> {
    return this.answers.lost(operation, meeting);
  }

  @FieldResolver(() => [MeetingActionType], { description: 'Actions agreed in it.' })
  async agreed(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<MeetingActionType[]> {
    return this.actions.list(operation, meeting);
  }

  @FieldResolver(() => [MeetingPersonType], { description: 'Who may be given an action.' })
  async people(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<MeetingPersonType[]> {
    return this.actions.people(operation, meeting);
  }

  @FieldResolver(() => [SectionStateType], { description: 'How the section of each school stands.' })
  async sections(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<SectionStateType[]> {
    return this.record.sections(operation, meeting);
  }

  @FieldResolver(() => [SaidBeforeType], { description: 'What issued records said last of the pupils on its lists; empty once its own is issued.' })
  async saidBefore(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<SaidBeforeType[]> {
    return this.record.saidBefore(operation, meeting);
  }

  @FieldResolver(() => MeetingCalendarType, { description: 'The calendar days are read and counted by.' })
  async calendar(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<MeetingCalendarType> {
    return this.record.calendar(operation, meeting);
  }
}
