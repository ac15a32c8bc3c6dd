import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import type { OwnMeetingsService } from './own-meetings.service.ts';
import { MeetingSummaryType, MyMeetingType, OwnMeetingsType } from './own-meetings.type.ts';

@Resolver()
export class OwnMeetingsResolver {
  constructor(private readonly own: OwnMeetingsService) {}

  @Allow('meeting:read')
  @Query(() => OwnMeetingsType, { description: 'Meetings of the schools within reach: those to come, next first, or with `past` those that were or were called off, latest first.' })
  async ownMeetings(@Ctx() operation: Operation, @Args(() => PageArgs) page: PageArgs, @Arg('past', () => Boolean, { nullable: true }) past: boolean | null = null): Promise<OwnMeetingsType> {
    return this.own.list(operation, past ?? false, page.offset, page.take);
  }

  @Allow('meeting:record')
  @Query(() => [MyMeetingType], { description: 'Meetings the sender holds this week, and older ones that owe a record or word whether they were held; by day.' })
  async myMeetings(@Ctx() operation: Operation): Promise<MyMeetingType[]> {
    return this.own.week(operation);
  }

  @Allow('meeting:read-summary')
  @Query(() => MeetingSummaryType, { description: 'The term of today, or the next, in counts and dates of the schools within reach.' })
  async meetingSummary(@Ctx() operation: Operation): Promise<MeetingSummaryType> {
    return this.own.summary(operation);
  }
}
