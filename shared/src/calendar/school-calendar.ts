import { addDays, dayOfIso, isoOfDay, mondayOf, weekday } from '../kernel/index.ts';
import { academicYearOf, academicYearOfWeek, type AcademicYear } from './academic-year.ts';

/** Why a school is closed on a weekday in term. */
export const ClosureKind = { INSET: 'INSET', BANK_HOLIDAY: 'BANK_HOLIDAY', OCCASIONAL: 'OCCASIONAL' } as const;
export type ClosureKind = (typeof ClosureKind)[keyof typeof ClosureKind];

/** A stretch of term without a break: usually six a year, half a term each. Both days are included. */
export interface SchoolTerm {
  name: string;
  startsOn: string;
  endsOn: string;
}

/** A weekday in term without pupils. */
export interface SchoolClosure {
  on: string;
  kind: ClosureKind;
  label: string;
}

/** The dates a school sets for itself; they differ between schools of one area. */
export interface SchoolCalendar {
  terms: readonly SchoolTerm[];
  closures: readonly SchoolClosure[];
}

/** What is wrong with a calendar, in the order found: an empty list when nothing is. */
export function calendarFaults(calendar: SchoolCalendar): string[] {
  const faults: string[] = [];
  const terms = [...calendar.terms].sort((one, other) => one.startsOn.localeCompare(other.startsOn));
  terms.forEach((term, index) => {
    if (term.endsOn < term.startsOn) faults.push(`${term.name} ends before it starts`);
    const earlier = terms[index - 1];
    if (earlier && term.startsOn <= earlier.endsOn) faults.push(`${term.name} overlaps ${earlier.name}`);
  });
  return faults;
}

/** The days a school opens to pupils, in order: weekdays in term that are not closures. */
export function openSchoolDays(calendar: SchoolCalendar): string[] {
  const closed = new Set(calendar.closures.map((closure) => closure.on));
  const open = new Set<string>();
  for (const term of calendar.terms) {
    const last = dayOfIso(term.endsOn);
    for (let day = dayOfIso(term.startsOn); day <= last; day++) {
      const iso = isoOfDay(day);
      if (weekday(day) < 5 && !closed.has(iso)) open.add(iso);
    }
  }
  return [...open].sort();
}

/** Whether a school opens to pupils on an ISO day. */
export function isSchoolDay(calendar: SchoolCalendar, isoDay: string): boolean {
  return (
    weekday(dayOfIso(isoDay)) < 5 &&
    calendar.terms.some((term) => term.startsOn <= isoDay && isoDay <= term.endsOn) &&
    !calendar.closures.some((closure) => closure.on === isoDay)
  );
}

/** A week in which a school holds at least one session. */
export interface SchoolWeek {
  /** Its Monday. */
  weekStart: string;
  academicYear: AcademicYear;
  /** Counts school weeks from 1 within the academic year. */
  ordinal: number;
  /** One bit a day: Monday is 1, Tuesday 2 … Sunday 64. */
  openDays: number;
  sessions: number;
}

/** The school weeks of a calendar, in order; a week without a session is left out, a broken week counts as one. */
export function schoolWeeks(calendar: SchoolCalendar): SchoolWeek[] {
  const weeks: SchoolWeek[] = [];
  for (const iso of openSchoolDays(calendar)) {
    const day = dayOfIso(iso);
    const weekStart = isoOfDay(mondayOf(day));
    let week = weeks[weeks.length - 1];
    if (week?.weekStart !== weekStart) {
      const academicYear = academicYearOfWeek(weekStart);
      const ordinal = week?.academicYear === academicYear ? week.ordinal + 1 : 1;
      week = { weekStart, academicYear, ordinal, openDays: 0, sessions: 0 };
      weeks.push(week);
    }
    week.openDays |= 1 << weekday(day);
    week.sessions += 2;
  }
  return weeks;
}

/** The days of a school week that are open, as ISO days. */
export function openDaysOfWeek(week: Pick<SchoolWeek, 'weekStart' | 'openDays'>): string[] {
  return [0, 1, 2, 3, 4, 5, 6].filter((day) => week.openDays & (1 << day)).map((day) => addDays(week.weekStart, day));
}

/** Which stretch of term a day falls in, counted from 1 within its academic year; null outside term. */
export function halfTermOf(calendar: SchoolCalendar, isoDay: string): { term: SchoolTerm; number: number; academicYear: AcademicYear } | null {
  const term = calendar.terms.find((each) => each.startsOn <= isoDay && isoDay <= each.endsOn);
  if (!term) return null;
  // By its last day: a first half term may open in the last days of August.
  const academicYear = academicYearOf(term.endsOn);
  const earlier = calendar.terms.filter((each) => academicYearOf(each.endsOn) === academicYear && each.startsOn < term.startsOn);
  return { term, number: earlier.length + 1, academicYear };
}
