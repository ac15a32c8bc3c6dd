import type { SchoolCalendar } from '@attendance/shared/calendar';
import { meetingDates, meetingPeriods } from '@attendance/shared/meetings';
import type { MeetingRecordType } from './meeting.type.ts';

/** A deadline as `set_clock` takes it; source and source_id are the meeting’s. */
export interface MeetingClock { readonly kind: string; readonly what: string; readonly side: 'LA' | 'SCHOOL'; readonly school_id: number | null; readonly officer_id: number; readonly counted: 'SCHOOL_DAYS'; readonly days: number; readonly started_on: string; readonly due_on: string }
type Timed = Pick<MeetingRecordType, 'officerId'> & { readonly schoolIds: readonly number[] };

/** What is owed once a day is agreed: each school’s preparation by its own calendar, and the record of the meeting. That is one record, owed by the authority, so it has one day: by the calendar of the first school, as the planner and the term report count it. */
export function clocksOf(meeting: Timed, onDay: string, calendars: ReadonlyMap<number, SchoolCalendar>, today: string): MeetingClock[] {
  const dates = new Map([...calendars].map(([schoolId, calendar]) => [schoolId, meetingDates(calendar, onDay)]));
  const first = meeting.schoolIds[0] ?? null;
  const recordDue = first === null ? null : (dates.get(first)?.recordDue ?? null);
  const { prepare, record } = meetingPeriods(onDay);
  const clock = (more: Pick<MeetingClock, 'kind' | 'what' | 'side' | 'school_id' | 'days' | 'due_on' | 'started_on'>): MeetingClock => ({ ...more, officer_id: meeting.officerId, counted: 'SCHOOL_DAYS' });
  return [
    ...meeting.schoolIds.flatMap((school_id) => {
      const due_on = dates.get(school_id)?.preparationDue ?? null;
      return due_on === null ? [] : [clock({ kind: 'PREPARATION', what: 'The school prepares its meeting', side: 'SCHOOL', school_id, days: prepare, started_on: today, due_on })];
    }),
    ...(recordDue === null ? [] : [clock({ kind: 'RECORD', what: 'The record of the meeting is issued', side: 'LA', school_id: first, days: record, started_on: onDay, due_on: recordDue })]),
  ];
}
