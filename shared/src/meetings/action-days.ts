import { addSchoolDays, isSchoolDay, openSchoolDays, type SchoolCalendar } from '../calendar/index.ts';
import { addDays, addYears, asSentence, dayOfIso, foldName, parseIsoDay, partsOfDay, weekday } from '../kernel/index.ts';

/** What a piece of text says of a day: a day, something that is meant as one but says none for certain, or nothing of the kind. */
export type ReadDay = { readonly is: 'DAY'; readonly on: string } | { readonly is: 'UNCLEAR'; readonly why: string } | { readonly is: 'NO_DAY' };

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** Names of days and months are known by their first three letters or more of them, and Wednesday by “weds”. */
const indexOfWord = (words: readonly string[], typed: string | undefined): number => (typed === undefined || typed.length < 3 ? -1 : words.findIndex((word) => word.startsWith(typed === 'weds' ? 'wed' : typed)));

/** "27 November 2026": the way a day is printed, and read back. */
export function printedDay(isoDay: string): string {
  const { year, month, dayOfMonth } = partsOfDay(dayOfIso(isoDay));
  return `${dayOfMonth} ${asSentence(MONTHS[month - 1]!)} ${year}`;
}

/** "Friday 27 November 2026". */
export const spokenDay = (isoDay: string): string => `${asSentence(WEEKDAYS[weekday(dayOfIso(isoDay))]!)} ${printedDay(isoDay)}`;

/** The real day of a month, or null. */
function dayOf(year: number, month: number, dayOfMonth: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return parseIsoDay(text) === null ? null : text;
}

/** The first day on or after another with this day of the month, in any month. */
function nextDayOfMonth(from: string, dayOfMonth: number): string | null {
  const { year, month } = partsOfDay(dayOfIso(from));
  for (let ahead = 0; ahead < 3; ahead++) {
    const found = dayOf(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, dayOfMonth);
    if (found !== null && found >= from) return found;
  }
  return null;
}

const unclear = (why: string): ReadDay => ({ is: 'UNCLEAR', why });

/** What a text names: null where it does not. */
interface Pieces { weekday: number | null; dayOfMonth: number | null; month: number | null; year: number | null }

/** "fri 27", "27 nov", "fri 27 november 2026", "27/11", "27/11/26", "2026-11-27", "friday"; null where the text is of no such form. */
function piecesOf(text: string): Pieces | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { weekday: null, dayOfMonth: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) };
  const slashed = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/.exec(text);
  if (slashed) return { weekday: null, dayOfMonth: Number(slashed[1]), month: Number(slashed[2]), year: slashed[3] === undefined ? null : Number(slashed[3]) + (slashed[3].length === 2 ? 2000 : 0) };
  const words = foldName(text).split(' ');
  const day = indexOfWord(WEEKDAYS, words[0]);
  if (day >= 0) words.shift();
  if (words.length === 0) return { weekday: day, dayOfMonth: null, month: null, year: null };
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words.shift() ?? '');
  if (!number) return null;
  const month = indexOfWord(MONTHS, words[0]);
  if (month >= 0) words.shift();
  // A bare number is more often a count than a day.
  if (month < 0 && day < 0) return null;
  const year = /^\d{4}$/.test(words[0] ?? '') && month >= 0 ? Number(words.shift()) : null;
  return words.length > 0 ? null : { weekday: day < 0 ? null : day, dayOfMonth: Number(number[1]), month: month < 0 ? null : month + 1, year };
}

function dayOfPieces({ weekday: day, dayOfMonth, month, year }: Pieces, meetingOn: string): string | null {
  // A weekday alone is the next one after the meeting.
  if (dayOfMonth === null) return day === null ? null : addDays(meetingOn, ((day - weekday(dayOfIso(meetingOn)) + 6) % 7) + 1);
  if (month === null) return nextDayOfMonth(meetingOn, dayOfMonth);
  if (year !== null) return dayOf(year, month, dayOfMonth);
  const thisYear = partsOfDay(dayOfIso(meetingOn)).year;
  return [thisYear, thisYear + 1].map((each) => dayOf(each, month, dayOfMonth)).find((found) => found !== null && found >= meetingOn) ?? null;
}

/** A day counted from the meeting: "today", "tomorrow", "in 2 weeks", "in 10 school days"; null where the text is of no such form. */
function countedDay(text: string, meetingOn: string, calendar: SchoolCalendar): ReadDay | null {
  if (text === 'today') return { is: 'DAY', on: meetingOn };
  if (text === 'tomorrow') return { is: 'DAY', on: addDays(meetingOn, 1) };
  const match = /^in (\d{1,3}) (school days?|days?|weeks?)$/.exec(text);
  if (!match) return null;
  const [count, unit] = [Number(match[1]), match[2]!];
  if (!unit.startsWith('school')) return { is: 'DAY', on: addDays(meetingOn, unit.startsWith('week') ? count * 7 : count) };
  const on = addSchoolDays(openSchoolDays(calendar), meetingOn, count);
  return on === null ? unclear('the school’s calendar does not reach that far') : { is: 'DAY', on };
}

/** The day a text means, seen from the day of the meeting. What could mean two days, or is no real day, is told and not chosen. */
export function readDay(text: string, meetingOn: string, calendar: SchoolCalendar): ReadDay {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const counted = countedDay(plain, meetingOn, calendar);
  if (counted !== null) return counted.is === 'DAY' ? checked(counted.on, meetingOn, calendar) : counted;
  if (/^(?:next|this) (?:week|month|term|half term|meeting)$/.test(plain)) return unclear('it names no day');
  const next = /^(?:next|this) ([a-z]+)$/.exec(plain);
  if (next && indexOfWord(WEEKDAYS, next[1]) >= 0) return unclear('it may be this week’s or next week’s: give the date');
  const pieces = piecesOf(plain);
  if (pieces === null) return { is: 'NO_DAY' };
  const on = dayOfPieces(pieces, meetingOn);
  if (on === null) return unclear('there is no such day');
  if (pieces.weekday !== null && weekday(dayOfIso(on)) !== pieces.weekday) return unclear(`${printedDay(on)} is a ${asSentence(WEEKDAYS[weekday(dayOfIso(on))]!)}`);
  return checked(on, meetingOn, calendar);
}

function checked(on: string, meetingOn: string, calendar: SchoolCalendar): ReadDay {
  if (on < meetingOn) return unclear(`${printedDay(on)} is before the meeting`);
  return on > addYears(lastDayOf(calendar, meetingOn), 1) ? unclear(`${printedDay(on)} is more than a year after the school’s calendar ends`) : { is: 'DAY', on };
}

const lastDayOf = (calendar: SchoolCalendar, meetingOn: string): string => calendar.terms.reduce((last, { endsOn }) => (endsOn > last ? endsOn : last), meetingOn);

/** What a reader should know of a day, or null: the school is shut. */
export const dayWarning = (on: string, calendar: SchoolCalendar): string | null => (isSchoolDay(calendar, on) ? null : `${spokenDay(on)} is not a school day`);
