import { daysInMonth, dayOfParts, isoOfDay } from '@attendance/shared/kernel';

const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?Z?)?`;
const YEAR_FIRST = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${TIME}$`);
const DAY_FIRST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}$`);
const MONTH_WORD = /^(\d{1,2})[-\s]([a-z]{3})[a-z]*\.?[-\s](\d{4}|\d{2})$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The number a spreadsheet keeps for a date, between 1990 and 2090: 30 December 1899 is 0. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/** A date as schools write it, or why it is none. British order only: a file in American order is not taken for one. */
export function readDay(text: string): { readonly day: string; readonly fault?: undefined } | { readonly day?: undefined; readonly fault: string } {
  const parts = partsOf(text);
  if (parts === null) return { fault: SERIAL.test(text) ? 'This is a spreadsheet’s number for a date. Format the column as a date, such as 03/09/2026.' : 'This is not a date. Write it as 03/09/2026 or 2026-09-03.' };
  const { year, month, dayOfMonth } = parts;
  if (isReal(year, month, dayOfMonth)) return { day: isoOfDay(dayOfParts(year, month, dayOfMonth)) };
  return { fault: isReal(year, dayOfMonth, month) ? 'Day and month seem to be swapped (American order). Write the day first.' : 'There is no such day. Check the date.' };
}

function partsOf(text: string): { year: number; month: number; dayOfMonth: number } | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), dayOfMonth: Number(iso[3]) };
  const british = DAY_FIRST.exec(text);
  if (british) return { year: fullYear(british[3]!), month: Number(british[2]), dayOfMonth: Number(british[1]) };
  const word = MONTH_WORD.exec(text);
  return word ? { year: fullYear(word[3]!), month: MONTHS.indexOf(word[2]!.toLowerCase()) + 1, dayOfMonth: Number(word[1]) } : null;
}

const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900));

const isReal = (year: number, month: number, dayOfMonth: number): boolean =>
  year >= 1900 && year < 2200 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
