import { academicYearOfWeek, openDaysOfWeek } from '../calendar/index.ts';
import { addDays, daysBetween, ruleValue, weekStartOf } from '../kernel/index.ts';
import { CODES_2024_FROM, COUNTED_MARKS, MARKS_COUNTING_FOR } from './codes.ts';
import { countMarks, countOf } from './marks.ts';
import { countByWeekday } from './patterns.ts';
import { penaltySessions } from './penalty-window.ts';
import { continuousRuns, daysOfWeeks, type AbsenceRun, type DayMarks } from './runs.ts';

/** Where one enrolment stands on the day its school's marks reach: counts and days only. Which of it matters is decided by `isOnList`. */
export interface Standing {
  academicYear: number;
  /** The day the school's marks reach. */
  marksTo: string;
  /** Sessions of the academic year so far. */
  possible: number;
  absent: number;
  /** Weeks of the school's calendar begun in this academic year, that of the last marks among them. */
  schoolWeeks: number;
  /** The Monday from which the last school weeks are counted, and their share of the two counts above. */
  recentFrom: string;
  recentPossible: number;
  recentAbsent: number;
  /** And of the week that holds the day the marks reach. */
  weekPossible: number;
  weekAbsent: number;
  /** Sessions of the last school weeks on leave for a part-time timetable. */
  partTimeSessions: number;
  /** The last possible sessions of the last school weeks, ten at most, and how many were missed. */
  lastPossible: number;
  lastAbsent: number;
  /** Sessions the school still opens for, from the day after the marks to the end of the academic year. */
  sessionsLeft: number;
  /** Unbroken absence to date, for whatever reason; the day is null without any. */
  awaySessions: number;
  awaySince: string | null;
  /** Attended without a break since this day, after so many sessions missed in a row; 0 and null for who is away, or was not in the last school weeks. */
  backSessions: number;
  backAfter: number;
  backOn: string | null;
  /** Unbroken G, N, O or U to date: what an attendance return counts. */
  unauthorisedRun: number;
  illSessions: number;
  /** G, N, O and U of the school weeks that the penalty window holds now, and of those it holds on the next school day. */
  penalty: number;
  penaltyAhead: number;
  /** Null at the end of the calendar. */
  nextDay: string | null;
  /** Late before or after the register closed, in the last school weeks. */
  lateSessions: number;
  /** The school day most often missed this year, Monday 0 to Friday 4, and the sessions missed on it; the earlier of two alike. */
  weekday: number;
  weekdayAbsent: number;
  /** Sessions of holiday without leave on the last day before, or the first day after, a school holiday. */
  holidaySessions: number;
}

/** How far back each count of a standing looks, in school weeks; and how many days closed make a holiday. */
export interface StandingSpans { recentWeeks: number; penaltyWeeks: number; lateWeeks: number; lastSessions: number; holidayGapDays: number }

/** The spans in force on the day marks reach; before the national rules of 2024 those they began with. */
export function standingSpans(marksTo: string): StandingSpans {
  const on = marksTo < CODES_2024_FROM ? CODES_2024_FROM : marksTo;
  return {
    recentWeeks: ruleValue('standing.recent-school-weeks', on), penaltyWeeks: ruleValue('penalty.school-weeks', on), lateWeeks: ruleValue('lateness.watch-school-weeks', on),
    lastSessions: ruleValue('standing.last-sessions', on), holidayGapDays: ruleValue('holiday-edge.gap-days', on),
  };
}

/** A week of a pupil's register, and a week of a school's calendar (bit 0 of `openDays` is Monday). */
export interface RegisterWeek { weekStart: string; marks: string }
export interface CalendarWeek { weekStart: string; openDays: number }

const ABSENT = COUNTED_MARKS.authorised + COUNTED_MARKS.unauthorised;
const HOLIDAY_WITHOUT_LEAVE = 'G';
const SCHOOL_DAYS = 5;

/** The standing of one enrolment, from its weeks and its school's, both in order; null without a week in the academic year that the marks reach. Looks at that year, and at the penalty window where it begins earlier. */
export function standingOf(weeks: readonly RegisterWeek[], calendar: readonly CalendarWeek[], marksTo: string, spans: StandingSpans = standingSpans(marksTo)): Standing | null {
  const academicYear = academicYearOfWeek(weekStartOf(marksTo));
  const ofYear = weeks.filter((week) => academicYearOfWeek(week.weekStart) === academicYear);
  if (ofYear.length === 0) return null;
  const school = schoolSpans(calendar, marksTo, academicYear, spans);
  const since = (from: string, of: readonly RegisterWeek[] = weeks): string => of.filter((week) => week.weekStart >= from).map((week) => week.marks).join('');
  const looked = weeks.filter((week) => week.weekStart >= school.penaltyFrom || academicYearOfWeek(week.weekStart) === academicYear);
  const days = daysOfWeeks(looked);
  const year = countMarks(since('', ofYear));
  const recent = countMarks(since(school.recentFrom));
  const late = countMarks(since(school.lateFrom));
  const last = possibleOf(since(school.recentFrom)).slice(-spans.lastSessions);
  const week = countMarks(weeks.filter(({ weekStart }) => weekStart === weekStartOf(marksTo)).map(({ marks }) => marks).join(''));
  return {
    academicYear, marksTo, possible: year.possible, absent: year.authorised + year.unauthorised, schoolWeeks: school.weeks,
    recentFrom: school.recentFrom, recentPossible: recent.possible, recentAbsent: recent.authorised + recent.unauthorised,
    weekPossible: week.possible, weekAbsent: week.authorised + week.unauthorised,
    partTimeSessions: countOf(since(school.recentFrom), MARKS_COUNTING_FOR.partTime), lastPossible: last.length, lastAbsent: countOf(last, ABSENT), sessionsLeft: school.sessionsLeft,
    ...awayOrBack(days, school.recentFrom), unauthorisedRun: openRun(days, MARKS_COUNTING_FOR.tenDayReturn)?.sessions ?? 0, illSessions: countOf(since('', ofYear), MARKS_COUNTING_FOR.sicknessReturn),
    penalty: penaltySessions(since(school.penaltyFrom)), penaltyAhead: penaltySessions(since(school.aheadFrom)), nextDay: school.nextDay,
    lateSessions: late.lateBefore + late.lateAfter, ...weekdayOf(ofYear),
    holidaySessions: countOf(daysOfWeeks(ofYear).filter(({ on }) => school.edges.has(on)).map(({ marks }) => marks).join(''), HOLIDAY_WITHOUT_LEAVE),
  };
}

/** What is the same for every enrolment of a school. */
function schoolSpans(calendar: readonly CalendarWeek[], marksTo: string, academicYear: number, spans: StandingSpans) {
  const open = calendar.filter((week) => week.openDays !== 0);
  const past = open.filter((week) => week.weekStart <= marksTo);
  const ofYear = past.filter((week) => academicYearOfWeek(week.weekStart) === academicYear);
  const days = open.flatMap(openDaysOfWeek);
  const nextDay = days.find((day) => day > marksTo) ?? null;
  const isSameWeek = nextDay === null || nextDay <= addDays(weekStartOf(marksTo), 6);
  const from = (weeks: readonly CalendarWeek[], count: number): string => (weeks.at(-count) ?? weeks[0])?.weekStart ?? weekStartOf(marksTo);
  return {
    weeks: ofYear.length, recentFrom: from(ofYear, spans.recentWeeks), lateFrom: from(ofYear, spans.lateWeeks), penaltyFrom: from(past, spans.penaltyWeeks),
    aheadFrom: from(past, isSameWeek ? spans.penaltyWeeks : spans.penaltyWeeks - 1), nextDay,
    sessionsLeft: 2 * days.filter((day) => day > marksTo && academicYearOfWeek(weekStartOf(day)) === academicYear).length,
    edges: new Set(holidayEdges(days, spans.holidayGapDays)),
  };
}

/** The school days beside a holiday: those with no other school day within so many days before, or after. School days in order; the first and the last are beside one. */
export function holidayEdges(days: readonly string[], gapDays: number): string[] {
  const isFar = (from: string | undefined, to: string | undefined): boolean => from === undefined || to === undefined || daysBetween(from, to) >= gapDays;
  return days.filter((day, index) => isFar(days[index - 1], day) || isFar(day, days[index + 1]));
}

const possibleOf = (marks: string): string => [...marks].filter((mark) => COUNTED_MARKS.possible.includes(mark)).join('');

function openRun(days: readonly DayMarks[], counted: string): AbsenceRun | null {
  const last = continuousRuns(days, counted).at(-1);
  return last?.open ? last : null;
}

function awayOrBack(days: readonly DayMarks[], recentFrom: string): Pick<Standing, 'awaySessions' | 'awaySince' | 'backSessions' | 'backAfter' | 'backOn'> {
  const absence = continuousRuns(days, ABSENT).at(-1);
  if (!absence || (!absence.open && absence.lastOn < recentFrom)) return { awaySessions: 0, awaySince: null, backSessions: 0, backAfter: 0, backOn: null };
  if (absence.open) return { awaySessions: absence.sessions, awaySince: absence.startedOn, backSessions: 0, backAfter: 0, backOn: null };
  const presence = openRun(days, COUNTED_MARKS.attended);
  return { awaySessions: 0, awaySince: null, backSessions: presence?.sessions ?? 0, backAfter: absence.sessions, backOn: presence?.startedOn ?? null };
}

function weekdayOf(weeks: readonly RegisterWeek[]): Pick<Standing, 'weekday' | 'weekdayAbsent'> {
  const absent = countByWeekday(weeks.map((week) => week.marks)).slice(0, SCHOOL_DAYS).map((counts) => counts.authorised + counts.unauthorised);
  const weekdayAbsent = Math.max(...absent);
  return { weekday: absent.indexOf(weekdayAbsent), weekdayAbsent };
}
