import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

export function Columns({ children }: { children: ReactNode }) {
  return <div className="app-columns">{children}</div>;
}

export type ColumnProps = { span: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12; /** As tall as its neighbour. */ fill?: boolean; children: ReactNode };

/** Some of twelve columns; the whole width under 900 px. */
export function Column({ span, fill = false, children }: ColumnProps) {
  return <div className={cx('app-column', `app-column--${span}`, fill && 'app-column--fill')}>{children}</div>;
}

/** A record: its side navigation, and the part on screen. */
export function Beside({ nav, children }: { nav: ReactNode; children: ReactNode }) {
  return <div className="app-beside">{nav}<div className="app-beside__part">{children}</div></div>;
}
