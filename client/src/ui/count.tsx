import { cx } from '../lib/cx.ts';
import { formatNumber } from '../lib/format.ts';

/** A number of things waiting; red only when late or urgent, never for "a lot". */
export function Count({ value, isLate = false, words }: { value: number; isLate?: boolean; /** Said after the number. */ words?: string }) {
  return (
    <span className={cx('app-count', isLate && 'app-count--late')}>
      {formatNumber(value)}
      <span className="govuk-visually-hidden"> {words ?? (isLate ? 'late or urgent' : 'waiting')}</span>
    </span>
  );
}
