import { useSearchParams } from 'react-router';
import { formatNumber, plural } from '../../lib/format.ts';
import { numberIn, searchWith } from '../../graphql/page-query.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Link } from '../../ui/link.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Delivery } from './delivery-page.tsx';
import { WhatWeRead } from './refused-reasons.tsx';

type Row = NonNullable<Delivery['refusedRows']>['items'][number];

const columns: DataColumn<Row>[] = [
  { key: 'line', heading: 'Line', numeric: true, cell: (row) => <><span className="app-cards-only">Line </span>{formatNumber(row.line)}</> },
  { key: 'read', heading: 'What we read', cell: (row) => <WhatWeRead value={row.value} field={row.field} /> },
  { key: 'why', heading: 'Why it was refused', wide: true, cell: (row) => row.why },
  { key: 'todo', heading: 'What to do', wide: true, cell: (row) => row.todo },
];

/** Every refused row of one reason, or of all, by page. */
export function RefusedList({ delivery }: { delivery: Delivery }) {
  const [search] = useSearchParams();
  const rows = delivery.refusedRows ?? { items: [], total: 0 };
  const code = search.get('code');
  const reason = delivery.refusedReasons.find((each) => each.code === code);
  const page = numberIn(search, 'page', 1, 100_000);
  const take = numberIn(search, 'take', 25, 100);
  return (
    <>
      <Panel title={reason ? reason.why.replace(/\.$/, '') : 'All refused rows'} aside={plural(rows.total, 'row')} flush>
        <DataTable
          caption="Refused rows" columns={columns} rows={rows.items} rowKey={(row) => `${row.line} ${row.field} ${row.code}`}
          empty={<p>No row was refused for this reason. <Link href={`/data/deliveries/${delivery.id}`}>Back to the receipt</Link></p>}
        />
        {rows.total > 0 && <Pager page={page} take={take} total={rows.total} label="Pages of refused rows" hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} />}
      </Panel>
      <div className="app-buttons">
        <Button variant="secondary" href={`/data/deliveries/${delivery.id}`}>Back to the receipt</Button>
        <Button variant="secondary" href={`/files/deliveries/${delivery.id}/refused.csv`}>Download all refused rows</Button>
      </div>
    </>
  );
}
