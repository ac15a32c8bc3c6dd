import { pointsApart, ratePercent } from '@attendance/shared/attendance';
import { formatDate, formatNumber, formatPercent, plural } from '../../../lib/format.ts';
import type { PeriodKind } from '../../../graphql/schema.generated.ts';
import type { RowsOf } from './measures.ts';

export interface PeriodSessions { readonly possible: number; readonly attended: number | null; readonly absent: number | null }
export interface PeriodWeeks { readonly kind: PeriodKind; readonly from: string; readonly to: string }

const NAMES: Readonly<Record<PeriodKind, string>> = { LATEST_WEEK: 'Latest week', RECENT_WEEKS: 'Last four school weeks', HALF_TERM: 'This half term', TERM: 'This term', YEAR: 'Year so far', CHOSEN: 'Weeks you chose' };

export const periodName = (kind: PeriodKind): string => NAMES[kind];

/** "week of 16 November 2026", "weeks of 2 November 2026 to 16 November 2026": by their Mondays. */
export const weeksWords = ({ from, to }: PeriodWeeks): string => (from === to ? `week of ${formatDate(from)}` : `weeks of ${formatDate(from)} to ${formatDate(to)}`);

/** The share of sessions attended, unrounded; nothing where it is hidden or there are none. */
const attendedShare = ({ attended, possible }: PeriodSessions): number | null => (attended === null || possible === 0 ? null : (100 * attended) / possible);

/** How attendance of some weeks lies beside the same weeks of last year, in points; null where either is not known. */
export const attendanceApart = (now: PeriodSessions, then: PeriodSessions): number | null => pointsApart(attendedShare(now), attendedShare(then));

/** "Attendance is 91.7% in the latest week, 0.4 points below the same week last year". */
export function periodsFinding(latest: { readonly figures: PeriodSessions; readonly lastYear: PeriodSessions } | undefined): string {
  const percent = latest === undefined || latest.figures.attended === null ? null : ratePercent(latest.figures.attended, latest.figures.possible);
  if (latest === undefined || percent === null) return 'Attendance by week, term and year';
  const points = attendanceApart(latest.figures, latest.lastYear);
  const beside = points === null ? '' : points === 0 ? ', the same as in that week last year' : `, ${formatNumber(Math.abs(points), 1)} points ${points > 0 ? 'above' : 'below'} that week last year`;
  return `Attendance is ${formatPercent(percent)} in the latest week${beside}`;
}

/** "of 5,120 sessions" */
export const ofSessionsWords = ({ possible }: PeriodSessions): string => `of ${plural(possible, 'session')}`;

export interface PeriodsProps { readonly rows: RowsOf; readonly within: { readonly phase?: string | null; readonly schoolId?: number } }
