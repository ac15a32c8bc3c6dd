import { COUNTED_MARKS, type CalendarWeek, type HalfTermWatch, type RegisterWeek } from '@attendance/shared/attendance';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { SortDirection } from '../figures.inputs.ts';
import type { WorkListFilter, WorkListSort } from '../work-list.inputs.ts';
import { OF_SCHOOLS, OF_YEAR_GROUP, rowsOf, valuesOf, type StandingRow } from '../work-list.sql.ts';
import { halfTermEdges } from './half-term-edge.sql.ts';

/** A pupil with the sessions they missed beside half term. */
export interface AwayRow extends StandingRow { readonly missed: number }

/** Twin of missedOn in shared/src/attendance: absent sessions of one day of a week `r`. */
const MISSED = `length(substr(r.marks, (d.day - r.week_start) * 2 + 1, 2)) - length(translate(substr(r.marks, (d.day - r.week_start) * 2 + 1, 2), '${COUNTED_MARKS.authorised}${COUNTED_MARKS.unauthorised}', ''))`;

/** Pupils on roll who missed $9 sessions or more on the days beside the half terms of their school's year so far. */
const AWAY = `days as materialized (${halfTermEdges(`w.school_id in (select t.school_id from pupil_standing t where ${OF_SCHOOLS})`, '$7::int', '$8::int')}),
  away as materialized (
    select t.enrolment_id, t.pupil_id, t.school_id, sum(${MISSED})::int as weight
    from pupil_standing t join enrolment e on e.id = t.enrolment_id join days d on d.school_id = t.school_id and d.day <= t.marks_to
    join register_week r on r.enrolment_id = t.enrolment_id and r.week_start = d.week_start and r.week_start between make_date($6::int, 8, 26) and make_date($6::int + 1, 8, 25) and r.authorised + r.unauthorised > 0
    where ${OF_SCHOOLS} ${OF_YEAR_GROUP} and (e.ends_on is null or e.ends_on >= t.marks_to) group by 1, 2, 3 having sum(${MISSED}) >= $9::int)`;

const valuesWith = (operation: Operation, filter: WorkListFilter, { gapDays, longestDays, sessions }: HalfTermWatch): unknown[] => [...valuesOf(operation, filter), gapDays, longestDays, sessions];

/** What reports count beside holidays. */
export class HolidayRepository {
  async awayTotal(operation: Operation, filter: WorkListFilter, watch: HalfTermWatch): Promise<number> {
    const [row] = await operation.sql<{ total: number }>(`with ${AWAY} select count(*)::int as total from away`, valuesWith(operation, filter, watch));
    return row?.total ?? 0;
  }

  async awayRows(operation: Operation, filter: WorkListFilter, watch: HalfTermWatch, sort: WorkListSort, direction: SortDirection, offset: number, take: number): Promise<AwayRow[]> {
    return operation.sql<AwayRow>(
      `with ${AWAY}, page as (select row_number() over () as nth, listed.* from (${rowsOf('from away t /* more */', sort, direction, ['$10', '$11'])}) listed)
       select page.*, away.weight as missed from page join away on away.enrolment_id = page."enrolmentId" order by nth`, [...valuesWith(operation, filter, watch), offset, take]);
  }

  /** The weeks of an academic year of some enrolments, in order. */
  async weeks(operation: Operation, academicYear: number, enrolmentIds: readonly number[]): Promise<Map<number, RegisterWeek[]>> {
    const rows = await operation.sql<RegisterWeek & { enrolmentId: number }>(
      `select r.enrolment_id as "enrolmentId", r.week_start as "weekStart", r.marks from register_week r
       where r.enrolment_id = any ($2::int[]) and r.week_start between make_date($1::int, 8, 26) and make_date($1::int + 1, 8, 25) order by 1, 2`, [academicYear, [...enrolmentIds]]);
    return grouped(rows, ({ enrolmentId }) => enrolmentId);
  }

  /** The calendars of some schools around an academic year, from the summer before it to the autumn after it, so that its own holidays are whole. */
  async calendars(operation: Operation, academicYear: number, schoolIds: readonly number[]): Promise<Map<number, CalendarWeek[]>> {
    const rows = await operation.sql<CalendarWeek & { schoolId: number }>(
      `select w.school_id as "schoolId", w.week_start as "weekStart", w.open_days as "openDays" from school_week w
       where w.school_id = any ($2::int[]) and w.week_start between make_date($1::int, 6, 1) and make_date($1::int + 1, 9, 30) order by 1, 2`, [academicYear, [...new Set(schoolIds)]]);
    return grouped(rows, ({ schoolId }) => schoolId);
  }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) { const own = groups.get(keyOf(row)); if (own === undefined) groups.set(keyOf(row), [row]); else own.push(row); }
  return groups;
}
