import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { MeetingRecordType } from '../meeting.type.ts';
import { MeetingCohortType, MeetingPupilType } from './pack.type.ts';
import type { TopicsService } from './topics.service.ts';

@ObjectType('MeetingTopics', { description: 'Whom a meeting speaks about, of one school.' })
export class MeetingTopicsType {
  @Field(() => Int) schoolId: number;
  @Field(() => [MeetingPupilType], { description: 'Most pressing first; those left out come last, with why.' }) pupils: MeetingPupilType[];
  @Field(() => [MeetingCohortType]) cohorts: MeetingCohortType[];
}

@Resolver(() => MeetingRecordType)
export class TopicsResolver {
  constructor(private readonly service: TopicsService) {}

  @FieldResolver(() => [MeetingTopicsType], { description: 'Pupils and groups it speaks about, school by school within reach.' })
  async topics(@Root() meeting: MeetingRecordType, @Ctx() operation: Operation): Promise<MeetingTopicsType[]> {
    const found: MeetingTopicsType[] = [];
    for (const { id: schoolId } of meeting.schools) {
      found.push({ schoolId, pupils: await this.service.pupils(operation, String(meeting.id), schoolId), cohorts: await this.service.cohorts(operation, String(meeting.id), schoolId) });
    }
    return found;
  }
}
