import type { ReactNode } from 'react';
import { ratePercent } from '@attendance/shared/attendance';
import { formatNumber } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { HIDDEN, HIDDEN_WHY, percentWords } from '../rules/counts.ts';
import { pupilsHref } from '../rules/measures.ts';
import { yearWords } from '../rules/sentences.ts';
import type { BarrierEffectFragment as Row } from './barriers.generated.ts';

type Side = 'before' | 'since';

const countsOf = (row: Row, side: Side) => (side === 'before' ? { possible: row.beforePossible, absent: row.beforeAbsent, from: row.beforeFrom, to: row.beforeTo } : { possible: row.sincePossible, absent: row.sinceAbsent, from: row.sinceFrom, to: row.sinceTo });

/** Where the rows of one figure are: of a school the pupils who missed any of those sessions, of a pupil the register. */
function rowsOf(row: Row, side: Side, named: boolean): string | undefined {
  const { from, to } = countsOf(row, side);
  if (row.pupilId !== null) return `/pupils/${row.pupilId}`;
  return named && from !== null && to !== null ? pupilsHref('ABSENT', { schoolId: row.schoolId, from, to }) : undefined;
}

function Sessions({ row, side, named }: { row: Row; side: Side; named: boolean }) {
  const { possible, absent } = countsOf(row, side);
  if (possible === 0) return <>No marks within your reach</>;
  if (absent === null) return <>{HIDDEN}</>;
  return (
    <>
      <strong>{percentWords(ratePercent(possible - absent, possible))}</strong>
      <span className="app-line">missed <Figure value={formatNumber(absent)} to={absent === 0 ? undefined : rowsOf(row, side, named)} of={`sessions missed ${side === 'before' ? 'in the weeks before' : 'since'}: ${row.name}`} /> of {formatNumber(possible)}</span>
    </>
  );
}

export interface EffectTableProps {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly named: boolean;
  readonly opensSchool: boolean;
  readonly unlink?: (row: Row) => ReactNode;
  readonly empty: ReactNode;
}

/** Attendance of what a barrier names, in the weeks before it began and since, one row each. */
export function EffectTable({ caption, rows, named, opensSchool, unlink, empty }: EffectTableProps) {
  const columns: DataColumn<Row>[] = [
    {
      key: 'name', heading: rows[0]?.pupilId ? 'Pupil' : 'School',
      cell: (row) => (
        <>
          {row.pupilId !== null ? <Link href={`/pupils/${row.pupilId}`}>{row.name}</Link> : opensSchool ? <Link href={`/schools/${row.schoolId}`}>{row.name}</Link> : row.name}
          {row.detail !== null && <span className="app-line">{detailWords(row.detail)}</span>}
        </>
      ),
    },
    { key: 'before', heading: 'Before', label: 'Attendance before', numeric: true, cell: (row) => <Sessions row={row} side="before" named={named} /> },
    { key: 'since', heading: 'Since', label: 'Attendance since', numeric: true, cell: (row) => <Sessions row={row} side="since" named={named} /> },
    ...(unlink ? [{ key: 'unlink', heading: 'Link', label: 'Link', cell: unlink }] : []),
  ];
  const isHidden = rows.some(({ beforeAbsent, sinceAbsent }) => beforeAbsent === null || sinceAbsent === null);
  return (
    <>
      <DataTable caption={caption} rows={rows} rowKey={(row) => String(row.schoolId ?? row.pupilId)} columns={columns} empty={empty} tight />
      {isHidden && <p className="app-panel__body app-small">{HIDDEN_WHY}</p>}
    </>
  );
}

/** "7 Fellgate Primary" as "Year 7, Fellgate Primary". */
function detailWords(detail: string): string {
  const [year = '', ...school] = detail.split(' ');
  return `${yearWords(year)}, ${school.join(' ')}`;
}

/** "93.1% before, 91.0% since", over all rows together: sessions added up first, the rate last. Nothing where any of them is hidden. */
export function effectWords(rows: readonly Row[]): string | null {
  if (rows.some(({ beforeAbsent, sinceAbsent }) => beforeAbsent === null || sinceAbsent === null)) return null;
  const sum = (side: Side) => rows.map((row) => countsOf(row, side)).reduce((all, { possible, absent }) => ({ possible: all.possible + possible, absent: all.absent + (absent ?? 0) }), { possible: 0, absent: 0 });
  const [before, since] = [sum('before'), sum('since')];
  if (before.possible === 0 && since.possible === 0) return null;
  const say = ({ possible, absent }: { possible: number; absent: number }): string => (possible === 0 ? 'no marks' : percentWords(ratePercent(possible - absent, possible)));
  return `attendance ${say(before)} before, ${say(since)} since`;
}
