import { Button } from '../../ui/button.tsx';
import { Column, Columns } from '../../ui/columns.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useMe } from '../identity/index.ts';
import type { Delivery } from './delivery-page.tsx';
import { Latest } from './latest-panel.tsx';
import { HowWeRead } from './receipt-side.tsx';
import { RefusedReasons } from './refused-reasons.tsx';

/** A file of which nothing was kept: what happened, what was lost, what to do, before anything else. */
export function NothingKept({ delivery }: { delivery: Delivery }) {
  const { can } = useMe();
  const wasStopped = delivery.status === 'INTERRUPTED';
  const refusal = delivery.refusal ?? { happened: 'The file was not kept.', lost: 'Nothing was kept, so nothing changed.', todo: 'Send the file again.' };
  const sendHref = delivery.school ? `/data/send?schoolId=${delivery.school.id}` : '/data/send';
  return (
    <>
      <Panel title={wasStopped ? 'Reading was interrupted. Nothing was kept' : 'The file was refused. Nothing was kept'} lead className="app-panel--refused">
        <div className="app-stack">
          <SummaryList
            rows={[
              { key: 'What happened', value: <strong>{refusal.happened}</strong> },
              { key: 'What was lost', value: refusal.lost },
              { key: 'What to do', value: <strong>{refusal.todo}</strong> },
            ]}
          />
          {can('register:import') && <Button href={sendHref}>{wasStopped ? 'Send the file again' : 'Send a corrected file'}</Button>}
        </div>
      </Panel>
      <Columns>
        <Column span={8}>
          <RefusedReasons delivery={delivery} />
          <HowWeRead delivery={delivery} />
        </Column>
        <Column span={4}><Latest delivery={delivery} /></Column>
      </Columns>
    </>
  );
}
