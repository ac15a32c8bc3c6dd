import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { ImpactService } from './impact.service.ts';
import { ActionEffectType } from './impact.type.ts';

@Resolver()
export class ImpactResolver {
  constructor(private readonly impact: ImpactService) {}

  @Allow('meeting:read')
  @Query(() => [ActionEffectType], { description: 'What followed these actions, a hundred at most, as far as they are about pupils within reach.' })
  async actionEffects(@Ctx() operation: Operation, @Arg('taskIds', () => [Int]) taskIds: number[]): Promise<ActionEffectType[]> {
    return this.impact.effects(operation, taskIds);
  }
}
