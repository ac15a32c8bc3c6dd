import { shownFromWeek, WORK_LIST_KINDS, type WorkListKind } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { SortDirection } from './figures.inputs.ts';
import type { WorkListFilter, WorkListSort } from './work-list.inputs.ts';
import { OF_SCHOOLS, OF_YEAR_GROUP, rowsOf, shownOf, totalsBy, totalsOf, valuesOf, type ListTotal, type Shown, type StandingRow } from './work-list.sql.ts';

/** The lists of work, as imports keep them. Whose rows they hold is decided by the row policies. */
export class WorkListRepository {
  /** How many rows each list has, and whether the year is old enough for those of persistent absence. */
  async totals(operation: Operation, filter: WorkListFilter): Promise<Record<WorkListKind | Shown, number>> {
    const rows = await operation.sql<ListTotal<WorkListKind | Shown>>(`${totalsOf(filter)} union all ${shownOf('$7::int')}`, [...valuesOf(operation, filter), shownFromWeek(operation.today)]);
    return totalsBy([...WORK_LIST_KINDS, 'SHOWN'], rows);
  }

  /** One page of a list. */
  async rows(operation: Operation, kind: WorkListKind, filter: WorkListFilter, sort: WorkListSort, direction: SortDirection, offset: number, take: number): Promise<StandingRow[]> {
    return operation.sql<StandingRow>(rowsOf(`from work_list_member t /* more */ where t.kind = $7 and ${OF_SCHOOLS} ${OF_YEAR_GROUP}`, sort, direction, ['$8', '$9']), [...valuesOf(operation, filter), kind, offset, take]);
  }
}
