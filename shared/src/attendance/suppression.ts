/** The cells of one total as they may be shown; null is hidden. */
export interface ShownCells {
  readonly cells: readonly (number | null)[];
  /** Hidden only where the total itself would tell. */
  readonly total: number | null;
}

/**
 * The cells of a total for people who may not recognise anybody in it: cells from 1 to below `minimum` are hidden, with those
 * that `mustHide` names; then further cells, smallest first, until none that is hidden can be worked out from the total.
 * Cells are whole numbers, zero or more, and add up to the total. Zero names nobody and stays, unless it must be hidden.
 */
export function hideSmallCells(cells: readonly number[], minimum: number, mustHide: (index: number) => boolean = () => false): ShownCells {
  const hidden = new Set(cells.flatMap((cell, index) => ((cell > 0 && cell < minimum) || mustHide(index) ? [index] : [])));
  const smallestFirst = cells.map((_, index) => index).filter((index) => cells[index]! > 0 && !hidden.has(index)).sort((a, b) => cells[a]! - cells[b]! || a - b);
  while (canBeWorkedOut(cells, hidden) && smallestFirst.length > 0) hidden.add(smallestFirst.shift()!);
  return {
    cells: cells.map((cell, index) => (hidden.has(index) ? null : cell)),
    total: canBeWorkedOut(cells, hidden) ? null : cells.reduce((sum, cell) => sum + cell, 0),
  };
}

/** One hidden cell is what is left of the total; and where no more is left than one each, each is one. */
function canBeWorkedOut(cells: readonly number[], hidden: ReadonlySet<number>): boolean {
  if (hidden.size === 0) return false;
  const left = [...hidden].reduce((sum, index) => sum + cells[index]!, 0);
  return hidden.size === 1 || left <= hidden.size;
}
