import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import { MeetingChangeInput, MeetingCommand, MeetingInput, PlannerFilter } from './meeting.inputs.ts';
import type { MeetingService } from './meeting.service.ts';
import { MeetingChangeType, MeetingDatesType, MeetingRecordType } from './meeting.type.ts';
import type { PlannerService } from './planner.service.ts';
import { MeetingPlannerType } from './planner.type.ts';

@Resolver(() => MeetingRecordType)
export class MeetingResolver {
  constructor(private readonly meetings: MeetingService, private readonly planner: PlannerService) {}

  @Allow('meeting:record')
  @Query(() => MeetingPlannerType, { description: 'A term of targeting support meetings: every school of the authority, where it stands, and how many are covered.' })
  async meetingPlanner(@Ctx() operation: Operation, @Arg('filter', () => PlannerFilter, { nullable: true }) filter: PlannerFilter | null, @Args(() => PageArgs) page: PageArgs): Promise<MeetingPlannerType> {
    return this.planner.term(operation, filter ?? {}, page.offset, page.take);
  }

  @Allow('meeting:read')
  @Query(() => MeetingRecordType, { description: 'One meeting within reach.' })
  async targetingMeeting(@Ctx() operation: Operation, @Arg('id', () => ID) id: string): Promise<MeetingRecordType> {
    return this.meetings.open(operation, id);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingRecordType, { description: 'Offers or books a meeting. `key` is made once for each form: sent again, it gives the meeting it made.' })
  async planMeeting(
    @Ctx() operation: Operation, @Arg('key', () => String) key: string, @Arg('command', () => MeetingCommand, { description: 'OFFER or BOOK.' }) command: MeetingCommand, @Arg('input', () => MeetingInput) input: MeetingInput,
  ): Promise<MeetingRecordType> {
    return this.meetings.plan(operation, key, command, input);
  }

  @Allow('meeting:prepare')
  @Mutation(() => MeetingRecordType, { description: 'Gives one of `allowedCommands`. Refused where the meeting was changed since `version`.' })
  async changeMeeting(
    @Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('command', () => MeetingCommand) command: MeetingCommand, @Arg('input', () => MeetingChangeInput) input: MeetingChangeInput,
  ): Promise<MeetingRecordType> {
    return this.meetings.change(operation, id, version, command, input);
  }

  @FieldResolver(() => MeetingDatesType, { description: 'What is due when before and after it.' })
  async dates(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<MeetingDatesType> {
    return this.meetings.dates(operation, meeting);
  }

  @FieldResolver(() => [MeetingChangeType], { description: 'Every command it was given, latest first; at most 200.' })
  async changes(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<MeetingChangeType[]> {
    return this.meetings.changes(operation, meeting);
  }
}
