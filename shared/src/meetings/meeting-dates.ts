import { academicYearLabel, academicYearOf, addSchoolDays, openSchoolDays, schoolWeeks, type AcademicYear, type SchoolCalendar } from '../calendar/index.ts';
import { addDays, dayOfIso, partsOfDay, ruleValue } from '../kernel/index.ts';

/** Periods around a meeting, in school days. */
export interface MeetingPeriods { agree: number; prepare: number; freeze: number; partners: number; record: number; comment: number; early: number }

/** The periods in force on an ISO day. */
export function meetingPeriods(on: string): MeetingPeriods {
  return {
    agree: ruleValue('meeting.agree-date.school-days', on), prepare: ruleValue('meeting.prepare.school-days', on), freeze: ruleValue('meeting.pack-frozen.school-days', on),
    partners: ruleValue('meeting.partner-lines.school-days', on), record: ruleValue('meeting.record-due.school-days', on), comment: ruleValue('meeting.comment.school-days', on),
    early: ruleValue('meeting.early-actions.school-days', on),
  };
}

/** The days around a meeting; null where the school's calendar does not reach that far. */
export interface MeetingDates {
  /** By when the date is to be agreed. */
  readonly agreeBy: string | null;
  readonly preparationDue: string | null;
  /** The pack is a snapshot of this day: what comes in later does not change it. */
  readonly packFrozenOn: string | null;
  readonly partnerLinesBy: string | null;
  readonly recordDue: string | null;
  /** The last day on which the school may comment, and the day the record locks. */
  readonly commentsUntil: string | null;
  readonly locksOn: string | null;
  readonly earlyActionsBy: string | null;
}

/** The nth school day before an ISO day, which itself does not count; null when the open days do not reach back that far. Open days in order. */
export function schoolDayBefore(openDays: readonly string[], from: string, count: number): string | null {
  return count <= 0 ? from : (openDays.filter((day) => day < from).at(-count) ?? null);
}

/** All dates of a meeting on a day, on its school's calendar. A record issued late leaves the school as many days to comment as one issued in time. */
export function meetingDates(calendar: SchoolCalendar, meetingOn: string, issuedOn: string | null = null, periods: MeetingPeriods = meetingPeriods(meetingOn)): MeetingDates {
  const open = openSchoolDays(calendar);
  const before = (days: number): string | null => schoolDayBefore(open, meetingOn, days);
  const after = (days: number, from = meetingOn): string | null => addSchoolDays(open, from, days);
  const planned = after(periods.comment);
  const sinceIssue = issuedOn === null ? planned : after(periods.comment - periods.record, issuedOn);
  const commentsUntil = planned !== null && sinceIssue !== null && planned > sinceIssue ? planned : sinceIssue;
  return {
    agreeBy: before(periods.agree), preparationDue: before(periods.prepare), packFrozenOn: before(periods.freeze), partnerLinesBy: before(periods.partners),
    recordDue: after(periods.record), commentsUntil, locksOn: commentsUntil === null ? null : addDays(commentsUntil, 1), earlyActionsBy: after(periods.early),
  };
}

export const TermSeason = { AUTUMN: 'AUTUMN', SPRING: 'SPRING', SUMMER: 'SUMMER' } as const;
export type TermSeason = (typeof TermSeason)[keyof typeof TermSeason];
export const TERM_SEASON_WORDS: Readonly<Record<TermSeason, string>> = { AUTUMN: 'Autumn', SPRING: 'Spring', SUMMER: 'Summer' };

/** A whole term: usually two stretches with half term between them. */
export interface MeetingTerm {
  readonly academicYear: AcademicYear;
  readonly season: TermSeason;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The first and last day pupils come; null for a term without one. */
  readonly firstSchoolDay: string | null;
  readonly lastSchoolDay: string | null;
}

/** Half terms carry whatever name a school gave them, so the season is read off the month in which a stretch begins. */
function seasonOf(startsOn: string): TermSeason {
  const { month } = partsOfDay(dayOfIso(startsOn));
  if (month >= 8) return TermSeason.AUTUMN;
  return month <= 3 ? TermSeason.SPRING : TermSeason.SUMMER;
}

/** The terms of a calendar, in order. */
export function meetingTerms(calendar: SchoolCalendar): MeetingTerm[] {
  const open = openSchoolDays(calendar);
  const found: { academicYear: number; season: TermSeason; startsOn: string; endsOn: string }[] = [];
  for (const { startsOn, endsOn } of [...calendar.terms].sort((one, other) => one.startsOn.localeCompare(other.startsOn))) {
    const [academicYear, season] = [academicYearOf(endsOn), seasonOf(startsOn)];
    const last = found.at(-1);
    if (last?.season === season && last.academicYear === academicYear) last.endsOn = last.endsOn > endsOn ? last.endsOn : endsOn;
    else found.push({ academicYear, season, startsOn, endsOn });
  }
  return found.map((term) => {
    const days = open.filter((day) => term.startsOn <= day && day <= term.endsOn);
    return { ...term, firstSchoolDay: days[0] ?? null, lastSchoolDay: days.at(-1) ?? null };
  });
}

/** The term a day lies in, half term included; null in the holidays between terms. */
export function termOf(calendar: SchoolCalendar, isoDay: string): MeetingTerm | null {
  return meetingTerms(calendar).find((term) => term.startsOn <= isoDay && isoDay <= term.endsOn) ?? null;
}

/** "Autumn term 2026/27". */
export const termLabel = ({ season, academicYear }: Pick<MeetingTerm, 'season' | 'academicYear'>): string => `${TERM_SEASON_WORDS[season]} term ${academicYearLabel(academicYear)}`;

/** The Mondays of the school weeks of a term; weeks without a session are not counted. */
function weekStartsOf(calendar: SchoolCalendar, term: MeetingTerm): string[] {
  const { firstSchoolDay, lastSchoolDay } = term;
  if (firstSchoolDay === null || lastSchoolDay === null) return [];
  return schoolWeeks(calendar).map(({ weekStart }) => weekStart).filter((weekStart) => addDays(weekStart, 6) >= firstSchoolDay && weekStart <= lastSchoolDay);
}

/** Which school week of its term a day lies in, from 1; in half term the last week before it; null outside term and before its first week. */
export function weekOfTerm(calendar: SchoolCalendar, isoDay: string): number | null {
  const term = termOf(calendar, isoDay);
  const passed = term === null ? 0 : weekStartsOf(calendar, term).filter((weekStart) => weekStart <= isoDay).length;
  return passed === 0 ? null : passed;
}

/** The first day on which so many school weeks of a term have passed; in a shorter term, the day after it ends. */
export function dayAfterWeek(calendar: SchoolCalendar, term: MeetingTerm, week: number): string {
  const weekStart = weekStartsOf(calendar, term)[week - 1];
  return weekStart === undefined ? addDays(term.endsOn, 1) : addDays(weekStart, 7);
}

/** The first day on which a school without its meeting of the term is overdue. */
export function coverageOverdueFrom(calendar: SchoolCalendar, term: MeetingTerm): string {
  return dayAfterWeek(calendar, term, ruleValue('coverage.overdue-after-week', term.startsOn));
}
