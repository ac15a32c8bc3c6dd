import type { CoverageOffer, CoverageSchool } from '@attendance/shared/meetings';
import type { SchoolCalendar } from '@attendance/shared/calendar';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { PlannerFilter } from './meeting.inputs.ts';

/** A school of the authority as a term looks at it. */
export interface TermSchool extends Omit<CoverageSchool, 'frequency' | 'coveredEarlierThisYear'> { readonly name: string; readonly officer: string | null }

export class PlannerRepository {
  /** The dates most schools of the authority keep: those of the planner. One school's own where it is named. */
  async calendar(operation: Operation, schoolId: number | null = null): Promise<SchoolCalendar> {
    const [row] = await operation.sql<SchoolCalendar>(
      `with kept as (select t.school_id, array_agg(t.starts_on || '/' || t.ends_on order by t.starts_on) as days from school_term t join school s on s.id = t.school_id
           where s.status_code in (1, 3) and ($1::int is null or s.id = $1) group by 1),
         one as (select (array_agg(school_id order by school_id))[1] as school_id from kept group by days order by count(*) desc, 1 limit 1)
       select (select coalesce(json_agg(json_build_object('name', t.name, 'startsOn', t.starts_on, 'endsOn', t.ends_on) order by t.starts_on), '[]') from school_term t join one using (school_id)) as terms,
         (select coalesce(json_agg(json_build_object('on', c.closed_on, 'kind', c.kind, 'label', c.label) order by c.closed_on), '[]') from school_closure c join one using (school_id)) as closures`, [schoolId]);
    return row ?? { terms: [], closures: [] };
  }

  /** The schools of the authority by the filter, with their named officer; closed ones where they closed from a day on. */
  async schools(operation: Operation, { mine, phase }: PlannerFilter, from: string): Promise<TermSchool[]> {
    return operation.sql<TermSchool>(
      `select s.id as "schoolId", s.name, s.phase, s.opened_on as "openedOn", s.closed_on as "closedOn",
         (select string_agg(c.full_name, ', ' order by c.full_name) from school_officer o join colleague c on c.id = o.user_id where o.school_id = s.id and o.valid_from <= $1::date and coalesce(o.valid_to, $1::date) >= $1::date) as officer
       from school s where s.la_code = (select code from authority limit 1) and ($2::text is null or s.phase = $2)
         and ($3::int is null or exists (select from school_officer o where o.school_id = s.id and o.user_id = $3 and o.valid_from <= $1::date and coalesce(o.valid_to, $1::date) >= $1::date))
         and (s.status_code in (1, 3) or s.closed_on >= $4::date) order by s.name, s.id`,
      [operation.today, phase ?? null, mine ? operation.actor.userId : null, from]);
  }

  /** Every offer of a term to every school of its meeting, and whether it was refused: the nth refusal answers the nth offer. */
  async offers(operation: Operation, from: string, to: string): Promise<CoverageOffer[]> {
    return operation.sql<CoverageOffer>(
      `select u.school_id as "schoolId", o.nth <= o.refused as "isRefused"
       from (select h.meeting_id, h.school_ids, row_number() over (partition by h.meeting_id order by h.id) as nth, (select count(*) from meeting_change d where d.meeting_id = h.meeting_id and d.command = 'DECLINE') as refused
             from meeting_change h join meeting m on m.id = h.meeting_id where h.command = 'OFFER' and m.on_day between $1 and $2 and m.type <> 'CHECK_IN') o
       cross join unnest(o.school_ids) u (school_id)`, [from, to]);
  }
}
