import type { DueWords } from '../rules/due-words.ts';

/** When something is due: a sign, words, and a bar whose colour repeats them. */
export function DueMark({ words: { tone, sign, head, line } }: { words: DueWords }) {
  return (
    <span className={`app-due app-due--${tone}`}>
      <span className="app-due__head"><span aria-hidden="true" className="app-due__sign">{sign}</span> {head}</span>
      <span className="app-line">{line}</span>
    </span>
  );
}
