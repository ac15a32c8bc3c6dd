import { addDays } from '../kernel/index.ts';
import type { WeekSpan } from './barriers.ts';

/** A stretch of whole weeks of this year, as somebody who follows attendance speaks of it. */
export const PeriodKind = { LATEST_WEEK: 'LATEST_WEEK', RECENT_WEEKS: 'RECENT_WEEKS', HALF_TERM: 'HALF_TERM', TERM: 'TERM', YEAR: 'YEAR', CHOSEN: 'CHOSEN' } as const;
export type PeriodKind = (typeof PeriodKind)[keyof typeof PeriodKind];

/** From one Monday to another, both weeks included. */
export interface Period extends WeekSpan { readonly kind: PeriodKind }

/** Days, both included. */
export interface DaySpan { readonly startsOn: string; readonly endsOn: string }

export interface PeriodSource {
  /** The weeks of this year with their possible sessions, oldest first; none without a session. */
  readonly weeks: readonly { readonly weekStart: string; readonly possible: number }[];
  /** The half term and the whole term the latest of them lies in, where the calendar tells. */
  readonly halfTerm: DaySpan | null;
  readonly term: DaySpan | null;
  /** How many school weeks the recent ones are. */
  readonly recentWeeks: number;
  /** Weeks somebody asked for. */
  readonly chosen: WeekSpan | null;
}

/** Below this part of an ordinary week's sessions most schools are on holiday: no school week of an area. */
const MOST_AWAY = 0.3;

/**
 * The periods that end with the latest marks, shortest first, then the weeks somebody chose. Of several schools a school week is
 * one that most of them were open in; the latest week may only have begun and always counts as one.
 */
export function periodsOf({ weeks, halfTerm, term, recentWeeks, chosen }: PeriodSource): Period[] {
  const first = weeks[0]?.weekStart;
  const last = weeks.at(-1)?.weekStart;
  if (first === undefined || last === undefined) return [];
  const sizes = weeks.map(({ possible }) => possible).sort((one, other) => one - other);
  const ordinary = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const schoolWeeks = weeks.filter(({ weekStart, possible }) => weekStart === last || possible >= ordinary * MOST_AWAY);
  const since = ({ startsOn }: DaySpan): string => weeks.find(({ weekStart }) => addDays(weekStart, 6) >= startsOn)?.weekStart ?? last;
  return [
    { kind: PeriodKind.LATEST_WEEK, from: last, to: last },
    { kind: PeriodKind.RECENT_WEEKS, from: schoolWeeks.at(-recentWeeks)?.weekStart ?? first, to: last },
    ...(halfTerm === null ? [] : [{ kind: PeriodKind.HALF_TERM, from: since(halfTerm), to: last }]),
    ...(term === null ? [] : [{ kind: PeriodKind.TERM, from: since(term), to: last }]),
    { kind: PeriodKind.YEAR, from: first, to: last },
    ...(chosen === null ? [] : [{ kind: PeriodKind.CHOSEN, ...chosen }]),
  ];
}
