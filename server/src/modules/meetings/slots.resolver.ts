import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { SlotsService } from './slots.service.ts';
import { SlotPlanType } from './slots.type.ts';

@Resolver()
export class SlotsResolver {
  constructor(private readonly slots: SlotsService) {}

  @Allow('meeting:record')
  @Query(() => SlotPlanType, { description: 'Proposes dates in the next weeks for an officer’s schools without an offer, worst tier first; one’s own, or, for whoever approves meetings, anybody’s.' })
  async slotPlan(@Ctx() operation: Operation, @Arg('officerId', () => Int, { nullable: true }) officerId: number | null = null): Promise<SlotPlanType> {
    return this.slots.plan(operation, officerId);
  }
}
