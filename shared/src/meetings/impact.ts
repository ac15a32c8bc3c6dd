import { isPersistentlyAbsent, isSeverelyAbsent, ratePercent } from '../attendance/index.ts';
import { ruleValue } from '../kernel/index.ts';

/** A pupil's register, a day at a time, in sessions. */
export interface SessionDay { readonly on: string; readonly possible: number; readonly attended: number }
export interface SessionCount { readonly possible: number; readonly attended: number }

export interface ImpactLimits {
  beforeDays: number; firstDays: number; secondDays: number; leastSessions: number; changePoints: number; matchPoints: number; matchYearGroups: number;
  matchLeast: number; matchMost: number; intervalFrom: number; shownFrom: number; persistentPercent: number; severePercent: number;
}

/** The limits in force on an ISO day. */
export function impactLimits(on: string): ImpactLimits {
  return {
    beforeDays: ruleValue('impact.before.school-days', on), firstDays: ruleValue('impact.first.school-days', on), secondDays: ruleValue('impact.second.school-days', on),
    leastSessions: ruleValue('impact.least.sessions', on), changePoints: ruleValue('impact.change.points', on), matchPoints: ruleValue('impact.match.points', on), matchYearGroups: ruleValue('impact.match.year-groups', on),
    matchLeast: ruleValue('impact.match-least.pupils', on), matchMost: ruleValue('impact.match-most.pupils', on), intervalFrom: ruleValue('impact.interval-from.pupils', on), shownFrom: ruleValue('impact.shown-from.pupils', on),
    persistentPercent: ruleValue('persistent-absence.percent', on), severePercent: ruleValue('severe-absence.percent', on),
  };
}

/** School days from one to another, both included. `isWhole` says that it has as many as asked for and that all of them have passed. */
export interface ImpactWindow { readonly from: string; readonly to: string; readonly days: number; readonly isWhole: boolean }
/** Null where a window has no day: the calendar does not reach, the pupil left, or the day has not come. */
export interface ImpactWindows { readonly before: ImpactWindow | null; readonly first: ImpactWindow | null; readonly second: ImpactWindow | null; readonly isLeaver: boolean }

function windowOf(days: readonly string[], wanted: number): ImpactWindow | null {
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to, days: days.length, isWhole: days.length === wanted };
}

/** The windows around an anchor, the first day something was done: the school days before it, and from it on. Both later windows begin at the anchor. A leaver is counted until the last day on roll. Open days in order; `marksTo` is the day the marks reach. */
export function impactWindows(openDays: readonly string[], anchor: string, marksTo: string, leftOn: string | null, { beforeDays, firstDays, secondDays }: ImpactLimits): ImpactWindows {
  const end = leftOn !== null && leftOn < marksTo ? leftOn : marksTo;
  const after = openDays.filter((day) => day >= anchor);
  const reached = (days: number): string[] => after.slice(0, days).filter((day) => day <= end);
  const isLeaver = leftOn !== null && after.slice(0, secondDays).some((day) => day > leftOn);
  return { before: windowOf(openDays.filter((day) => day < anchor && day <= end).slice(-beforeDays), beforeDays), first: windowOf(reached(firstDays), firstDays), second: windowOf(reached(secondDays), secondDays), isLeaver };
}

/** The sessions of a window, added before anything is divided. */
export function sessionsIn(days: readonly SessionDay[], window: ImpactWindow | null): SessionCount {
  const inside = window === null ? [] : days.filter(({ on }) => window.from <= on && on <= window.to);
  return { possible: inside.reduce((sum, day) => sum + day.possible, 0), attended: inside.reduce((sum, day) => sum + day.attended, 0) };
}

export const ImpactClass = { IMPROVED: 'IMPROVED', STABLE: 'STABLE', WORSE: 'WORSE', INSUFFICIENT: 'INSUFFICIENT' } as const;
export type ImpactClass = (typeof ImpactClass)[keyof typeof ImpactClass];
export const IMPACT_CLASSES: readonly ImpactClass[] = Object.values(ImpactClass);
export const IMPACT_CLASS_WORDS: Readonly<Record<ImpactClass, string>> = { IMPROVED: 'Improved', STABLE: 'No great change', WORSE: 'Worse', INSUFFICIENT: 'Too few sessions to say' };

/** How attendance changed between two windows, by whole numbers; too few sessions in either say nothing. */
export function impactClass(before: SessionCount, after: SessionCount, { leastSessions, changePoints }: ImpactLimits): ImpactClass {
  if (before.possible < leastSessions || after.possible < leastSessions) return ImpactClass.INSUFFICIENT;
  const gained = (after.attended * before.possible - before.attended * after.possible) * 100;
  const limit = changePoints * before.possible * after.possible;
  if (gained >= limit) return ImpactClass.IMPROVED;
  return gained <= -limit ? ImpactClass.WORSE : ImpactClass.STABLE;
}

/** The change in percentage points, not rounded; null without sessions in both windows. */
export function changeInPoints(before: SessionCount, after: SessionCount): number | null {
  if (before.possible === 0 || after.possible === 0) return null;
  return ((after.attended * before.possible - before.attended * after.possible) * 100) / (before.possible * after.possible);
}

const absentIn = ({ possible, attended }: SessionCount): number => possible - attended;

/** Whether a pupil was persistently, or severely, absent in the first window and is not in the other. */
export function leftBand(before: SessionCount, after: SessionCount, { persistentPercent, severePercent }: ImpactLimits): { readonly persistent: boolean; readonly severe: boolean } {
  const left = (was: boolean | null, is: boolean | null): boolean => was === true && is === false;
  return {
    persistent: left(isPersistentlyAbsent(absentIn(before), before.possible, persistentPercent), isPersistentlyAbsent(absentIn(after), after.possible, persistentPercent)),
    severe: left(isSeverelyAbsent(absentIn(before), before.possible, severePercent), isSeverelyAbsent(absentIn(after), after.possible, severePercent)),
  };
}

/** A pupil as matched with others: over the same days, of the same phase and alike. */
export interface MatchedPupil {
  readonly pupilId: string;
  readonly schoolId: number;
  readonly isInCasework: boolean;
  readonly phase: string;
  readonly yearGroup: number;
  readonly sen: string;
  readonly hasFreeMeals: boolean;
  readonly before: SessionCount;
  readonly after: SessionCount;
}

const isEnough = ({ before, after }: MatchedPupil, { leastSessions }: ImpactLimits): boolean => before.possible >= leastSessions && after.possible >= leastSessions;
/** How far apart two baselines lie, without a division: to be compared with others of the same pupil over `possible`. */
const apart = (one: SessionCount, other: SessionCount): number => Math.abs(one.attended * other.possible - other.attended * one.possible);

/** The pupils a change is measured against: in no casework, alike in phase, year group, needs and meals, with a baseline near by; the nearest first, no more than so many. Schools for which `isSimilar` says no are left out. */
export function matchesOf(own: MatchedPupil, candidates: readonly MatchedPupil[], isSimilar: (schoolId: number) => boolean, limits: ImpactLimits): MatchedPupil[] {
  return candidates
    .filter((other) => other.pupilId !== own.pupilId && !other.isInCasework && other.phase === own.phase && Math.abs(other.yearGroup - own.yearGroup) <= limits.matchYearGroups
      && other.sen === own.sen && other.hasFreeMeals === own.hasFreeMeals && isSimilar(other.schoolId) && isEnough(other, limits)
      && apart(own.before, other.before) * 100 <= limits.matchPoints * own.before.possible * other.before.possible)
    .sort((one, other) => apart(own.before, one.before) * other.before.possible - apart(own.before, other.before) * one.before.possible || (one.pupilId < other.pupilId ? -1 : 1))
    .slice(0, limits.matchMost);
}

/** A pupil's own change less the mean change of the matched (difference in differences), in percentage points, not rounded; null with too few sessions or matches. */
export function matchedEffect(own: Pick<MatchedPupil, 'before' | 'after'>, matches: readonly Pick<MatchedPupil, 'before' | 'after'>[], limits: ImpactLimits): number | null {
  if (matches.length < limits.matchLeast || impactClass(own.before, own.after, limits) === ImpactClass.INSUFFICIENT) return null;
  const change = changeInPoints(own.before, own.after);
  const changes = matches.map(({ before, after }) => changeInPoints(before, after)).filter((each) => each !== null);
  return change === null || changes.length < limits.matchLeast ? null : change - changes.reduce((sum, each) => sum + each, 0) / changes.length;
}

/** What became of a group. Nothing but `pupils` and `insufficient` is told of a group too small; the interval of the median needs a larger one. In percentage points to one decimal. */
export interface ImpactSummary {
  readonly pupils: number;
  readonly insufficient: number;
  readonly isHidden: boolean;
  readonly classes: Readonly<Record<Exclude<ImpactClass, 'INSUFFICIENT'>, number>> | null;
  readonly improvedPercent: number | null;
  readonly median: number | null;
  readonly interval: { readonly from: number; readonly to: number } | null;
}

const tenth = (value: number): number => (value < 0 ? -1 : 1) * Math.round(Math.abs(value) * 10) / 10 + 0;

/** The middle of values in order; of an even number, halfway between the two. */
function medianOf(ordered: readonly number[]): number {
  const half = Math.floor(ordered.length / 2);
  return ordered.length % 2 === 1 ? ordered[half]! : (ordered[half - 1]! + ordered[half]!) / 2;
}

/** 95% of the time the median lies between two of the ordered values; which two follows from their number alone (1.96 standard errors of a fair coin, rounded outwards). */
function intervalOf(ordered: readonly number[]): { from: number; to: number } {
  const spread = 0.98 * Math.sqrt(ordered.length);
  const lower = Math.max(1, Math.floor(ordered.length / 2 - spread));
  const upper = Math.min(ordered.length, Math.ceil(ordered.length / 2 + 1 + spread));
  return { from: tenth(ordered[lower - 1]!), to: tenth(ordered[upper - 1]!) };
}

/** Sums up pupils of one kind of action: `value` is the change, or the effect where it is measured against others; null leaves a pupil out of median and interval. */
export function impactSummary(results: readonly { readonly impact: ImpactClass; readonly value: number | null }[], { shownFrom, intervalFrom }: ImpactLimits): ImpactSummary {
  const enough = results.filter(({ impact }) => impact !== ImpactClass.INSUFFICIENT);
  const counts = { pupils: enough.length, insufficient: results.length - enough.length };
  if (enough.length < shownFrom) return { ...counts, isHidden: true, classes: null, improvedPercent: null, median: null, interval: null };
  const having = (wanted: ImpactClass): number => enough.filter(({ impact }) => impact === wanted).length;
  const ordered = enough.flatMap(({ value }) => (value === null ? [] : [value])).sort((one, other) => one - other);
  return {
    ...counts, isHidden: false, classes: { IMPROVED: having('IMPROVED'), STABLE: having('STABLE'), WORSE: having('WORSE') }, improvedPercent: ratePercent(having('IMPROVED'), enough.length),
    median: ordered.length < shownFrom ? null : tenth(medianOf(ordered)), interval: ordered.length < intervalFrom ? null : intervalOf(ordered),
  };
}
