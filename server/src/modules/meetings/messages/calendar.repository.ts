import type { MeetingCalendarStep } from '@attendance/shared/communications';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { openDayAfter, openDayBefore } from '../planner.repository.ts';

/** Somebody to be written to, because a day around a meeting has come. */
export interface CalendarTold { readonly meetingId: number; readonly step: MeetingCalendarStep; readonly dueOn: string; readonly onDay: string; readonly userId: number; readonly schoolId: number; readonly schools: readonly string[] }
/** The periods in school days, and for how many of them a reminder is still written where the portal stood still. */
export interface CalendarPeriods { readonly agree: number; readonly freeze: number; readonly partners: number; readonly record: number; readonly comments: number; readonly early: number; readonly late: number }
/** Roles by what they may do and how far they reach, as the matrix of permissions has them. */
export type CalendarRoles = Readonly<Record<'recording' | 'adding' | 'owning' | 'wide' | 'local' | 'named' | 'cohort' | 'fully', readonly string[]>>;

const HELD_ON = 'coalesce(m.held_on, m.on_day)';
/** Beyond the longest period and holiday, in days: older meetings need not be worked out. */
const REACH = 120;

/** Each day around a meeting `m`: when it comes, and whether what it is about is still open. */
const STEPS: Readonly<Record<MeetingCalendarStep, readonly [day: string, isOpen: string]>> = {
  AGREE_DATE: [openDayBefore('m.on_day', '$2::int'), `m.status = 'OFFERED' and m.on_day > $1::date`],
  LOOK_AT_PACK: [openDayBefore('m.on_day', '$3::int'), `m.status in ('BOOKED', 'PREPARED') and m.on_day > $1::date`],
  PARTNER_LINES: [openDayBefore('m.on_day', '$4::int'), `m.status in ('BOOKED', 'PREPARED') and m.on_day > $1::date`],
  RECORD_DUE: [openDayAfter(HELD_ON, '$5::int'), `m.status = 'HELD'`],
  COMMENTS_CLOSE: [openDayBefore('m.comments_until', '$6::int'), `m.status = 'RECORD_ISSUED' and m.comments_until >= $1::date`],
  EARLY_ACTIONS: [openDayAfter(HELD_ON, '$7::int'), `m.status in ('RECORD_ISSUED', 'LOCKED')`],
  REFERRALS: [openDayAfter(HELD_ON, '$7::int'), `m.status in ('HELD', 'RECORD_ISSUED', 'LOCKED')`],
};
const ROWS = Object.entries(STEPS).map(([step, [day, isOpen]]) => `('${step}', case when ${isOpen} then ${day} end)`).join(', ');

/** SQL of the calendar around meetings. Days are school days of the meeting's first school; people are found by a function of the database. */
export class CalendarRemindersRepository {
  /** Everybody whose day has come, in one statement; those who have the message already are left out. What a day asks for by is that day, and of comments the last of them. */
  async due(operation: Operation, { agree, freeze, partners, record, comments, early, late }: CalendarPeriods, roles: CalendarRoles): Promise<CalendarTold[]> {
    return operation.sql<CalendarTold>(
      `with come as (select m.id, m.school_ids, c.step, c.day, ${HELD_ON} as on_day, case when c.step = 'COMMENTS_CLOSE' then m.comments_until else c.day end as due_on
           from meeting m cross join lateral (values ${ROWS}) c (step, day)
           where m.type <> 'CHECK_IN' and m.on_day between $1::date - ${REACH} and $1::date + ${REACH} and c.day <= $1::date)
       select m.id as "meetingId", m.step, m.due_on as "dueOn", m.on_day as "onDay", r.user_id as "userId", r.school_ids[1] as "schoolId",
         (select array_agg(s.name order by s.name) from school s where s.id = any (r.school_ids)) as schools
       from come m cross join lateral meeting_calendar_people(m.id, m.step, $1::date, m.day, $9::jsonb) r
       where coalesce(${openDayAfter('m.day', '$8::int')}, m.day) >= $1::date
         and not exists (select from outbox_message o where o.kind = 'MEETING_CALENDAR' and o.recipient_id = r.user_id and o.period = 'meeting-' || m.id || '-' || m.step || '-' || m.due_on)
       order by 1, 2, 5`, [operation.today, agree, freeze, partners, record, comments, early, late, JSON.stringify(roles)]);
  }
}
