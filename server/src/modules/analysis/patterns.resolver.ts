import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { PatternsService } from './patterns.service.ts';
import { SessionPatternsType } from './patterns.type.ts';

@Resolver()
export class PatternsResolver {
  constructor(private readonly patterns: PatternsService) {}

  @Allow('school:read')
  @Query(() => SessionPatternsType, { description: 'When in the week sessions are missed, and by which code: of everything within reach, one phase of it or one school.' })
  async sessionPatterns(
    @Ctx() operation: Operation,
    @Arg('phase', () => String, { nullable: true }) phase: string | null = null,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
  ): Promise<SessionPatternsType> {
    return this.patterns.ofScope(operation, { phase, schoolId });
  }
}
