import type { CoverageOffer, CoverageSchool, MeetingMode, MeetingStatus, MeetingType } from '@attendance/shared/meetings';
import type { SchoolCalendar } from '@attendance/shared/calendar';
import type { Operation } from '../../platform/graphql/operation.ts';

/** A school of the authority as a term looks at it, with whoever is named for it today. */
export interface TermSchool extends Omit<CoverageSchool, 'frequency' | 'coveredEarlierThisYear'> {
  readonly name: string; readonly typeCode: number; readonly trustId: number | null; readonly trust: string | null; readonly locality: string;
  readonly officers: readonly { readonly id: number; readonly name: string }[];
}
/** A meeting of the term. `dueOn`: of a held one the day its record is due, of a booked one the day the school's preparation is, on the calendar of its first school. */
export interface TermMeeting {
  readonly id: number; readonly type: MeetingType; readonly status: MeetingStatus; readonly mode: MeetingMode; readonly onDay: string; readonly atTime: string; readonly minutes: number; readonly officerId: number;
  readonly heldOn: string | null; readonly issuedOn: string | null; readonly dueOn: string | null; readonly recordDue: string | null;
  readonly schools: readonly { readonly id: number; readonly complete: boolean }[];
}

const HELD = `m.status in ('HELD', 'RECORD_ISSUED', 'LOCKED')`;
const HELD_ON = `coalesce(m.held_on, m.on_day)`;
/** The longest holiday and the longest period of a meeting, in days. */
const REACH = 90;
const FIRST_SCHOOL = 'm.school_ids[1]';
/** The nth day before a day, or after it, on which a school is open: the first school of meeting `m` unless another is named. */
export const openDayBefore = (day: string, nth: string, school = FIRST_SCHOOL): string => openDay(school, `w.week_start between ${day} - ${REACH} and ${day}`, `< ${day}`, `desc offset ${nth} - 1`);
export const openDayAfter = (day: string, nth: string, school = FIRST_SCHOOL): string => openDay(school, `w.week_start between ${day} - 6 and ${day} + ${REACH}`, `> ${day}`, `asc offset ${nth} - 1`);
const openDay = (school: string, weeks: string, side: string, order: string): string =>
  `(select w.week_start + d from school_week w cross join generate_series(0, 6) d where w.school_id = ${school} and ${weeks} and (w.open_days >> d) & 1 = 1 and w.week_start + d ${side} order by 1 ${order} limit 1)`;

/** The terms `t` and the days closed `c` of a school, as a calendar has them. */
const TERMS = `coalesce(json_agg(json_build_object('name', t.name, 'startsOn', t.starts_on, 'endsOn', t.ends_on) order by t.starts_on), '[]')`;
const CLOSURES = `coalesce(json_agg(json_build_object('on', c.closed_on, 'kind', c.kind, 'label', c.label) order by c.closed_on), '[]')`;

export class PlannerRepository {
  /** The dates most schools of the authority keep: those of the planner. One school's own where it is named. */
  async calendar(operation: Operation, schoolId: number | null = null): Promise<SchoolCalendar> {
    const [row] = await operation.sql<SchoolCalendar>(
      `with kept as (select t.school_id, array_agg(t.starts_on || '/' || t.ends_on order by t.starts_on) as days from school_term t join school s on s.id = t.school_id
           where s.status_code in (1, 3) and ($1::int is null or s.id = $1) group by 1),
         one as (select (array_agg(school_id order by school_id))[1] as school_id from kept group by days order by count(*) desc, 1 limit 1)
       select (select ${TERMS} from school_term t join one using (school_id)) as terms,
         (select ${CLOSURES} from school_closure c join one using (school_id)) as closures`, [schoolId]);
    return row ?? { terms: [], closures: [] };
  }

  /** The calendar of each of these schools. */
  async calendars(operation: Operation, schoolIds: readonly number[]): Promise<Map<number, SchoolCalendar>> {
    const rows = await operation.sql<SchoolCalendar & { schoolId: number }>(
      `select s.id as "schoolId", (select ${TERMS} from school_term t where t.school_id = s.id) as terms, (select ${CLOSURES} from school_closure c where c.school_id = s.id) as closures from school s where s.id = any ($1)`, [[...schoolIds]]);
    return new Map(rows.map(({ schoolId, ...calendar }) => [schoolId, calendar]));
  }

  /** The schools of the authority, or one; closed ones where they closed from a day on. */
  async schools(operation: Operation, from: string, schoolId: number | null = null): Promise<TermSchool[]> {
    return operation.sql<TermSchool>(
      `with named as (select o.school_id, json_agg(json_build_object('id', o.user_id, 'name', c.full_name) order by c.full_name, o.user_id) as officers from school_officer o join colleague c on c.id = o.user_id
         where o.valid_from <= $1::date and coalesce(o.valid_to, $1::date) >= $1::date group by 1)
       select s.id as "schoolId", s.name, s.phase, s.type_code as "typeCode", s.trust_id as "trustId", t.name as trust, s.locality, s.opened_on as "openedOn", s.closed_on as "closedOn", coalesce(n.officers, '[]') as officers
       from school s left join trust t on t.id = s.trust_id left join named n on n.school_id = s.id
       where s.la_code = (select code from authority limit 1) and ($3::int is null or s.id = $3) and (s.status_code in (1, 3) or s.closed_on >= $2::date) order by s.name, s.id`,
      [operation.today, from, schoolId]);
  }

  /** Meetings whose day lies between two days, both included, earliest first. */
  async meetings(operation: Operation, from: string, to: string, recordDays: number, prepareDays: number, schoolId: number | null = null): Promise<TermMeeting[]> {
    return operation.sql<TermMeeting>(
      `select m.id, m.type, m.status, m.mode, m.on_day as "onDay", to_char(m.at_time, 'HH24:MI') as "atTime", m.minutes, m.officer_id as "officerId", case when ${HELD} then ${HELD_ON} end as "heldOn", m.issued_on as "issuedOn",
         case when m.status = 'BOOKED' and m.type <> 'CHECK_IN' then ${openDayBefore('m.on_day', '$4::int')} when m.status = 'HELD' then ${openDayAfter(HELD_ON, '$3::int')} end as "dueOn",
         case when ${HELD} and m.type <> 'CHECK_IN' then ${openDayAfter(HELD_ON, '$3::int')} end as "recordDue",
         n.schools
       from meeting m join (select meeting_id, json_agg(json_build_object('id', school_id, 'complete', section_complete_at is not null) order by school_id) as schools from meeting_school group by 1) n on n.meeting_id = m.id
       where m.on_day between $1 and $2 and ($5::int is null or m.school_ids && array[$5::int]) order by m.on_day, m.at_time, m.id`, [from, to, recordDays, prepareDays, schoolId]);
  }

  /** Every offer of a term to every school of its meeting, and whether it was refused: the nth refusal answers the nth offer. */
  async offers(operation: Operation, from: string, to: string): Promise<CoverageOffer[]> {
    return operation.sql<CoverageOffer>(
      `select u.school_id as "schoolId", o.nth <= o.refused as "isRefused"
       from (select h.meeting_id, h.school_ids, row_number() over (partition by h.meeting_id order by h.id) as nth, (select count(*) from meeting_change d where d.meeting_id = h.meeting_id and d.command = 'DECLINE') as refused
             from meeting_change h join meeting m on m.id = h.meeting_id where h.command = 'OFFER' and m.on_day between $1 and $2 and m.type <> 'CHECK_IN') o
       cross join unnest(o.school_ids) u (school_id)`, [from, to]);
  }

  /** Days between two days on which each school is open, in order. */
  async openDays(operation: Operation, schoolIds: readonly number[], from: string, to: string): Promise<Map<number, string[]>> {
    const rows = await operation.sql<{ schoolId: number; days: string[] }>(
      `select w.school_id as "schoolId", array_agg(to_char(w.week_start + d, 'YYYY-MM-DD') order by w.week_start, d) as days from school_week w cross join generate_series(0, 6) d
       where w.school_id = any ($1) and w.week_start between $2::date and $3::date and (w.open_days >> d) & 1 = 1 and w.week_start + d between $2::date and $3::date group by 1`, [[...schoolIds], from, to]);
    return new Map(rows.map(({ schoolId, days }) => [schoolId, days]));
  }

  /** What an officer holds already between two days: meetings that may still take place. */
  async diary(operation: Operation, officerId: number, from: string, to: string): Promise<{ onDay: string; atTime: string; minutes: number }[]> {
    return operation.sql(
      `select on_day as "onDay", to_char(at_time, 'HH24:MI') as "atTime", minutes from meeting where officer_id = $1 and on_day between $2 and $3 and status not in ('CANCELLED', 'DECLINED', 'NO_SHOW') order by 1, 2`, [officerId, from, to]);
  }
}
