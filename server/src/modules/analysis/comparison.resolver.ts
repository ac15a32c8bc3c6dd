import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { ComparisonService } from './comparison.service.ts';
import { ComparisonType } from './comparison.type.ts';

@Resolver()
export class ComparisonResolver {
  constructor(private readonly comparisons: ComparisonService) {}

  @Allow('school:read')
  @Query(() => ComparisonType, { description: 'What stands beside the figures of everything within reach, of one phase of it or of one school.' })
  async comparison(
    @Ctx() operation: Operation,
    @Arg('phase', () => String, { nullable: true }) phase: string | null = null,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
  ): Promise<ComparisonType> {
    return this.comparisons.of(operation, { phase, schoolId });
  }
}
