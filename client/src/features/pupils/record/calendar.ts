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

/** The same weeks with the days before a stay began and after it ended shut: nothing is missing there. */
export function duringStay(weeks: readonly RegisterWeek[], stay: { readonly startsOn: IsoDate; readonly endsOn: IsoDate | null } | undefined): RegisterWeek[] {
  if (stay === undefined) return [...weeks];
  return weeks.map((week) => {
    let { open } = week;
    for (let day = 0; day < 7; day++) if (!isDuring(addDays(week.weekStart, day), stay)) open &= ~(1 << day);
    return { ...week, open };
  });
}

/** Whether a day lies within a stay at a school. */
export function isDuring(on: IsoDate, stay: { readonly startsOn: IsoDate; readonly endsOn: IsoDate | null }): boolean {
  return stay.startsOn <= on && (stay.endsOn === null || on <= stay.endsOn);
}

/** The weeks still to come of a register's year, so that its holidays show before anything is marked. */
export function withWeeksToCome(weeks: readonly RegisterWeek[], academicYear: number, calendar: readonly SchoolWeek[]): RegisterWeek[] {
  const own = new Map(calendar.filter((week) => week.academicYear === academicYear).map((week) => [week.weekStart, week.openDays]));
  if (own.size === 0) return [...weeks];
  const last = weeks.reduce((latest, week) => (week.weekStart > latest ? week.weekStart : latest), '');
  const lastOpen = [...own.keys()].sort().at(-1) ?? last;
  const more: RegisterWeek[] = [];
  for (let weekStart = last === '' ? lastOpen : addDays(last, 7); weekStart <= lastOpen && academicYearOfWeek(weekStart) === academicYear; weekStart = addDays(weekStart, 7)) {
    more.push({ weekStart, marks: ' '.repeat(14), open: own.get(weekStart) ?? 0 });
  }
  return [...weeks, ...more];
}
