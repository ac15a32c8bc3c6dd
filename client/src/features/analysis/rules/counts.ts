import { attendanceAndAbsencePercent, ratePercent } from '@attendance/shared/attendance';
import { formatPercent } from '../../../lib/format.ts';

/** The counts a rate is made of: of a group, or of one pupil. */
export interface SessionCounts { readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number }

/** Counts of a group; null where a count is hidden because it is small, or tells one that is. */
export interface GroupCounts extends Readonly<Record<Exclude<keyof SessionCounts, 'possible'>, number | null>> { readonly possible: number; readonly enrolments: number | null; readonly persistent: number | null; readonly severe: number | null }

export const NO_SESSIONS = 'No sessions';
/** What stands for a count of one to four, or for one that would tell it. */
export const HIDDEN = 'c';
export const HIDDEN_WHY = 'c: fewer than 5 pupils or sessions, or could be used to work out another that is; hidden so that nobody can be recognised.';

type Kinds<Count> = { readonly [Key in 'authorised' | 'unauthorised']: Count };
type Lateness<Count> = { readonly [Key in 'lateBefore' | 'lateAfter']: Count };
/** Of a group, absence may be told where its kinds are not: it is what is left of the sessions attended. */
type GroupAbsence = Pick<GroupCounts, 'possible' | 'attended' | 'authorised' | 'unauthorised'>;

/** Sessions missed; null where they are hidden. */
export function absentOf(counts: Kinds<number>): number;
export function absentOf(counts: GroupAbsence): number | null;
export function absentOf(counts: Kinds<number | null> & Partial<Pick<GroupCounts, 'possible' | 'attended'>>): number | null {
  const { authorised, unauthorised, possible, attended } = counts;
  if (authorised !== null && unauthorised !== null) return authorised + unauthorised;
  return possible === undefined || attended === undefined || attended === null ? null : possible - attended;
}

/** Sessions late, before the register closed and after; null where either is hidden. */
export function lateOf(counts: Lateness<number>): number;
export function lateOf(counts: Lateness<number | null>): number | null;
export function lateOf({ lateBefore, lateAfter }: Lateness<number | null>): number | null {
  return lateBefore === null || lateAfter === null ? null : lateBefore + lateAfter;
}

/** Whether any count of a group is hidden. */
export const hidesAny = (figures: object): boolean => Object.values(figures).includes(null);

/** Attendance in percent, so that it adds up to 100 with the absence shown beside it; null without a session, and where it is hidden. */
export function attendancePercent(counts: (Kinds<number> & Pick<SessionCounts, 'possible'>) | GroupAbsence): number | null {
  const absent = absentOf(counts as GroupAbsence);
  return absent === null ? null : (attendanceAndAbsencePercent(absent, counts.possible)?.attendance ?? null);
}

/** A percentage of two counts; null where the part or the whole is hidden, or there is nothing to divide by. */
export function percentOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null ? null : ratePercent(part, whole);
}

/** "93.4%", or words where there is nothing to divide by. */
export function percentWords(percent: number | null, none = NO_SESSIONS): string {
  return percent === null ? none : formatPercent(percent);
}

/** "18.9%" of two counts; `c` where the part or the whole is hidden. */
export function rateWords(part: number | null, whole: number | null, none = NO_SESSIONS): string {
  return part === null || whole === null ? HIDDEN : percentWords(ratePercent(part, whole), none);
}
