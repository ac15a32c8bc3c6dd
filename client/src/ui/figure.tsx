import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Link } from './link.tsx';

export type FigureProps = {
  /** As written, with its unit: "18.9%". */
  value: ReactNode;
  /** The rows it counts. Never left out: where a person may not open them this is undefined, and the figure is text. */
  to: string | undefined;
  /** What is counted, for those who hear the link alone: "persistently absent at Oakmere Academy". */
  of: string;
  className?: string;
};

/** A figure, and the way to the rows it counts. */
export function Figure({ value, to, of, className }: FigureProps) {
  const classes = cx('app-figure', className);
  if (to === undefined) return <span className={classes}>{value}</span>;
  return <Link className={classes} href={to}>{value}<span className="govuk-visually-hidden"> {of}</span></Link>;
}
