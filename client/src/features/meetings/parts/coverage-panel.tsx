import { coverageShare } from '@attendance/shared/meetings';
import { formatDate } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { CoverageFieldsFragment, PlannerPageQuery } from '../pages/planner-page.generated.ts';
import { COVERAGE_BY, groupWords, type CoverageBy } from './planner-words.ts';

type Planner = PlannerPageQuery['meetingPlanner'];
type Counted = Exclude<keyof CoverageFieldsFragment, '__typename' | 'schools'>;
interface Row { readonly key: string | null; readonly totals: CoverageFieldsFragment }
type HrefFor = (changes: Readonly<Record<string, string | null>>) => string;

const PARTS: readonly (readonly [key: Counted, words: string, standing: string, meaning: string])[] = [
  ['covered', 'Covered', 'COVERED', 'held, and its own section complete'], ['inHand', 'In hand', 'IN_HAND', 'offered or booked'], ['declined', 'Declined', 'DECLINED', 'so many offers refused'], ['outstanding', 'No offer', 'OUTSTANDING', 'nobody has asked yet'],
];
const FIGURES = [...PARTS, ['offered', 'Offered', 'OFFERED'], ['overdue', 'Overdue', 'OVERDUE'], ['lessThanTermly', 'Less than termly', 'LESS_THAN_TERMLY'], ['leftOut', 'Not counted', 'LEFT_OUT']] as const;

/** How many schools are covered, as a strip with its legend, and beside it what else the term owes. Every figure opens its schools. */
export function CoveragePanel({ planner: { totals, overdueFrom, work }, hrefFor }: { planner: Planner; hrefFor: HrefFor }) {
  const WORK = [
    ['Severely absent pupils with a plan', work.severeWithPlan, work.severe, 'WITHOUT_PLAN'], ['Actions done on time', work.actionsOnTime, work.actionsDue, 'ACTIONS_LATE'], ['Records issued in time', work.recordsOnTime, work.recordsDue, 'RECORD_LATE'],
    ['Intensive schools met this half term, or planned', work.checkInsMade, work.checkIns, 'NOT_CHECKED_IN'],
    ...(work.withoutFeed === 0 ? [] : [['Summaries of schools that send no registers', work.summariesEntered, work.withoutFeed, 'SUMMARY_MISSING'] as const]),
  ] as const;
  return (
    <Panel lead title={<>{totals.covered} of {totals.schools} schools covered <span className="app-muted app-small">{coverageShare(totals.covered, totals.schools).replace(/^.*\((.*)\)$/, '$1')}</span></>} aside={`Overdue from ${formatDate(overdueFrom)}`}>
      <div className="app-coverage-row">
        <div>
          <div className="app-coverage" aria-hidden="true">
            {PARTS.filter(([key]) => totals[key] > 0).map(([key, words]) => <span key={key} className={`app-coverage__part app-coverage__part--${key}`} ref={(part) => { part?.style.setProperty('flex-grow', String(totals[key])); }}>{totals[key]}<span> {words.toLowerCase()}</span></span>)}
          </div>
          <ul className="app-legend app-coverage__legend">
            {PARTS.map(([key, words, standing, meaning]) => (
              <li key={key}><span className={`app-coverage__swatch app-coverage__part--${key}`} aria-hidden="true" /><Figure value={totals[key]} to={totals[key] === 0 ? undefined : hrefFor({ standing })} of={`schools: ${words.toLowerCase()}`} /> {words}: {meaning}</li>
            ))}
            {totals.overdue > 0 && <li><Figure value={totals.overdue} to={hrefFor({ standing: 'OVERDUE' })} of="schools overdue" /> overdue</li>}
            {totals.lessThanTermly > 0 && <li><Figure value={totals.lessThanTermly} to={hrefFor({ standing: 'LESS_THAN_TERMLY' })} of="schools met less than once a term" /> less than termly</li>}
            {totals.leftOut > 0 && <li><Figure value={totals.leftOut} to={hrefFor({ standing: 'LEFT_OUT' })} of="schools not counted" /> left out of the count</li>}
          </ul>
        </div>
        <ul className="app-rows app-coverage__work">
          {WORK.map(([words, part, whole, standing]) => (
            <li key={standing}><span className="app-rows__main">{words}</span><strong><Figure value={whole === 0 ? (standing === 'NOT_CHECKED_IN' ? 'None' : 'None yet') : `${part} of ${whole}`} to={part === whole ? undefined : hrefFor({ standing })} of={`${words.toLowerCase()}: the schools of those that are not`} /></strong></li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

/** Coverage by phase, kind of school, tier or officer: numerator and denominator, each opening its rows. */
export function CoverageTable({ planner: { totals, groups, officers }, by, hrefFor }: { planner: Planner; by: CoverageBy; hrefFor: HrefFor }) {
  const [narrows, title] = COVERAGE_BY[by];
  const rows: Row[] = [{ key: null, totals }, ...groups];
  const ofRow = ({ key }: Row): string => (key === null ? 'All shown here' : groupWords(by, key, officers));
  const to = (row: Row, standing: string): string => hrefFor({ standing, ...(row.key === null ? {} : { [narrows]: row.key === '' ? '0' : row.key }) });
  const columns: DataColumn<Row>[] = [
    { key: 'group', heading: title, cell: ofRow },
    { key: 'schools', heading: 'Counted', numeric: true, cell: (row) => <Figure value={row.totals.schools} to={row.totals.schools === 0 ? undefined : to(row, 'COUNTED')} of={`counted: ${ofRow(row)}`} /> },
    ...FIGURES.map(([key, words, standing]): DataColumn<Row> => ({
      key, heading: words, numeric: true,
      cell: (row) => <Figure value={key === 'covered' ? coverageShare(row.totals.covered, row.totals.schools) : row.totals[key]} to={row.totals[key] === 0 ? undefined : to(row, standing)} of={`${words.toLowerCase()}: ${ofRow(row)}`} />,
    })),
  ];
  return (
    <Panel
      id="by" title={`Coverage by ${title.toLowerCase()}`} flush
      aside={<span className="app-no-print">{(Object.keys(COVERAGE_BY) as CoverageBy[]).map((each, index) => <span key={each}>{index > 0 && ' · '}{each === by ? <strong aria-current="true">{COVERAGE_BY[each][1]}</strong> : <Link href={hrefFor({ by: each })} preventScrollReset>{COVERAGE_BY[each][1]}</Link>}</span>)}</span>}
      foot="A school is covered once a meeting that names it was held and its own section of the record is complete. Check-ins do not count. Covered, in hand, declined and no offer add up to the schools counted. A school with two officers counts for both."
    >
      <DataTable caption={`Schools of the term by ${title.toLowerCase()} and where they stand`} captionIsHidden rows={rows} rowKey={({ key }) => key ?? 'ALL'} columns={columns} tight />
    </Panel>
  );
}
