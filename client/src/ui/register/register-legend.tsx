import { cx } from '../../lib/cx.ts';
import { MarkLetters } from './mark-cell.tsx';
import type { Fill } from './marks.ts';

type Entry = { fill: Fill; mark: string; words: string; changed?: boolean };

const ENTRIES: readonly Entry[] = [
  { fill: 'present', mark: '/', words: 'Present' },
  { fill: 'late', mark: 'L', words: 'Late' },
  { fill: 'approved', mark: 'V', words: 'Approved elsewhere' },
  { fill: 'authorised', mark: 'I', words: 'Authorised' },
  { fill: 'unauthorised', mark: 'O', words: 'Unauthorised' },
  { fill: 'no-reason', mark: 'N', words: 'No reason yet' },
  { fill: 'not-possible', mark: 'X', words: 'Not possible' },
  { fill: 'missing', mark: '-', words: 'Missing' },
  { fill: 'closed', mark: ' ', words: 'Closed' },
  { fill: 'present', mark: '/', words: 'Mark changed later', changed: true },
];

export function RegisterLegend() {
  return (
    <ul className="app-marklegend" aria-label="What the marks mean">
      {ENTRIES.map(({ fill, mark, words, changed }) => (
        <li key={words}>
          <span aria-hidden="true" className={cx('app-cell', `app-mark--${fill}`, changed && 'app-mark--changed')}><MarkLetters mark={mark} /></span>
          {words}
        </li>
      ))}
    </ul>
  );
}
