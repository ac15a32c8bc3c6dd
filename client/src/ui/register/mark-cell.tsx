import { cx } from '../../lib/cx.ts';
import { fillOf, lettersOf, wordsOf } from './marks.ts';

export function MarkLetters({ mark }: { mark: string }) {
  const { letter, figure } = lettersOf(mark);
  return <>{letter}{figure && <sub>{figure}</sub>}</>;
}

export type MarkCellProps = { mark: string; small?: boolean; changed?: boolean; /** The words stand beside it, so it need not say them again. */ decorative?: boolean };

/** One mark in a sentence, a list or a legend. */
export function MarkCell({ mark, small = false, changed = false, decorative = false }: MarkCellProps) {
  const said = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': wordsOf(mark) };
  return (
    <span {...said} className={cx('app-cell', small && 'app-cell--small', `app-mark--${fillOf(mark)}`, changed && 'app-mark--changed')}>
      <MarkLetters mark={mark} />
    </span>
  );
}
