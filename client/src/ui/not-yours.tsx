import type { ReactNode } from 'react';
import { Padlock } from './icons.tsx';

/** Only where the person may know that it exists: says so, and offers the honest way in. */
export function NotYours({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="app-state app-state--beside">
      <Padlock />
      <p><strong>{title}</strong> {children}</p>
    </div>
  );
}
