import { academicYearOfWeek, openDaysOfWeek, schoolWeeks, type ClosureKind, type SchoolWeek } from '@attendance/shared/calendar';
import { addDays, type IsoDate } from '../../../lib/format.ts';
import type { RegisterWeek } from '../../../ui/register/marks.ts';
import type { EnrolmentOfPupil } from './record.ts';

/** A school's weeks as far as its dates are known; none when they are not. */
export function weeksOfSchool(school: EnrolmentOfPupil['school'] | undefined): SchoolWeek[] {
  if (!school) return [];
  return schoolWeeks({ terms: school.terms, closures: school.closures.map(({ closedOn, kind, label }) => ({ on: closedOn, kind: kind as ClosureKind, label })) });
}

/** The days of a school's weeks on which it is open. */
export function openDaysOf(weeks: readonly SchoolWeek[]): IsoDate[] {
  return weeks.flatMap((week) => openDaysOfWeek(week));
}

/** The weeks still to come of a register's year, so that its holidays show before anything is marked. */
export function withWeeksToCome(weeks: readonly RegisterWeek[], academicYear: number, calendar: readonly SchoolWeek[], leftOn: IsoDate | null): RegisterWeek[] {
  const own = new Map(calendar.filter((week) => week.academicYear === academicYear).map((week) => [week.weekStart, week.openDays]));
  if (own.size === 0) return [...weeks];
  const last = weeks.reduce((latest, week) => (week.weekStart > latest ? week.weekStart : latest), '');
  const lastOpen = [...own.keys()].sort().at(-1) ?? last;
  const more: RegisterWeek[] = [];
  for (let weekStart = last === '' ? lastOpen : addDays(last, 7); weekStart <= lastOpen && academicYearOfWeek(weekStart) === academicYear; weekStart = addDays(weekStart, 7)) {
    more.push({ weekStart, marks: ' '.repeat(14), open: leftOn !== null && weekStart > leftOn ? 0 : own.get(weekStart) ?? 0 });
  }
  return [...weeks, ...more];
}
