import { daysInMonth, dayOfParts } from '@attendance/shared/kernel';
import type { DateOrder, FaultCode } from './types.ts';

/** A date cell read under a chosen order: a day number, or the fault. */
export type ReadDay = { readonly day: number; readonly fault?: undefined } | { readonly day?: undefined; readonly fault: FaultCode };

/** The numbers of a date cell, before the order of day and month is known. */
type DateParts =
  | { readonly shape: 'certain'; readonly year: number; readonly month: number; readonly dayOfMonth: number; readonly moment?: number }
  | { readonly shape: 'open'; readonly year: number; readonly first: number; readonly second: number };

const TIME = String.raw`(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`, 'i');
const DAY_NAME = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?`;
const MONTH_WORD = new RegExp(String.raw`^${DAY_NAME}(\d{1,2})(?:st|nd|rd|th)?[-\s/]([a-z]{3,9})\.?[-\s/,]\s*(\d{4}|\d{2})${TIME}$`, 'i');
const YEAR_MONTH_WORD = new RegExp(String.raw`^(\d{4})[-\s/]([a-z]{3,9})[-\s/](\d{1,2})${TIME}$`, 'i');
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const SERIAL = /^\d{5}(?:\.\d+)?$/;
// Day 0 of the 1900 system of spreadsheets is 30 December 1899.
const SERIAL_EPOCH = 25_569;

/** The day a spreadsheet's day number stands for, when the cell holds one that falls between 1990 and 2090. */
export function dayOfSerial(text: string): number | null {
  if (!SERIAL.test(text)) return null;
  const serial = Math.floor(Number(text));
  return serial >= 32_874 && serial <= 69_400 ? serial - SERIAL_EPOCH : null;
}

/** Reads a date cell (already without outer blanks) under the order chosen for its column. */
export function readDay(text: string, order: DateOrder['order']): ReadDay {
  const parts = partsOf(text);
  if (!parts) return { fault: 'DAT-01' };
  if (parts.shape === 'certain') {
    const { year, month, dayOfMonth } = parts;
    if (!isRealDay(year, month, dayOfMonth)) return { fault: 'DAT-01' };
    return { day: parts.moment === undefined ? dayOfParts(year, month, dayOfMonth) : londonDay(parts.moment) };
  }
  const monthFirst = order === 'month-first';
  const [dayOfMonth, month] = monthFirst ? [parts.second, parts.first] : [parts.first, parts.second];
  if (isRealDay(parts.year, month, dayOfMonth)) return { day: dayOfParts(parts.year, month, dayOfMonth) };
  // A real date only the other way round: the column holds both orders, and which cells are which cannot be known.
  return { fault: isRealDay(parts.year, dayOfMonth, month) ? 'DAT-02' : 'DAT-01' };
}

/** Chooses one order for the whole column from a sample of its cells. `isSchoolDay` breaks the tie when no number is above 12. */
export function chooseOrder(cells: Iterable<string>, isSchoolDay: (day: number) => boolean): DateOrder {
  let certain = 0;
  let dayProof = 0;
  let monthProof = 0;
  let daySchool = 0;
  let monthSchool = 0;
  let open = 0;
  for (const cell of cells) {
    const parts = partsOf(cell);
    if (!parts) continue;
    if (parts.shape === 'certain') {
      certain++;
      continue;
    }
    open++;
    const asDayFirst = isRealDay(parts.year, parts.second, parts.first);
    const asMonthFirst = isRealDay(parts.year, parts.first, parts.second);
    if (asDayFirst && !asMonthFirst) dayProof++;
    else if (asMonthFirst && !asDayFirst) monthProof++;
    else if (asDayFirst) {
      if (isSchoolDay(dayOfParts(parts.year, parts.second, parts.first))) daySchool++;
      if (isSchoolDay(dayOfParts(parts.year, parts.first, parts.second))) monthSchool++;
    }
  }
  if (open === 0) return certain > 0 ? { order: 'year-first', evidence: 'shape' } : { order: 'none', evidence: 'assumed' };
  if (dayProof > 0 || monthProof > 0) return { order: monthProof > dayProof ? 'month-first' : 'day-first', evidence: 'proved' };
  // British until shown otherwise: the calendar must speak clearly before a month is put first.
  if (daySchool === 0 && monthSchool >= 3) return { order: 'month-first', evidence: 'calendar' };
  return { order: 'day-first', evidence: daySchool > monthSchool ? 'calendar' : 'assumed' };
}

function partsOf(text: string): DateParts | null {
  let match = YEAR_FIRST.exec(text);
  if (match) return certain(Number(match[1]), Number(match[3]), Number(match[4]), match, 5);
  match = YEAR_LAST.exec(text);
  if (match) {
    return { shape: 'open', year: fullYear(match[4]!), first: Number(match[1]), second: Number(match[3]) };
  }
  match = MONTH_WORD.exec(text);
  if (match) return certain(fullYear(match[3]!), monthOf(match[2]!), Number(match[1]), match, 4);
  match = YEAR_MONTH_WORD.exec(text);
  return match ? certain(Number(match[1]), monthOf(match[2]!), Number(match[3]), match, 4) : null;
}

function certain(year: number, month: number, dayOfMonth: number, match: RegExpExecArray, time: number): DateParts {
  const zone = match[time + 3];
  if (zone === undefined || !isRealDay(year, month, dayOfMonth)) return { shape: 'certain', year, month, dayOfMonth };
  const offset = /z/i.test(zone) ? 0 : Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  const seconds = Number(match[time]) * 3600 + Number(match[time + 1]) * 60 + Number(match[time + 2] ?? 0) - offset * 60;
  return { shape: 'certain', year, month, dayOfMonth, moment: dayOfParts(year, month, dayOfMonth) * 86_400 + seconds };
}

function monthOf(word: string): number {
  const lower = word.toLowerCase();
  return MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower || (lower === 'sept' && month === 'september')) + 1;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function isRealDay(year: number, month: number, dayOfMonth: number): boolean {
  return year >= 1900 && year < 2200 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
}

/** The day in London at a moment: British Summer Time runs from 01:00 UTC on the last Sunday of March to that of October. */
function londonDay(secondsUtc: number): number {
  const year = new Date(secondsUtc * 1000).getUTCFullYear();
  const isSummer = secondsUtc >= changeOver(year, 3) && secondsUtc < changeOver(year, 10);
  return Math.floor((secondsUtc + (isSummer ? 3600 : 0)) / 86_400);
}

function changeOver(year: number, month: number): number {
  const last = dayOfParts(year, month, 31);
  // Day 0, 1 January 1970, was a Thursday.
  return (last - ((last + 4) % 7)) * 86_400 + 3600;
}
