import { formatPercent } from '../../../lib/format.ts';
import { BarRows } from '../../../ui/charts/bar-rows.tsx';
import { HeatTable } from '../../../ui/charts/heat-table.tsx';
import { LineChart } from '../../../ui/charts/line-chart.tsx';
import type { PackTableFieldsFragment } from '../pages/pack-page.generated.ts';
import { PackTable } from './pack-table.tsx';

type Table = PackTableFieldsFragment;
const valueAt = (row: Table['rows'][number], index: number): number | null => row.cells[index]?.value ?? null;
const nameOf = (row: Table['rows'][number]): string => row.cells[0]?.text ?? '';

/** Pupils by how much they missed, as bars with their table. */
function BandsChart({ table }: { table: Table }) {
  const rows = table.rows.map((row) => ({ label: `${nameOf(row)}: ${row.cells[1]?.text ?? ''}`, value: valueAt(row, 2) }));
  const sentence = `Of the pupils, ${table.rows.map((row) => `${row.cells[2]?.text ?? ''} missed ${nameOf(row)}`).join(', ')}.`;
  return <><BarRows rows={rows} whole={null} sentence={sentence} heading="% of pupils, by sessions missed" none="None" /><PackTable table={table} /></>;
}

/** Absence by half day: the table is the drawing. */
function SlotsChart({ table }: { table: Table }) {
  return (
    <div className="app-pack__table">
      <h3>{table.caption}</h3>
      <HeatTable caption={table.caption} columns={table.columns.slice(1).map(({ heading }) => heading)} rows={table.rows.map((row) => ({ label: nameOf(row), values: [valueAt(row, 1), valueAt(row, 2)] }))} format={(value) => formatPercent(value)} note="Darker is more absence." />
    </div>
  );
}

/** Absence week by week, this year and last, and every figure of it. */
function WeeksChart({ table }: { table: Table }) {
  const last = table.rows.at(-1);
  return (
    <>
      <LineChart
        weeks={table.rows.map(({ monday }) => monday ?? '')} thisYear={table.rows.map((row) => valueAt(row, 1))} lastYear={table.rows.map((row) => valueAt(row, 4))} caption="Overall absence by week, % of possible sessions"
        sentence={last === undefined ? 'No week has sessions yet.' : `Absence by week of this year and last: ${last.cells[1]?.text ?? ''} in the week of ${nameOf(last)}, ${last.cells[4]?.text ?? ''} in the same week of last year.`}
      />
      <PackTable table={table} />
    </>
  );
}

const CHARTS: Readonly<Record<string, (props: { table: Table }) => React.ReactNode>> = { BANDS: BandsChart, SLOTS: SlotsChart, WEEKS: WeeksChart };

/** A table of a pack, drawn where a drawing says it sooner. */
export function PackChart({ table }: { table: Table }) {
  const Chart = table.rows.length > 0 ? CHARTS[table.key] : undefined;
  return Chart === undefined ? <PackTable table={table} /> : <Chart table={table} />;
}
