import { formatAcademicYear, formatNumber, formatRate } from '../../lib/format.ts';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { Delivery } from './delivery-page.tsx';

type Move = { readonly name: string; readonly of?: string; readonly before: string; readonly after: string };

const columns: DataColumn<Move>[] = [
  { key: 'name', heading: 'Figure', cell: ({ name, of }) => <>{name}{of && <span className="app-line">{of}</span>}</> },
  { key: 'before', heading: 'Before', numeric: true, cell: (row) => row.before },
  { key: 'after', heading: 'After', numeric: true, cell: ({ before, after }) => (before === after ? after : <strong>{after}</strong>) },
];

function movesOf({ before, after }: NonNullable<Delivery['moved']>, where: string): Move[] {
  const rate = ({ attended, possible }: typeof before): string => formatRate(attended, possible, 'None');
  return [
    { name: 'Attendance', of: where, before: rate(before), after: rate(after) },
    { name: 'Persistently absent', of: `of ${formatNumber(after.enrolments)}`, before: formatNumber(before.persistent), after: formatNumber(after.persistent) },
    { name: 'Missing marks', before: formatNumber(before.missing), after: formatNumber(after.missing) },
  ];
}

/** What a delivery did to the figures of its school, or of all the schools in it. */
export function Moved({ delivery }: { delivery: Delivery }) {
  const { moved, school } = delivery;
  if (moved === null) return null;
  return (
    <Panel title="What it moved" aside={formatAcademicYear(moved.academicYear)} flush foot="Counted when it was kept, for the year so far. Restricted records are not in these figures.">
      <DataTable caption="Figures before and after this delivery" columns={columns} rows={movesOf(moved, school ? 'this school' : 'the schools in the file')} rowKey={(row) => row.name} cards={false} tight />
    </Panel>
  );
}
