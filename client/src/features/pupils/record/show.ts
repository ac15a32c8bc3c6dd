import { BLANK, codeOfMark, COUNTED_MARKS, MARKS_BY_CATEGORY } from '@attendance/shared/attendance';
import type { RegisterWeek } from '../../../ui/register/marks.ts';

/** Every session that could be attended: behind a rate, and so with those that were. */
export const POSSIBLE = 'possible';

/** What the list view may be narrowed to: a count of the panel above it, or one code. */
const COUNTS: Readonly<Record<string, { readonly words: string; readonly marks: string }>> = {
  authorised: { words: 'authorised', marks: MARKS_BY_CATEGORY.AUTHORISED },
  unauthorised: { words: 'unauthorised', marks: MARKS_BY_CATEGORY.UNAUTHORISED },
  'late-before': { words: 'late before the register closed', marks: COUNTED_MARKS.lateBefore },
  'late-after': { words: 'late after the register closed', marks: COUNTED_MARKS.lateAfter },
  [POSSIBLE]: { words: 'possible', marks: COUNTED_MARKS.possible },
  missing: { words: 'without a mark', marks: COUNTED_MARKS.missing },
};

/** The marks that the list can show at all: what was not simply attended. */
export const LISTED_MARKS: string = MARKS_BY_CATEGORY.AUTHORISED + MARKS_BY_CATEGORY.UNAUTHORISED + COUNTED_MARKS.lateBefore + COUNTED_MARKS.missing;

export interface Shown { readonly key: string; readonly words: string; readonly marks: string }

/** The narrowing an address asks for; nothing when it asks for none or for one that does not exist. */
export function shownBy(key: string | null): Shown | null {
  if (key === null) return null;
  const count = Object.hasOwn(COUNTS, key) ? COUNTS[key] : undefined;
  if (count) return { key, ...count };
  const mark = Array.from(LISTED_MARKS).find((each) => codeOfMark(each) === key);
  return mark === undefined ? null : { key, words: `marked ${key}`, marks: mark };
}

/** The weeks with every other mark blank, so that a list made from them holds exactly what was counted. */
export function only(weeks: readonly RegisterWeek[], shown: Shown | null): RegisterWeek[] {
  if (shown === null) return [...weeks];
  return weeks.map((week) => ({ ...week, marks: Array.from(week.marks, (mark) => (shown.marks.includes(mark) ? mark : BLANK)).join('') }));
}
