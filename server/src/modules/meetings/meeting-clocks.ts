import { meetingPeriods, type MeetingDates } from '@attendance/shared/meetings';
import type { MeetingRecordType } from './meeting.type.ts';

/** A deadline as `set_clock` takes it; source and source_id are the meeting’s. */
export interface MeetingClock { readonly kind: string; readonly what: string; readonly side: 'LA' | 'SCHOOL'; readonly school_id: number | null; readonly officer_id: number; readonly counted: 'SCHOOL_DAYS'; readonly days: number; readonly started_on: string; readonly due_on: string }
type Timed = Pick<MeetingRecordType, 'officerId'> & { readonly schoolIds: readonly number[] };

/** What is owed once a day is agreed: each school’s preparation, and the record of the meeting. */
export function clocksOf(meeting: Timed, onDay: string, { preparationDue, recordDue }: Pick<MeetingDates, 'preparationDue' | 'recordDue'>, today: string): MeetingClock[] {
  const { prepare, record } = meetingPeriods(onDay);
  const clock = (more: Pick<MeetingClock, 'kind' | 'what' | 'side' | 'school_id' | 'days' | 'due_on' | 'started_on'>): MeetingClock => ({ ...more, officer_id: meeting.officerId, counted: 'SCHOOL_DAYS' });
  return [
    ...(preparationDue === null ? [] : meeting.schoolIds.map((school_id) => clock({ kind: 'PREPARATION', what: 'The school prepares its meeting', side: 'SCHOOL', school_id, days: prepare, started_on: today, due_on: preparationDue }))),
    ...(recordDue === null ? [] : [clock({ kind: 'RECORD', what: 'The record of the meeting is issued', side: 'LA', school_id: meeting.schoolIds[0] ?? null, days: record, started_on: onDay, due_on: recordDue })]),
  ];
}
