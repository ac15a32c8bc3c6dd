import { addDays } from '../kernel/index.ts';
import type { CalendarWeek } from './standing.ts';

/**
 * The Monday of the week in which the half term that holds a day began, by a school's own calendar: its weeks follow one another, and between
 * two half terms lies a week without a school day. Null where no school week has begun. Twin of half-term.sql.ts.
 */
export function halfTermFrom(calendar: readonly CalendarWeek[], on: string): string | null {
  const open = new Set(calendar.filter(({ openDays, weekStart }) => openDays !== 0 && weekStart <= on).map(({ weekStart }) => weekStart));
  const begun = [...open].filter((weekStart) => !open.has(addDays(weekStart, -7))).sort();
  return begun.at(-1) ?? null;
}
