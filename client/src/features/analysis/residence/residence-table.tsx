import type { ReactNode } from 'react';
import { isByResidence, isBySchool, RESIDENCE_TOTALS, type CohortAxis } from '@attendance/shared/attendance';
import { formatNumber, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { FigureCount, FigureRate } from '../parts/figure-count.tsx';
import { missedOf, type GroupFigures } from '../rules/cohorts.ts';
import type { Kept, ListedMeasure, RowsOf } from '../rules/measures.ts';
import type { ResidencePartsFragment } from './residence.generated.ts';

/** One total or part: who is in it, and what its rows have in common. */
export interface ResidenceRow { readonly key: string; readonly label: string; readonly who: ReactNode; readonly figures: GroupFigures; readonly kept: Kept }

const alike = (axis: CohortAxis, value: string): Kept => ({ axis, value });

/** The two totals; where schools elsewhere send registers, also everything held, which is more than either. */
export function totalRows({ bySchool, byResidence, held }: ResidencePartsFragment): ResidenceRow[] {
  return [
    { key: 'school', ...RESIDENCE_TOTALS.SCHOOL, figures: bySchool, kept: alike('ATTENDS', 'HERE') },
    { key: 'residence', ...RESIDENCE_TOTALS.RESIDENCE, figures: byResidence, kept: alike('HOME', 'HERE') },
    ...(held.possible === bySchool.possible && held.enrolments === bySchool.enrolments ? [] : [{ key: 'held', label: 'Every register held', who: 'Schools here and elsewhere, each mark once: what the other figures of the area add up', figures: held, kept: {} }]),
  ];
}

/** The parts both are made of, each told which total it is in. */
export function partRows(parts: NonNullable<ResidencePartsFragment['parts']>): ResidenceRow[] {
  return [...parts].sort((one, other) => (other.figures.enrolments ?? 0) - (one.figures.enrolments ?? 0)).map((part) => ({
    key: `${part.home} ${part.attends}`, label: part.label, figures: part.figures, kept: { ...alike('HOME', part.home), across: 'ATTENDS', acrossValue: part.attends },
    who: isBySchool(part) && isByResidence(part) ? 'In both totals' : isBySchool(part) ? 'By school only' : isByResidence(part) ? 'By residence only' : 'In neither total',
  }));
}

/** "23,412 pupils by school, 23,010 by residence": never added together. */
export function residenceFinding({ bySchool, byResidence }: ResidencePartsFragment): string {
  const first = bySchool.enrolments === null ? 'A hidden number of pupils' : plural(bySchool.enrolments, 'pupil');
  const second = byResidence.enrolments === null ? 'a hidden number' : formatNumber(byResidence.enrolments);
  return `${first} by school, ${second} by residence: two totals, never added together`;
}

export function ResidenceTable({ caption, heading, rows, opens, persistentShown }: { caption: string; heading: string; rows: readonly ResidenceRow[]; opens: RowsOf; persistentShown: boolean }) {
  return <DataTable caption={caption} captionIsHidden columns={columnsOf(heading, opens, persistentShown)} rows={rows} rowKey={({ key }) => key} tight empty={<p>Figures appear with the first marks.</p>} />;
}

function columnsOf(heading: string, rowsOf: RowsOf, persistentShown: boolean): DataColumn<ResidenceRow>[] {
  const opens = ({ label, kept }: ResidenceRow, measure: ListedMeasure, what: string) => ({ to: rowsOf(measure, kept), of: `${what}, ${label}` });
  const rate = (count: number | null, whole: number | null) => ({ count: whole === null ? null : count, whole: whole ?? 0 });
  return [
    { key: 'total', heading, cell: ({ label, who }) => <><strong>{label}</strong><span className="app-line">{who}</span></> },
    { key: 'pupils', heading: 'Pupils', numeric: true, cell: (row) => <FigureCount count={row.figures.enrolments} {...opens(row, 'COUNTED', 'pupils')} /> },
    { key: 'missed', heading: 'Missed', label: 'Sessions missed, year to date', numeric: true, cell: (row) => <FigureRate strong {...rate(missedOf(row.figures), row.figures.possible)} {...opens(row, 'ABSENT', 'sessions missed')} /> },
    { key: 'unauthorised', heading: 'Unauthorised', numeric: true, cell: (row) => <FigureRate {...rate(row.figures.unauthorised, row.figures.possible)} {...opens(row, 'UNAUTHORISED', 'unauthorised sessions')} /> },
    ...(persistentShown ? [
      { key: 'persistent', heading: 'Persistent', numeric: true, cell: (row: ResidenceRow) => <FigureRate withCount {...rate(row.figures.persistent, row.figures.enrolments)} {...opens(row, 'PERSISTENT', 'persistently absent')} /> },
      { key: 'severe', heading: 'Severe', numeric: true, cell: (row: ResidenceRow) => <FigureCount count={row.figures.severe} {...opens(row, 'SEVERE', 'severely absent')} /> },
    ] : []),
  ];
}
