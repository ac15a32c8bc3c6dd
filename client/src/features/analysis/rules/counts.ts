import { attendanceAndAbsencePercent, ratePercent } from '@attendance/shared/attendance';
import { formatPercent } from '../../../lib/format.ts';

/** The counts a rate is made of: of a group, or of one pupil. */
export interface SessionCounts { readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number }

/** Counts of a group; null where a count is hidden because it is small. */
export interface GroupCounts extends SessionCounts { readonly enrolments: number; readonly persistent: number | null; readonly severe: number | null }

export const NO_SESSIONS = 'No sessions';
/** What stands for a count of one to four. */
export const HIDDEN = 'c';
export const HIDDEN_WHY = 'c: fewer than 5 pupils, hidden so that nobody can be recognised.';

export const absentOf = (counts: Pick<SessionCounts, 'authorised' | 'unauthorised'>): number => counts.authorised + counts.unauthorised;
export const lateOf = (counts: Pick<SessionCounts, 'lateBefore' | 'lateAfter'>): number => counts.lateBefore + counts.lateAfter;

/** Attendance in percent, so that it adds up to 100 with the absence shown beside it; null without a session. */
export function attendancePercent(counts: Pick<SessionCounts, 'possible' | 'authorised' | 'unauthorised'>): number | null {
  return attendanceAndAbsencePercent(absentOf(counts), counts.possible)?.attendance ?? null;
}

/** "93.4%", or words where there is nothing to divide by. */
export function percentWords(percent: number | null, none = NO_SESSIONS): string {
  return percent === null ? none : formatPercent(percent);
}

/** "18.9%" of two counts; `c` where the part is hidden. */
export function rateWords(part: number | null, whole: number, none = NO_SESSIONS): string {
  return part === null ? HIDDEN : percentWords(ratePercent(part, whole), none);
}
