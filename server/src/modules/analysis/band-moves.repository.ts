import type { BandMoved, BandMoves } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import { BAND_BEFORE, BAND_NOW, isMoved } from './band-moves.sql.ts';
import type { Scope } from './figures.repository.ts';

/** Moves from one wide band to another, by their places, that went one way between bands of five percent. */
export interface WideMoves extends BandMoves { readonly way: BandMoved }

/** From the standings of single enrolments: whose rows is the policies' answer. */
export class BandMovesRepository {
  async moves(operation: Operation, academicYear: number, { phase, schoolId }: Scope): Promise<BandMoves[]> {
    return operation.sql<BandMoves>(
      `select ${BAND_BEFORE} as "from", ${BAND_NOW} as "to", count(*)::int as pupils from pupil_standing d join enrolment e on e.id = d.enrolment_id
       where ${isMoved('$1::int', '$2::date')} and ($3::text is null or d.school_id in (select id from school where phase = $3)) and ($4::int is null or d.school_id = $4) group by 1, 2 order by 1, 2`,
      [academicYear, operation.today, phase, schoolId]);
  }

  /** The same in wide bands, each by the five-point band it begins with, and told apart by the way between bands of five percent; of all that people who see figures only see together: they reach no enrolment. */
  async wideMoves(operation: Operation, academicYear: number, starts: readonly number[]): Promise<WideMoves[]> {
    return operation.sql<WideMoves>('select way, before as "from", now as "to", pupils from band_moves($1, $2::date, $3::int[])', [academicYear, operation.today, [...starts]]);
  }
}
