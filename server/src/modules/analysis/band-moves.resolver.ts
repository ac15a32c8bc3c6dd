import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { BandMovesService } from './band-moves.service.ts';
import { BandMovementFiguresType, BandMovementType } from './band-moves.type.ts';

@Resolver()
export class BandMovesResolver {
  constructor(private readonly bands: BandMovesService) {}

  @Allow('pupil:read')
  @Query(() => BandMovementType, { description: 'Of everything within reach, one phase of it or one school; not for people who see figures only.' })
  async bandMovement(
    @Ctx() operation: Operation,
    @Arg('phase', () => String, { nullable: true }) phase: string | null = null,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
  ): Promise<BandMovementType> {
    return this.bands.movement(operation, { phase, schoolId });
  }

  @Allow('school:read')
  @Query(() => BandMovementFiguresType, { description: 'Of everything within reach together, and for people who see figures only as well.' })
  async bandMovementFigures(@Ctx() operation: Operation): Promise<BandMovementFiguresType> {
    return this.bands.counts(operation);
  }
}
