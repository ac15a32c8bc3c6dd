import { ratePercent } from '../attendance/index.ts';
import { dayOfIso, partsOfDay } from '../kernel/index.ts';
import { changeInPoints, ImpactClass, type ImpactSummary, type SessionCount } from './impact.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** "10 November 2026". */
export const dayWords = (iso: string): string => {
  const { year, month, dayOfMonth } = partsOfDay(dayOfIso(iso));
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
};
/** "30 of 60 sessions (50.0%)". */
export const shareWords = ({ attended, possible }: SessionCount): string => `${attended.toLocaleString('en-GB')} of ${possible.toLocaleString('en-GB')} sessions (${ratePercent(attended, possible)?.toFixed(1) ?? '0.0'}%)`;
/** "1 school day". */
export const daysWords = (days: number): string => `${days} school ${days === 1 ? 'day' : 'days'}`;

const tenthsOf = (points: number): number => Math.round(Math.abs(points) * 10);
/** A number of points as people read it, with its sign: "+25.0". Rounded once, here. */
export const signedPoints = (points: number): string => `${tenthsOf(points) === 0 ? '' : points < 0 ? '−' : '+'}${(tenthsOf(points) / 10).toFixed(1)}`;
/** "+25.0 points". */
export const pointsWords = (points: number): string => `${signedPoints(points)} ${tenthsOf(points) === 10 ? 'point' : 'points'}`;

/** What is known of one action: the days counted before its anchor and from it, and their sessions. */
export interface EffectFacts {
  readonly anchorOn: string;
  readonly impact: ImpactClass;
  readonly before: SessionCount;
  readonly after: SessionCount;
  readonly beforeDays: number;
  /** School days from the anchor that have passed, of those that count. */
  readonly days: number;
  readonly isLeaver: boolean;
  /** Null where no register of the pupil can be read. */
  readonly hasRegister: boolean;
}

const CLASS_SAYS: Readonly<Record<Exclude<ImpactClass, 'INSUFFICIENT'>, string>> = { IMPROVED: 'improved', STABLE: 'no great change', WORSE: 'worse' };

/** What followed an action, as one reads or hears it: both counts, the change, and what may not be concluded. */
export function effectWords(facts: EffectFacts): string {
  const { anchorOn, impact, before, after, beforeDays, days, isLeaver, hasRegister } = facts;
  if (!hasRegister) return `No register of this pupil is held or open to you, so what followed ${dayWords(anchorOn)} cannot be told.`;
  const left = isLeaver ? ' The pupil left: counted until then.' : '';
  const earlier = before.possible === 0 ? `No sessions before ${dayWords(anchorOn)}` : `Attended ${shareWords(before)} in the ${daysWords(beforeDays)} before ${dayWords(anchorOn)}`;
  const later = after.possible === 0 ? 'none from it yet' : `${shareWords(after)} in the ${daysWords(days)} from it`;
  const change = changeInPoints(before, after);
  const verdict = impact === ImpactClass.INSUFFICIENT || change === null ? 'Too few sessions to say.' : `${pointsWords(change)}: ${CLASS_SAYS[impact]}.`;
  return `${earlier}; ${later}. ${verdict}${left}`;
}

/** How a pupil did beside pupils alike. */
export interface MatchedFacts { readonly pupils: number; readonly meanBefore: number; readonly meanAfter: number; readonly effect: number }

/** "10 pupils alike went from 50.5% to 56.5%; measured against them: +19.0 points." */
export const matchedWords = ({ pupils, meanBefore, meanAfter, effect }: MatchedFacts): string => `${pupils} pupils alike went from ${meanBefore.toFixed(1)}% to ${meanAfter.toFixed(1)}%; measured against them: ${pointsWords(effect)}.`;

/** By what actions are put together. */
export const EffectBy = { ACTION_TYPE: 'ACTION_TYPE', SERVICE: 'SERVICE', SCHOOL: 'SCHOOL', TERM: 'TERM' } as const;
export type EffectBy = (typeof EffectBy)[keyof typeof EffectBy];
export const EFFECT_BY_WORDS: Readonly<Record<EffectBy, string>> = { ACTION_TYPE: 'Kind of action', SERVICE: 'Service', SCHOOL: 'School', TERM: 'Term' };

/** "between +1.0 point and +4.0 points 95 times in 100". */
export const rangeWords = ({ from, to }: { readonly from: number; readonly to: number }): string => `between ${pointsWords(from)} and ${pointsWords(to)} 95 times in 100`;
const pupilsWords = (count: number): string => `${count} ${count === 1 ? 'pupil' : 'pupils'}`;

/** What a row of a summary says, whole. `effect` is of those among them who could be set beside pupils alike. */
export function effectRowWords(row: ImpactSummary, effect: ImpactSummary, leastShown: number): string {
  const few = row.insufficient === 0 ? '' : ` ${pupilsWords(row.insufficient)} had too few sessions.`;
  if (row.classes === null || row.median === null) return `Too few to say: ${pupilsWords(row.pupils)} with enough sessions, and ${leastShown} are needed.${few}`;
  const range = row.interval === null ? '' : `, ${rangeWords(row.interval)}`;
  const alike = effect.median === null
    ? ` Too few could be set beside pupils alike (${effect.pupils}) to say how much of it would have come anyway.`
    : ` Beside pupils alike the middle is ${pointsWords(effect.median)}${effect.interval === null ? '' : `, ${rangeWords(effect.interval)}`} (${effect.pupils} compared).`;
  return `${row.classes.IMPROVED} of ${pupilsWords(row.pupils)} improved (${row.improvedPercent?.toFixed(1)}%), ${row.classes.STABLE} no great change, ${row.classes.WORSE} worse. The middle change is ${pointsWords(row.median)}${range}.${alike}${few}`;
}
