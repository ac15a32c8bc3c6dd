import type { Operation } from '../../../platform/graphql/operation.ts';
import { HOLDING_ROLES } from '../holding-roles.ts';
import { openDayBefore } from '../planner.repository.ts';

/** Somebody with an account who is told of a meeting; the officer has no schools here, a champion those of the meeting that are theirs. */
export interface Told { readonly userId: number; readonly schoolIds: readonly number[]; readonly hasAddress: boolean }
/** A preparation that is not submitted, and those who are reminded of it. */
export interface OpenPreparation { readonly meetingId: number; readonly schoolId: number; readonly school: string; readonly dueOn: string; readonly champions: readonly number[] }

const TOLD = 'user_id as "userId", school_ids as "schoolIds", has_address as "hasAddress"';
const FIRST = 'cardinality(school_ids) > 0, user_id';

/** SQL of whom a meeting's messages go to. Accounts are read by a function of the database, which asks for the reach. */
export class MessagesRepository {
  /** The officer of a meeting first, then its schools' champions with an account that is in force. */
  async told(operation: Operation, meetingId: number): Promise<Told[]> {
    return operation.sql<Told>(`select ${TOLD} from meeting_recipients($1, $2, $3::date) order by ${FIRST}`, [meetingId, HOLDING_ROLES.holding, operation.today]);
  }

  /** The same of a meeting that is not there yet, or that somebody else is to hold. */
  async planned(operation: Operation, officerId: number, schoolIds: readonly number[]): Promise<Told[]> {
    return operation.sql<Told>(`select ${TOLD} from planned_recipients($1, $2, $3, $4::date) order by ${FIRST}`, [officerId, [...schoolIds], HOLDING_ROLES.holding, operation.today]);
  }

  /** Whoever held a meeting before and still holds others: told that it is no longer theirs. */
  async earlier(operation: Operation, officerId: number): Promise<Told | null> {
    const [row] = await operation.sql<Told>(`select user_id as "userId", '{}'::int[] as "schoolIds", has_address as "hasAddress" from meeting_officers($1::jsonb, $2::date) where user_id = $3`, [JSON.stringify(HOLDING_ROLES), operation.today, officerId]);
    return row ?? null;
  }

  /** Schools of the authority by name. */
  async schools(operation: Operation, schoolIds: readonly number[]): Promise<{ readonly id: number; readonly name: string }[]> {
    return operation.sql('select id, name from school where id = any ($1) and la_code = (select code from authority limit 1) order by name', [[...schoolIds]]);
  }

  /** Names and jobs of some people. */
  async names(operation: Operation, userIds: readonly number[]): Promise<Map<number, { readonly name: string; readonly jobTitle: string }>> {
    const rows = await operation.sql<{ id: number; name: string; jobTitle: string }>(`select id, full_name as name, coalesce(job_title, '') as "jobTitle" from colleague where id = any ($1)`, [[...userIds]]);
    return new Map(rows.map(({ id, ...person }) => [id, person]));
  }

  /** Preparations of booked meetings due today or within so many school days of the school that owes it. */
  async openPreparations(operation: Operation, schoolDays: number): Promise<OpenPreparation[]> {
    return operation.sql<OpenPreparation>(
      `select m.id as "meetingId", n.school_id as "schoolId", s.name as school, c.due_on as "dueOn",
         coalesce((select array_agg(r.user_id order by r.user_id) from meeting_recipients(m.id, $3, $1::date) r where n.school_id = any (r.school_ids)), '{}') as champions
       from clock c join meeting m on m.id = c.source_id join meeting_school n on n.meeting_id = m.id and n.school_id = c.school_id join school s on s.id = n.school_id
       where c.kind = 'PREPARATION' and c.source = 'MEETING' and c.met_on is null and c.stopped_on is null and m.status = 'BOOKED' and n.prepared_at is null
         and c.due_on >= $1::date and coalesce(${openDayBefore('c.due_on', '$2::int', 'n.school_id')}, c.due_on) <= $1::date
       order by 1, 2`, [operation.today, schoolDays, HOLDING_ROLES.holding]);
  }

  /** Locks each record whose days to comment are over; gives how many. Again changes nothing. */
  async lockDue(operation: Operation): Promise<number> {
    const [row] = await operation.sql<{ locked: number }>('select lock_due_meetings($1::date) as locked', [operation.today]);
    return row?.locked ?? 0;
  }
}
