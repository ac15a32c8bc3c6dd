import { plural } from '../../../lib/format.ts';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { ReactNode } from 'react';
import type { WatchAlertRowFragment } from './watching.generated.ts';

/** Where the rows behind a change are: the child's register, the school, or the list that moved. */
const openedBy = ({ pupilId, schoolId, fromPath }: WatchAlertRowFragment): string => (pupilId !== null ? `/pupils/${pupilId}` : schoolId !== null ? `/schools/${schoolId}` : fromPath);

/** Changes, each with whom, what became so, why in a sentence, and which list it is on. */
export function AlertRows({ items, action }: { items: readonly WatchAlertRowFragment[]; action?: (alert: WatchAlertRowFragment) => ReactNode }) {
  return (
    <ul className="app-rows">
      {items.map((alert) => (
        <li key={alert.id}>
          <div className="app-rows__main">
            <Link href={openedBy(alert)}>{alert.name}</Link>
            <span className="app-line">{alert.what} · on <Link href={alert.fromPath}>{alert.from}</Link></span>
            <p><strong>{alert.sentence}.</strong></p>
          </div>
          {action?.(alert)}
        </li>
      ))}
    </ul>
  );
}

/** "3 things changed among those you watch": on the start page, only where something did. */
export function WatchAlertsPanel({ alerts: { total, items } }: { alerts: { readonly total: number; readonly items: readonly WatchAlertRowFragment[] } }) {
  if (total === 0) return null;
  return (
    <Panel title={<><Figure value={plural(total, 'thing')} to="/watching" of="not read yet" /> changed among those you watch</>} flush foot={<Link href="/watching">{total > items.length ? `All ${total}, and mark them as read` : 'Mark them as read'}</Link>}>
      <AlertRows items={items} />
    </Panel>
  );
}
