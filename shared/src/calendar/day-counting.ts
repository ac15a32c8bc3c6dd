import { addDays, dayOfIso, weekday } from '../kernel/index.ts';
import { isBankHoliday } from './bank-holidays.ts';

/** How many of the ordered days come on or before an ISO day. */
function countUpTo(days: readonly string[], isoDay: string): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! <= isoDay) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nth school day after an ISO day, which itself does not count; null when the open days do not reach that far. Open days in order. */
export function addSchoolDays(openDays: readonly string[], from: string, count: number): string | null {
  if (count <= 0) return from;
  return openDays[countUpTo(openDays, from) + count - 1] ?? null;
}

/** School days after one ISO day, up to and including another. Open days in order. */
export function countSchoolDays(openDays: readonly string[], after: string, upTo: string): number {
  return Math.max(0, countUpTo(openDays, upTo) - countUpTo(openDays, after));
}

/** Whether an ISO day is a weekday and no bank holiday in England. Throws RangeError for a year without bank-holiday data. */
export function isWorkingDay(isoDay: string): boolean {
  return weekday(dayOfIso(isoDay)) < 5 && !isBankHoliday(isoDay);
}

/** The nth working day after an ISO day, which itself does not count. Throws RangeError for a year without bank-holiday data. */
export function addWorkingDays(from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

/** The last day of a period that ends so many calendar days after an event; the day of the event does not count. */
export function calendarDaysAfter(eventOn: string, days: number): string {
  return addDays(eventOn, days);
}

/** The last day of a period of so many calendar days that starts with the day itself, as for a notice counted from service. */
export function calendarDaysCountingFirst(servedOn: string, days: number): string {
  return addDays(servedOn, days - 1);
}
