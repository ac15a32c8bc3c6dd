import { ABSENCE_BANDS } from './measures.ts';

/** Which way an enrolment went between two bands of absence. */
export const BandMoved = { HIGHER: 'HIGHER', SAME: 'SAME', LOWER: 'LOWER' } as const;
export type BandMoved = (typeof BandMoved)[keyof typeof BandMoved];

/** An enrolment's year so far, and of it the last school weeks. */
export interface BandStanding { readonly possible: number; readonly absent: number; readonly recentPossible: number; readonly recentAbsent: number }

const placeOf = (absent: number, possible: number): number => { const twentieths = absent * 20; return (twentieths - (twentieths % possible)) / possible; };

/** The band of the year up to the last school weeks, and that of the year so far, by their places among the bands; null without a session before those weeks. */
export function bandMove({ possible, absent, recentPossible, recentAbsent }: BandStanding): { readonly from: number; readonly to: number } | null {
  return possible <= recentPossible ? null : { from: placeOf(absent - recentAbsent, possible - recentPossible), to: placeOf(absent, possible) };
}

export function movedTo(from: number, to: number): BandMoved {
  return to > from ? BandMoved.HIGHER : to < from ? BandMoved.LOWER : BandMoved.SAME;
}

export interface BandMoves { readonly from: number; readonly to: number; readonly pupils: number }

/** How many went each way. */
export function movementOf(moves: readonly BandMoves[]): Readonly<Record<BandMoved, number>> {
  const sums = { HIGHER: 0, SAME: 0, LOWER: 0 };
  for (const { from, to, pupils } of moves) sums[movedTo(from, to)] += pupils;
  return sums;
}

/** "10% to under 15%": a band by its place. */
export function bandWords(place: number): string {
  const band = ABSENCE_BANDS[place];
  return band === undefined ? '' : band.from === 100 ? 'Missed everything' : `${band.from}% to under ${band.to}%`;
}
