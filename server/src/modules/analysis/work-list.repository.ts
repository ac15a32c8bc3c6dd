import { WORK_LIST_KINDS, type WorkListKind } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { SortDirection } from './figures.inputs.ts';
import type { WorkListFilter, WorkListSort } from './work-list.inputs.ts';
import { OF_SCHOOLS, OF_YEAR_GROUP, rowsOf, totalsBy, totalsOf, valuesOf, type ListTotal, type StandingRow } from './work-list.sql.ts';

/** The lists of work, as imports keep them. Whose rows they hold is decided by the row policies. */
export class WorkListRepository {
  /** How many rows each list has. */
  async totals(operation: Operation, filter: WorkListFilter): Promise<Record<WorkListKind, number>> {
    return totalsBy(WORK_LIST_KINDS, await operation.sql<ListTotal<WorkListKind>>(totalsOf(filter), valuesOf(operation, filter)));
  }

  /** One page of a list. */
  async rows(operation: Operation, kind: WorkListKind, filter: WorkListFilter, sort: WorkListSort, direction: SortDirection, offset: number, take: number): Promise<StandingRow[]> {
    return operation.sql<StandingRow>(rowsOf(`from work_list_member t /* more */ where t.kind = $7 and ${OF_SCHOOLS} ${OF_YEAR_GROUP}`, sort, direction, ['$8', '$9']), [...valuesOf(operation, filter), kind, offset, take]);
  }
}
