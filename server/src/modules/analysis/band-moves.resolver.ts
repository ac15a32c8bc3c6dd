import { movementOf } from '@attendance/shared/attendance';
import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { BandMovesRepository } from './band-moves.repository.ts';
import { BandMovementType } from './band-moves.type.ts';
import type { FiguresService } from './figures.service.ts';

@Resolver()
export class BandMovesResolver {
  constructor(private readonly figures: FiguresService, private readonly bands: BandMovesRepository) {}

  @Allow('pupil:read')
  @Query(() => BandMovementType, { description: 'Of everything within reach, one phase of it or one school; not for people who see figures only.' })
  async bandMovement(
    @Ctx() operation: Operation,
    @Arg('phase', () => String, { nullable: true }) phase: string | null = null,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
  ): Promise<BandMovementType> {
    const moves = await this.bands.moves(operation, this.figures.span(operation).academicYear, { phase, schoolId });
    const { HIGHER: higher, SAME: same, LOWER: lower } = movementOf(moves);
    return { moves, higher, same, lower };
  }
}
