import { question } from '../../../graphql/first-answers.ts';
import { useQuery } from '../../../graphql/hooks.ts';
import { BandMoved, bandWords } from '@attendance/shared/attendance';
import { formatNumber, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { bandRows, movementFinding, type BandRow } from '../rules/band-moves.ts';
import type { RowsOf } from '../rules/measures.ts';
import { BandMovementDocument, type BandMovementPartsFragment } from './band-moves-panel.generated.ts';

const OVER = 'Movement between bands of absence';

/** What the panel asks, for a page that comes with its answers. */
export const bandMovesQuestion = (phase: string | null, schoolId: number | null) => question(BandMovementDocument, { phase, schoolId });

/** Who moved between bands of absence. */
export function BandMovesPanel({ phase, schoolId, rows }: { phase: string | null; schoolId: number | null; rows: RowsOf }) {
  const { data, error } = useQuery(BandMovementDocument, { variables: { phase, schoolId } });
  if (error) return <Panel id="movement" title={OVER}><p role="alert">{error.message}</p></Panel>;
  if (data === undefined) return <Panel id="movement" title={OVER}><LoadingState lines={6} /></Panel>;
  return <BandMovesTable movement={data.bandMovement} rows={rows} />;
}

/** The same with the moves at hand; every count opens exactly its rows. */
export function BandMovesTable({ movement, rows }: { movement: BandMovementPartsFragment; rows: RowsOf }) {
  const { higher, same, lower, moves } = movement;
  const ways = [[higher, BandMoved.HIGHER, 'moved to a higher band'], [same, BandMoved.SAME, 'stayed in their band'], [lower, BandMoved.LOWER, 'moved to a lower band']] as const;
  return (
    <Panel id="movement" title={movementFinding(movement)} aside={OVER} flush foot="From the band of the year up to the last four school weeks of each school’s marks to the band of the year so far, of those on roll. A pupil with two enrolments is counted once for each; one without a session before those weeks is not counted.">
      {moves.length > 0 && <ul className="app-panel__body app-row">{ways.map(([count, moved, words]) => <li key={moved}><Figure value={plural(count, 'pupil')} to={rows('COUNTED', { moved })} of={words} /> {words}</li>)}</ul>}
      <DataTable caption={OVER} columns={columnsOf(rows)} rows={bandRows(moves)} rowKey={({ from }) => String(from)} tight empty={<p>Movement appears once there are sessions before the last four school weeks.</p>} />
    </Panel>
  );
}

function columnsOf(rows: RowsOf): DataColumn<BandRow>[] {
  const way = (key: 'higher' | 'same' | 'lower', heading: string, moved: BandMoved): DataColumn<BandRow> => ({
    key, heading, numeric: true, cell: (row) => <Figure value={formatNumber(row[key])} to={rows('COUNTED', { movedFrom: row.from, moved })} of={`${heading.toLowerCase()}, from ${bandWords(row.from)}`} />,
  });
  return [
    { key: 'from', heading: 'Band before', nowrap: true, cell: ({ from }) => bandWords(from) },
    { key: 'pupils', heading: 'Pupils', numeric: true, cell: ({ from, pupils }) => <Figure value={formatNumber(pupils)} to={rows('COUNTED', { movedFrom: from })} of={`in the band ${bandWords(from)} before`} /> },
    way('higher', 'Now higher', BandMoved.HIGHER), way('same', 'The same', BandMoved.SAME), way('lower', 'Now lower', BandMoved.LOWER),
    {
      key: 'to', heading: 'Band now', wide: true,
      cell: ({ from, moves }) => <ul className="app-row">{moves.map(({ to, pupils }) => <li key={to}>{bandWords(to)}: <Figure value={formatNumber(pupils)} to={rows('COUNTED', { movedFrom: from, movedTo: to })} of={`from ${bandWords(from)} to ${bandWords(to)}`} /></li>)}</ul>,
    },
  ];
}
