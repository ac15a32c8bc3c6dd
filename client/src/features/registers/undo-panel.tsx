import { formatInstant } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Delivery } from './delivery-page.tsx';
import { putBackWords } from './delivery-words.ts';

export const undoHref = ({ id }: Pick<Delivery, 'id'>): string => `/data/deliveries/${id}/undo`;

/** The way to undo a delivery, or why there is none; nothing for those who may not. */
export function Undo({ delivery }: { delivery: Delivery }) {
  const { undo, undone } = delivery;
  if (!undo || undone !== null) return null;
  if (undo.obstacle !== null) return <Panel title="Undo"><p>{undo.obstacle}</p></Panel>;
  return (
    <Panel title="Undo">
      <div className="app-stack">
        <p>Puts back {putBackWords(undo)}, as they stood before this file came. Possible until a later file writes over the same weeks. The receipt stays, with the reason.</p>
        <Button small variant="secondary" href={undoHref(delivery)}>Undo this delivery</Button>
      </div>
    </Panel>
  );
}

/** Said before anything else of a delivery that no longer stands. */
export function Undone({ delivery }: { delivery: Delivery }) {
  const { undone } = delivery;
  if (undone === null) return null;
  return (
    <Panel title="This delivery was undone" lead className="app-panel--refused" foot="Every mark stands as it did before this file came. What it had brought is below, and stays in each pupil’s register history. The same file can be sent again.">
      <SummaryList rows={[{ key: 'Undone', value: `${formatInstant(undone.at)}${undone.by === null ? '' : `, by ${undone.by}`}` }, { key: 'Reason', value: undone.reason }]} />
    </Panel>
  );
}
