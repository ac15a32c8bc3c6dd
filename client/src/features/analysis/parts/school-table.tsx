import { weekStartOf } from '@attendance/shared/kernel';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatDay, formatPercent, formatSigned } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Sparkline } from '../../../ui/charts/sparkline.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Way } from '../../../ui/icons.tsx';
import { Link } from '../../../ui/link.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { attendancePercent, hidesAny, HIDDEN_WHY, lateOf } from '../rules/counts.ts';
import { pageHref, sortHref, sortOf, type ListParams } from '../rules/list-params.ts';
import { rowsWithin, type ListedMeasure } from '../rules/measures.ts';
import { phaseLabel } from '../rules/phases.ts';
import { sortedBy, type SchoolSortName } from '../rules/sentences.ts';
import { changeOnLastYear } from '../rules/tiles.ts';
import { attendanceOf, pointsOnEngland } from '../rules/tiles-england.ts';
import { weekOfLastYear } from '../rules/weeks.ts';
import { FigureCount, FigureRate } from './figure-count.tsx';
import type { SchoolRowFragment } from './school-table.generated.ts';
import { whenShown } from './too-early.tsx';

export interface SchoolTableProps {
  readonly rows: readonly SchoolRowFragment[];
  readonly total: number;
  readonly search: URLSearchParams;
  readonly list: ListParams<SchoolSortName>;
  /** Whether the year is old enough to speak of persistent and severe absence. */
  readonly persistentShown: boolean;
  /** Whether counts lead to named pupils. */
  readonly named: boolean;
  /** Whether each school's figures lead to their explanation. */
  readonly explains?: boolean;
}

/** Every school with its figures, sorted by the server. */
export function SchoolTable({ rows, total, search, list, persistentShown, named, explains = false }: SchoolTableProps) {
  const hidden = rows.some(({ figures }) => hidesAny(figures));
  return (
    <>
      <DataTable
        caption={`Schools ${sortedBy(list.sort, list.direction === 'DESC')}`} columns={whenShown(columnsOf(named, explains), persistentShown)} rows={rows} rowKey={(row) => row.schoolId}
        sort={sortOf(list)} sortHref={sortHref(search)} empty={<NoSchool search={search} />}
      />
      {total > 0 && (
        <Pager page={list.page} take={list.take} total={total} hrefFor={pageHref(search)} label="Pages of schools">
          {hidden && <span>{HIDDEN_WHY}</span>}
        </Pager>
      )}
    </>
  );
}

function NoSchool({ search }: { search: URLSearchParams }) {
  if (search.get('silent') === 'yes') return <p>No school is silent: every school’s marks reach its last school day. <Link href={searchWith(search, { silent: null })}>Show all schools</Link></p>;
  return <p>No school matches these filters. <Link href="?">Show all schools</Link></p>;
}

function columnsOf(named: boolean, explains: boolean): DataColumn<SchoolRowFragment>[] {
  const opens = (row: SchoolRowFragment, measure: ListedMeasure, what: string) => ({ to: rowsWithin(named, { schoolId: row.schoolId })(measure), of: `${what} at ${row.name}` });
  return [
    { key: 'NAME', heading: 'School', sortable: true, cell: (row) => <SchoolName row={row} explains={explains} /> },
    { key: 'ROLL', heading: 'Pupils', numeric: true, sortable: true, cell: (row) => <FigureCount count={row.figures.enrolments} {...opens(row, 'COUNTED', 'pupils')} /> },
    { key: 'ATTENDANCE', heading: 'Attendance', numeric: true, sortable: true, cell: (row) => <FigureRate strong count={row.figures.attended} whole={row.figures.possible} percent={attendancePercent(row.figures)} {...opens(row, 'ATTENDED', 'sessions attended')} /> },
    { key: 'england', heading: 'Phase, England', label: 'England, same phase', numeric: true, cell: (row) => <OnEngland row={row} /> },
    { key: 'CHANGE', heading: 'On last year', numeric: true, sortable: true, cell: (row) => <Change row={row} named={named} /> },
    { key: 'UNAUTHORISED', heading: 'Unauth.', label: 'Unauthorised', numeric: true, sortable: true, cell: (row) => <FigureRate count={row.figures.unauthorised} whole={row.figures.possible} {...opens(row, 'UNAUTHORISED', 'unauthorised sessions')} /> },
    { key: 'PERSISTENT', heading: 'Persistent', numeric: true, sortable: true, cell: (row) => <FigureRate withCount count={row.figures.persistent} whole={row.figures.enrolments} {...opens(row, 'PERSISTENT', 'persistently absent')} /> },
    { key: 'SEVERE', heading: 'Severe', numeric: true, sortable: true, cell: (row) => <FigureCount count={row.figures.severe} {...opens(row, 'SEVERE', 'severely absent')} /> },
    { key: 'LATE', heading: 'Late', numeric: true, sortable: true, cell: (row) => <FigureRate count={lateOf(row.figures)} whole={row.figures.possible} {...opens(row, 'LATE', 'late sessions')} /> },
    { key: 'MISSING', heading: 'No mark', label: 'Sessions without a mark', numeric: true, sortable: true, cell: (row) => <FigureCount count={row.figures.missing} {...opens(row, 'MISSING', 'sessions without a mark')} /> },
    { key: 'trend', heading: '12 weeks', offCards: true, cell: (row) => <Sparkline values={row.trend} /> },
  ];
}

function SchoolName({ row, explains }: { row: SchoolRowFragment; explains: boolean }) {
  return (
    <>
      <Link href={`/schools/${row.schoolId}`}>{row.name}</Link>
      <span className="app-line">{phaseLabel(row.phase)}{explains && <span className="app-no-print"> · <Link href={`/schools/${row.schoolId}?explain=PERSISTENT`}>Explain<span className="govuk-visually-hidden"> the figures of {row.name}</span></Link></span>}</span>
      {row.silent && <strong className="app-line app-line--strong">{row.marksTo ? `Silent since ${formatDay(row.marksTo)}` : 'Never sent marks'}</strong>}
    </>
  );
}

/** Points above or below England's schools of the same phase, and what those attend. */
function OnEngland({ row }: { row: SchoolRowFragment }) {
  const absence = row.england?.rates.absence ?? null;
  const points = pointsOnEngland(row.figures, absence);
  const attendance = attendanceOf({ absence });
  if (points === null || attendance === null) return <span className="app-muted">No figure</span>;
  return <>{formatSigned(points)} <span className="app-muted">on {formatPercent(attendance)}</span></>;
}

/** The difference in points. This year's sessions stand beside it; it opens what it is measured from, last year's to the same school week. */
function Change({ row, named }: { row: SchoolRowFragment; named: boolean }) {
  const { lastYearAttended: attended, lastYearPossible: possible, marksTo } = row;
  const now = attendancePercent(row.figures);
  const then = attended === null || possible === null ? null : attendancePercent({ possible, authorised: possible - attended, unauthorised: 0 });
  const change = changeOnLastYear(now, then, 'up');
  if (change === null || now === null || then === null || marksTo === null) return <span className="app-muted">No last year</span>;
  return (
    <>
      <span className={change.tone === 'good' ? 'app-good' : change.tone === 'bad' ? 'app-over' : 'app-muted'}><Way way={change.way} /></span>{' '}
      <Figure
        value={formatSigned(Math.round((now - then) * 10) / 10)} of={`points on last year at ${row.name}: last year’s sessions`}
        to={rowsWithin(named, { schoolId: row.schoolId, to: weekOfLastYear(weekStartOf(marksTo)) })('ATTENDED')}
      />
    </>
  );
}
