import { formatNumber } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { HIDDEN, HIDDEN_WHY } from '../rules/counts.ts';

export interface FigureCountProps {
  /** Null where it is hidden because it is small. */
  readonly count: number | null;
  /** Shown instead of the count, which then stands under it: "18.9%". */
  readonly rate?: string;
  /** The rows it counts. */
  readonly href?: string | undefined;
  /** What is counted, for those who hear the link alone. */
  readonly of: string;
}

/** A count that opens its rows, or `c` with its reason. */
export function FigureCount({ count, rate, href, of }: FigureCountProps) {
  if (count === null) return <abbr title={HIDDEN_WHY}>{HIDDEN}<span className="govuk-visually-hidden">, hidden: fewer than 5 pupils</span></abbr>;
  const figure = rate ?? formatNumber(count);
  const words = <>{figure}<span className="govuk-visually-hidden"> {of}</span></>;
  return (
    <>
      {href && count > 0 ? <Link href={href}>{words}</Link> : figure}
      {rate !== undefined && <span className="app-line">{formatNumber(count)}</span>}
    </>
  );
}
