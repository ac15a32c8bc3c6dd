import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { HeldTaskInput } from '../../tasks/index.ts';
import { MeetingRecordType } from '../meeting.type.ts';
import type { HandoverService } from './handover.service.ts';
import { HandoverReportType, HeldMeetingInput, MeetingOfficerType, NamedSchoolInput, NamedSchoolsType } from './handover.type.ts';

@Resolver()
export class HandoverResolver {
  constructor(private readonly handovers: HandoverService) {}

  @Allow('meeting:record')
  @Query(() => [MeetingOfficerType], { description: 'Whoever may hold meetings, and whoever still holds one, by name.' })
  async meetingOfficers(@Ctx() operation: Operation): Promise<MeetingOfficerType[]> {
    return this.handovers.officers(operation);
  }

  @Allow('meeting:record')
  @Query(() => [MeetingRecordType], { description: 'Meetings of one officer that are not closed, soonest first; at most 100.' })
  async meetingsHeldBy(@Ctx() operation: Operation, @Arg('officerId', () => Int) officerId: number): Promise<MeetingRecordType[]> {
    return this.handovers.heldBy(operation, officerId);
  }

  @Allow('meeting:record')
  @Query(() => NamedSchoolsType, { description: 'The authority’s open schools of one named officer, or those without any.' })
  async schoolsOfOfficer(@Ctx() operation: Operation, @Arg('officerId', () => Int, { nullable: true }) officerId: number | null): Promise<NamedSchoolsType> {
    return this.handovers.schoolsOf(operation, officerId);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingRecordType, { description: 'Gives a meeting that is not closed to another officer, with what runs for it. Refused where it was changed since `version`.' })
  async handOnMeeting(
    @Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('officerId', () => Int, { description: 'Somebody of `meetingOfficers` who may hold it.' }) officerId: number, @Arg('reason', () => String) reason: string,
  ): Promise<MeetingRecordType> {
    return this.handovers.one(operation, id, version, officerId, reason);
  }

  @Allow('meeting:record')
  @Mutation(() => HandoverReportType, { description: 'Gives up to 100 each of meetings, tasks and schools to one officer, for one reason. One that cannot be given keeps no other from being given.' })
  async handOnWork(
    @Ctx() operation: Operation, @Arg('meetings', () => [HeldMeetingInput]) meetings: HeldMeetingInput[], @Arg('tasks', () => [HeldTaskInput]) tasks: HeldTaskInput[],
    @Arg('schools', () => [NamedSchoolInput], { defaultValue: [], description: 'Whose named officer they become, from today on.' }) schools: NamedSchoolInput[], @Arg('officerId', () => Int) officerId: number, @Arg('reason', () => String) reason: string,
  ): Promise<HandoverReportType> {
    return this.handovers.all(operation, { meetings, tasks, schools }, officerId, reason);
  }
}
