import { parseIsoDay, weekStartOf } from '@attendance/shared/kernel';
import { formatAcademicYear, formatDate } from '../../../lib/format.ts';

/** Which sessions a list is of, from its address: this year's where nothing is said, another year's, one week's, or all up to a week. */
export interface ListSpan { readonly year: number | null; readonly week: string | null; readonly to: string | null }

/** What an address asks for; nonsense is as good as nothing. */
export function spanIn(search: URLSearchParams): ListSpan {
  const monday = (key: string): string | null => {
    const value = search.get(key) ?? '';
    return parseIsoDay(value) !== null && weekStartOf(value) === value ? value : null;
  };
  const year = search.get('year') ?? '';
  const week = monday('week');
  return { year: /^20\d\d$/.test(year) ? Number(year) : null, week, to: week === null ? monday('to') : null };
}

/** Whether a list is of some weeks rather than of a year. */
export const isOfWeeks = ({ week, to }: ListSpan): boolean => week !== null || to !== null;

/** The span as the server takes it. */
export function spanFilter({ year, week, to }: ListSpan): { academicYear: number | null; fromWeek: string | null; toWeek: string | null } {
  return { academicYear: year, fromWeek: week, toWeek: week ?? to };
}

/** "in the week of 9 November 2026", "up to the week of 17 November 2025", "in 2025 to 2026"; nothing for this year. */
export function spanWords({ year, week, to }: ListSpan): string {
  if (week !== null) return `in the week of ${formatDate(week)}`;
  if (to !== null) return `up to the week of ${formatDate(to)}`;
  return year === null ? '' : `in ${formatAcademicYear(year)}`;
}

/** Each part of a span as a filter that can be taken away: "Week of 9 November 2026". */
export function spanChips({ year, week, to }: ListSpan): { key: 'year' | 'week' | 'to'; label: string }[] {
  return [
    ...(year === null ? [] : [{ key: 'year' as const, label: formatAcademicYear(year) }]),
    ...(week === null ? [] : [{ key: 'week' as const, label: `Week of ${formatDate(week)}` }]),
    ...(to === null ? [] : [{ key: 'to' as const, label: `Up to the week of ${formatDate(to)}` }]),
  ];
}

/** What a list covers, said under its heading. */
export function spanLede(span: ListSpan): string {
  if (span.week !== null) return 'The marks of one week.';
  if (span.to !== null) return 'The marks of that academic year, from its first week.';
  return span.year === null ? 'This academic year so far.' : 'The whole of that academic year.';
}
