import { hideSmallTable } from './report-suppression.ts';
import { hideSmallCells } from './suppression.ts';

/** Sessions of one half day of the week. */
export interface HalfDayCounts { readonly possible: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number }
/** The same as it may be told; null is hidden. */
export type ToldHalfDay = { readonly [Key in keyof HalfDayCounts | 'absent']: number | null };

/**
 * Cells of a total that is told elsewhere: as `hideSmallCells`, but where the total would tell and cannot be kept back, zeros are
 * hidden as well, so that nobody knows which cells it is shared by.
 */
export function hideCellsOfTold(cells: readonly number[], minimum: number, mustHide: (index: number) => boolean = () => false): readonly (number | null)[] {
  const shown = hideSmallCells(cells, minimum, mustHide);
  return shown.total === null ? cells.map(() => null) : shown.cells;
}

/**
 * The half days of the week for people who may not recognise anybody, beside the sums of the week, which are told elsewhere: no count
 * from 1 to below the minimum, nor any it could be worked out from. Authorised and unauthorised absence are hidden together.
 */
export function hideHalfDays(slots: readonly HalfDayCounts[], minimum: number): ToldHalfDay[] {
  const possible = hideCellsOfTold(slots.map((slot) => slot.possible), minimum);
  const isHidden = (index: number): boolean => possible[index] === null;
  const absent = hideCellsOfTold(slots.map((slot) => slot.authorised + slot.unauthorised), minimum, isHidden);
  const kinds = hideKinds(slots, minimum, new Set(absent.flatMap((cell, row) => (cell === null ? [row] : []))));
  const before = hideCellsOfTold(slots.map((slot) => slot.lateBefore), minimum, isHidden);
  const after = hideCellsOfTold(slots.map((slot) => slot.lateAfter), minimum, isHidden);
  // A column whose sum would tell its hidden cells is hidden whole.
  const tells = ([0, 1] as const).some((column) => hideSmallCells(slots.map((slot) => (column === 0 ? slot.authorised : slot.unauthorised)), minimum, (row) => kinds[row]?.[column] === null).total === null);
  return slots.map((_, index) => ({
    possible: possible[index]!, absent: absent[index]!, authorised: tells ? null : (kinds[index]?.[0] ?? null), unauthorised: tells ? null : (kinds[index]?.[1] ?? null), lateBefore: before[index]!, lateAfter: after[index]!,
  }));
}

/** Authorised and unauthorised absence of each half day: one that is hidden takes the other with it, zero or not, since their sum is told. */
function hideKinds(slots: readonly HalfDayCounts[], minimum: number, hidden: ReadonlySet<number>): (number | null)[][] {
  const kinds = hideSmallTable(slots.map((slot) => [slot.authorised, slot.unauthorised]), minimum, (row) => hidden.has(row));
  const more = new Set(kinds.flatMap((row, at) => (row.includes(null) ? [at] : [])));
  return more.size === hidden.size ? kinds : hideKinds(slots, minimum, more);
}
