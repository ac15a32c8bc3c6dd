import { coverageShare } from '@attendance/shared/meetings';
import { formatDate } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { phaseLabel } from '../../analysis/index.ts';
import type { CoverageFieldsFragment, PlannerPageQuery } from '../pages/planner-page.generated.ts';

type Planner = PlannerPageQuery['meetingPlanner'];
type Counted = Exclude<keyof CoverageFieldsFragment, '__typename' | 'schools'>;
interface Row { readonly phase: string | null; readonly totals: CoverageFieldsFragment }

const PARTS: readonly (readonly [key: Counted, words: string, standing: string])[] = [
  ['covered', 'Covered', 'COVERED'], ['inHand', 'In hand', 'IN_HAND'], ['declined', 'Declined', 'DECLINED'], ['outstanding', 'No offer yet', 'OUTSTANDING'],
];
const FIGURES = [...PARTS, ['offered', 'Offered', 'OFFERED'], ['overdue', 'Overdue', 'OVERDUE'], ['leftOut', 'Not counted', 'LEFT_OUT']] as const;

/** How many schools are covered, as a strip with its table: every figure opens its schools. */
export function CoveragePanel({ planner, hrefFor }: { planner: Planner; hrefFor: (standing: string, phase: string | null) => string }) {
  const { totals, phases, overdueFrom } = planner;
  const rows: Row[] = [{ phase: null, totals }, ...phases];
  const ofRow = ({ phase }: Row): string => (phase === null ? 'all schools' : phaseLabel(phase));
  const columns: DataColumn<Row>[] = [
    { key: 'phase', heading: 'Schools', cell: (row) => ofRow(row).replace(/^a/, 'A') },
    { key: 'schools', heading: 'Counted', numeric: true, cell: (row) => <Figure value={row.totals.schools} to={row.totals.schools === 0 ? undefined : hrefFor('COUNTED', row.phase)} of={`counted: ${ofRow(row)}`} /> },
    ...FIGURES.map(([key, words, standing]): DataColumn<Row> => ({
      key, heading: words, numeric: true,
      cell: (row) => <Figure value={key === 'covered' ? coverageShare(row.totals.covered, row.totals.schools) : row.totals[key]} to={row.totals[key] === 0 ? undefined : hrefFor(standing, row.phase)} of={`${words.toLowerCase()}: ${ofRow(row)}`} />,
    })),
  ];
  return (
    <Panel
      title={`${coverageShare(totals.covered, totals.schools)} of schools are covered`} aside={`Overdue from ${formatDate(overdueFrom)}`} flush
      foot="A school is covered once a meeting that names it was held and its own section of the record is complete. Check-ins do not count. Covered, in hand, declined and no offer yet add up to the schools counted."
    >
      <div className="app-coverage" aria-hidden="true">
        {PARTS.filter(([key]) => totals[key] > 0).map(([key, words]) => <span key={key} className={`app-coverage__part app-coverage__part--${key}`} style={{ flexGrow: totals[key] }}>{totals[key]} {words.toLowerCase()}</span>)}
      </div>
      <DataTable caption="Schools of the term by phase and where they stand" captionIsHidden rows={rows} rowKey={({ phase }) => phase ?? 'ALL'} columns={columns} tight />
    </Panel>
  );
}
