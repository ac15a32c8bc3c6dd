import type { MeetingCalendarStep } from '@attendance/shared/communications';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { HOLDING_ROLES } from '../holding-roles.ts';
import { openDayAfter, openDayBefore } from '../planner.repository.ts';

/** Somebody to be written to, because a day around a meeting has come. */
export interface CalendarTold { readonly meetingId: number; readonly step: MeetingCalendarStep; readonly dueOn: string; readonly onDay: string; readonly userId: number; readonly schoolId: number; readonly schools: readonly string[] }
/** An officer whose schools have no date in a term, and the day by which one was to be offered. */
export interface TermTold { readonly term: number; readonly dueOn: string; readonly userId: number; readonly schoolId: number; readonly schools: readonly string[] }
/** The periods in school days, and for how many of them a reminder is still written where the portal stood still. */
export interface CalendarPeriods { readonly agree: number; readonly freeze: number; readonly partners: number; readonly record: number; readonly comments: number; readonly early: number; readonly late: number }
/** Roles by what they may do and how far they reach, as the matrix of permissions has them. */
export type CalendarRoles = Readonly<Record<'recording' | 'adding' | 'owning' | 'wide' | 'local' | 'named' | 'cohort' | 'fully', readonly string[]>>;

const HELD_ON = 'coalesce(m.held_on, m.on_day)';
/** Beyond the longest period and holiday, in days: older meetings need not be worked out. */
const REACH = 120;

const OF_SCHOOL = 'n.school_id';
/** Each day around a meeting `m` for one of its schools `n`: when it comes by that school's calendar, and whether what it is about is still open. */
const STEPS: Readonly<Record<MeetingCalendarStep, readonly [day: string, isOpen: string]>> = {
  AGREE_DATE: [openDayBefore('m.on_day', '$2::int', OF_SCHOOL), `m.status = 'OFFERED' and m.on_day > $1::date`],
  LOOK_AT_PACK: [openDayBefore('m.on_day', '$3::int', OF_SCHOOL), `m.status in ('BOOKED', 'PREPARED') and m.on_day > $1::date`],
  PARTNER_LINES: [openDayBefore('m.on_day', '$4::int', OF_SCHOOL), `m.status in ('BOOKED', 'PREPARED') and m.on_day > $1::date`],
  RECORD_DUE: [openDayAfter(HELD_ON, '$5::int', OF_SCHOOL), `m.status = 'HELD'`],
  COMMENTS_CLOSE: [openDayBefore('m.comments_until', '$6::int', OF_SCHOOL), `m.status = 'RECORD_ISSUED' and m.comments_until >= $1::date`],
  EARLY_ACTIONS: [openDayAfter(HELD_ON, '$7::int', OF_SCHOOL), `m.status in ('RECORD_ISSUED', 'LOCKED')`],
  REFERRALS: [openDayAfter(HELD_ON, '$7::int', OF_SCHOOL), `m.status in ('HELD', 'RECORD_ISSUED', 'LOCKED')`],
};
const ROWS = Object.entries(STEPS).map(([step, [day, isOpen]]) => `('${step}', case when ${isOpen} then ${day} end)`).join(', ');
/** What a meeting has but one of is told to its officer once, by the calendar of its first school: the date to agree, the record, what was promised. Of packs each school has its own. */
const ONCE = `c.school_id = c.school_ids[1] or c.step in ('LOOK_AT_PACK', 'PARTNER_LINES', 'EARLY_ACTIONS', 'COMMENTS_CLOSE') or r.user_id <> c.officer_id`;

/** SQL of the calendar around meetings. Days are school days of each school of a meeting; people are found by a function of the database, and told of the schools that are theirs. */
export class CalendarRemindersRepository {
  /** Everybody whose day has come, in one statement; those who have the message already are left out. What a day asks for by is that day, and of comments the last of them. */
  async due(operation: Operation, { agree, freeze, partners, record, comments, early, late }: CalendarPeriods, roles: CalendarRoles): Promise<CalendarTold[]> {
    return operation.sql<CalendarTold>(
      `with come as (select m.id, m.officer_id, m.school_ids, n.school_id, x.step, x.day, ${HELD_ON} as on_day, case when x.step = 'COMMENTS_CLOSE' then m.comments_until else x.day end as due_on
           from meeting m cross join unnest(m.school_ids) n (school_id) cross join lateral (values ${ROWS}) x (step, day)
           where m.type <> 'CHECK_IN' and m.on_day between $1::date - ${REACH} and $1::date + ${REACH} and x.day <= $1::date),
         told as (select c.id, c.step, c.due_on, c.on_day, r.user_id, case when c.step = 'COMMENTS_CLOSE' or (r.user_id = c.officer_id and not c.step in ('LOOK_AT_PACK', 'EARLY_ACTIONS')) then r.school_ids else array[c.school_id] end as school_ids
           from come c cross join lateral meeting_calendar_people(c.id, c.step, $1::date, c.day, $9::jsonb) r
           where c.school_id = any (r.school_ids) and (${ONCE}) and coalesce(${openDayAfter('c.day', '$8::int', 'c.school_id')}, c.day) >= $1::date
             and not exists (select from outbox_message o where o.kind = 'MEETING_CALENDAR' and o.recipient_id = r.user_id and o.period = 'meeting-' || c.id || '-' || c.step || '-' || c.due_on))
       select t.id as "meetingId", t.step, t.due_on as "dueOn", t.on_day as "onDay", t.user_id as "userId", min(s.id) as "schoolId", array_agg(distinct s.name order by s.name) as schools
       from told t cross join unnest(t.school_ids) u (id) join school s on s.id = u.id group by 1, 2, 3, 4, 5 order by 1, 2, 5`, [operation.today, agree, freeze, partners, record, comments, early, late, JSON.stringify(roles)]);
  }

  /** Officers whose schools have no date though the day to offer one has come, once an officer, term and day; a portal that stood still writes no later than so many school days after it. */
  async withoutDate(operation: Operation, late: number): Promise<TermTold[]> {
    return operation.sql<TermTold>(
      `select k.source_id as term, k.due_on as "dueOn", o.user_id as "userId", min(k.school_id) as "schoolId", array_agg(s.name order by s.name) as schools
       from clock k join school s on s.id = k.school_id join meeting_officers($2::jsonb, $1::date) o on o.user_id = k.officer_id
       where k.kind = 'OFFER_TERM' and k.source = 'TERM' and k.met_on is null and k.stopped_on is null and k.due_on <= $1::date and coalesce(${openDayAfter('k.due_on', '$3::int', 'k.school_id')}, k.due_on) >= $1::date
         and not exists (select from outbox_message m where m.kind = 'MEETING_TERM' and m.recipient_id = o.user_id and m.period = 'term-' || k.source_id || '-' || k.due_on)
       group by 1, 2, 3 order by 2, 3`, [operation.today, JSON.stringify(HOLDING_ROLES), late]);
  }
}
