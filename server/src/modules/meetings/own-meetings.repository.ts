import type { Operation } from '../../platform/graphql/operation.ts';
import type { MeetingBoardType, MyMeetingType, OwnMeetingType, SchoolMeetingSummaryType } from './own-meetings.type.ts';
import { openDayAfter, openDayBefore } from './planner.repository.ts';

/** To come: agreed or offered, from today on. What was called off or declined is past, whenever it was for. */
const AHEAD = `m.status in ('OFFERED', 'BOOKED', 'PREPARED') and m.on_day >= $1::date`;

/** A school’s term before few pupils are hidden. */
export type SchoolTerm = Omit<SchoolMeetingSummaryType, 'board'> & { readonly board: Omit<MeetingBoardType, 'discussed'> & { readonly discussed: number } };

/** SQL of what schools see of meetings. Whose rows is the policies' answer. */
export class OwnMeetingsRepository {
  async list(operation: Operation, past: boolean, prepareDays: number, offset: number, take: number): Promise<(OwnMeetingType & { total: number })[]> {
    return operation.sql(
      `select m.id, m.type, m.status, m.mode, m.on_day as "onDay", to_char(m.at_time, 'HH24:MI') as "atTime", m.minutes, m.place, coalesce(c.full_name, '') as officer, count(*) over ()::int as total,
         array(select s.name from meeting_school n join school s on s.id = n.school_id where n.meeting_id = m.id order by s.name) as schools,
         case when m.status in ('OFFERED', 'BOOKED') and m.type <> 'CHECK_IN' then ${openDayBefore('m.on_day', '$2::int')} end as "preparationDue",
         m.status in ('BOOKED', 'PREPARED', 'HELD') and exists (select from meeting_school n where n.meeting_id = m.id and n.prepared_at is not null and (n.approved_at is null or n.approved_at < n.prepared_at)) as "isUnapproved"
       from meeting m left join colleague c on c.id = m.officer_id where ${past ? `not (${AHEAD})` : AHEAD} order by m.on_day ${past ? 'desc' : 'asc'}, m.at_time, m.id offset $3 limit $4`, [operation.today, prepareDays, offset, take]);
  }

  async count(operation: Operation, past: boolean): Promise<number> {
    const [row] = await operation.sql<{ total: number }>(`select count(*)::int as total from meeting m where ${past ? `not (${AHEAD})` : AHEAD}`, [operation.today]);
    return row?.total ?? 0;
  }

  /** Meetings whoever asks holds between two days, and older ones of which something is owed: a record, or whether they were held. */
  async mine(operation: Operation, from: string, to: string, days: { readonly prepare: number; readonly freeze: number; readonly record: number }): Promise<MyMeetingType[]> {
    return operation.sql<MyMeetingType>(
      `select m.id, m.type, m.status, m.mode, m.on_day as "onDay", to_char(m.at_time, 'HH24:MI') as "atTime",
         array(select s.name from meeting_school n join school s on s.id = n.school_id where n.meeting_id = m.id order by s.name) as schools,
         (select count(*)::int from meeting_school n where n.meeting_id = m.id and n.prepared_at is not null) as prepared, (select count(distinct k.school_id)::int from meeting_pack k where k.meeting_id = m.id) as packed,
         ${openDayBefore('m.on_day', '$4::int')} as "preparationDue", ${openDayBefore('m.on_day', '$5::int')} as "packDue", ${openDayAfter('coalesce(m.held_on, m.on_day)', '$6::int')} as "recordDue"
       from meeting m where m.officer_id = $1 and m.status not in ('CANCELLED', 'DECLINED', 'NO_SHOW') and (m.on_day between $2 and $3 or (m.on_day < $2 and m.type <> 'CHECK_IN' and m.status in ('BOOKED', 'PREPARED', 'HELD')))
       order by m.on_day, m.at_time, m.id limit 50`, [operation.actor.userId ?? 0, from, to, days.prepare, days.freeze, days.record]);
  }

  /** Every open school within reach, in counts, also where nothing is planned. */
  async summary(operation: Operation, from: string, to: string): Promise<SchoolTerm[]> {
    return operation.sql<SchoolTerm>(
      `select s.id as "schoolId", s.name, coalesce(m.held, 0) as held, coalesce(m.booked, 0) as booked, coalesce(m.offered, 0) as offered, coalesce(m.declined, 0) as declined, coalesce(m.ratings, 0) as ratings, m.last_held_on as "lastHeldOn", m.next_on as "nextOn",
         json_build_object('heldOn', b.held_on, 'schoolRating', b.school_rating, 'officerRating', b.officer_rating, 'trend', b.trend, 'dataQuality', b.data_quality, 'discussed', coalesce(b.discussed, 0),
           'actionsDone', coalesce(b.actions_done, 0), 'actionsOpen', coalesce(b.actions_open, 0), 'actionsOverdue', coalesce(b.actions_overdue, 0)) as board
       from school s left join meeting_summary($1, $2, $3) m on m.school_id = s.id left join meeting_board($1, $2, $3) b on b.school_id = s.id where s.la_code = (select code from authority limit 1) and s.status_code in (1, 3) and ($4::int[] is null or s.id = any ($4)) order by s.name, s.id`,
      [from, to, operation.today, operation.actor.reach.wholeArea || operation.actor.reach.kind === 'AUTHORITY' ? null : [...operation.actor.reach.schools]]);
  }
}
