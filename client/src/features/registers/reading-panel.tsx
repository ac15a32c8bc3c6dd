import { Panel } from '../../ui/panel.tsx';
import { ProgressSteps } from '../../ui/progress-steps.tsx';
import type { Delivery } from './delivery-page.tsx';
import { progressOf, sizeWords } from './delivery-words.ts';

type Props = { delivery: Delivery; now: Pick<Delivery, 'status' | 'step' | 'percentRead'>; isOutOfTouch: boolean };

const TITLES = ['Finding the columns', 'Finding the columns', 'Reading the rows', 'Comparing with what we hold', 'Keeping the marks'] as const;

/** How far a file is, while somebody watches. */
export function ReadingPanel({ delivery, now, isOutOfTouch }: Props) {
  const { done, share } = progressOf(now);
  const waits = now.status === 'WAITING';
  const steps = [
    { title: 'Received', detail: sizeWords(delivery.kilobytes) },
    { title: 'Understood', detail: 'which column is which' },
    { title: 'Reading rows', detail: done === 2 ? `${now.percentRead}%` : 'every row' },
    { title: 'Comparing', detail: 'with what we hold' },
    { title: 'Kept', detail: 'all or nothing, then a receipt' },
  ];
  return (
    <>
      <Panel title={waits ? 'The file waits its turn: others are being read. You can leave this page' : 'The file is being read. You can leave this page'} lead aside="All of the file is kept, or none">
        <ProgressSteps steps={steps} done={done} state="running" share={share} title={waits ? 'Waiting its turn' : (TITLES[done] ?? 'Keeping the marks')} {...(done === 2 ? { detail: `${now.percentRead}%` } : {})} />
      </Panel>
      {isOutOfTouch && <p className="app-problem" role="alert">We cannot see how far it is just now. Nothing is lost: the file is {waits ? 'still waiting its turn' : 'still being read'}. We keep asking.</p>}
    </>
  );
}
