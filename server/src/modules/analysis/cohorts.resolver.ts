import type { CohortAxis } from '@attendance/shared/attendance';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { CohortAxisEnum } from './cohorts.inputs.ts';
import type { CohortsService } from './cohorts.service.ts';
import { CohortSplitType, CrossedFiguresType } from './cohorts.type.ts';
import { YearGroupFiguresType } from './figures.type.ts';

@Resolver()
export class CohortsResolver {
  constructor(private readonly cohorts: CohortsService) {}

  @Allow('school:read')
  @Query(() => CohortSplitType, { description: 'The figures of everything within reach, of one phase of it or of one school, split by who pupils are today.' })
  async cohortFigures(
    @Ctx() operation: Operation,
    @Arg('axis', () => CohortAxisEnum) axis: CohortAxis,
    @Arg('phase', () => String, { nullable: true }) phase: string | null = null,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
  ): Promise<CohortSplitType> {
    return this.cohorts.split(operation, axis, { phase, schoolId });
  }

  @Allow('school:read')
  @Query(() => [YearGroupFiguresType], { description: 'The year groups of one school.' })
  async yearGroupFigures(@Ctx() operation: Operation, @Arg('schoolId', () => Int) schoolId: number): Promise<YearGroupFiguresType[]> {
    return this.cohorts.yearGroups(operation, schoolId);
  }

  @Allow('pupil:read')
  @Query(() => CrossedFiguresType, { description: 'The same split two ways at once; not for people who see figures only.' })
  async crossedFigures(
    @Ctx() operation: Operation,
    @Arg('axis', () => CohortAxisEnum) axis: CohortAxis,
    @Arg('across', () => CohortAxisEnum) across: CohortAxis,
    @Arg('phase', () => String, { nullable: true }) phase: string | null = null,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
  ): Promise<CrossedFiguresType> {
    return this.cohorts.crossed(operation, axis, across, { phase, schoolId });
  }
}
