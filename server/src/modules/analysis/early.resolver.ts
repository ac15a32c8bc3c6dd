import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { EarlyRepository } from './early.repository.ts';

@Resolver()
export class EarlyResolver {
  constructor(private readonly early: EarlyRepository) {}

  @Allow('school:read')
  @Query(() => Boolean, { description: 'Whether any school of a phase, that one school, or any school at all has had enough weeks this year to speak of persistent and severe absence.' })
  async persistenceShown(
    @Ctx() operation: Operation,
    @Arg('phase', () => String, { nullable: true }) phase: string | null = null,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
  ): Promise<boolean> {
    return this.early.isShown(operation, { phase, schoolId });
  }
}
