import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import type { ReasonsService } from './reasons.service.ts';
import { OverdueReasonsType, PupilsWithoutReasonType } from './reasons.type.ts';

@Resolver()
export class ReasonsResolver {
  constructor(private readonly reasons: ReasonsService) {}

  @Allow('register:read')
  @Query(() => [OverdueReasonsType], { description: 'In which schools within reach reasons for absence are overdue, oldest first; `mine` keeps to those whose named officer is asking.' })
  async overdueReasons(@Ctx() operation: Operation, @Arg('mine', () => Boolean, { defaultValue: false }) mine: boolean): Promise<OverdueReasonsType[]> {
    return this.reasons.bySchool(operation, mine);
  }

  @Allow('register:read')
  @Query(() => PupilsWithoutReasonType, { description: 'The pupils of one school behind overdueReasons, named, oldest first.' })
  async overdueReasonPupils(@Ctx() operation: Operation, @Arg('schoolId', () => Int) schoolId: number, @Args(() => PageArgs) page: PageArgs): Promise<PupilsWithoutReasonType> {
    return this.reasons.pupils(operation, schoolId, page.offset, page.take);
  }
}
