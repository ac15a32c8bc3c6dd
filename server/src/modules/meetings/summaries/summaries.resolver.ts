import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { SummariesService } from './summaries.service.ts';
import { TermSummaryInput, TermSummaryType } from './summaries.type.ts';

/** The termly summary of schools that send no registers. */
@Resolver()
export class SummariesResolver {
  constructor(private readonly summaries: SummariesService) {}

  @Allow('meeting:read')
  @Query(() => [TermSummaryType], { description: 'The summaries of the term of today of schools within reach that send no registers, entered or owed; at most 100. With `meetingId` those of one meeting, of the term it lies in. Empty where every school sends its registers.' })
  async termSummaries(@Ctx() operation: Operation, @Arg('meetingId', () => ID, { nullable: true }) meetingId: string | null = null): Promise<TermSummaryType[]> {
    return this.summaries.owed(operation, meetingId);
  }

  @Allow('meeting:read')
  @Query(() => TermSummaryType, { description: 'The summary of a term of one school that sends no registers, with every version of it.' })
  async termSummary(@Ctx() operation: Operation, @Arg('schoolId', () => Int) schoolId: number, @Arg('term', () => String, { nullable: true }) term: string | null = null): Promise<TermSummaryType> {
    return this.summaries.one(operation, schoolId, term);
  }

  @Allow('meeting:prepare')
  @Mutation(() => TermSummaryType, { description: 'Enters the summary of a term for a school that sends no registers: by the school, or by its officer for it. Refused where somebody entered one since `version`.' })
  async enterTermSummary(
    @Ctx() operation: Operation, @Arg('schoolId', () => Int) schoolId: number, @Arg('version', () => Int) version: number, @Arg('input', () => TermSummaryInput) input: TermSummaryInput, @Arg('term', () => String, { nullable: true }) term: string | null = null,
  ): Promise<TermSummaryType> {
    return this.summaries.enter(operation, schoolId, term, version, input);
  }
}
