import { parseIsoDay, weekStartOf } from '@attendance/shared/kernel';
import { formatAcademicYear, formatDate } from '../../../lib/format.ts';

/** Which sessions a list is of, from its address: this year's where nothing is said, another year's, one week's, or all up to a week or from one on. */
export interface ListSpan { readonly year: number | null; readonly week: string | null; readonly to: string | null; readonly from?: string | null }

/** What an address asks for; nonsense is as good as nothing. */
export function spanIn(search: URLSearchParams): ListSpan {
  const monday = (key: string): string | null => {
    const value = search.get(key) ?? '';
    return parseIsoDay(value) !== null && weekStartOf(value) === value ? value : null;
  };
  const year = search.get('year') ?? '';
  const week = monday('week');
  return { year: /^20\d\d$/.test(year) ? Number(year) : null, week, to: week === null ? monday('to') : null, from: week === null ? monday('from') : null };
}

/** Whether a list is of some weeks rather than of a year. */
export const isOfWeeks = ({ week, to, from = null }: ListSpan): boolean => week !== null || to !== null || from !== null;

/** The span as the server takes it. */
export function spanFilter({ year, week, to, from = null }: ListSpan): { academicYear: number | null; fromWeek: string | null; toWeek: string | null } {
  return { academicYear: year, fromWeek: week ?? from, toWeek: week ?? to };
}

/** "in the week of 9 November 2026", "up to the week of 17 November 2025", "in 2025 to 2026"; nothing for this year. */
export function spanWords({ year, week, to, from = null }: ListSpan): string {
  if (week !== null) return `in the week of ${formatDate(week)}`;
  if (from !== null) return `from the week of ${formatDate(from)}${to === null ? ' on' : ` to that of ${formatDate(to)}`}`;
  if (to !== null) return `up to the week of ${formatDate(to)}`;
  return year === null ? '' : `in ${formatAcademicYear(year)}`;
}

/** Each part of a span as a filter that can be taken away: "Week of 9 November 2026". */
export function spanChips({ year, week, to, from = null }: ListSpan): { key: 'year' | 'week' | 'to' | 'from'; label: string }[] {
  return [
    ...(year === null ? [] : [{ key: 'year' as const, label: formatAcademicYear(year) }]),
    ...(week === null ? [] : [{ key: 'week' as const, label: `Week of ${formatDate(week)}` }]),
    ...(from === null ? [] : [{ key: 'from' as const, label: `From the week of ${formatDate(from)}` }]),
    ...(to === null ? [] : [{ key: 'to' as const, label: `Up to the week of ${formatDate(to)}` }]),
  ];
}

/** What a list covers, said under its heading. */
export function spanLede(span: ListSpan): string {
  if (span.week !== null) return 'The marks of one week.';
  if (span.from) return 'The marks from that week on.';
  if (span.to !== null) return 'The marks of that academic year, from its first week.';
  return span.year === null ? 'This academic year so far.' : 'The whole of that academic year.';
}
