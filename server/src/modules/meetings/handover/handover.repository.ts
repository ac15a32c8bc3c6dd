import type { Operation } from '../../../platform/graphql/operation.ts';
import { HOLDING_ROLES } from '../holding-roles.ts';
import type { MeetingOfficerType } from './handover.type.ts';

/** A meeting that is not closed, as far as giving it to somebody else goes. */
export interface HeldOpen { readonly id: number; readonly version: number }
/** What a meeting needs of whoever holds it, and whether the sender plans for its schools. */
export interface OpenMeeting { readonly id: number; readonly isOwn: boolean; readonly hasRestricted: boolean }

const OPEN = `m.status in ('OFFERED', 'BOOKED', 'PREPARED', 'HELD', 'RECORD_ISSUED')`;
const ROLES = JSON.stringify(HOLDING_ROLES);

/** SQL of handing meetings on. Who may hold one is a function of the database's answer. */
export class HandoverRepository {
  /** Whoever may hold a meeting, and whoever still holds one though they may not any more; by name. */
  async officers(operation: Operation): Promise<MeetingOfficerType[]> {
    return operation.sql<MeetingOfficerType>(
      `with held as (select m.officer_id as id, count(*)::int as holds from meeting m where ${OPEN} group by 1)
       select c.id, c.full_name as name, coalesce(c.job_title, '') as "jobTitle", coalesce(h.holds, 0) as holds, o.user_id is not null as "mayHold"
       from colleague c left join held h on h.id = c.id left join meeting_officers($1::jsonb, $2::date) o on o.user_id = c.id where o.user_id is not null or h.id is not null order by c.full_name, c.id`, [ROLES, operation.today]);
  }

  /** Whether somebody may hold meetings, and may know of restricted children; null where they may not hold any. */
  async mayHold(operation: Operation, person: number): Promise<{ readonly seesRestricted: boolean; readonly hasAddress: boolean } | null> {
    const [row] = await operation.sql<{ seesRestricted: boolean; hasAddress: boolean }>('select sees_restricted as "seesRestricted", has_address as "hasAddress" from meeting_officers($1::jsonb, $2::date) where user_id = $3', [ROLES, operation.today, person]);
    return row ?? null;
  }

  async nameOf(operation: Operation, person: number): Promise<string | null> {
    const [row] = await operation.sql<{ name: string }>('select full_name as name from colleague where id = $1', [person]);
    return row?.name ?? null;
  }

  /** Of some meetings, whether all schools are the sender’s as their named officer, and whether a restricted child the sender reaches is on the list. */
  async needs(operation: Operation, ids: readonly number[]): Promise<Map<number, OpenMeeting>> {
    const rows = await operation.sql<OpenMeeting>(
      `select m.id, not exists (select from unnest(m.school_ids) s (id) where not exists (select from school_officer o where o.school_id = s.id and o.user_id = $2 and o.valid_from <= $3::date and coalesce(o.valid_to, $3::date) >= $3::date)) as "isOwn",
         exists (select from meeting_pupil l where l.meeting_id = m.id and l.restricted and l.removed_reason is null) as "hasRestricted"
       from meeting m where m.id = any ($1)`, [[...ids], operation.actor.userId, operation.today]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Gives each to another officer that still stands as the sender saw it; the ids of those that were given. */
  async handOn(operation: Operation, held: readonly HeldOpen[], person: number, reason: string): Promise<Set<number>> {
    const rows = await operation.sql<{ id: number }>('select id from hand_on_meetings($1, $2, $3, $4, $5::jsonb, $6::date)', [held.map(({ id }) => id), held.map(({ version }) => version), person, reason, ROLES, operation.today]);
    return new Set(rows.map(({ id }) => id));
  }
}
