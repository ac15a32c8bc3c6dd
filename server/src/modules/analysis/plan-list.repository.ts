import { LIST_KINDS, PLAN_LIST_KINDS, PlanListKind, planWeeks, PlanStatus, shownFromWeek, type CountedWeek, type ListKind, type PlanSaid } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { SortDirection } from './figures.inputs.ts';
import type { WorkListFilter, WorkListSort } from './work-list.inputs.ts';
import { isInDate, isLive, saidOf } from './plan.sql.ts';
import { OF_SCHOOLS, OF_YEAR_GROUP, rowsOf, shownOf, totalsBy, totalsOf, valuesOf, type ListTotal, type Shown, type StandingRow } from './work-list.sql.ts';

/** The severely absent `t` whom a filter asks for, beside the last word on their plans where there is one: `plans_said` looks no further than the meetings' records. */
const SEVERE = `severe as materialized (select t.enrolment_id, t.pupil_id, t.school_id, t.weight from work_list_member t where t.kind = 'SEVERE' and ${OF_SCHOOLS} ${OF_YEAR_GROUP}),
  ${saidOf('severe', '$1')}`;
/** Twins of isOnPlanList in shared/src/attendance. */
const HOLDS: Readonly<Record<PlanListKind, string>> = { [PlanListKind.SEVERE_NO_PLAN]: `not ${isLive('$7')}`, [PlanListKind.SEVERE_PLAN_NOT_WORKING]: `${isInDate('$7')} and said.status = '${PlanStatus.IN_PLACE_NOT_WORKING}'` };

/** The lists of severely absent pupils by what was last said of a plan, put together when asked for: under the policies, and never by an import. */
export class PlanListRepository {
  /** How many rows every list has, those that imports keep among them, and whether the year is old enough for those of persistent absence: one statement for all. */
  async totals(operation: Operation, filter: WorkListFilter): Promise<Record<ListKind | Shown, number>> {
    return totalsBy([...LIST_KINDS, 'SHOWN'], await operation.sql<ListTotal<ListKind | Shown>>(
      `with ${SEVERE}, kept as (${totalsOf(filter)}), counted as (select ${PLAN_LIST_KINDS.map((kind) => `(count(*) filter (where ${HOLDS[kind]}))::int as ${kind}`).join(', ')} from severe left join said on said.enrolment_id = severe.enrolment_id)
       select * from kept ${PLAN_LIST_KINDS.map((kind) => `union all select '${kind}', ${kind} from counted`).join(' ')} union all ${shownOf('$8::int')}`,
      [...valuesOf(operation, filter), planWeeks(operation.today), shownFromWeek(operation.today)]));
  }

  /** One page of a list. */
  async rows(operation: Operation, kind: PlanListKind, filter: WorkListFilter, sort: WorkListSort, direction: SortDirection, offset: number, take: number): Promise<StandingRow[]> {
    const listed = rowsOf(`from severe t left join said on said.enrolment_id = t.enrolment_id /* more */ where ${HOLDS[kind]}`, sort, direction, ['$8', '$9']);
    return operation.sql<StandingRow>(`with ${SEVERE} ${listed}`, [...valuesOf(operation, filter), planWeeks(operation.today), offset, take]);
  }

  /** What was last said of the plans of some enrolments. */
  async said(operation: Operation, enrolmentIds: readonly number[]): Promise<Map<number, PlanSaid>> {
    const rows = await operation.sql<PlanSaid & { enrolmentId: number }>(
      'select enrolment_id as "enrolmentId", status, said_on as "saidOn", weeks_since as "weeksSince" from plans_said($1::int[], $2::date)', [[...enrolmentIds], operation.today]);
    return new Map(rows.map(({ enrolmentId, ...said }) => [enrolmentId, said]));
  }

  /** The weeks of this academic year of some enrolments. */
  async weeks(operation: Operation, enrolmentIds: readonly number[]): Promise<Map<number, CountedWeek[]>> {
    const rows = await operation.sql<CountedWeek & { enrolmentId: number }>(
      `select enrolment_id as "enrolmentId", week_start as "weekStart", possible, (authorised + unauthorised)::int as absent from register_week where enrolment_id = any ($1::int[]) and week_start > make_date($2::int, 8, 25) and week_start < make_date($2::int + 1, 8, 26)`,
      [[...enrolmentIds], academicYearOf(operation.today)]);
    return new Map(enrolmentIds.map((id) => [id, rows.filter(({ enrolmentId }) => enrolmentId === id)]));
  }
}
