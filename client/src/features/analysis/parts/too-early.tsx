import type { DataColumn } from '../../../ui/data-table.tsx';

/** Columns of a table, with nothing but words in those of persistent and severe absence while the year is too young for them. */
export function whenShown<Row>(columns: readonly DataColumn<Row>[], persistentShown: boolean): DataColumn<Row>[] {
  const isOfPersistence = (key: string): boolean => ['persistent', 'severe'].includes(key.toLowerCase());
  return columns.map((column) => (persistentShown || !isOfPersistence(column.key) ? column : { ...column, cell: () => <span className="app-muted">Too early</span> }));
}
