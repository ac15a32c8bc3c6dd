import { formatDay, formatNumber } from '../../../lib/format.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { LastFive } from '../../../ui/register/last-five.tsx';
import { absentOf, attendancePercent, lateOf, percentWords } from '../rules/counts.ts';
import { lastDays } from '../rules/last-days.ts';
import { sessionsHeading } from '../rules/list-title.ts';
import { sessionsOf, type SessionMeasure } from '../rules/measures.ts';
import { yearWords } from '../rules/sentences.ts';
import type { PupilRowFragment } from './pupil-columns.generated.ts';

/** The server's word for a pupil whose record the person no longer reaches. */
const NO_NAME = 'A pupil who has left';

export interface PupilNameProps {
  readonly row: Pick<PupilRowFragment, 'pupilId' | 'name' | 'ncYear' | 'form' | 'leftOn'>;
  readonly school?: string | undefined;
  /** Year and school on the line of the name, where a row has room. */
  readonly beside?: boolean;
}

/** Who: the name as a link, year and form, and the day they left. */
export function PupilName({ row, school, beside = false }: PupilNameProps) {
  const facts = `${[yearWords(row.ncYear), row.form, school].filter(Boolean).join(', ')}${row.leftOn ? ` · left ${formatDay(row.leftOn)}` : ''}`;
  const name = row.name === NO_NAME ? row.name : <Link href={`/pupils/${row.pupilId}`}>{row.name}</Link>;
  return beside ? <p className="app-rows__name"><span>{name}</span> <span className="app-small app-muted">{facts}</span></p> : (
    <>
      {name}
      <span className="app-line">{facts}</span>
    </>
  );
}

/** The last five days with a mark, or words. */
export function LastDays({ marks, today }: { marks: string; today: string }) {
  const days = lastDays(marks, today);
  return days.length === 0 ? <span className="app-muted">No marks in two weeks</span> : <LastFive days={days} />;
}

export interface PupilColumnsOptions {
  /** Where the list spans several schools. */
  readonly withSchool?: boolean;
  /** For those who may open the school. */
  readonly opensSchool?: boolean;
  /** The sessions the list adds up, in a column of their own. */
  readonly measure?: SessionMeasure | null;
  /** Off for lists of another year. */
  readonly withLastDays?: boolean;
}

/** The ordinary columns that show a measure already: they make way for its own. */
const SHOWN_AS: Readonly<Partial<Record<SessionMeasure, string>>> = { AUTHORISED: 'authorised', UNAUTHORISED: 'UNAUTHORISED', LATE: 'LATE' };

/** The columns of a list of pupils: who, how often away, and first the sessions that the list is of. */
export function pupilColumns(today: string, { withSchool = false, opensSchool = false, measure = null, withLastDays = true }: PupilColumnsOptions = {}): DataColumn<PupilRowFragment>[] {
  const ordinary: DataColumn<PupilRowFragment>[] = [
    { key: 'attendance', heading: 'Attendance', numeric: true, cell: (row) => <strong>{percentWords(attendancePercent(row))}</strong> },
    { key: 'ABSENCE', heading: 'Missed', label: 'Missed sessions', numeric: true, sortable: true, cell: (row) => `${formatNumber(absentOf(row))} of ${formatNumber(row.possible)}` },
    { key: 'authorised', heading: 'Authorised', numeric: true, cell: (row) => formatNumber(row.authorised) },
    { key: 'UNAUTHORISED', heading: 'Unauthorised', numeric: true, sortable: true, cell: (row) => formatNumber(row.unauthorised) },
    { key: 'LATE', heading: 'Late', numeric: true, sortable: true, cell: (row) => formatNumber(lateOf(row)) },
  ];
  return [
    { key: 'NAME', heading: 'Pupil', sortable: true, cell: (row) => <PupilName row={row} /> },
    ...(withSchool ? [{ key: 'school', heading: 'School', cell: (row: PupilRowFragment) => (opensSchool ? <Link href={`/schools/${row.schoolId}`}>{row.schoolName}</Link> : row.schoolName) }] : []),
    ...(measure ? [{ key: 'SESSIONS', heading: sessionsHeading(measure), numeric: true, sortable: true, cell: (row: PupilRowFragment) => <strong>{formatNumber(sessionsOf(measure, row))}</strong> }] : []),
    ...ordinary.filter(({ key }) => measure === null || key !== SHOWN_AS[measure]),
    ...(withLastDays ? [{ key: 'last', heading: 'Last 5 days', offCards: true, cell: (row: PupilRowFragment) => <LastDays marks={row.lastMarks} today={today} /> }] : []),
  ];
}
