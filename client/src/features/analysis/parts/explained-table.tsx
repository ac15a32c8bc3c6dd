import { ratePercent } from '@attendance/shared/attendance';
import { formatNumber } from '../../../lib/format.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { percentWords } from '../rules/counts.ts';
import { besideOurs, type GroupKey } from '../rules/explain-groups.ts';
import { PupilName } from './pupil-columns.tsx';
import type { ExplainedRowFragment } from './explained-table.generated.ts';

const missed = (absent: number, possible: number): string => (possible === 0 ? 'No session' : `${formatNumber(absent)} of ${formatNumber(possible)} (${percentWords(ratePercent(absent, possible))})`);

/** The columns of the enrolments of one line of an explanation. `withSessions` where the line is of sessions. */
export function explainedColumns({ definition }: GroupKey, { withSessions, withSchool, opensSchool }: { readonly withSessions: boolean; readonly withSchool: boolean; readonly opensSchool: boolean }): DataColumn<ExplainedRowFragment>[] {
  const comparesWith = besideOurs(definition)?.name ?? null;
  return [
    { key: 'name', heading: 'Pupil', cell: (row) => <PupilName row={row} /> },
    ...(withSchool ? [{ key: 'school', heading: 'School', cell: (row: ExplainedRowFragment) => (opensSchool ? <Link href={`/schools/${row.schoolId}`}>{row.schoolName}</Link> : row.schoolName) }] : []),
    ...(withSessions ? [{ key: 'sessions', heading: 'Sessions of this kind', numeric: true, cell: (row: ExplainedRowFragment) => <strong>{formatNumber(row.sessions ?? 0)}</strong> }] : []),
    { key: 'ours', heading: 'Missed, our count', numeric: true, cell: (row) => missed(row.absent, row.possible) },
    ...(comparesWith === null ? [] : [{ key: 'theirs', heading: `Missed, ${comparesWith}`, numeric: true, cell: (row: ExplainedRowFragment) => (row.theirPossible === 0 ? 'Not counted' : missed(row.theirAbsent, row.theirPossible)) }]),
  ];
}
