import { dayOfParts, mondayOf, partsOfDay, weekday } from '@attendance/shared/kernel';
import type { SchoolCalendar } from './types.ts';

/** What a day is at a school. */
export const DayKind = { NOT_HELD: 0, CLOSED: 1, WEEKEND: 2, OPEN: 3 } as const;
export type DayKind = (typeof DayKind)[keyof typeof DayKind];

/** The kind of each day at each school, in one flat table, over the academic years the calendars hold. */
export class SchoolDays {
  readonly firstDay: number;
  readonly days: number;
  /** The Monday that week number 0 begins on. */
  readonly firstMonday: number;
  readonly weeks: number;
  /** `kinds[school * days + (day - firstDay)]`, with schools numbered by `schoolIds`. */
  readonly kinds: Uint8Array;

  constructor(
    readonly schoolIds: readonly number[],
    calendars: readonly SchoolCalendar[],
    today: number,
  ) {
    const yearsOf = new Map(calendars.map((calendar) => [calendar.schoolId, academicYears(calendar.openDays)]));
    const years = [...yearsOf.values()].flatMap((held) => [...held]);
    const first = years.length > 0 ? Math.min(...years) : academicYearOf(today);
    const last = years.length > 0 ? Math.max(...years) : first;
    this.firstDay = dayOfParts(first, 9, 1);
    this.days = dayOfParts(last + 1, 9, 1) - this.firstDay;
    this.firstMonday = mondayOf(this.firstDay);
    this.weeks = Math.ceil((this.firstDay + this.days - this.firstMonday) / 7);
    this.kinds = new Uint8Array(schoolIds.length * this.days);
    const openDays = new Map(calendars.map((calendar) => [calendar.schoolId, calendar.openDays]));
    schoolIds.forEach((schoolId, school) => {
      const row = this.kinds.subarray(school * this.days, (school + 1) * this.days);
      const held = yearsOf.get(schoolId);
      // A school whose calendar is not on file is taken at its word on weekdays.
      if (held === undefined || held.size === 0) this.fill(row, 0, this.days, DayKind.OPEN);
      else {
        for (const year of held) {
          this.fill(row, dayOfParts(year, 9, 1) - this.firstDay, dayOfParts(year + 1, 9, 1) - this.firstDay, DayKind.CLOSED);
        }
      }
      for (const day of Array.from(openDays.get(schoolId) ?? [])) {
        if (weekday(day) < 5) row[day - this.firstDay] = DayKind.OPEN;
      }
    });
  }

  /** Whether any school is open on the day. */
  isSchoolDay(day: number): boolean {
    const offset = day - this.firstDay;
    if (offset < 0 || offset >= this.days) return false;
    for (let at = offset; at < this.kinds.length; at += this.days) if (this.kinds[at] === DayKind.OPEN) return true;
    return false;
  }

  private fill(row: Uint8Array, from: number, to: number, weekdays: DayKind): void {
    for (let offset = from; offset < to; offset++) {
      row[offset] = weekday(this.firstDay + offset) < 5 ? weekdays : DayKind.WEEKEND;
    }
  }
}

function academicYearOf(day: number): number {
  const { year, month } = partsOfDay(day);
  return month >= 9 ? year : year - 1;
}

function academicYears(days: ArrayLike<number>): Set<number> {
  const years = new Set<number>();
  for (let index = 0; index < days.length; index++) years.add(academicYearOf(days[index]!));
  return years;
}
