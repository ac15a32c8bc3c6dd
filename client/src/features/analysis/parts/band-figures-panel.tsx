import { wideBandWords } from '@attendance/shared/attendance';
import { useQuery } from '../../../graphql/hooks.ts';
import { formatNumber } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { movementFinding, wideRows, type WideRow } from '../rules/band-moves.ts';
import { HIDDEN } from '../rules/counts.ts';
import { HIDDEN_GROUP_WHY } from '../rules/hidden.ts';
import { BandMovementFiguresDocument, type BandMovementFiguresPartsFragment } from './band-figures-panel.generated.ts';

const OVER = 'Movement between bands of absence';
const WAYS = [['higher', 'moved to a higher band'], ['same', 'stayed in their band'], ['lower', 'moved to a lower band']] as const;

/** Who moved between bands of absence, for people who see figures only: of all their schools together, without small counts. */
export function BandFiguresPanel() {
  const { data, error } = useQuery(BandMovementFiguresDocument);
  if (error) return <Panel id="movement" title={OVER}><p role="alert">{error.message}</p></Panel>;
  if (data === undefined) return <Panel id="movement" title={OVER}><LoadingState lines={6} /></Panel>;
  return <BandFiguresTable moved={data.bandMovementFigures} />;
}

/** The same with the counts at hand. They open nothing: the people they are for see no pupils. */
export function BandFiguresTable({ moved }: { moved: BandMovementFiguresPartsFragment }) {
  const { higher, same, lower, starts, moves } = moved;
  const isHidden = higher === null || same === null || lower === null;
  const rows = wideRows(moves);
  const hides = isHidden || moves.some(({ pupils }) => pupils === null);
  return (
    <Panel id="movement" title={isHidden ? 'How pupils moved between bands of absence in the last four school weeks' : movementFinding({ higher, same, lower })} aside={OVER} flush
      foot={`From the five-point band of the year up to the last four school weeks to that of the year so far, of pupils on roll. The table puts bands together where few pupils are, so somebody may have moved to another five-point band within one of its own.${hides ? ` ${HIDDEN_GROUP_WHY}` : ''}`}>
      <div className="app-panel__body"><ul className="app-row">{WAYS.map(([way, words]) => <li key={way}><Told strong count={moved[way]} /> {words}</li>)}</ul></div>
      <DataTable caption="From which band of absence to which" columns={columnsOf(starts)} rows={rows} rowKey={({ from }) => String(from)} tight empty={<p>Movement appears once there are sessions before the last four school weeks.</p>} />
    </Panel>
  );
}

function columnsOf(starts: readonly number[]): DataColumn<WideRow>[] {
  return [
    { key: 'from', heading: 'Band before', cell: ({ from }) => wideBandWords(starts, from) },
    ...starts.map((_, to): DataColumn<WideRow> => ({
      key: String(to), heading: wideBandWords(starts, to), under: 'now', label: `Now ${wideBandWords(starts, to).toLowerCase()}`, numeric: true,
      // Who stayed stands out, not by colour alone.
      cell: ({ from, counts }) => <Told strong={from === to} count={counts[to] ?? null} />,
    })),
  ];
}

function Told({ count, strong = false }: { count: number | null; strong?: boolean }) {
  if (count === null) return <abbr title={HIDDEN_GROUP_WHY}>{HIDDEN}<span className="govuk-visually-hidden">, hidden</span></abbr>;
  return strong ? <strong>{formatNumber(count)}</strong> : formatNumber(count);
}
