import { academicYearOf } from '../calendar/index.ts';
import { yearGroupBefore, type YearGroup } from '../pupils/index.ts';

/** Sessions of one enrolment in one week. */
export interface PointWeek {
  readonly weekStart: string; readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number;
}
/** What a group has come to by the end of a week of a year. */
export interface PointCounts extends Omit<PointWeek, 'weekStart'> { readonly enrolments: number; readonly persistent: number; readonly severe: number }

const SESSIONS = ['possible', 'attended', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter'] as const;

/**
 * A group at a point of its year: the sessions of its enrolments up to the end of the week of a Monday, how many of them had a possible session by then,
 * and how many had missed so many percent of their own. The weeks are those of one academic year, an entry for each enrolment.
 */
export function groupAtPoint(enrolments: readonly (readonly PointWeek[])[], toWeek: string, percents: { readonly persistent: number; readonly severe: number }): PointCounts {
  const byThen = enrolments.map((weeks) => sumOf(weeks.filter(({ weekStart }) => weekStart <= toWeek)));
  const missing = (percent: number): number => byThen.filter(({ possible, authorised, unauthorised }) => possible > 0 && (authorised + unauthorised) * 100 >= possible * percent).length;
  return { ...sumOf(byThen), enrolments: byThen.filter(({ possible }) => possible > 0).length, persistent: missing(percents.persistent), severe: missing(percents.severe) };
}

type Sessions = Omit<PointWeek, 'weekStart'>;
function sumOf(rows: readonly Sessions[]): Sessions {
  return Object.fromEntries(SESSIONS.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as unknown as Sessions;
}

/**
 * The year group an enrolment was in during an academic year, from the one it is recorded in now: a pupil still there has moved up with each September since; a leaver
 * stands in the year group they left from. Null where it would come before the first. That somebody repeated a year is not known.
 */
export function yearGroupIn({ yearGroup, leftOn }: { readonly yearGroup: YearGroup; readonly leftOn: string | null }, academicYear: number, currentYear: number): YearGroup | null {
  const last = leftOn === null ? currentYear : Math.min(currentYear, academicYearOf(leftOn));
  return yearGroupBefore(yearGroup, Math.max(0, last - academicYear));
}
