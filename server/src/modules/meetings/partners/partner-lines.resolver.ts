import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import { SavedAnswerType } from '../record/answers.type.ts';
import type { PartnerLinesService } from './partner-lines.service.ts';
import { PartnerMeetingType, PartnerRecordsType } from './partner-lines.type.ts';

@Resolver()
export class PartnerLinesResolver {
  constructor(private readonly lines: PartnerLinesService) {}

  @Allow('meeting:comment')
  @Query(() => [PartnerMeetingType], { description: 'Meetings whose record is not issued with pupils within reach on their lists, next first, and the asking partner’s own lines.' })
  async partnerMeetings(@Ctx() operation: Operation): Promise<PartnerMeetingType[]> {
    return this.lines.list(operation);
  }

  @Allow('meeting:read')
  @Query(() => PartnerRecordsType, { description: 'What issued records say about each child within reach, latest first, for partners who read by child; empty for people who read the records themselves.' })
  async partnerRecords(@Ctx() operation: Operation, @Args(() => PageArgs) page: PageArgs): Promise<PartnerRecordsType> {
    return this.lines.records(operation, page.offset, page.take);
  }

  @Allow('meeting:comment')
  @Mutation(() => SavedAnswerType, { description: 'Writes a partner’s line about a pupil. `base` is the version the writer saw, 0 for none; where somebody else was faster, theirs comes back.' })
  async savePartnerLine(
    @Ctx() operation: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('schoolId', () => Int) schoolId: number, @Arg('pupilId', () => Int) pupilId: number, @Arg('value', () => String) value: string, @Arg('base', () => Int) base: number,
  ): Promise<SavedAnswerType> {
    return this.lines.save(operation, { meetingId, schoolId, pupilId }, value, base);
  }
}
