import { addDays, weekStartOf } from '../kernel/index.ts';

/** When a pupil came to a school: before this academic year, when the year began, or during it. */
export const Joining = { BEFORE: 'BEFORE', STARTED: 'STARTED', NEW: 'NEW' } as const;
export type Joining = (typeof Joining)[keyof typeof Joining];

/**
 * When a pupil came to a school, by the first day of the enrolment and the Monday of the school's first week of the academic year.
 * Whoever starts by the end of that week starts with the year, as every Reception and Year 7 class does; later is during the year.
 * A school without a calendar is taken to begin in the week of 1 September. Twin of `joined_when` in the database.
 */
export function joiningOf(startsOn: string, academicYear: number, firstWeek: string | null): Joining {
  if (startsOn < `${academicYear}-08-01`) return Joining.BEFORE;
  return startsOn > addDays(firstWeek ?? weekStartOf(`${academicYear}-09-01`), 6) ? Joining.NEW : Joining.STARTED;
}
