import type { ReactNode } from 'react';

/** Says what would be here, and the next one: "No reviews are due this week. The next is Tue 24 Nov." */
export function EmptyState({ children }: { children: ReactNode }) {
  return <div className="app-state"><p>{children}</p></div>;
}
