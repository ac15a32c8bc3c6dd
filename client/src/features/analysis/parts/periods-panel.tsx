import { ratePercent } from '@attendance/shared/attendance';
import { useSearchParams } from 'react-router';
import { useQuery } from '../../../graphql/hooks.ts';
import { formatDate } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { pointsWords } from '../rules/compare.ts';
import { HIDDEN_WHY } from '../rules/counts.ts';
import type { ListedMeasure, RowsOf } from '../rules/measures.ts';
import { attendanceApart, ofSessionsWords, periodName, periodsFinding, weeksAsked, weeksWords, type PeriodsProps } from '../rules/periods.ts';
import { roundedWords, weekOfLastYear } from '../rules/weeks.ts';
import { FigureRate } from './figure-count.tsx';
import { Filters } from './filters.tsx';
import { PeriodsDocument, type PeriodFragment } from './periods-panel.generated.ts';

const OVER = 'Week, term and year';

/** The latest week, the last school weeks, half term, term and year, and any weeks one chooses, each beside last year. */
export function PeriodsShown({ rows, within }: PeriodsProps) {
  const { phase = null, schoolId = null } = within;
  const [search] = useSearchParams();
  const { data, error } = useQuery(PeriodsDocument, { variables: { phase, schoolId, ...weeksAsked(search) } });
  if (error) return <Panel id="periods" title={OVER}><p role="alert">{error.message}</p></Panel>;
  if (data === undefined) return <Panel id="periods" title={OVER}><LoadingState lines={6} /></Panel>;
  const { periods, weeks } = data.periodFigures;
  const isHidden = periods.some(({ figures, lastYear }) => [figures, lastYear].some((counts) => [counts.attended, counts.absent, counts.unauthorised, counts.late].some((count) => count === null)));
  const items = weeks.map((monday) => ({ text: formatDate(monday), value: monday }));
  const chosen = periods.find(({ kind }) => kind === 'CHOSEN');
  return (
    <Panel id="periods" title={periodsFinding(periods[0])} aside={OVER} flush foot={<p>Whole weeks, by their Mondays; last year is the same school weeks, 52 weeks before. A school week of an area is one in which most of its schools were open. Who is persistently or severely absent is a question of the year so far.{isHidden && ` ${HIDDEN_WHY}`} {roundedWords(rows)}</p>}>
      <DataTable caption="Sessions by week, term and year, beside last year" columns={columnsOf(rows)} rows={periods} rowKey={({ kind }) => kind} tight />
      <Filters search={search} chips={[]} kept={[...new Set(search.keys())].filter((key) => !['from', 'to', 'explain'].includes(key))} label="Choose any weeks of this year" clearHref="?">
        <Select id="from" name="from" label="First week" items={items} defaultValue={chosen?.from ?? weeks[0] ?? ''} />
        <Select id="to" name="to" label="Last week" items={items} defaultValue={chosen?.to ?? weeks.at(-1) ?? ''} />
      </Filters>
    </Panel>
  );
}

function columnsOf(rows: RowsOf): DataColumn<PeriodFragment>[] {
  const of = (words: string, { kind }: PeriodFragment): string => `${words}, ${periodName(kind).toLowerCase()}`;
  const measure = (key: string, heading: string, list: ListedMeasure, words: string, count: (counts: PeriodFragment['figures']) => number | null, strong = false): DataColumn<PeriodFragment> => ({
    key, heading, numeric: true, cell: (row) => <FigureRate strong={strong} count={count(row.figures)} whole={row.figures.possible} to={rows(list, { from: row.from, to: row.to })} of={of(words, row)} />,
  });
  return [
    { key: 'period', heading: 'Weeks', cell: (row) => <>{periodName(row.kind)}<span className="app-line">{weeksWords(row)}, {ofSessionsWords(row.figures)}</span></> },
    measure('attended', 'Attended', 'ATTENDED', 'sessions attended', ({ attended }) => attended, true),
    measure('absent', 'Missed', 'ABSENT', 'sessions missed', ({ absent }) => absent),
    measure('unauthorised', 'Unauthorised', 'UNAUTHORISED', 'unauthorised sessions', ({ unauthorised }) => unauthorised),
    measure('late', 'Late', 'LATE', 'late sessions', ({ late }) => late),
    { key: 'lastYear', heading: 'Last year', under: 'attended', label: 'Attended in the same weeks of last year', numeric: true, cell: (row) => <LastYear row={row} rows={rows} of={of('sessions attended in the same weeks of last year', row)} /> },
  ];
}

function LastYear({ row, rows, of }: { row: PeriodFragment; rows: RowsOf; of: string }) {
  const { figures, lastYear } = row;
  if (lastYear.possible === 0) return <span className="app-muted">None</span>;
  const points = attendanceApart(figures, lastYear);
  return (
    <>
      <FigureRate count={lastYear.attended} whole={lastYear.possible} percent={lastYear.attended === null ? null : ratePercent(lastYear.attended, lastYear.possible)} to={rows('ATTENDED', { from: weekOfLastYear(row.from), to: weekOfLastYear(row.to) })} of={of} />
      {points !== null && <span className="app-line">here {pointsWords(points)}</span>}
    </>
  );
}
