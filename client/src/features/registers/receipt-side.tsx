import { formatNumber, plural } from '../../lib/format.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { Panel } from '../../ui/panel.tsx';
import { MarkCell } from '../../ui/register/mark-cell.tsx';
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx';
import type { Delivery } from './delivery-page.tsx';
import { dateOrderWords, delimiterWords, encodingWords, fieldWords, layoutWords, sizeWords, spanWords } from './delivery-words.ts';

type Change = Delivery['changes'][number];

const changeColumns: DataColumn<Change>[] = [
  { key: 'codes', heading: 'From, to', cell: (row) => <span className="app-nowrap"><MarkCell mark={row.from} /> to <MarkCell mark={row.to} /></span> },
  { key: 'marks', heading: 'Marks', numeric: true, cell: (row) => formatNumber(row.marks) },
  { key: 'when', heading: 'When', cell: (row) => <>{spanWords(row.firstDay, row.lastDay)}<span className="app-line">{plural(row.pupils, 'pupil')}</span></> },
];

/** The commonest changes say what a delivery did; a year's file has dozens of rare ones. */
const FIRST_CHANGES = 8;
const keyOf = (row: Change): string => `${row.from} ${row.to}`;

/** Marks that stood otherwise before: the history of each is kept. */
export function Changed({ delivery }: { delivery: Delivery }) {
  const { changes, marksChanged } = delivery;
  if (marksChanged === 0) return null;
  const rest = changes.slice(FIRST_CHANGES);
  return (
    <Panel title={`Changed: ${plural(marksChanged, 'mark')}`} flush foot="The mark that stood before is kept in each pupil’s register history.">
      <DataTable caption="Marks changed most, by code" columns={changeColumns} rows={changes.slice(0, FIRST_CHANGES)} rowKey={keyOf} cards={false} tight />
      {rest.length > 0 && (
        <div className="app-panel__body">
          <Details summary={`${plural(rest.length, 'more kind')} of change`}>
            <DataTable caption="Other marks changed, by code" columns={changeColumns} rows={rest} rowKey={keyOf} cards={false} tight inset />
          </Details>
        </div>
      )}
    </Panel>
  );
}

/** What was kept all the same, and deserves a look. */
export function Warnings({ delivery }: { delivery: Delivery }) {
  const { truncated, warningsByCode } = delivery;
  if (!truncated && warningsByCode.length === 0) return null;
  return (
    <Panel title="Worth a look">
      <ul className="app-stack">
        {truncated && <li><strong>The file looks cut off.</strong> Its last row is not whole, so there may have been more. Export it again and send it: nothing is counted twice.</li>}
        {warningsByCode.map((warning) => (
          <li key={warning.code}><strong>{warning.why.replace(/\.$/, '')}: {formatNumber(warning.count)}.</strong> {!/^Nothing[.]?$/.test(warning.todo) && <span className="app-muted">{warning.todo}</span>}</li>
        ))}
      </ul>
    </Panel>
  );
}

/** How the file was understood, for whoever has to mend an export. */
export function HowWeRead({ delivery }: { delivery: Delivery }) {
  const said: readonly (readonly [string, string | null])[] = [
    ['Size', sizeWords(delivery.kilobytes)], ['Days', spanWords(delivery.firstDay, delivery.lastDay)], ['Rows', layoutWords(delivery.layout)], ['Between columns', delimiterWords(delivery.delimiter)],
    ['Dates', dateOrderWords(delivery.dateOrder)], ['Letters', encodingWords(delivery.encoding)],
  ];
  const rows: SummaryRow[] = [
    ...said.flatMap(([key, value]) => (value === null ? [] : [{ key, value }])),
    ...delivery.columns.map(({ field, heading }) => ({ key: fieldWords(field), value: <>column <code>{heading}</code></> })),
    ...(delivery.unknownColumns.length > 0 ? [{ key: 'Not read', value: delivery.unknownColumns.map((heading) => <span key={heading}><code>{heading}</code> </span>) }] : []),
  ];
  return <Panel title="How we read the file"><SummaryList rows={rows} /></Panel>;
}
