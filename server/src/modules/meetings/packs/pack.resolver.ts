import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { PackService } from './pack.service.ts';
import { MeetingCohortType, MeetingPackPageType, MeetingPupilType } from './pack.type.ts';
import type { TopicsService } from './topics.service.ts';

@Resolver()
export class PackResolver {
  constructor(private readonly packs: PackService, private readonly topics: TopicsService) {}

  @Allow('meeting:read')
  @Query(() => MeetingPackPageType, { description: 'The pack of a meeting, of its first school within reach unless one is named. It is made by being asked for once its day has come; `number` asks for an earlier one.' })
  async meetingPack(
    @Ctx() operation: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null, @Arg('number', () => Int, { nullable: true }) number: number | null = null,
  ): Promise<MeetingPackPageType> {
    return this.packs.open(operation, meetingId, schoolId, number);
  }

  @Allow('meeting:read')
  @Query(() => [MeetingPupilType], { description: 'Pupils within reach a meeting speaks about, most pressing first; those left out come last, with why.' })
  async meetingPupils(@Ctx() operation: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('schoolId', () => Int) schoolId: number): Promise<MeetingPupilType[]> {
    return this.topics.pupils(operation, meetingId, schoolId);
  }

  @Allow('meeting:read')
  @Query(() => [MeetingCohortType], { description: 'Groups a meeting speaks about.' })
  async meetingCohorts(@Ctx() operation: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('schoolId', () => Int) schoolId: number): Promise<MeetingCohortType[]> {
    return this.topics.cohorts(operation, meetingId, schoolId);
  }

  @Allow('meeting:record')
  @Mutation(() => MeetingPackPageType, { description: 'Freezes a pack. `held` is the number of the pack there is, 0 for none: refused where another was made meanwhile. Beyond the first a reason is needed, and the earlier one stays.' })
  async freezePack(
    @Ctx() operation: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('held', () => Int) held: number,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null, @Arg('reason', () => String, { nullable: true }) reason: string | null = null,
  ): Promise<MeetingPackPageType> {
    return this.packs.freeze(operation, meetingId, schoolId, held, reason);
  }

  @Allow('meeting:prepare')
  @Mutation(() => [MeetingPupilType], { description: 'Adds a pupil on roll, with why; done twice it is done once. The school adds until the meeting begins, the officer until the record is issued.' })
  async addMeetingPupil(
    @Ctx() operation: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('schoolId', () => Int) schoolId: number, @Arg('pupilId', () => Int) pupilId: number, @Arg('reason', () => String) reason: string,
  ): Promise<MeetingPupilType[]> {
    return this.topics.addPupil(operation, meetingId, schoolId, pupilId, reason);
  }

  @Allow('meeting:record')
  @Mutation(() => [MeetingPupilType], { description: 'Leaves a pupil out, with why; done twice it is done once.' })
  async removeMeetingPupil(
    @Ctx() operation: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('schoolId', () => Int) schoolId: number, @Arg('pupilId', () => Int) pupilId: number, @Arg('reason', () => String) reason: string,
  ): Promise<MeetingPupilType[]> {
    return this.topics.removePupil(operation, meetingId, schoolId, pupilId, reason);
  }

  @Allow('meeting:prepare')
  @Mutation(() => [MeetingCohortType], { description: 'Adds a group of the pack, such as SEN:K, with why; done twice it is done once.' })
  async addMeetingCohort(
    @Ctx() operation: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('schoolId', () => Int) schoolId: number, @Arg('cohort', () => String) cohort: string, @Arg('reason', () => String) reason: string,
  ): Promise<MeetingCohortType[]> {
    return this.topics.addCohort(operation, meetingId, schoolId, cohort, reason);
  }

  @Allow('meeting:record')
  @Mutation(() => [MeetingCohortType], { description: 'Leaves a group out, with why; done twice it is done once.' })
  async removeMeetingCohort(
    @Ctx() operation: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('schoolId', () => Int) schoolId: number, @Arg('cohort', () => String) cohort: string, @Arg('reason', () => String) reason: string,
  ): Promise<MeetingCohortType[]> {
    return this.topics.removeCohort(operation, meetingId, schoolId, cohort, reason);
  }
}
