/** The cells of one total as they may be shown; null is hidden. */
export interface ShownCells {
  readonly cells: readonly (number | null)[];
  /** Hidden only where the total itself would tell. */
  readonly total: number | null;
}

/** More tables than this are not tried one by one: everything is hidden instead. */
const MOST_TRIED = 20_000;

/**
 * The cells of a total for people who may not recognise anybody in it: cells from 1 to below `minimum` are hidden, with those
 * that `mustHide` names; then further cells, smallest first, until none that is hidden can be worked out from the total. Where
 * a reader who knows all this could still work one out, by trying every table that would look the same, all cells are hidden.
 * Cells are whole numbers, zero or more, and add up to the total. Zero names nobody and stays, unless it must be hidden.
 */
export function hideSmallCells(cells: readonly number[], minimum: number, mustHide: (index: number) => boolean = () => false): ShownCells {
  const total = cells.reduce((sum, cell) => sum + cell, 0);
  const hidden = smallAndNext(cells, minimum, mustHide);
  if (canBeWorkedOut(cells, hidden)) return { cells: cells.map((cell, index) => (hidden.has(index) ? null : cell)), total: null };
  if (isKnownByTrying(cells, hidden, minimum, mustHide)) return { cells: cells.map(() => null), total };
  return { cells: cells.map((cell, index) => (hidden.has(index) ? null : cell)), total };
}

function smallAndNext(cells: readonly number[], minimum: number, mustHide: (index: number) => boolean): Set<number> {
  const hidden = new Set(cells.flatMap((cell, index) => ((cell > 0 && cell < minimum) || mustHide(index) ? [index] : [])));
  const smallestFirst = cells.map((_, index) => index).filter((index) => cells[index]! > 0 && !hidden.has(index)).sort((a, b) => cells[a]! - cells[b]! || a - b);
  while (canBeWorkedOut(cells, hidden) && smallestFirst.length > 0) hidden.add(smallestFirst.shift()!);
  return hidden;
}

/** One hidden cell is what is left of the total; and where no more is left than one each, each is one. */
function canBeWorkedOut(cells: readonly number[], hidden: ReadonlySet<number>): boolean {
  if (hidden.size === 0) return false;
  const left = [...hidden].reduce((sum, index) => sum + cells[index]!, 0);
  return hidden.size === 1 || left <= hidden.size;
}

/** Whether some hidden cell is the same in every table that would be shown like this one. What is tried depends on what is shown alone, so that trying itself tells nothing. */
function isKnownByTrying(cells: readonly number[], hidden: ReadonlySet<number>, minimum: number, mustHide: (index: number) => boolean): boolean {
  if (hidden.size === 0) return false;
  const places = [...hidden].sort((a, b) => a - b);
  const left = places.reduce((sum, index) => sum + cells[index]!, 0);
  // Zeros that must be hidden are not told from others: to the reader every hidden cell may be one.
  const least = places.some(mustHide) ? 0 : 1;
  if (waysToShare(left - least * places.length, places.length) > MOST_TRIED) return places.length > 2;
  const found = places.map(() => new Set<number>());
  const guess = [...cells];
  const look = (place: number, rest: number): void => {
    if (place === places.length - 1) {
      guess[places[place]!] = rest;
      const shown = smallAndNext(guess, minimum, mustHide);
      if (shown.size === hidden.size && places.every((index) => shown.has(index))) places.forEach((index, each) => found[each]!.add(guess[index]!));
      return;
    }
    const after = (places.length - 1 - place) * least;
    for (let value = least; value <= rest - after; value += 1) {
      guess[places[place]!] = value;
      look(place + 1, rest - value);
    }
  };
  look(0, left);
  return found.some((values) => values.size < 2);
}

/** In how many ways a number is shared out over places: (n + k - 1 over k - 1), or more than are tried. */
function waysToShare(left: number, places: number): number {
  let ways = 1;
  for (let each = 1; each < places && ways <= MOST_TRIED * MOST_TRIED; each += 1) ways = (ways * (left + each)) / each;
  return ways;
}

/** One school's count of pupils, with the part of the whole it is told in. */
export interface SchoolCount { readonly schoolId: number; readonly part: string; readonly count: number }

/** What of a table of schools, its parts and its whole may not be shown. */
export interface HiddenSchools { readonly schools: ReadonlySet<number>; readonly parts: ReadonlySet<string>; readonly whole: boolean }

/** A cell of a table told at two depths, with the part of the whole it is told in. */
export interface NestedCell { readonly part: string; readonly count: number }

/** What of the cells, by their place, of the parts and of the whole may not be shown. */
export interface HiddenNested { readonly cells: ReadonlySet<number>; readonly parts: ReadonlySet<string>; readonly whole: boolean }

/** Cells and parts that must be hidden whatever they count. */
export interface MustHide { readonly cell?: (index: number) => boolean; readonly part?: (part: string) => boolean }

/**
 * Cells add up to parts, parts to the whole, and all three are shown: what is hidden in one must not be told by another. Small
 * counts are hidden in each part with a second cell; a part that would tell is hidden with a second part, and there two cells
 * with it, since a part is also the sum of its cells.
 */
export function hideNested(rows: readonly NestedCell[], minimum: number, mustHide: MustHide = {}): HiddenNested {
  const parts = [...new Set(rows.map(({ part }) => part))].sort();
  const places = new Map(parts.map((part) => [part, rows.flatMap((row, index) => (row.part === part ? [index] : []))]));
  const countsOf = (part: string): number[] => (places.get(part) ?? []).map((index) => rows[index]!.count);
  const hide = (part: string, also: (place: number) => boolean = () => false): ShownCells => hideSmallCells(countsOf(part), minimum, (place) => also(place) || mustHide.cell?.(places.get(part)![place]!) === true);
  const within = new Map(parts.map((part) => [part, hide(part)]));
  const between = hideSmallCells(parts.map((part) => countsOf(part).reduce((sum, count) => sum + count, 0)), minimum, (index) => within.get(parts[index]!)?.total === null || mustHide.part?.(parts[index]!) === true);
  parts.forEach((part, index) => {
    if (between.cells[index] !== null || within.get(part)?.cells.includes(null)) return;
    const counts = countsOf(part);
    // Of nothing but zeros, the first: a part that must be hidden is not told by its cells.
    const smallest = Math.max(0, counts.indexOf(Math.min(...counts.filter((count) => count > 0))));
    within.set(part, hide(part, (place) => place === smallest));
  });
  return {
    cells: new Set(parts.flatMap((part) => (places.get(part) ?? []).filter((_, place) => within.get(part)?.cells[place] === null))),
    parts: new Set(parts.filter((_, index) => between.cells[index] === null)), whole: between.total === null || (between.total > 0 && between.total < minimum),
  };
}

/** Schools in their phases: the same, by school. */
export function hideAmongSchools(rows: readonly SchoolCount[], minimum: number): HiddenSchools {
  const { cells, parts, whole } = hideNested(rows, minimum);
  return { schools: new Set([...cells].map((index) => rows[index]!.schoolId)), parts, whole };
}
