import type { ReactNode } from 'react';
import { Flag, type FlagInfo } from './flag.tsx';

export type IdentityBarProps = {
  name: ReactNode;
  facts: readonly { label: string; value: ReactNode }[];
  actions?: ReactNode;
  flags?: readonly FlagInfo[];
  /** A sentence before the flags: why this tier, who decided. */
  note?: ReactNode;
};

const ORDER = ['risk', 'care', 'need', 'info'] as const;

/** Who or what this record is. Risk stands first, so it is read before anyone is rung. */
export function IdentityBar({ name, facts, actions, flags = [], note }: IdentityBarProps) {
  const sorted = [...flags].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return (
    <div className="app-identity">
      <div className="app-identity__main">
        <div className="app-identity__words">
          <h1>{name}</h1>
          <dl className="app-identity__facts">
            {facts.map(({ label, value }) => (
              <div key={label} className="app-identity__fact"><dt>{label}</dt><dd>{value}</dd></div>
            ))}
          </dl>
        </div>
        {actions && <div className="app-buttons">{actions}</div>}
      </div>
      {(note || sorted.length > 0) && (
        <div className="app-identity__flags">
          {note && <div className="app-identity__note">{note}</div>}
          {sorted.map((flag, index) => <Flag key={index} {...flag} />)}
        </div>
      )}
    </div>
  );
}
