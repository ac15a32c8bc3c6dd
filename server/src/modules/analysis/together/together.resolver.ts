import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import { WorkListFilter } from '../work-list.inputs.ts';
import type { TogetherService } from './together.service.ts';
import { FamilyAwayPageType, TogetherTotalsType, TransitionPageType } from './together.type.ts';

/** The totals, with the filter they were asked for. */
interface Asked extends TogetherTotalsType { readonly filter: WorkListFilter }

@Resolver(() => TogetherTotalsType)
export class TogetherResolver {
  constructor(private readonly lists: TogetherService) {}

  @Allow('pupil:read')
  @Query(() => TogetherTotalsType, { description: 'How many rows siblingsAway and transitionList give.' })
  async togetherTotals(@Ctx() operation: Operation, @Arg('filter', () => WorkListFilter, { nullable: true }) filter: WorkListFilter | null): Promise<Asked> {
    return { transition: await this.lists.transitionTotal(operation, filter ?? {}), filter: filter ?? {} };
  }

  @Allow('pupil:read-family')
  @FieldResolver(() => Int, { nullable: true, description: 'Families on the list of brothers and sisters absent together.' })
  async siblings(@Root() { filter }: Asked, @Ctx() operation: Operation): Promise<number> {
    return this.lists.familyTotal(operation, filter);
  }

  @Allow('pupil:read-family')
  @Query(() => FamilyAwayPageType, { description: 'Families of whom two or more children missed many of the same sessions in the last school weeks; most first. Restricted records are left out.' })
  async siblingsAway(@Ctx() operation: Operation, @Arg('filter', () => WorkListFilter, { nullable: true }) filter: WorkListFilter | null, @Args(() => PageArgs) page: PageArgs): Promise<FamilyAwayPageType> {
    return this.lists.families(operation, filter ?? {}, page.offset, page.take);
  }

  @Allow('pupil:read')
  @Query(() => TransitionPageType, { description: 'Year 7 children whose attendance fell after Year 6, furthest first; late in the year also persistently absent Year 6 children.' })
  async transitionList(@Ctx() operation: Operation, @Arg('filter', () => WorkListFilter, { nullable: true }) filter: WorkListFilter | null, @Args(() => PageArgs) page: PageArgs): Promise<TransitionPageType> {
    return this.lists.transition(operation, filter ?? {}, page.offset, page.take);
  }
}
