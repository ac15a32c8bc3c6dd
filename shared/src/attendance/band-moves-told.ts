import { ruleValue } from '../kernel/index.ts';
import { BandMoved, movedTo, type BandMoves } from './band-moves.ts';
import { hideLinked, type KnownSum } from './linked-suppression.ts';
import { ABSENCE_BANDS } from './measures.ts';
import { hideSmallCells } from './suppression.ts';

/** Wide bands, each by the five-point band it begins with: every national line (10%, 50%) is one of theirs. */
const SEVEN: readonly number[] = [0, 1, 2, 3, 4, 6, 10];
const FIVE: readonly number[] = [0, 1, 2, 4, 10];
const THREE: readonly number[] = [0, 2, 10];

/** The wide bands in which moves are told of so many enrolments with a session: few enrolments in many bands would be small counts everywhere. How many there are is no secret, so the choice tells nothing. */
export function wideBandsFor(enrolments: number, today: string): readonly number[] {
  return enrolments >= ruleValue('band-moves.seven-bands-from', today) ? SEVEN : enrolments >= ruleValue('band-moves.five-bands-from', today) ? FIVE : THREE;
}

/** "10% to under 20%": a wide band by its place; the last one goes up to everything. */
export function wideBandWords(starts: readonly number[], place: number): string {
  const from = ABSENCE_BANDS[starts[place] ?? -1]?.from;
  if (from === undefined) return '';
  const next = starts[place + 1];
  return next === undefined ? `${from}% or more` : from === 0 ? `Under ${ABSENCE_BANDS[next]!.from}%` : `${from}% to under ${ABSENCE_BANDS[next]!.from}%`;
}

const placeIn = (starts: readonly number[], band: number): number => starts.filter((start) => start <= band).length - 1;

/** Moves between bands of five percent as a table of wide ones: every cell, by the places of the bands, the lowest before first. */
export function wideMoves(starts: readonly number[], moves: readonly BandMoves[]): BandMoves[] {
  return starts.flatMap((_, from) => starts.map((__, to) => ({
    from, to, pupils: moves.reduce((sum, move) => sum + (placeIn(starts, move.from) === from && placeIn(starts, move.to) === to ? move.pupils : 0), 0),
  })));
}

/** What moves are told of, before anything is hidden. */
export interface MovesCounted {
  /** How many went each way between bands of five percent. */
  readonly ways: Readonly<Record<BandMoved, number>>;
  /** From which wide band to which, by their places among `starts`. */
  readonly moves: readonly BandMoves[];
  readonly starts: readonly number[];
  /** Enrolments by their band of five percent now, counted for moves or not, and which of these the reader is told. */
  readonly bands: readonly number[];
  readonly isTold: (band: number) => boolean;
  /** The reader is told how many are in these bands and above: everyone, the persistently and the severely absent. */
  readonly toldFrom: readonly number[];
}

/** The same as it may be told; null is hidden. */
export interface MovesTold { readonly ways: Readonly<Record<BandMoved, number | null>>; readonly moves: readonly { readonly from: number; readonly to: number; readonly pupils: number | null }[] }

const WAYS = [BandMoved.HIGHER, BandMoved.SAME, BandMoved.LOWER] as const;

/**
 * Moves between bands for people who see figures only. The three ways come first, hidden with whoever is not counted as a fourth cell of everyone; then the table, hidden so that
 * nothing follows from it together with the ways and with how many are in each band now, which the same people are told. Moves within a wide band, and those not counted of each band, are cells told nowhere.
 */
export function tellMoves({ ways, moves, starts, bands, isTold, toldFrom }: MovesCounted, minimum: number): MovesTold {
  const width = starts.length;
  const isWide = (place: number): boolean => (starts[place + 1] ?? ABSENCE_BANDS.length) - starts[place]! > 1;
  const table = Array.from({ length: width * width }, (_, place) => ({ from: Math.floor(place / width), to: place % width, place }));
  const counts = table.map(({ from, to }) => moves.reduce((sum, move) => sum + (move.from === from && move.to === to ? move.pupils : 0), 0));
  const sumOf = (places: readonly number[]): number => places.reduce((sum, place) => sum + counts[place]!, 0);
  const of = (test: (cell: { from: number; to: number }) => boolean): number[] => table.filter(test).map(({ place }) => place);

  // Moves within a wide band are higher, lower or none as well: what a way has beyond the table.
  const plain = WAYS.map((way) => of(({ from, to }) => movedTo(from, to) === way && !(from === to && isWide(from))));
  const insides = WAYS.map((_, index) => table.length + index);
  const uncounted = starts.map((_, to) => table.length + WAYS.length + to);
  const bandAt = bands.map((_, band) => table.length + WAYS.length + width + band);
  const columns = starts.map((_, to) => of((cell) => cell.to === to));
  const inColumn = (to: number): number => bands.reduce((sum, pupils, band) => sum + (placeIn(starts, band) === to ? pupils : 0), 0);
  const cells = [...counts, ...WAYS.map((way, index) => Math.max(0, ways[way] - sumOf(plain[index]!))), ...columns.map((places, to) => Math.max(0, inColumn(to) - sumOf(places))), ...bands];

  const rest = uncounted.reduce((sum, place) => sum + cells[place]!, 0);
  const { cells: shownWays } = hideSmallCells([...WAYS.map((way) => ways[way]), rest], minimum);
  const hiddenBands = bandAt.filter((_, band) => !isTold(band));
  const lines = [...WAYS.map((_, index) => [...plain[index]!, insides[index]!]), uncounted];
  const sums: KnownSum[] = [
    ...lines.filter((_, index) => shownWays[index] !== null).map((line) => ({ of: line })),
    { of: lines.filter((_, index) => shownWays[index] === null).flat() },
    { of: of(({ from, to }) => from === to && isWide(from)), less: insides },
    ...columns.map((places, to): KnownSum => ({ of: [...places, uncounted[to]!], less: hiddenBands.filter((place) => placeIn(starts, bandAt.indexOf(place)) === to) })),
    ...toldFrom.map((first) => ({ of: hiddenBands.filter((place) => bandAt.indexOf(place) >= first) })),
  ];
  const hidden = hideLinked(cells, sums, minimum, { untold: new Set([...insides, ...uncounted]), elsewhere: new Set(hiddenBands) });
  return {
    ways: { HIGHER: shownWays[0] ?? null, SAME: shownWays[1] ?? null, LOWER: shownWays[2] ?? null },
    moves: table.map(({ from, to, place }) => ({ from, to, pupils: hidden.has(place) ? null : counts[place]! })),
  };
}
