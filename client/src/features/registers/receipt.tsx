import { formatNumber, plural } from '../../lib/format.ts';
import { Column, Columns } from '../../ui/columns.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TileStrip, type TileProps } from '../../ui/tile.tsx';
import type { Delivery } from './delivery-page.tsx';
import { isByDay, keptSentence, rowsWithoutMark, spanWords, sumSentence } from './delivery-words.ts';
import { Latest } from './latest-panel.tsx';
import { Moved } from './moved-panel.tsx';
import { Changed, HowWeRead, Warnings } from './receipt-side.tsx';
import { RefusedReasons } from './refused-reasons.tsx';
import { Undo, Undone } from './undo-panel.tsx';

/** The receipt of a delivery that was kept, and of one that was undone later. */
export function Receipt({ delivery }: { delivery: Delivery }) {
  const stands = delivery.undone === null;
  return (
    <>
      <Undone delivery={delivery} />
      <Panel title={stands ? keptSentence(delivery) : `Before it was undone: ${keptSentence(delivery)}`} lead={stands} flush aside={`Read in ${formatNumber(delivery.seconds, 1)} seconds, one delivery, all or nothing`} foot={<>{sumSentence(delivery)} {stands && 'Sending the same file again gives this same receipt and changes nothing.'}</>}>
        <TileStrip label="What became of the rows" tiles={tilesOf(delivery)} />
      </Panel>
      <Columns>
        <Column span={8}>
          <RefusedReasons delivery={delivery} />
          <HowWeRead delivery={delivery} />
        </Column>
        <Column span={4}>
          <Warnings delivery={delivery} />
          <Changed delivery={delivery} />
          <Moved delivery={delivery} />
          <Undo delivery={delivery} />
          <Latest delivery={delivery} />
        </Column>
      </Columns>
    </>
  );
}

function tilesOf(delivery: Delivery): TileProps[] {
  const { rowsRead, pupils, schools, marksNew, marksChanged, marksSame, rowsRepeated, rowsRefused } = delivery;
  const aside = rowsWithoutMark(delivery);
  const changedPupils = delivery.changes.reduce((most, change) => Math.max(most, change.pupils), 0);
  // Six fit side by side: what is nought and says nothing gives way.
  const rest: TileProps[] = [
    ...(rowsRepeated > 0 ? [{ label: 'Repeated', value: formatNumber(rowsRepeated), n: 'counted once' }] : []),
    ...(aside > 0 ? [{ label: 'No mark', value: formatNumber(aside), n: 'empty, or closed that day' }] : []),
  ];
  return [
    { label: 'Rows read', value: formatNumber(rowsRead), n: `${schools > 1 ? `${plural(schools, 'school')}, ` : ''}${pupils > 0 ? `${plural(pupils, 'pupil')} updated` : isByDay(delivery) ? 'two marks each' : 'one mark each'}` },
    { label: 'New marks', value: formatNumber(marksNew), n: marksNew === 0 ? 'none' : (spanWords(delivery.firstDay, delivery.lastDay) ?? undefined) },
    { label: 'Changed marks', value: formatNumber(marksChanged), n: marksChanged === 0 ? 'none' : changedPupils > 1 ? 'listed below' : plural(changedPupils, 'pupil') },
    { label: 'Same as before', value: formatNumber(marksSame), n: 'nothing written' },
    ...rest.slice(0, 1),
    { label: 'Rows refused', value: formatNumber(rowsRefused), ...(rowsRefused > 0 ? { href: '#refused' } : {}), n: rowsRefused === 0 ? 'none' : 'with reasons below' },
    ...rest.slice(1),
  ];
}
