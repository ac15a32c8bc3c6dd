import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import { EffectBy, EffectFilter } from './impact.type.ts';
import { SchoolCount } from './wide-measures.ts';
import type { WideEffectService } from './wide.service.ts';
import { WideActionDetailType, WideActionPageType, WideEffectsType, WideScope } from './wide.type.ts';

@Resolver()
export class WideResolver {
  constructor(private readonly wide: WideEffectService) {}

  @Allow('meeting:read')
  @Query(() => WideEffectsType, { description: 'What followed actions about groups and about schools within reach, put together; apart from actions about single pupils.' })
  async wideEffects(@Ctx() operation: Operation, @Arg('by', () => EffectBy) by: EffectBy, @Arg('filter', () => EffectFilter, { nullable: true }) filter: EffectFilter | null = null): Promise<WideEffectsType> {
    return this.wide.summary(operation, by, filter ?? {});
  }

  @Allow('meeting:read')
  @Query(() => WideActionPageType, { description: 'The actions behind a row of wideEffects, or behind one count of a row of schools, or all of a scope, latest first.' })
  async wideActions(
    @Ctx() operation: Operation, @Arg('by', () => EffectBy) by: EffectBy, @Arg('scope', () => WideScope) scope: WideScope, @Args(() => PageArgs) page: PageArgs,
    @Arg('key', () => String, { nullable: true }) key: string | null = null, @Arg('filter', () => EffectFilter, { nullable: true }) filter: EffectFilter | null = null,
    @Arg('count', () => SchoolCount, { nullable: true, description: 'Only the action by which each school of this count is counted; of schools alone.' }) count: SchoolCount | null = null,
  ): Promise<WideActionPageType> {
    return this.wide.list(operation, by, key, scope, count, filter ?? {}, page.offset, page.take);
  }

  @Allow('meeting:read')
  @Query(() => WideActionDetailType, { description: 'Everything that is worked out of one action about a group, a school or the area: beside pupils alike or similar schools, and beside the same weeks last year.' })
  async effectOfWideAction(@Ctx() operation: Operation, @Arg('taskId', () => Int) taskId: number): Promise<WideActionDetailType> {
    return this.wide.detail(operation, taskId);
  }
}
