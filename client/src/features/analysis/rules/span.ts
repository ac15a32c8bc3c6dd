import { parseIsoDay, weekStartOf } from '@attendance/shared/kernel';
import { formatAcademicYear, formatDate } from '../../../lib/format.ts';

/** The last sessions of each school's marks: what the server calls them, and in words. */
const LAST = {
  week: { span: 'LATEST_WEEK', words: 'in the latest week with marks', label: 'Latest week with marks', lede: 'The week that holds the last marks of each school.' },
  four: { span: 'RECENT_WEEKS', words: 'in the last four school weeks', label: 'Last four school weeks', lede: 'The four school weeks up to the last marks of each school.' },
} as const;

/** Which sessions a list is of, from its address: this year's where nothing is said, another year's, one week's, or those up to a week, where one is named from another on. */
export interface ListSpan { readonly year: number | null; readonly week: string | null; readonly to: string | null; readonly from?: string | null; /** The last of each school's marks. */ readonly last: keyof typeof LAST | null }

/** What an address asks for; nonsense is as good as nothing. */
export function spanIn(search: URLSearchParams): ListSpan {
  const monday = (key: string): string | null => {
    const value = search.get(key) ?? '';
    return parseIsoDay(value) !== null && weekStartOf(value) === value ? value : null;
  };
  const year = search.get('year') ?? '';
  const last = search.get('last');
  if (last === 'week' || last === 'four') return { year: null, week: null, to: null, last };
  const week = monday('week');
  const to = week === null ? monday('to') : null;
  const from = week === null ? monday('from') : null;
  return { year: /^20\d\d$/.test(year) ? Number(year) : null, week, to, last: null, ...(from === null ? {} : { from }) };
}

/** Whether a list is of some weeks rather than of a year from its first week on. */
export const isOfWeeks = ({ week, from = null, last }: ListSpan): boolean => week !== null || from !== null || last !== null;

/** The span as the server takes it. */
export function spanFilter({ year, week, to, from, last }: ListSpan) {
  return { academicYear: year, fromWeek: week ?? from ?? null, toWeek: week ?? to, span: last === null ? null : LAST[last].span };
}

/** "in the week of 9 November 2026", "up to the week of 17 November 2025", "in 2025 to 2026"; nothing for this year. */
export function spanWords({ year, week, to, from, last }: ListSpan): string {
  if (last !== null) return LAST[last].words;
  if (week !== null) return `in the week of ${formatDate(week)}`;
  if (from) return `from the week of ${formatDate(from)}${to === null ? ' on' : ` to that of ${formatDate(to)}`}`;
  if (to !== null) return `up to the week of ${formatDate(to)}`;
  return year === null ? '' : `in ${formatAcademicYear(year)}`;
}

/** Each part of a span as a filter that can be taken away: "Week of 9 November 2026". */
export function spanChips({ year, week, to, from, last }: ListSpan): { key: 'year' | 'week' | 'to' | 'from' | 'last'; label: string }[] {
  return [
    ...(last === null ? [] : [{ key: 'last' as const, label: LAST[last].label }]),
    ...(year === null ? [] : [{ key: 'year' as const, label: formatAcademicYear(year) }]),
    ...(week === null ? [] : [{ key: 'week' as const, label: `Week of ${formatDate(week)}` }]),
    ...(from ? [{ key: 'from' as const, label: `From the week of ${formatDate(from)}` }] : []),
    ...(to === null ? [] : [{ key: 'to' as const, label: `Up to the week of ${formatDate(to)}` }]),
  ];
}

/** What a list covers, said under its heading. */
export function spanLede(span: ListSpan): string {
  if (span.last !== null) return LAST[span.last].lede;
  if (span.week !== null) return 'The marks of one week.';
  if (span.to !== null && span.from) return 'The marks of those weeks.';
  if (span.from) return 'The marks from that week on.';
  if (span.to !== null) return 'The marks of that academic year, from its first week.';
  return span.year === null ? 'This academic year so far.' : 'The whole of that academic year.';
}
