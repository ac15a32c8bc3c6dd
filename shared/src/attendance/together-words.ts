import { dayOfIso, partsOfDay } from '../kernel/index.ts';
import { ratePercent } from './measures.ts';
import { TransitionKind, type Together, type TransitionCounts, type TransitionLimits } from './together.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const dayWords = (iso: string): string => {
  const { month, dayOfMonth } = partsOfDay(dayOfIso(iso));
  return `${dayOfMonth} ${MONTHS[month - 1]}`;
};
const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What each of the two lists is called, and its rule in one line. */
export const TOGETHER_TITLES = { SIBLINGS: 'Brothers and sisters absent together', TRANSITION: 'Fall after Year 6' } as const;
export const siblingsRule = (sessions: number, weeks: number): string => `Two or more children of one family missed ${sessions} or more of the same sessions in the last ${weeks} school weeks.`;
export const transitionRule = ({ points, sessionsBefore, sessionsSince, persistentPercent, aheadFromMonth }: TransitionLimits): string =>
  `In Year 7 now, with attendance ${points} percentage points or more below Year 6, over ${sessionsBefore} sessions or more then and ${sessionsSince} since. From ${MONTHS[aheadFromMonth - 1]} to August also Year 6 pupils who missed ${persistentPercent}% or more.`;

/** Why a family is listed, in one sentence that the registers can be held against. */
export function togetherSentence({ pupilIds, since, sessions, byAll, weekday }: Together): string {
  const size = pupilIds.length;
  const same = `${sessions} of the same sessions`;
  const who = size === 2 ? `Both missed ${same}` : `Two or more of the ${NUMBERS[size] ?? size} missed ${same}`;
  const all = size === 2 || byAll === 0 ? '' : `; all ${NUMBERS[size] ?? size} missed ${byAll} of them`;
  return `${who} since ${dayWords(since)}${weekday === null ? '' : `, ${WEEKDAYS[weekday]} most`}${all}`;
}

const attendance = (possible: number, absent: number): string => `${(ratePercent(possible - absent, possible) ?? 0).toFixed(1)}%`;

/** Why a child is on the list of the move to Year 7. */
export function transitionSentence(kind: TransitionKind, counts: TransitionCounts, schoolBefore: string): string {
  const { beforePossible, beforeAbsent, sincePossible, sinceAbsent } = counts;
  if (kind === TransitionKind.AHEAD) return `Missed ${beforeAbsent} of ${many(beforePossible, 'session')} of Year 6 at ${schoolBefore}; moves to Year 7 in September`;
  return `Was ${attendance(beforePossible, beforeAbsent)} in Year 6 at ${schoolBefore}; ${attendance(sincePossible, sinceAbsent)} in Year 7 so far`;
}
