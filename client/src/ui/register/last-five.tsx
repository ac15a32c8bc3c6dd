import { BLANK } from '@attendance/shared/attendance';
import { formatDay, type IsoDate } from '../../lib/format.ts';
import { MarkCell } from './mark-cell.tsx';
import { wordsOf } from './marks.ts';

export type LastFiveProps = { /** Oldest first; two marks a day, morning and afternoon. */ days: readonly { date: IsoDate; marks: string }[] };

function wordsForDay(marks: string): string {
  const [am = BLANK, pm = BLANK] = marks;
  const first = wordsOf(am).replace(' in the morning', '');
  const second = wordsOf(pm).replace(' in the afternoon', '');
  return first === second ? first : `${first}, then ${second}`;
}

/** The last five school days, for lists. */
export function LastFive({ days }: LastFiveProps) {
  const words = days.map(({ date, marks }) => `${formatDay(date)} ${wordsForDay(marks)}`).join('; ');
  return (
    <span className="app-lastfive" role="img" aria-label={`Last ${days.length} school days: ${words}`}>
      {days.map(({ date, marks }) => (
        <span key={date}>
          <MarkCell mark={marks.charAt(0) || BLANK} small decorative />
          <MarkCell mark={marks.charAt(1) || BLANK} small decorative />
        </span>
      ))}
    </span>
  );
}
