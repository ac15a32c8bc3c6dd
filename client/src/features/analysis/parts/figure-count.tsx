import type { ReactNode } from 'react';
import { ratePercent } from '@attendance/shared/attendance';
import { formatNumber, formatPercent } from '../../../lib/format.ts';
import { Figure } from '../../../ui/figure.tsx';
import { HIDDEN, HIDDEN_WHY, NO_SESSIONS } from '../rules/counts.ts';

export interface FigureCountProps {
  /** Null where it is hidden because it is small. */
  readonly count: number | null;
  /** The rows it counts; undefined where they may not be opened. */
  readonly to: string | undefined;
  /** What is counted, for those who hear the link alone. */
  readonly of: string;
}

/** A count that opens its rows, or `c` with its reason. */
export function FigureCount({ count, to, of }: FigureCountProps) {
  return count === null ? <Hidden /> : <Figure value={formatNumber(count)} to={to} of={of} />;
}

export interface FigureRateProps extends FigureCountProps {
  /** What the count is a part of; null where that is hidden. */
  readonly whole: number | null;
  /** The percentage, where it was rounded together with another that stands beside it. */
  readonly percent?: number | null;
  /** The count under the rate: for pupils; sessions are told by the list. */
  readonly withCount?: boolean;
  readonly strong?: boolean;
}

/** A rate that opens the rows of its count. */
export function FigureRate({ count, whole, to, of, percent, withCount = false, strong = false }: FigureRateProps) {
  if (count === null || whole === null) return <Hidden />;
  const rate = percent ?? ratePercent(count, whole);
  if (rate === null) return <span className="app-muted">{NO_SESSIONS}</span>;
  const words = formatPercent(rate);
  return (
    <>
      <Figure value={strong ? <strong>{words}</strong> : words} to={to} of={`${of}: ${formatNumber(count)}`} />
      {withCount && <span className="app-line">{formatNumber(count)}</span>}
    </>
  );
}

/** Under a figure of this year, the same of last year; nothing where none is held. */
export function LastYearLine({ children }: { children: ReactNode }) {
  return <span className="app-line app-muted">was {children}</span>;
}

function Hidden() {
  return <abbr title={HIDDEN_WHY}>{HIDDEN}<span className="govuk-visually-hidden">, hidden because it is small or tells a number that is</span></abbr>;
}
