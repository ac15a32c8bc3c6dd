import { Fragment, type MouseEvent, type ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Link } from './link.tsx';

export type SortDirection = 'ascending' | 'descending';
export type Sort = { key: string; direction: SortDirection };

export type DataColumn<Row> = {
  key: string;
  heading: string;
  /** Under the heading, in small: a period, a source. */
  under?: string;
  /** Its name on a card, when the heading is too long. */
  label?: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  nowrap?: boolean;
  /** The server can sort by it. */
  sortable?: boolean;
  /** The whole width of a card. */
  wide?: boolean;
  /** Left out of cards: sparklines and the like. */
  offCards?: boolean;
  /** Left out on paper: what can only be pressed. */
  offPaper?: boolean;
};

export type DataTableProps<Row> = {
  caption: ReactNode;
  captionIsHidden?: boolean;
  /** The first column names the thing, as a link, and heads its row. */
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The group a row stands in: rows must come in group order. "Newly severe: 2". */
  groupOf?: (row: Row) => string;
  /** In force, first key first. */
  sort?: readonly Sort[];
  /** Either where sorting by a column leads… */
  sortHref?: (key: string, next: SortDirection) => string;
  /** …or what it does; `add` when Shift asks for a second key. */
  onSort?: (key: string, next: SortDirection, add: boolean) => void;
  isPinned?: (row: Row) => boolean;
  /** Cards under 1000 px, of few columns under 700. Off only for short tables. */
  cards?: boolean;
  tight?: boolean;
  inset?: boolean;
  /** Instead of rows: what would be here, and the next one. */
  empty?: ReactNode;
  foot?: ReactNode;
};

const MARKS = { ascending: '▲', descending: '▼', none: '↕' } as const;

type HeadingProps<Row> = Pick<DataTableProps<Row>, 'sort' | 'sortHref' | 'onSort'> & { column: DataColumn<Row> };

function Heading<Row>({ column, sort = [], sortHref, onSort }: HeadingProps<Row>) {
  const at = sort.findIndex(({ key }) => key === column.key);
  const direction = sort[at]?.direction;
  const isSortable = column.sortable && (sortHref ?? onSort);
  // Worst first: numbers start from the top, names from A.
  const next: SortDirection = direction === undefined ? (column.numeric ? 'descending' : 'ascending') : direction === 'ascending' ? 'descending' : 'ascending';
  const words = (
    <>
      {column.heading}{' '}
      <span className="app-sort__mark" aria-hidden="true">{MARKS[direction ?? 'none']}{at > 0 && at + 1}</span>
    </>
  );
  const press = (event: MouseEvent) => onSort?.(column.key, next, event.shiftKey);
  return (
    // aria-sort belongs to the first key alone; a second key is said in words.
    <th scope="col" className={cx(column.numeric && 'is-number', column.offCards && 'is-off-cards', column.offPaper && 'app-no-print')} aria-sort={isSortable ? (at === 0 ? direction : 'none') : undefined}>
      {!isSortable && column.heading}
      {isSortable && sortHref && <Link className="app-sort" href={sortHref(column.key, next)} preventScrollReset>{words}</Link>}
      {isSortable && !sortHref && <button type="button" className="app-sort" onClick={press}>{words}</button>}
      {column.under !== undefined && <span className="app-line">{column.under}</span>}
      {at > 0 && <span className="govuk-visually-hidden">, then by this, {direction}</span>}
    </th>
  );
}

/** A list of records: sorted by the server, cards on a narrow screen. */
export function DataTable<Row>({
  caption, captionIsHidden = true, columns, rows, rowKey, groupOf, sort, sortHref, onSort, isPinned, cards = true, tight = false, inset = false, empty, foot,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return <div className="app-table__empty app-state">{empty}</div>;
  const groups: { name: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const name = groupOf?.(row) ?? '';
    const last = groups[groups.length - 1];
    if (last?.name === name) last.rows.push(row);
    else groups.push({ name, rows: [row] });
  }
  return (
    <table className={cx('app-table', cards && 'app-table--cards', cards && isFew(columns) && 'app-table--few', tight && 'app-table--tight', inset && 'app-table--inset')}>
      <caption className={captionIsHidden ? 'govuk-visually-hidden' : undefined}>{caption}</caption>
      <thead><tr>{columns.map((column) => <Heading key={column.key} column={column} sort={sort} sortHref={sortHref} onSort={onSort} />)}</tr></thead>
      {groups.map((group) => (
        <tbody key={group.name}>
          {groupOf && <tr className="is-group"><th scope="rowgroup" colSpan={columns.length}>{group.name}</th></tr>}
          {group.rows.map((row) => (
            <tr key={rowKey(row)} className={isPinned?.(row) ? 'is-pinned' : undefined}>
              {columns.map((column, index) => <Fragment key={column.key}>{cellOf(column, row, index === 0)}</Fragment>)}
            </tr>
          ))}
        </tbody>
      ))}
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  );
}

/** So few columns that they have room on a tablet; prose and charts need more of it. */
const isFew = <Row,>(columns: readonly DataColumn<Row>[]): boolean => columns.length <= 4 && !columns.some(({ wide, offCards }) => wide || offCards);

function cellOf<Row>(column: DataColumn<Row>, row: Row, isFirst: boolean): ReactNode {
  const classes = cx(column.numeric && 'is-number', column.nowrap && 'is-nowrap', column.wide && 'is-wide', column.offCards && 'is-off-cards', column.offPaper && 'app-no-print') || undefined;
  if (isFirst) return <th scope="row" className={classes}>{column.cell(row)}</th>;
  return <td className={classes} data-label={column.label ?? column.heading}>{column.cell(row)}</td>;
}
