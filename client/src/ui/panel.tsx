import { useId, type ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Count } from './count.tsx';

export type PanelProps = {
  /** The finding, in ten words or so. */
  title: ReactNode;
  headingLevel?: 2 | 3;
  count?: number;
  countIsLate?: boolean;
  /** Beside the heading: measure and unit, or small actions. */
  aside?: ReactNode;
  foot?: ReactNode;
  /** The one panel of the page that matters most: a teal edge on top. */
  lead?: boolean;
  /** No padding, for tables and lists that reach the edges. */
  flush?: boolean;
  className?: string;
  id?: string;
  children?: ReactNode;
};

export function Panel({ title, headingLevel = 2, count, countIsLate, aside, foot, lead = false, flush = false, className, id, children }: PanelProps) {
  const headingId = useId();
  const Heading = `h${headingLevel}` as const;
  return (
    <section id={id} className={cx('app-panel', lead && 'app-panel--lead', className)} aria-labelledby={headingId}>
      <div className="app-panel__head">
        <Heading id={headingId}>{title}{count !== undefined && <> <Count value={count} isLate={countIsLate} /></>}</Heading>
        {aside && <div className="app-panel__aside">{aside}</div>}
      </div>
      {children && <div className={cx('app-panel__body', flush && 'app-panel__body--flush')}>{children}</div>}
      {foot && <div className="app-panel__foot">{foot}</div>}
    </section>
  );
}
