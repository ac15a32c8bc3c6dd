/** A published sum: which unknowns it adds up, which it takes away, and what it came to. */
export interface Published { readonly of: readonly string[]; readonly less?: readonly string[]; readonly sum: number }

/**
 * What a reader can work out from published sums: the value of each unknown that has only one, by solving them all together
 * (Gaussian elimination), and by what whole numbers allow (a sum of zero, or ones each).
 */
export function recovered(sums: readonly Published[]): Map<string, number> {
  const places = new Map<string, string[]>();
  sums.forEach(({ of, less = [] }, index) => { for (const [names, sign] of [[of, '+'], [less, '-']] as const) for (const name of names) places.set(name, [...(places.get(name) ?? []), `${sign}${index}`]); });
  // Unknowns that stand in the same sums are told apart by none: they are solved as one, and none of them has one value.
  const alike = new Map<string, string[]>();
  for (const [name, where] of places) alike.set(where.join(), [...(alike.get(where.join()) ?? []), name]);
  const groups = [...alike.values()];
  const names = groups.map(([name]) => name!);
  const rows = sums.map(({ of, less = [], sum }) => { const [plus, minus] = [new Set(of), new Set(less)]; return [...names.map((name) => Number(plus.has(name)) - Number(minus.has(name))), sum]; });
  let rank = 0;
  for (let column = 0; column < names.length && rank < rows.length; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot === -1) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const head = rows[rank]!;
    const by = head[column]!;
    for (let index = 0; index < head.length; index += 1) head[index]! /= by;
    for (const [index, row] of rows.entries()) {
      const times = row[column]!;
      if (index === rank || Math.abs(times) < 1e-9) continue;
      for (let place = 0; place < row.length; place += 1) row[place] = row[place]! - times * head[place]!;
    }
    rank += 1;
  }
  const found = new Map<string, number>();
  for (const row of rows) {
    const left = names.flatMap((_, index) => (Math.abs(row[index]!) > 1e-9 ? [index] : []));
    if (left.length === 1 && groups[left[0]!]!.length === 1) found.set(names[left[0]!]!, Math.round(row.at(-1)! / row[left[0]!]!));
  }
  return found;
}
