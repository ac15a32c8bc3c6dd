import { useImperativeHandle, useState, type ReactNode, type Ref } from 'react';
import { lettersOf, sessionName, type Cell } from './marks.ts';
import type { IsoDate } from '../../lib/format.ts';

export type ReadingLineHandle = { show: (weekStart: IsoDate, cell: Cell) => void };

type ReadingLineProps = {
  id: string;
  ref: Ref<ReadingLineHandle>;
  initial: { weekStart: IsoDate; cell: Cell } | undefined;
  describe: ((weekStart: IsoDate, slot: number) => ReactNode) | undefined;
};

/** What one session is, under the grid: filled on hover, focus and touch. It keeps its own state, so the grid is never drawn again. */
export function ReadingLine({ id, ref, initial, describe }: ReadingLineProps) {
  const [shown, setShown] = useState(initial);
  useImperativeHandle(ref, () => ({
    show: (weekStart, cell) => setShown((now) => (now?.weekStart === weekStart && now.cell.slot === cell.slot ? now : { weekStart, cell })),
  }), []);
  const words = shown?.cell.words ?? '';
  const { letter } = lettersOf(shown?.cell.mark ?? ' ');
  const hasCode = /^[A-Z]/.test(letter);
  return (
    <div id={id} className="app-reading" aria-live="polite" aria-atomic="true">
      {shown ? (
        <>
          <span>
            <strong>{sessionName(shown.weekStart, shown.cell.slot)}: {hasCode && words.split(', ')[0]}</strong>{' '}
            {hasCode ? words.slice(words.indexOf(', ') + 2) : words}.{shown.cell.isChanged && ' The mark was changed after it was first seen.'}
          </span>
          {describe?.(shown.weekStart, shown.cell.slot)}
        </>
      ) : <span className="app-muted">Move over the register to read a session.</span>}
    </div>
  );
}
