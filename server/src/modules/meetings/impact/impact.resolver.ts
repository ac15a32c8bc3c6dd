import { ImpactClass, type IneffectiveReason, type WhyNot as Said } from '@attendance/shared/meetings';
import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import type { EffectSummaryService } from './effect-summary.service.ts';
import type { ImpactService } from './impact.service.ts';
import { ActionEffectDetailType, ActionEffectType, EffectBy, EffectFilter, EffectSummaryType, PupilActionPageType, PupilActionType, WhyNot, WhyNotSaid } from './impact.type.ts';

@Resolver()
export class ImpactResolver {
  constructor(private readonly impact: ImpactService, private readonly summaries: EffectSummaryService) {}

  @Allow('meeting:read')
  @Query(() => [ActionEffectType], { description: 'What followed these actions, a hundred at most, as far as they are about pupils within reach.' })
  async actionEffects(@Ctx() operation: Operation, @Arg('taskIds', () => [Int]) taskIds: number[]): Promise<ActionEffectType[]> {
    return this.impact.effects(operation, taskIds);
  }

  @Allow('meeting:read')
  @Query(() => ActionEffectDetailType, { description: 'Everything that is worked out of one action about a pupil within reach, beside pupils alike.' })
  async effectOfAction(@Ctx() operation: Operation, @Arg('taskId', () => Int) taskId: number): Promise<ActionEffectDetailType> {
    return this.summaries.detail(operation, taskId);
  }

  @Allow('task:write')
  @Mutation(() => ActionEffectDetailType, { description: 'Says why an action about a pupil was not followed by better attendance. Refused where it was changed since `version`.' })
  async sayWhyNoEffect(@Ctx() operation: Operation, @Arg('taskId', () => Int) taskId: number, @Arg('version', () => Int) version: number, @Arg('reason', () => WhyNot) reason: IneffectiveReason): Promise<ActionEffectDetailType> {
    return this.summaries.sayWhyNot(operation, taskId, version, reason);
  }

  @Allow('meeting:read')
  @Query(() => [PupilActionType], { description: 'The actions agreed about a pupil within reach and what followed, latest first.' })
  async effectOfPupil(@Ctx() operation: Operation, @Arg('pupilId', () => ID) pupilId: string): Promise<PupilActionType[]> {
    return this.summaries.ofPupil(operation, pupilId);
  }

  @Allow('meeting:read')
  @Query(() => EffectSummaryType, { description: 'What was followed by improvement: actions about pupils within reach, put together.' })
  async effectSummary(@Ctx() operation: Operation, @Arg('by', () => EffectBy) by: EffectBy, @Arg('filter', () => EffectFilter, { nullable: true }) filter: EffectFilter | null = null): Promise<EffectSummaryType> {
    return this.summaries.summary(operation, by, filter ?? {});
  }

  @Allow('meeting:read')
  @Query(() => PupilActionPageType, { description: 'The pupils behind a row of effectSummary, most improved first.' })
  async effectPupils(
    @Ctx() operation: Operation, @Arg('by', () => EffectBy) by: EffectBy, @Arg('key', () => String) key: string, @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EffectFilter, { nullable: true }) filter: EffectFilter | null = null, @Arg('impact', () => ImpactClass, { nullable: true }) impact: ImpactClass | null = null,
    @Arg('whyNot', () => WhyNotSaid, { nullable: true, description: 'Only those after whom nothing improved, of whom this was said.' }) whyNot: Said | null = null,
  ): Promise<PupilActionPageType> {
    return this.summaries.pupils(operation, by, key, filter ?? {}, { impact, whyNot }, page.offset, page.take);
  }
}
