import { ENGLAND_BANK_HOLIDAYS, openSchoolDays, type ClosureKind, type SchoolCalendar, type SchoolClosure, type SchoolTerm } from '@attendance/shared/calendar';
import { addDays, dayOfIso, dayOfParts, isoOfDay, weekday, type DayNumber } from '@attendance/shared/kernel';
import type { SchoolYear } from './model.ts';
import { Random } from './random.ts';

type Stretch = readonly [startsOn: string, endsOn: string];

/** Years whose dates follow a published pattern; every other year follows `patternOf`. */
const KNOWN: Readonly<Record<number, readonly Stretch[]>> = {
  2025: [['2025-09-01', '2025-10-24'], ['2025-11-03', '2025-12-19'], ['2026-01-05', '2026-02-13'], ['2026-02-23', '2026-03-27'], ['2026-04-13', '2026-05-22'], ['2026-06-01', '2026-07-20']],
  2026: [['2026-09-01', '2026-10-23'], ['2026-11-02', '2026-12-18'], ['2027-01-04', '2027-02-12'], ['2027-02-22', '2027-03-25'], ['2027-04-12', '2027-05-28'], ['2027-06-07', '2027-07-21']],
};

const NAMES = ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2', 'Summer 1', 'Summer 2'];

/** The day of Western Easter (the anonymous Gregorian computus). */
function easter(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return dayOfParts(year, Math.floor((h + l - 7 * m + 114) / 31), ((h + l - 7 * m + 114) % 31) + 1);
}

/** The first given weekday (Monday is 0) on or after a day. */
function onOrAfter(day: DayNumber, wanted: number): DayNumber {
  return day + ((wanted - weekday(day) + 7) % 7);
}

/** Six half terms for a year without published dates: week-long breaks at the usual places, two weeks round Easter at latest mid-April. */
function patternOf(year: number): readonly Stretch[] {
  const start = onOrAfter(dayOfParts(year, 9, 1), weekday(dayOfParts(year, 9, 1)) >= 5 ? 0 : weekday(dayOfParts(year, 9, 1)));
  const autumnBreak = onOrAfter(dayOfParts(year, 10, 24), 0);
  const christmas = onOrAfter(dayOfParts(year, 12, 17), 4);
  const january = onOrAfter(dayOfParts(year + 1, 1, 3), 0);
  const februaryBreak = onOrAfter(dayOfParts(year + 1, 2, 13), 0);
  const goodFriday = easter(year + 1) - 2;
  const springEnd = Math.min(goodFriday - 1, onOrAfter(dayOfParts(year + 1, 4, 3), 4));
  const summer = onOrAfter(springEnd + 15, 0);
  const whitsun = onOrAfter(dayOfParts(year + 1, 5, 25), 0);
  const last = onOrAfter(dayOfParts(year + 1, 7, 19), 2);
  const days: readonly (readonly [DayNumber, DayNumber])[] = [
    [start, autumnBreak - 3], [autumnBreak + 7, christmas], [january, februaryBreak - 3],
    [februaryBreak + 7, springEnd], [summer, whitsun - 3], [whitsun + 7, last],
  ];
  return days.map(([from, to]) => [isoOfDay(from), isoOfDay(to)] as const);
}

export interface CalendarStyle {
  /** Academies and other schools that set their own dates may have the autumn break a week early or end two days sooner. */
  readonly ownDates: boolean;
  /** Keeps to the area's pattern to the day: a school whose story is told in dates. */
  readonly plain?: boolean;
}

/** One school's terms and closures for an academic year: the area's pattern with the school's own small differences. */
export function calendarOf(academicYear: number, urn: number, style: CalendarStyle, seed: number): SchoolCalendar {
  const random = new Random(seed, urn, academicYear, 77);
  const stretches = (KNOWN[academicYear] ?? patternOf(academicYear)).map(([startsOn, endsOn]) => ({ startsOn, endsOn }));
  const habit = new Random(seed, urn, 78); // a school keeps its habits from year to year
  if (style.ownDates && habit.chance(0.4)) {
    // The autumn break one week earlier: term stops and starts seven days sooner.
    stretches[0]!.endsOn = addDays(stretches[0]!.endsOn, -7);
    stretches[1]!.startsOn = addDays(stretches[1]!.startsOn, -7);
  }
  if (style.ownDates && habit.chance(0.3)) stretches[5]!.endsOn = previousWeekday(addDays(stretches[5]!.endsOn, -2));
  const terms: SchoolTerm[] = stretches.map((stretch, index) => ({ name: NAMES[index]!, ...stretch }));
  const closures = new Map<string, SchoolClosure>();
  const close = (on: string, kind: ClosureKind, label: string): void => {
    if (!closures.has(on) && weekday(dayOfIso(on)) < 5) closures.set(on, { on, kind, label });
  };
  for (const on of bankHolidays(academicYear)) {
    if (terms.some((term) => term.startsOn <= on && on <= term.endsOn)) close(on, 'BANK_HOLIDAY', 'Bank holiday');
  }
  // Two training days open the year almost everywhere, so that pupils come back on the third day.
  const first = terms[0]!.startsOn;
  close(first, 'INSET', 'Training day');
  close(nextWeekday(first), 'INSET', 'Training day');
  close(terms[2]!.startsOn, 'INSET', 'Training day');
  close(habit.chance(0.5) ? terms[4]!.startsOn : terms[3]!.startsOn, 'INSET', 'Training day');
  close(style.plain || habit.chance(0.5) ? terms[5]!.endsOn : terms[1]!.startsOn, 'INSET', 'Training day');
  if (!style.plain && habit.chance(0.35)) {
    const term = terms[random.between(1, 5)]!;
    const weeks = Math.max(2, Math.floor((dayOfIso(term.endsOn) - dayOfIso(term.startsOn)) / 7));
    close(isoOfDay(onOrAfter(dayOfIso(term.startsOn) + 7 * random.between(1, weeks - 1), random.chance(0.5) ? 4 : 0)), 'OCCASIONAL', 'Occasional day');
  }
  return { terms, closures: [...closures.values()].sort((one, other) => one.on.localeCompare(other.on)) };
}

function bankHolidays(academicYear: number): string[] {
  const known = [...(ENGLAND_BANK_HOLIDAYS[academicYear] ?? []), ...(ENGLAND_BANK_HOLIDAYS[academicYear + 1] ?? [])];
  return known.length > 0 ? known : [isoOfDay(onOrAfter(dayOfParts(academicYear + 1, 5, 1), 0))];
}

function nextWeekday(iso: string): string {
  let day = addDays(iso, 1);
  while (weekday(dayOfIso(day)) >= 5) day = addDays(day, 1);
  return day;
}

function previousWeekday(iso: string): string {
  let day = iso;
  while (weekday(dayOfIso(day)) >= 5) day = addDays(day, -1);
  return day;
}

/** The open days of one academic year of a calendar. */
export function schoolYearOf(calendar: SchoolCalendar, academicYear: number): SchoolYear {
  return { academicYear, openDays: openSchoolDays(calendar).map(dayOfIso) };
}
