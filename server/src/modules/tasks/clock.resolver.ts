import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import type { ClockService } from './clock.service.ts';
import { ClockPageType, ClockType } from './clock.type.ts';
import { ClockFilter } from './task.inputs.ts';

@Resolver(() => ClockType)
export class ClockResolver {
  constructor(private readonly wall: ClockService) {}

  @Allow('task:read')
  @Query(() => ClockPageType, { description: 'Deadlines within reach, worst first: those most days over, then the next that is due. Met ones, where they are asked for, latest first.' })
  async clocks(@Ctx() operation: Operation, @Arg('filter', () => ClockFilter, { nullable: true }) filter: ClockFilter | null = null, @Args(() => PageArgs) page: PageArgs): Promise<ClockPageType> {
    return this.wall.wall(operation, filter ?? {}, page.offset, page.take);
  }
}
