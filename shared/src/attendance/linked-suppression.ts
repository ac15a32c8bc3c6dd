/** A sum that a reader knows: some cells, by their places, less others. */
export interface KnownSum { readonly of: readonly number[]; readonly less?: readonly number[] }

/** Cells that are told nowhere, and cells that are hidden elsewhere and must not be told here, by their places. */
export interface Unseen { readonly untold: ReadonlySet<number>; readonly elsewhere: ReadonlySet<number> }

/**
 * Which cells may not be shown where each stands in several sums that a reader knows: cells from 1 to below `minimum`, then further ones, smallest
 * first, until no small or hidden cell follows: neither from all sums solved as one system, nor from the least and the most that each
 * leaves to the others. A cell that is told nowhere needs no hiding, but is guarded where it is small. Cells are whole
 * numbers, zero or more; zero names nobody and stays. The answer holds places of told cells alone.
 */
export function hideLinked(cells: readonly number[], sums: readonly KnownSum[], minimum: number, { untold, elsewhere }: Unseen): ReadonlySet<number> {
  const isSmall = (place: number): boolean => cells[place]! > 0 && cells[place]! < minimum;
  const unknown = new Set(cells.map((_, place) => place).filter((place) => untold.has(place) || elsewhere.has(place) || isSmall(place)));
  const follow = (from: ReadonlySet<number>): number[] => [...solved(sums, from), ...bounded(cells, sums, from, untold)];
  // What follows even where none of these cells is shown is told elsewhere, and hiding them would not help it.
  const lost = new Set(follow(new Set(cells.keys())));
  const isGuarded = (place: number): boolean => !lost.has(place) && (isSmall(place) || !untold.has(place));
  const canHide = (place: number): boolean => !unknown.has(place) && cells[place]! > 0;
  for (let next: number | undefined = -1; next !== undefined;) {
    const found = follow(unknown).find(isGuarded);
    // The sums of the cell that was found first: one more unknown there helps most.
    const near = found === undefined ? [] : [...sums].sort((a, b) => Number(b.of.includes(found)) - Number(a.of.includes(found)));
    next = near.map(({ of }) => of.filter(canHide).sort((a, b) => cells[a]! - cells[b]! || a - b)[0]).find((place) => place !== undefined);
    if (next !== undefined) unknown.add(next);
  }
  return new Set([...unknown].filter((place) => !untold.has(place) && !elsewhere.has(place)));
}

/** The unknown cells that have one value only in all the sums together. */
function solved(sums: readonly KnownSum[], unknown: ReadonlySet<number>): number[] {
  const columns = [...unknown].sort((a, b) => a - b);
  const rows = sums.map(({ of, less = [] }) => columns.map((place) => Number(of.includes(place)) - Number(less.includes(place))));
  const isNone = (value: number): boolean => Math.abs(value) < 1e-9;
  let rank = 0;
  for (let column = 0; column < columns.length && rank < rows.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && !isNone(row[column]!));
    if (pivot === -1) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const head = rows[rank]!.map((value) => value / rows[rank]![column]!);
    rows[rank] = head;
    rows.forEach((row, index) => { if (index !== rank && !isNone(row[column]!)) rows[index] = row.map((value, place) => value - row[column]! * head[place]!); });
    rank += 1;
  }
  return rows.flatMap((row) => { const left = columns.filter((_, index) => !isNone(row[index]!)); return left.length === 1 ? left : []; });
}

/** The unknown cells for which the sums leave one whole number only. What is hidden is at least one, since zero is shown; what is told nowhere may be zero. */
function bounded(cells: readonly number[], sums: readonly KnownSum[], unknown: ReadonlySet<number>, untold: ReadonlySet<number>): number[] {
  const least = new Map([...unknown].map((place) => [place, untold.has(place) ? 0 : 1]));
  const most = new Map([...unknown].map((place) => [place, Infinity]));
  const total = (places: readonly number[], of: ReadonlyMap<number, number>): number => places.reduce((sum, place) => sum + of.get(place)!, 0);
  for (let isMoving = true, rounds = 0; isMoving && rounds < 100; rounds += 1) {
    isMoving = false;
    for (const { of, less = [] } of sums) {
      const [plus, minus] = [of, less].map((places) => places.filter((place) => unknown.has(place))) as [number[], number[]];
      const rest = plus.reduce((sum, place) => sum + cells[place]!, 0) - minus.reduce((sum, place) => sum + cells[place]!, 0);
      for (const [own, others, left] of [[plus, minus, rest], [minus, plus, -rest]] as const) {
        for (const place of own) {
          const beside = own.filter((each) => each !== place);
          const [low, high] = [left - total(beside, most) + total(others, least), left - total(beside, least) + total(others, most)];
          if (low > least.get(place)!) { least.set(place, low); isMoving = true; }
          if (high < most.get(place)!) { most.set(place, high); isMoving = true; }
        }
      }
    }
  }
  return [...unknown].filter((place) => least.get(place) === most.get(place));
}
