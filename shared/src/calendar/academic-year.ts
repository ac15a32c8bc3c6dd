import { addDays, dayOfIso, partsOfDay } from '../kernel/index.ts';

/** A school's academic year is named by the calendar year it starts in. It runs from 1 September to 31 August. */
export type AcademicYear = number;

/** The academic year an ISO day falls in. */
export function academicYearOf(isoDay: string): AcademicYear {
  const { year, month } = partsOfDay(dayOfIso(isoDay));
  return month >= 9 ? year : year - 1;
}

/** The academic year a school week belongs to, by its Monday. A week that holds 1 September is the new year's, so a term that opens in the last days of August is not split from its first week. */
export function academicYearOfWeek(weekStart: string): AcademicYear {
  return academicYearOf(addDays(weekStart, 6));
}

/** How an academic year is written: 2026 is "2026/27". */
export function academicYearLabel(year: AcademicYear): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The first and last day of an academic year. */
export function academicYearRange(year: AcademicYear): { startsOn: string; endsOn: string } {
  return { startsOn: `${year}-09-01`, endsOn: `${year + 1}-08-31` };
}

/** The academic year a label such as "2026/27", "2026-27", "2026/2027" or "202627" names, or null. */
export function parseAcademicYear(text: string): AcademicYear | null {
  const match = /^(\d{4})[/-]?(\d{2}|\d{4})$/.exec(text.trim());
  if (!match) return null;
  const year = Number(match[1]);
  return Number(match[2]) % 100 === (year + 1) % 100 && [2, 4].includes(match[2]!.length) ? year : null;
}
