import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { PeriodsService } from './periods.service.ts';
import { PeriodsType } from './periods.type.ts';

@Resolver()
export class PeriodsResolver {
  constructor(private readonly periods: PeriodsService) {}

  @Allow('school:read')
  @Query(() => PeriodsType, { description: 'Sessions of the latest week, the last school weeks, the half term, the term and the year so far, and of weeks between two Mondays, of everything within reach, of one phase of it or of one school.' })
  async periodFigures(
    @Ctx() operation: Operation,
    @Arg('phase', () => String, { nullable: true }) phase: string | null = null,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
    @Arg('from', () => String, { nullable: true }) from: string | null = null,
    @Arg('to', () => String, { nullable: true }) to: string | null = null,
  ): Promise<PeriodsType> {
    return this.periods.of(operation, { phase, schoolId }, from === null || to === null ? null : { from, to });
  }
}
