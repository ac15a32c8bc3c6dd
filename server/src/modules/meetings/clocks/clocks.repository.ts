import type { ClockedMeeting } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { KeptClock } from './meeting-clocks.ts';

/** A meeting that is not closed, with all that its deadlines hang on. */
export interface OpenMeetingRow extends ClockedMeeting { readonly id: number; readonly officerId: number }
/** What a deadline hangs on, to meet it. */
export interface MetClock { readonly kind: string; readonly source: string; readonly source_id: number; readonly school_id: number }
export type WantedClock = KeptClock & { readonly source: string; readonly source_id: number };

/** SQL of the deadlines of meetings. What writes is a function of the database. */
export class MeetingClocksRepository {
  /** Every meeting that is not closed. */
  async open(operation: Operation): Promise<OpenMeetingRow[]> {
    return operation.sql<OpenMeetingRow>(
      `select m.id, m.type, m.status, coalesce(m.held_on, m.on_day) as "onDay", m.school_ids as "schoolIds", m.officer_id as "officerId", m.issued_on as "issuedOn", m.comments_until as "commentsUntil",
         (select max((c.at at time zone 'Europe/London')::date) from meeting_change c where c.meeting_id = m.id and c.command = 'OFFER') as "offeredOn",
         exists (select from meeting_change c where c.meeting_id = m.id and c.command = 'COMMENT') as "hasComment",
         array(select n.school_id from meeting_school n where n.meeting_id = m.id and n.prepared_at is not null) as "preparedSchoolIds",
         array(select distinct k.school_id from meeting_pack k where k.meeting_id = m.id) as "packedSchoolIds"
       from meeting m where m.status in ('OFFERED', 'BOOKED', 'PREPARED', 'HELD', 'RECORD_ISSUED') and m.type <> 'CHECK_IN' order by m.id`);
  }

  /** Sets what is missing or stands otherwise, and meets what is met; gives how many changed. */
  async keep(operation: Operation, wanted: readonly WantedClock[], met: readonly MetClock[]): Promise<number> {
    const [row] = await operation.sql<{ changed: number }>('select keep_clocks($1::jsonb, $2::jsonb, $3::date) as changed', [JSON.stringify(wanted), JSON.stringify(met), operation.today]);
    return row?.changed ?? 0;
  }
}
