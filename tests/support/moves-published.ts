import { ABSENCE_BANDS, BandMoved, movedTo } from '@attendance/shared/attendance';
import type { Published } from './attack.ts';

/** Movement between bands as people who see figures only are answered. */
export interface MovesAnswer {
  readonly higher: number | null; readonly same: number | null; readonly lower: number | null;
  readonly starts: readonly number[]; readonly moves: readonly { readonly from: number; readonly to: number; readonly pupils: number | null }[];
}
/** How to ask for it. */
export const MOVES = 'bandMovementFigures { higher same lower starts moves { from to pupils } }';

const BANDS = ABSENCE_BANDS.map((_, band) => band);
const move = (from: number, to: number): string => `from ${from} to ${to}`;
const uncounted = (band: number): string => `uncounted in ${band}`;

/** Everybody in a five-point band now, counted for moves or not. */
export const inBand = (band: number): string[] => [...BANDS.map((from) => move(from, band)), uncounted(band)];

/**
 * What a reader knows from it: every sum in terms of single moves between bands of five percent, so that nothing is assumed of how it was hidden.
 * `bands` are the counts of each band now that the same reader is told, undefined where unknown.
 */
export function movesPublished({ higher, same, lower, starts, moves }: MovesAnswer, bands: readonly (number | null | undefined)[]): Published[] {
  const wide = (place: number): number[] => BANDS.filter((band) => band >= starts[place]! && band < (starts[place + 1] ?? BANDS.length));
  // Nobody is less than none: of what adds up to zero, every part is.
  const none = new Set<string>();
  const told = (name: string, parts: readonly string[], sum: number | null | undefined): Published[] => {
    if (sum === 0) for (const part of parts) none.add(part);
    return [{ of: [name], less: parts, sum: 0 }, ...(sum === null || sum === undefined ? [] : [{ of: [name], sum }])];
  };
  const way = (of: BandMoved): string[] => BANDS.flatMap((from) => BANDS.filter((to) => movedTo(from, to) === of).map((to) => move(from, to)));
  const published = [
    ...told('moved higher', way(BandMoved.HIGHER), higher), ...told('moved same', way(BandMoved.SAME), same), ...told('moved lower', way(BandMoved.LOWER), lower),
    ...told('moved not counted', BANDS.map(uncounted), null),
    ...moves.flatMap(({ from, to, pupils }) => told(`moved ${from} to ${to}`, wide(from).flatMap((before) => wide(to).map((now) => move(before, now))), pupils)),
    ...starts.flatMap((_, place) => told(`not counted in ${place}`, wide(place).map(uncounted), null)),
    ...bands.flatMap((count, band) => told(`band ${band}`, inBand(band), count)),
  ];
  return published.map(({ of, less = [], sum }) => ({ of, less: less.filter((part) => !none.has(part)), sum }));
}

/** Everyone with a session. */
export const EVERYONE: readonly string[] = BANDS.flatMap(inBand);
