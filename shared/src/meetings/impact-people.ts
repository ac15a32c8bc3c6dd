import { dayWords } from './impact-effect.ts';
import type { SessionCount } from './impact.ts';
import type { CountPair } from './impact-wide.ts';

/** Which pupils a count of an action about a group or a school is of. MEASURED: with enough sessions to say; of a school on roll throughout. LEFT_OUT: of a school, not throughout. BESIDE and LAST_YEAR: set beside pupils alike, and beside the same weeks a year earlier; of a school the pupils of that year. */
export const PeopleCount = {
  MEASURED: 'MEASURED', IMPROVED: 'IMPROVED', STABLE: 'STABLE', WORSE: 'WORSE', INSUFFICIENT: 'INSUFFICIENT', LEFT_OUT: 'LEFT_OUT', BESIDE: 'BESIDE', NOT_BESIDE: 'NOT_BESIDE', LAST_YEAR: 'LAST_YEAR', NOT_LAST_YEAR: 'NOT_LAST_YEAR',
} as const;
export type PeopleCount = (typeof PeopleCount)[keyof typeof PeopleCount];
export const PEOPLE_COUNTS: readonly PeopleCount[] = Object.values(PeopleCount);

/** "12 pupils …": of a group. */
export const GROUP_PEOPLE_WORDS: Readonly<Partial<Record<PeopleCount, string>>> = {
  MEASURED: 'with enough sessions', IMPROVED: 'improved', STABLE: 'without great change', WORSE: 'worse', INSUFFICIENT: 'with too few sessions', BESIDE: 'set beside pupils alike', NOT_BESIDE: 'with too few pupils alike',
  LAST_YEAR: 'set beside their own last year', NOT_LAST_YEAR: 'whose last year is not held, or too thin',
};
/** The same of a school. */
export const SCHOOL_PEOPLE_WORDS: Readonly<Partial<Record<PeopleCount, string>>> = { MEASURED: 'on roll throughout', LEFT_OUT: 'who joined or left in those days or had no session', LAST_YEAR: 'on roll throughout in the same weeks of last year' };

const sessionsWords = ({ possible }: SessionCount): string => (possible === 0 ? 'no possible session' : `${possible} possible ${possible === 1 ? 'session' : 'sessions'}`);
/** Why nothing is said of a pupil: too few sessions on one side, or on both. */
export const tooFewWords = ({ before, after }: CountPair, least: number): string => `${sessionsWords(before)} before and ${sessionsWords(after)} from it; ${least} are needed on each side.`.replace(/^n/, 'N');

/** Somebody on the roll of a school on the day of an action, and the days that are counted there. */
export interface RollDays extends CountPair { readonly startsOn: string; readonly endsOn: string | null; readonly from: string | null; readonly to: string | null }
/** Why a pupil of a school is in neither of its figures; empty where the pupil is. Twin of pooledRoll. */
export function leftOutWords({ before, after, startsOn, endsOn, from, to }: RollDays): string {
  if (from === null || to === null) return 'No day on one of the sides is held.';
  return [
    ...(startsOn > from ? [`Joined on ${dayWords(startsOn)}, after the first day counted, ${dayWords(from)}.`] : []), ...(endsOn !== null && endsOn < to ? [`Left on ${dayWords(endsOn)}, before the last day counted, ${dayWords(to)}.`] : []),
    ...(startsOn <= from && before.possible === 0 ? ['No possible session before the first day of the action.'] : []), ...((endsOn === null || endsOn >= to) && after.possible === 0 ? ['No possible session from the first day of the action.'] : []),
  ].join(' ');
}
