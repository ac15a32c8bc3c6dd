import type { MeetingCommand, MeetingStatus } from '@attendance/shared/meetings';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { KeptClock } from './clocks/meeting-clocks.ts';
import type { MeetingInput } from './meeting.inputs.ts';
import type { MeetingChangeType, MeetingRecordType } from './meeting.type.ts';

export type MeetingRow = Omit<MeetingRecordType, 'allowedCommands'>;
/** What a school is, as far as planning a meeting goes; counts are of the year's registers. */
export interface PlannedSchool { readonly id: number; readonly name: string; readonly trustId: number | null; readonly isOwn: boolean; readonly roll: number; readonly persistent: number; readonly severe: number; readonly openDays: number | null; readonly isOpen: boolean }

const MEETING = `m.id, m.type, m.status, m.mode, m.on_day as "onDay", to_char(m.at_time, 'HH24:MI') as "atTime", m.minutes, m.place, m.officer_id as "officerId", coalesce(c.full_name, '') as officer, m.version, m.school_ids as "schoolIds",
  to_json(m.started_at) #>> '{}' as "startedAt", m.issued_on as "issuedOn", m.comments_until as "commentsUntil", m.locked_on as "lockedOn",
  (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'complete', n.section_complete_at is not null, 'prepared', n.prepared_at is not null,
    'approvedAt', case when n.approved_at > n.prepared_at then n.approved_at end, 'approvedBy', case when n.approved_at > n.prepared_at then coalesce(h.full_name, '') end) order by s.name), '[]')
    from meeting_school n join school s on s.id = n.school_id left join colleague h on h.id = n.approved_by where n.meeting_id = m.id) as schools
  from meeting m left join colleague c on c.id = m.officer_id`;

/** SQL of meetings. Whose rows is the policies' answer; what writes are functions of the database. */
export class MeetingRepository {
  async find(operation: Operation, id: number): Promise<MeetingRow | null> {
    const [row] = await operation.sql<MeetingRow>(`select ${MEETING} where m.id = $1`, [id]);
    return row ?? null;
  }

  /** Meetings whose day lies between two days, both included, earliest first. */
  async between(operation: Operation, from: string, to: string): Promise<MeetingRow[]> {
    return operation.sql<MeetingRow>(`select ${MEETING} where m.on_day between $1 and $2 order by m.on_day, m.at_time, m.id`, [from, to]);
  }

  async list(operation: Operation, ids: readonly number[]): Promise<MeetingRow[]> {
    return ids.length === 0 ? [] : operation.sql<MeetingRow>(`select ${MEETING} where m.id = any ($1) order by m.on_day, m.at_time, m.id`, [[...ids]]);
  }

  /** Meetings of one officer that are not closed, soonest first. */
  async openOf(operation: Operation, officerId: number, take: number): Promise<MeetingRow[]> {
    return operation.sql<MeetingRow>(`select ${MEETING} where m.officer_id = $1 and m.status in ('OFFERED', 'BOOKED', 'PREPARED', 'HELD', 'RECORD_ISSUED') order by m.on_day, m.at_time, m.id limit $2`, [officerId, take]);
  }

  async changes(operation: Operation, id: number): Promise<MeetingChangeType[]> {
    return operation.sql<MeetingChangeType>(
      `select h.id::text as id, h.command, to_json(h.at) #>> '{}' as at, c.full_name as by, h.on_day as "onDay", to_char(h.at_time, 'HH24:MI') as "atTime", h.reason, f.full_name as "fromOfficer", t.full_name as "toOfficer"
       from meeting_change h left join colleague c on c.id = h.by_id left join colleague f on f.id = h.from_officer_id left join colleague t on t.id = h.to_officer_id where h.meeting_id = $1 order by h.id desc limit 200`, [id]);
  }

  /** The schools of a plan, with how many days of the week of a day they open, and whether on that day. */
  async schools(operation: Operation, schoolIds: readonly number[], onDay: string, academicYear: number): Promise<PlannedSchool[]> {
    return operation.sql<PlannedSchool>(
      `select s.id, s.name, s.trust_id as "trustId", exists (select from school_officer o where o.school_id = s.id and o.user_id = $3::int and o.valid_from <= $4::date and coalesce(o.valid_to, $4::date) >= $4::date) as "isOwn",
         coalesce(t.enrolments, 0)::int as roll, coalesce(t.persistent, 0)::int as persistent, coalesce(t.severe, 0)::int as severe, w.open_days as "openDays",
         coalesce((w.open_days >> ($2::date - w.week_start)) & 1 = 1, false) as "isOpen"
       from school s left join (select school_id, sum(enrolments) as enrolments, sum(persistent) as persistent, sum(severe) as severe from school_year_total where academic_year = $5 group by 1) t on t.school_id = s.id
       left join school_week w on w.school_id = s.id and w.week_start = $2::date - (extract(isodow from $2::date)::int - 1)
       where s.id = any ($1) and s.la_code = (select code from authority limit 1) order by s.name`,
      [[...schoolIds], onDay, operation.actor.userId, operation.today, academicYear]);
  }

  /** Whether somebody is the named officer of every one of these schools today. */
  async isOfficerOf(operation: Operation, userId: number, schoolIds: readonly number[]): Promise<boolean> {
    const [row] = await operation.sql<{ named: number }>(
      'select count(distinct school_id)::int as named from school_officer where user_id = $1 and school_id = any ($2) and valid_from <= $3::date and coalesce(valid_to, $3::date) >= $3::date', [userId, [...schoolIds], operation.today]);
    return row?.named === schoolIds.length;
  }

  async plan(operation: Operation, key: string, command: MeetingCommand, next: MeetingStatus, input: MeetingInput, clocks: readonly KeptClock[]): Promise<number | null> {
    const given = { clocks, type: input.type, mode: input.mode, on_day: input.onDay, at_time: input.atTime, minutes: input.minutes, place: input.place, officer_id: input.officerId ?? operation.actor.userId };
    const [row] = await operation.sql<{ id: number | null }>('select plan_meeting($1::uuid, $2, $3, $4::jsonb, $5) as id', [key, command, next, JSON.stringify(given), [...input.schoolIds]]);
    return row?.id ?? null;
  }

  async change(operation: Operation, id: number, version: number, command: MeetingCommand, next: MeetingStatus, given: object, reason: string | null): Promise<boolean> {
    const [row] = await operation.sql<{ changed: boolean }>('select change_meeting($1, $2, $3, $4, $5::jsonb, $6) as changed', [id, version, command, next, JSON.stringify(given), reason]);
    return row?.changed ?? false;
  }
}
