import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { DraftService } from './draft.service.ts';
import { DraftTextInput, DraftTextType, SavedDraftTextType } from './draft.type.ts';

@Resolver(() => DraftTextType)
export class DraftResolver {
  constructor(private readonly drafts: DraftService) {}

  @Allow('task:write')
  @Query(() => [DraftTextType], { description: 'What the sender has typed about a meeting or a task and not sent yet.' })
  async draftTexts(@Ctx() operation: Operation, @Arg('meetingId', () => Int, { nullable: true }) meetingId: number | null = null, @Arg('taskId', () => Int, { nullable: true }) taskId: number | null = null): Promise<DraftTextType[]> {
    return this.drafts.list(operation, meetingId ?? null, taskId ?? null);
  }

  @Allow('task:write')
  @Mutation(() => SavedDraftTextType, { description: 'Keeps what the sender has typed so far. Sending the form itself takes it away again.' })
  async saveDraftText(@Ctx() operation: Operation, @Arg('input', () => DraftTextInput) input: DraftTextInput): Promise<SavedDraftTextType> {
    return this.drafts.save(operation, input);
  }
}
