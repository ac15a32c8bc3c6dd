import { ABSENCE_BANDS, movementOf, tellMoves, wideBandsFor, wideMoves } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { BandMovesRepository } from './band-moves.repository.ts';
import type { BandMovementFiguresType, BandMovementType } from './band-moves.type.ts';
import type { CohortsRepository } from './cohorts.repository.ts';
import type { CohortsService } from './cohorts.service.ts';
import type { Scope } from './figures.repository.ts';
import type { FiguresService } from './figures.service.ts';

const EVERYTHING: Scope = { phase: null, schoolId: null };
/** The place of the five-point band that begins at a percentage. */
const bandFrom = (percent: number): number => ABSENCE_BANDS.findIndex(({ from }) => from === percent);

/** Who moved between bands of absence, and what of it may be told to whom. */
export class BandMovesService {
  constructor(private readonly figures: FiguresService, private readonly bands: BandMovesRepository, private readonly totals: CohortsRepository, private readonly cohorts: CohortsService) {}

  async movement(operation: Operation, scope: Scope): Promise<BandMovementType> {
    const moves = await this.bands.moves(operation, this.figures.span(operation).academicYear, scope);
    const { HIGHER: higher, SAME: same, LOWER: lower } = movementOf(moves);
    return { moves, higher, same, lower };
  }

  /** From which band to which, of all that somebody sees together, in bands as wide as their number needs. Of it people who see figures only are told what names nobody, beside everything else they are told. */
  async counts(operation: Operation): Promise<BandMovementFiguresType> {
    const span = this.figures.span(operation);
    const rows = await this.totals.totals(operation, 'ABSENCE_BAND', span, EVERYTHING);
    const starts = wideBandsFor(rows.reduce((sum, { enrolments }) => sum + enrolments, 0), operation.today);
    if (operation.actor.reach.kind !== 'AGGREGATE') {
      const { moves, higher, same, lower } = await this.movement(operation, EVERYTHING);
      return { higher, same, lower, starts: [...starts], moves: wideMoves(starts, moves) };
    }
    const disclosure = await this.figures.disclosure(operation);
    // Everybody who is counted adds up to a number that is hidden elsewhere: nothing is told, in bands that tell nothing of it either.
    if (disclosure.hidesWhole(EVERYTHING, span.academicYear, 'enrolments')) return { higher: null, same: null, lower: null, ...untold(wideBandsFor(0, operation.today)) };
    const bands = ABSENCE_BANDS.map((_, band) => rows.find(({ value }) => value === String(band))?.enrolments ?? 0);
    const split = await this.cohorts.split(operation, 'ABSENCE_BAND', EVERYTHING);
    const moves = await this.bands.wideMoves(operation, span.academicYear, starts);
    const ways = { HIGHER: 0, SAME: 0, LOWER: 0 };
    for (const { way, pupils } of moves) ways[way] += pupils;
    // Everybody in a band from ten percent is persistently absent, so a band is told by that count too.
    const lines = [['enrolments', 0], ['persistent', bandFrom(span.thresholds.persistent)], ['severe', bandFrom(span.thresholds.severe)]] as const;
    const told = tellMoves({
      ways, moves, starts, bands, toldFrom: lines.filter(([name]) => split.whole[name] !== null).map(([, from]) => from),
      isTold: (band) => lines.some(([name, from]) => band >= from && split.groups.find(({ value }) => value === String(band))?.figures[name] !== null),
    }, ruleValue('suppression.minimum', operation.today));
    return { higher: told.ways.HIGHER, same: told.ways.SAME, lower: told.ways.LOWER, starts: [...starts], moves: [...told.moves] };
  }
}

/** A table of moves in which nothing is told. */
const untold = (starts: readonly number[]): Pick<BandMovementFiguresType, 'starts' | 'moves'> => ({ starts: [...starts], moves: wideMoves(starts, []).map(({ from, to }) => ({ from, to, pupils: null })) });
