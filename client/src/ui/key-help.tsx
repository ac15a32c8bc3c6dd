import { Fragment } from 'react';
import { Sheet } from './sheet.tsx';

export type KeyGroup = { heading: string; keys: readonly { keys: readonly string[]; does: string }[] };

/** Every key that works on this page. */
export function KeyHelp({ groups, onClose }: { groups: readonly KeyGroup[]; onClose: () => void }) {
  return (
    <Sheet title="Keys on this page" onClose={onClose}>
      {groups.map((group) => (
        <section key={group.heading}>
          <h3>{group.heading}</h3>
          <dl className="app-keys">
            {group.keys.map(({ keys, does }) => (
              <div key={does}>
                <dt>{keys.map((key, index) => <Fragment key={key}>{index > 0 && ' '}<kbd>{key}</kbd></Fragment>)}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p className="app-small app-muted">Single keys work only outside fields. You can turn them off in your settings.</p>
    </Sheet>
  );
}
