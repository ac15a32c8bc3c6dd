import { useState } from 'react';
import { formatNumber, formatPercent, formatSigned } from '../lib/format.ts';
import { Button } from '../ui/button.tsx';
import { HeatTable } from '../ui/charts/heat-table.tsx';
import { LineChart } from '../ui/charts/line-chart.tsx';
import { Sparkline } from '../ui/charts/sparkline.tsx';
import { StackedBars } from '../ui/charts/stacked-bars.tsx';
import { Column, Columns } from '../ui/columns.tsx';
import { DataTable, type DataColumn, type Sort } from '../ui/data-table.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { Way } from '../ui/icons.tsx';
import { Link } from '../ui/link.tsx';
import { PageTitle } from '../ui/page.tsx';
import { Pager } from '../ui/pager.tsx';
import { Panel } from '../ui/panel.tsx';
import { QuietButton } from '../ui/quiet-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Tag } from '../ui/tag.tsx';
import { TileStrip, type TileProps } from '../ui/tile.tsx';
import { absenceNow, absenceThen, schools, weeks } from './data.ts';

type School = (typeof schools)[number];
const bands = [{ from: '2026-10-26', to: '2026-10-26', label: 'Half term' }];

const columns: DataColumn<School>[] = [
  { key: 'name', heading: 'School', sortable: true, cell: (row) => <><Link href={`/schools/${row.id}`}>{row.name}</Link><span className="app-line">{row.phase}</span></> },
  { key: 'roll', heading: 'Roll', numeric: true, sortable: true, cell: (row) => formatNumber(row.roll) },
  { key: 'attendance', heading: 'Attendance', numeric: true, sortable: true, cell: (row) => <strong>{formatPercent(row.attendance)}</strong> },
  { key: 'change', heading: 'On last year', numeric: true, sortable: true, cell: (row) => <><span className={row.change > 0 ? 'app-good' : 'app-over'}><Way way={row.change > 0 ? 'up' : 'down'} /></span> {formatSigned(row.change)}</> },
  { key: 'persistent', heading: 'Persistent', numeric: true, sortable: true, cell: (row) => <strong>{formatPercent(row.persistent)}</strong> },
  { key: 'trend', heading: '11 weeks', offCards: true, cell: (row) => <Sparkline values={row.trend} /> },
  { key: 'tier', heading: 'Tier', cell: (row) => <Tag colour={row.tier === 'Intensive' ? 'red' : row.tier === 'Targeted' ? 'orange' : 'grey'}>{row.tier}</Tag> },
];

export function Area() {
  const [sort, setSort] = useState<Sort[]>([{ key: 'persistent', direction: 'descending' }]);
  const [explains, setExplains] = useState(false);
  const onExplain = () => setExplains(true);
  const tiles: TileProps[] = [
    { label: 'Attendance', value: '93.4%', href: '/area', change: { way: 'up', tone: 'good', text: 'up 0.4 on last year' }, comparators: [{ label: 'Last year', value: '93.0%' }, { label: 'England', value: '93.1%' }], onExplain },
    { label: 'Persistent absence', value: '18.9%', n: '9,132 pupils', href: '/area', change: { way: 'down', tone: 'good', text: 'down 0.7 on last year' }, comparators: [{ label: 'Last year', value: '19.6%' }, { label: 'England', value: '18.8%' }], onExplain },
    { label: 'Severe absence', value: '2.2%', n: '1,063 pupils', href: '/area', change: { way: 'up', tone: 'bad', text: 'up 0.1 on last year' }, comparators: [{ label: 'Last year', value: '2.1%' }, { label: 'With a plan', value: '871 of 1,063' }], onExplain },
    { label: 'Looked-after children', state: 'suppressed', comparators: [{ label: 'England', value: '11.2%' }], onExplain },
    { label: 'Reception, persistent', state: 'too-early', reason: 'Shown from Mon 28 September', onExplain },
  ];
  return (
    <>
      <PageTitle
        title="Area overview" lede="All Wexmoor schools, 3 September to 18 November 2026, compared with the same 100 sessions last year"
        actions={<><Button variant="secondary">Print</Button><Button>Export</Button></>}
      />
      <TileStrip label="Headlines" tiles={tiles} />
      <Columns>
        <Column span={8} fill>
          <Panel title="Absence is below last year in every week so far" aside="Overall absence, % of possible sessions">
            <LineChart weeks={weeks} thisYear={absenceNow} lastYear={absenceThen} bands={bands} sentence="Absence this year is below last year in every week, from 5.0% to 6.5%." caption="Overall absence by week" />
          </Panel>
        </Column>
        <Column span={4} fill>
          <Panel title="Friday afternoon is missed most" aside="Overall absence, %">
            <HeatTable
              caption="Overall absence by day and session" columns={['Morning', 'Afternoon']} note={<>Each figure opens its sessions. <Link href="/area?by=phase">See by phase</Link></>}
              rows={[{ label: 'Monday', values: [7, 7.1] }, { label: 'Tuesday', values: [6.3, 6.4], hrefs: ['/a', '/b'] }, { label: 'Wednesday', values: [6.1, 6.3] }, { label: 'Thursday', values: [6.3, 6.6] }, { label: 'Friday', values: [6.8, 7.4] }]}
            />
          </Panel>
        </Column>
      </Columns>
      <Columns>
        <Column span={8}>
          <Panel title="Half of absence here is unauthorised" aside="% of possible sessions, by week">
            <StackedBars
              weeks={weeks.slice(0, 12).map((week, index) => ({ week, authorised: index === 8 ? null : 4 + index / 8, unauthorised: index === 8 ? null : 3.6 + index / 6 }))}
              bands={bands} reference={{ value: 8.5, label: 'England secondary' }} sentence="Unauthorised absence grew from 3.6% to 5.4%." caption="Absence by week and kind"
            />
          </Panel>
        </Column>
      </Columns>
      <Panel title="Schools: 4 of 114" aside="By persistent absence, highest first" flush>
        <FilterChips chips={[{ key: 'o', label: 'Officer: Priya Nandra', removeHref: '?' }, { key: 'a', label: 'Area: North and Coast', onRemove: () => undefined }]} onAdd={() => undefined} clearHref="?">
          <QuietButton>Columns</QuietButton><QuietButton>Excel</QuietButton>
        </FilterChips>
        <DataTable
          caption="Schools" columns={columns} rows={schools} rowKey={(row) => row.id} groupOf={(row) => (row.tier === 'Universal' ? 'Everyone else: 1' : 'Needs a meeting: 3')} sort={sort}
          onSort={(key, direction, add) => setSort((now) => (add ? [...now.filter((s) => s.key !== key), { key, direction }] : [{ key, direction }]))}
        />
        <Pager page={3} take={25} total={1243} hrefFor={(page, take) => `?page=${page}&take=${take}`} label="Pages of schools" />
      </Panel>
      {explains && (
        <Sheet over="Explain this number" title="Persistent absence at Oakmere Academy: 29.9%" onClose={() => setExplains(false)}>
          <div className="app-stack">
            <p><strong>343 of 1,146 pupils have missed 10% or more of their own possible sessions</strong>, from Thu 3 September to Wed 18 November 2026.</p>
            <Button href="/pupils?persistent=1">See the 343 pupils</Button>
          </div>
        </Sheet>
      )}
    </>
  );
}
