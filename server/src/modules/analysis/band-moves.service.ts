import { BandMoved, hideSmallCells, movementOf } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { BandMovesRepository } from './band-moves.repository.ts';
import type { BandMovementFiguresType, BandMovementType } from './band-moves.type.ts';
import type { Scope } from './figures.repository.ts';
import type { FiguresService } from './figures.service.ts';

/** Who moved between bands of absence, and what of it may be told to whom. */
export class BandMovesService {
  constructor(private readonly figures: FiguresService, private readonly bands: BandMovesRepository) {}

  async movement(operation: Operation, scope: Scope): Promise<BandMovementType> {
    const moves = await this.bands.moves(operation, this.figures.span(operation).academicYear, scope);
    const { HIGHER: higher, SAME: same, LOWER: lower } = movementOf(moves);
    return { moves, higher, same, lower };
  }

  /** How many went each way, of all that somebody sees together; small counts are hidden from people who see figures only. */
  async counts(operation: Operation): Promise<BandMovementFiguresType> {
    if (operation.actor.reach.kind !== 'AGGREGATE') return this.movement(operation, { phase: null, schoolId: null });
    const ways = await this.bands.ways(operation, this.figures.span(operation).academicYear);
    const { figures } = await this.figures.overview(operation, { phase: null, schoolId: null });
    if (figures.enrolments === null) return { higher: null, same: null, lower: null };
    const counts = [BandMoved.HIGHER, BandMoved.SAME, BandMoved.LOWER].map((way) => ways.get(way) ?? 0);
    // Who left, or has no session before those weeks, is what is left of a number told elsewhere: a fourth cell of the same total.
    const { cells } = hideSmallCells([...counts, figures.enrolments - counts.reduce((sum, count) => sum + count, 0)], ruleValue('suppression.minimum', operation.today));
    return { higher: cells[0] ?? null, same: cells[1] ?? null, lower: cells[2] ?? null };
  }
}
