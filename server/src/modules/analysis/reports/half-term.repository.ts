import type { Operation } from '../../../platform/graphql/operation.ts';
import type { SortDirection } from '../figures.inputs.ts';
import type { WorkListFilter, WorkListSort } from '../work-list.inputs.ts';
import { OF_SCHOOLS, OF_YEAR_GROUP, rowsOf, valuesOf, type StandingRow } from '../work-list.sql.ts';
import { halfTermFrom } from './half-term.sql.ts';

/** A pupil often late in the half term, with how often, and the Monday of the half term's first week. */
export interface LateRow extends StandingRow { readonly late: number; readonly halfTermFrom: string }
export interface HalfTermSessions { readonly schoolId: number; readonly possible: number; readonly absent: number; readonly possibleBefore: number; readonly absentBefore: number }

/** Pupils on roll late $7 times or more in the half term that the last marks of their school are of. No half term is longer than 120 days. */
const OFTEN_LATE = `spans as materialized (select d.*, ${halfTermFrom('d.school_id', 'd.marks_to')} as from_week from (select distinct t.school_id, t.marks_to from pupil_standing t where ${OF_SCHOOLS}) d),
  often as materialized (
    select t.enrolment_id, t.pupil_id, t.school_id, s.from_week, sum(r.late_before + r.late_after)::int as weight
    from pupil_standing t join spans s on s.school_id = t.school_id and s.marks_to = t.marks_to join enrolment e on e.id = t.enrolment_id
    join register_week r on r.enrolment_id = t.enrolment_id and r.week_start >= s.from_week and r.week_start >= $1::date - 120 and r.late_before + r.late_after > 0
    where ${OF_SCHOOLS} ${OF_YEAR_GROUP} and (e.ends_on is null or e.ends_on >= t.marks_to) group by 1, 2, 3, 4 having sum(r.late_before + r.late_after) >= $7::int)`;

/** What reports count by half terms. */
export class HalfTermRepository {
  async lateTotal(operation: Operation, filter: WorkListFilter, fewest: number): Promise<number> {
    const [row] = await operation.sql<{ total: number }>(`with ${OFTEN_LATE} select count(*)::int as total from often`, [...valuesOf(operation, filter), fewest]);
    return row?.total ?? 0;
  }

  async lateRows(operation: Operation, filter: WorkListFilter, fewest: number, sort: WorkListSort, direction: SortDirection, offset: number, take: number): Promise<LateRow[]> {
    return operation.sql<LateRow>(
      `with ${OFTEN_LATE}, page as (select row_number() over () as nth, listed.* from (${rowsOf('from often t /* more */', sort, direction, ['$8', '$9'])}) listed)
       select page.*, often.weight as late, often.from_week as "halfTermFrom" from page join often on often.enrolment_id = page."enrolmentId" order by nth`, [...valuesOf(operation, filter), fewest, offset, take]);
  }

  /** Sessions of each school's half term so far and of the whole one before, which may be last summer's. */
  async sessions(operation: Operation): Promise<HalfTermSessions[]> {
    const sums = (of: string, which: string): string => `coalesce(sum(${of}) filter (where t.week_start ${which} s.from_week), 0)::int`;
    const absent = 't.authorised + t.unauthorised';
    return operation.sql<HalfTermSessions>(
      `with this_one as (select c.school_id, ${halfTermFrom('c.school_id', 'c.marks_to')} as from_week from school_coverage c where c.marks_to is not null),
       spans as (select o.*, ${halfTermFrom('o.school_id', 'o.from_week - 1')} as before_week from this_one o)
       select s.school_id as "schoolId", ${sums('t.possible', '>=')} as possible, ${sums(absent, '>=')} as absent, ${sums('t.possible', '<')} as "possibleBefore", ${sums(absent, '<')} as "absentBefore"
       from spans s join school_week_total t on t.school_id = s.school_id and t.week_start >= s.before_week group by 1`);
  }
}
