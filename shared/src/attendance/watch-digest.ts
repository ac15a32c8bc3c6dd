import { addDays, daysBetween, weekStartOf } from '../kernel/index.ts';

/** The ISO week of a day, "2026-W47": it belongs to the year of its Thursday. Source: ISO 8601. */
export function isoWeekOf(isoDay: string): string {
  const monday = weekStartOf(isoDay);
  const year = addDays(monday, 3).slice(0, 4);
  const first = weekStartOf(`${year}-01-04`);
  return `${year}-W${String(daysBetween(first, monday) / 7 + 1).padStart(2, '0')}`;
}

/** One line of a digest: how much changed, and where it is read. No word of it comes from a person, so that it names nobody. */
export interface DigestLine { readonly of: 'PUPILS' | 'SCHOOLS' | 'VIEW'; readonly id: number; readonly changes: number; readonly path: string }

/** What a digest holds. */
export interface DigestBody { readonly changes: number; readonly path: string; readonly lines: readonly DigestLine[] }

/** Where everything that changed is read. */
export const WATCHING_PATH = '/watching';

/** A digest of what changed, or null where there is nothing to tell. */
export function digestOf(changed: readonly { readonly of: DigestLine['of']; readonly id: number }[]): DigestBody | null {
  if (changed.length === 0) return null;
  const lines = new Map<string, DigestLine>();
  for (const { of, id } of changed) {
    const key = `${of} ${id}`;
    lines.set(key, { of, id, changes: (lines.get(key)?.changes ?? 0) + 1, path: of === 'VIEW' ? WATCHING_PATH : `${WATCHING_PATH}/${id}` });
  }
  return { changes: changed.length, path: WATCHING_PATH, lines: [...lines.values()] };
}
