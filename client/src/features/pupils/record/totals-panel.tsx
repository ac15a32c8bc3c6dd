import { countOf, daysOfSessions, NATIONAL_CODES } from '@attendance/shared/attendance';
import { useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatNumber } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { MarkCell } from '../../../ui/register/mark-cell.tsx';
import { WITHOUT_RANGE } from './range.ts';
import { marksOf, type Session } from './sessions.ts';
import { LISTED_MARKS } from './show.ts';

type Row = { code: string; mark: string; words: string; sessions: number };

/** How often each code was given this year, in the order registers list them. */
export function TotalsPanel({ sessions }: { sessions: readonly Session[] }) {
  const [search] = useSearchParams();
  const marks = marksOf(sessions);
  const rows = NATIONAL_CODES.map(({ code, mark, label }): Row => ({ code, mark, words: label, sessions: countOf(marks, mark) })).filter((row) => row.sessions > 0);
  const columns: DataColumn<Row>[] = [
    { key: 'code', heading: 'Code', cell: (row) => <><MarkCell mark={row.mark} decorative /> {row.words}{/^[A-Z]/.test(row.code) && <span className="app-muted"> ({row.code})</span>}</> },
    { key: 'sessions', heading: 'Sessions', numeric: true, cell: (row) => (LISTED_MARKS.includes(row.mark) && row.mark !== '-'
      ? <Link href={searchWith(search, { view: 'list', show: row.code, ...WITHOUT_RANGE })}>{formatNumber(row.sessions)}<span className="govuk-visually-hidden"> sessions marked {row.code}: show them</span></Link> : formatNumber(row.sessions)) },
    { key: 'days', heading: 'Days', numeric: true, cell: (row) => formatNumber(daysOfSessions(row.sessions), 1) },
  ];
  return (
    <Panel title="Each code this year" flush>
      <DataTable caption="Sessions and days by code, this school year" columns={columns} rows={rows} rowKey={(row) => row.code} cards={false} tight empty="No marks this school year." />
    </Panel>
  );
}
