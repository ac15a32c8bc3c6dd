import type { SchoolCalendar } from '../calendar/index.ts';
import { openSchoolDays } from '../calendar/index.ts';
import { coverageOverdueFrom, meetingDates, meetingPeriods, schoolDayBefore, TermSeason, type MeetingTerm } from './meeting-dates.ts';
import { type MeetingCommand, MeetingStatus, MeetingType } from './status.ts';

/** Deadlines of meetings that are somebody’s duty to a day. Those of a term hang on the term and the school, all others on a meeting. Actions are tasks, with days of their own. */
export const MeetingClockKind = {
  OFFER_TERM: 'OFFER_TERM', HOLD_TERM: 'HOLD_TERM', AGREE_DATE: 'AGREE_DATE', PREPARATION: 'PREPARATION', PACK: 'PACK', HOLD: 'HOLD', RECORD: 'RECORD', COMMENTS: 'COMMENTS',
} as const;
export type MeetingClockKind = (typeof MeetingClockKind)[keyof typeof MeetingClockKind];
export const MEETING_CLOCK_WORDS: Readonly<Record<MeetingClockKind, string>> = {
  OFFER_TERM: 'A date is offered for the meeting of the term', HOLD_TERM: 'The meeting of the term is held', AGREE_DATE: 'The date that is offered is agreed', PREPARATION: 'The school prepares its meeting',
  PACK: 'The pack is ready to be looked at', HOLD: 'The meeting is held, or it is said that it was not', RECORD: 'The record of the meeting is issued', COMMENTS: 'The school says whether the record is right',
};

/** What a command meets: the duty is done. */
export const CLOCKS_MET: Readonly<Partial<Record<MeetingCommand, readonly MeetingClockKind[]>>> = { BOOK: ['AGREE_DATE'], HOLD: ['AGREE_DATE', 'HOLD'], COMMENT: ['COMMENTS'] };
/** What a command makes owed again, though it was met. */
export const CLOCKS_OWED_AGAIN: Readonly<Partial<Record<MeetingCommand, readonly MeetingClockKind[]>>> = { OFFER: ['AGREE_DATE'] };

/** A deadline in school days of the calendar of its school. */
export interface MeetingClock { readonly kind: MeetingClockKind; readonly side: 'LA' | 'SCHOOL'; readonly schoolId: number; readonly days: number | null; readonly startedOn: string; readonly dueOn: string }
/** As much of a meeting as its deadlines need. `preparedSchoolIds` and `packedSchoolIds` owe no preparation and no pack any more; `offeredOn` is the day its date was offered last. */
export interface ClockedMeeting {
  readonly type: MeetingType; readonly status: MeetingStatus; readonly onDay: string; readonly schoolIds: readonly number[];
  readonly offeredOn?: string | null; readonly issuedOn?: string | null; readonly commentsUntil?: string | null; readonly hasComment?: boolean;
  readonly preparedSchoolIds?: readonly number[]; readonly packedSchoolIds?: readonly number[];
}

/**
 * What is owed of a meeting as it stands, in the order in which it comes. Preparation and pack are each school’s, by its own calendar.
 * What the meeting has but one of (a date to agree, the meeting, its record, the days to comment) goes by the calendar of the first school,
 * as the planner and the term report count. A check-in owes nothing.
 */
export function meetingClocks(meeting: ClockedMeeting, calendars: ReadonlyMap<number, SchoolCalendar>, today: string): MeetingClock[] {
  const { type, status, onDay, schoolIds, preparedSchoolIds = [], packedSchoolIds = [] } = meeting;
  const first = schoolIds[0];
  if (type === MeetingType.CHECK_IN || first === undefined) return [];
  const dates = new Map([...calendars].map(([schoolId, calendar]) => [schoolId, meetingDates(calendar, onDay)]));
  const { agree, prepare, freeze, record } = meetingPeriods(onDay);
  const clock = (kind: MeetingClockKind, side: MeetingClock['side'], schoolId: number, days: number | null, startedOn: string, dueOn: string | null | undefined): MeetingClock[] => (dueOn === null || dueOn === undefined ? [] : [{ kind, side, schoolId, days, startedOn, dueOn }]);
  const [recordClock, agreeBy] = [clock('RECORD', 'LA', first, record, onDay, dates.get(first)?.recordDue), dates.get(first)?.agreeBy ?? null];
  switch (status) {
    case MeetingStatus.OFFERED: {
      const since = meeting.offeredOn ?? today;
      // Offered so late that the day to agree it is past already: nobody broke anything.
      return agreeBy === null || agreeBy < since ? [] : clock('AGREE_DATE', 'LA', first, agree, since, agreeBy);
    }
    case MeetingStatus.BOOKED: case MeetingStatus.PREPARED:
      return [
        ...schoolIds.filter((id) => !preparedSchoolIds.includes(id)).flatMap((id) => clock('PREPARATION', 'SCHOOL', id, prepare, today, dates.get(id)?.preparationDue)),
        ...schoolIds.filter((id) => !packedSchoolIds.includes(id)).flatMap((id) => clock('PACK', 'LA', id, freeze, today, dates.get(id)?.packFrozenOn)),
        ...clock('HOLD', 'LA', first, null, today, onDay), ...recordClock,
      ];
    case MeetingStatus.HELD: return recordClock;
    case MeetingStatus.RECORD_ISSUED: return meeting.hasComment ? [] : clock('COMMENTS', 'SCHOOL', first, null, meeting.issuedOn ?? today, meeting.commentsUntil);
    default: return [];
  }
}

/** By when the meeting of a term is to be held, the last school day before a school without it is overdue, and by when a date is to be offered for that, so that it can be agreed in time. Null where the calendar has no such day; an offer is owed no earlier than on the first school day. */
export function termDuties(calendar: SchoolCalendar, term: MeetingTerm): { readonly offerBy: string | null; readonly holdBy: string | null } {
  const open = openSchoolDays(calendar);
  const holdBy = schoolDayBefore(open, coverageOverdueFrom(calendar, term), 1);
  if (holdBy === null || term.firstSchoolDay === null || holdBy < term.firstSchoolDay) return { offerBy: null, holdBy: null };
  const offerBy = schoolDayBefore(open, holdBy, meetingPeriods(holdBy).agree);
  return { offerBy: offerBy === null || offerBy < term.firstSchoolDay ? term.firstSchoolDay : offerBy, holdBy };
}

/** The number under which the deadlines of a term stand: its academic year and its season, 20261 for the autumn of 2026/27. */
export const termNumber = ({ academicYear, season }: Pick<MeetingTerm, 'academicYear' | 'season'>): number => academicYear * 10 + Object.keys(TermSeason).indexOf(season) + 1;
