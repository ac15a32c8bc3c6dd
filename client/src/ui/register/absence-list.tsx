import type { ReactNode } from 'react';
import { DataTable, type DataColumn } from '../data-table.tsx';
import { MarkCell } from './mark-cell.tsx';
import { absencesOf, sessionName, wordsOf, type Absence, type RegisterWeek } from './marks.ts';
import type { IsoDate } from '../../lib/format.ts';

export type AbsenceListProps = {
  weeks: readonly RegisterWeek[];
  caption: string;
  /** Sessions that were simply attended as well. */
  every?: boolean;
  /** What a session counts towards, and until when. */
  describe?: (weekStart: IsoDate, slot: number) => ReactNode;
  /** What a changed mark was, and when it changed. */
  history?: (weekStart: IsoDate, slot: number) => ReactNode;
};

/** The same year as a plain table of absences, lateness and missing marks. */
export function AbsenceList({ weeks, caption, every = false, describe, history }: AbsenceListProps) {
  const columns: DataColumn<Absence>[] = [
    { key: 'session', heading: 'Session', cell: (row) => sessionName(row.weekStart, row.slot) },
    { key: 'mark', heading: 'Mark', cell: (row) => <><MarkCell mark={row.mark} changed={row.isChanged} decorative /> {wordsOf(row.mark)}</> },
    { key: 'changed', heading: 'History', cell: (row) => (row.isChanged ? history?.(row.weekStart, row.slot) ?? 'Changed later' : 'Never changed') },
  ];
  if (describe) columns.push({ key: 'counts', heading: 'Counts towards', cell: (row) => describe(row.weekStart, row.slot) ?? 'Nothing' });
  return (
    <DataTable
      caption={caption} columns={columns} rows={absencesOf(weeks, every)} rowKey={(row) => `${row.weekStart}-${row.slot}`} tight
      empty="No absence, lateness or missing mark in this time."
    />
  );
}
