// Days are counted as whole numbers since 1 January 1970. The importer and the browser load this file,
// so it stays free of the Temporal polyfill.

/** A day as the number of days since 1970-01-01. */
export type DayNumber = number;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day number of a year, month (1–12) and day of month; no check that the date is real. */
export function dayOfParts(year: number, month: number, dayOfMonth: number): DayNumber {
  // The year is taken to begin in March, so that the leap day falls at its end (the "days from civil" method).
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The year, month (1–12) and day of month of a day number. */
export function partsOfDay(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** The number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? dayOfParts(year + 1, 1, 1) : dayOfParts(year, month + 1, 1);
  return next - dayOfParts(year, month, 1);
}

/** The day number of a `YYYY-MM-DD` text, or null when it is not a real date in that shape. */
export function parseIsoDay(text: string): DayNumber | null {
  const match = ISO_DAY.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const dayOfMonth = Number(match[3]);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return dayOfParts(year, month, dayOfMonth);
}

/** The day number of an ISO day. Throws RangeError when the text is not a real date. */
export function dayOfIso(text: string): DayNumber {
  const day = parseIsoDay(text);
  if (day === null) throw new RangeError(`Not a date: ${text}`);
  return day;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** The `YYYY-MM-DD` text of a day number. */
export function isoOfDay(day: DayNumber): string {
  const { year, month, dayOfMonth } = partsOfDay(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** The day of the week of a day number: Monday is 0, Sunday is 6. */
export function weekday(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of the week a day number falls in. */
export function mondayOf(day: DayNumber): DayNumber {
  return day - weekday(day);
}

/** The ISO day of the Monday of the week an ISO day falls in. */
export function weekStartOf(isoDay: string): string {
  return isoOfDay(mondayOf(dayOfIso(isoDay)));
}

/** The ISO day so many calendar days later (earlier when negative). */
export function addDays(isoDay: string, days: number): string {
  return isoOfDay(dayOfIso(isoDay) + days);
}

/** The ISO day so many years later; 29 February becomes 28 February in a common year. */
export function addYears(isoDay: string, years: number): string {
  const { year, month, dayOfMonth } = partsOfDay(dayOfIso(isoDay));
  return isoOfDay(dayOfParts(year + years, month, Math.min(dayOfMonth, daysInMonth(year + years, month))));
}

/** How many calendar days lie from one ISO day to a later one; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayOfIso(to) - dayOfIso(from);
}

/** Age in whole years on an ISO day. */
export function ageOn(bornOn: string, on: string): number {
  const born = partsOfDay(dayOfIso(bornOn));
  const now = partsOfDay(dayOfIso(on));
  const hadBirthday = now.month > born.month || (now.month === born.month && now.dayOfMonth >= born.dayOfMonth);
  return now.year - born.year - (hadBirthday ? 0 : 1);
}
