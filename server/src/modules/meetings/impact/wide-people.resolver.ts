import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import { EffectBy, EffectFilter } from './impact.type.ts';
import type { WidePeopleService } from './wide-people.service.ts';
import { PeopleCount, WidePupilPageType } from './wide.type.ts';

@Resolver()
export class WidePeopleResolver {
  constructor(private readonly people: WidePeopleService) {}

  @Allow('meeting:read')
  @Query(() => WidePupilPageType, { description: 'The pupils behind one count of a row of wideEffects about groups, most improved first.' })
  async wideEffectPupils(
    @Ctx() operation: Operation, @Arg('by', () => EffectBy) by: EffectBy, @Arg('key', () => String) key: string, @Arg('count', () => PeopleCount) count: PeopleCount, @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EffectFilter, { nullable: true }) filter: EffectFilter | null = null,
  ): Promise<WidePupilPageType> {
    return this.people.ofRow(operation, by, key, count, filter ?? {}, page);
  }

  @Allow('meeting:read')
  @Query(() => WidePupilPageType, { description: 'The pupils behind one count of an action about a group or a school, most improved first.' })
  async pupilsOfWideAction(
    @Ctx() operation: Operation, @Arg('taskId', () => Int) taskId: number, @Arg('count', () => PeopleCount) count: PeopleCount, @Args(() => PageArgs) page: PageArgs,
    @Arg('later', () => Boolean, { nullable: true, description: 'Of the longer time from the anchor on.' }) later: boolean | null = null,
  ): Promise<WidePupilPageType> {
    return this.people.ofAction(operation, taskId, count, later ?? false, page);
  }
}
