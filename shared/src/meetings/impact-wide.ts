import { ruleValue, addDays } from '../kernel/index.ts';
import type { SchoolWeek } from '../calendar/index.ts';
import { similarRule } from '../attendance/index.ts';
import { changeInPoints, ImpactClass, impactClass, impactSummary, type ImpactLimits, type ImpactSummary, type SessionCount } from './impact.ts';

/** Sessions of the same pupils, or schools, before an anchor and from it. */
export interface CountPair { readonly before: SessionCount; readonly after: SessionCount }

/** What an action is about that is about more than one pupil. */
export const WideScope = { COHORT: 'COHORT', SCHOOL: 'SCHOOL', AREA: 'AREA' } as const;
export type WideScope = (typeof WideScope)[keyof typeof WideScope];
export const WIDE_SCOPES: readonly WideScope[] = Object.values(WideScope);
export const WIDE_SCOPE_WORDS: Readonly<Record<WideScope, string>> = { COHORT: 'A group of pupils', SCHOOL: 'A whole school', AREA: 'The area' };

/** The limits by which a whole school is judged. A school moves less than a pupil, so its change and its sessions have limits of their own. */
export interface WideLimits { readonly school: Pick<ImpactLimits, 'leastSessions' | 'changePoints'>; readonly fewestSchools: number; readonly beforeWeeks: number; readonly firstWeeks: number; readonly secondWeeks: number }

const DAYS_OF_A_WEEK = 5;
/** The limits in force on an ISO day. The area is counted in whole school weeks: as many as the school days of a pupil fill. */
export function wideLimits(on: string): WideLimits {
  const weeks = (name: 'impact.before.school-days' | 'impact.first.school-days' | 'impact.second.school-days'): number => Math.max(1, Math.round(ruleValue(name, on) / DAYS_OF_A_WEEK));
  return {
    school: { leastSessions: ruleValue('impact.school-least.sessions', on), changePoints: ruleValue('impact.school-change.points', on) }, fewestSchools: similarRule(on).fewest,
    beforeWeeks: weeks('impact.before.school-days'), firstWeeks: weeks('impact.first.school-days'), secondWeeks: weeks('impact.second.school-days'),
  };
}

/** The day of the same school week a year earlier: the same week by its number in the school's year, the same day of it; a day in the holidays stands for the first of the week after. Null where the calendar does not hold that week. Weeks in order. */
export function sameDayLastYear(weeks: readonly Pick<SchoolWeek, 'weekStart' | 'academicYear' | 'ordinal'>[], anchor: string): string | null {
  const now = weeks.find(({ weekStart }) => addDays(weekStart, 6) >= anchor);
  const then = now && weeks.find(({ academicYear, ordinal }) => academicYear === now.academicYear - 1 && ordinal === now.ordinal);
  if (now === undefined || then === undefined) return null;
  const into = [0, 1, 2, 3, 4, 5, 6].find((day) => addDays(now.weekStart, day) === anchor) ?? 0;
  return addDays(then.weekStart, into);
}

/** Somebody on the roll of a school on the day of an anchor. */
export interface RollRow extends CountPair { readonly startsOn: string; readonly endsOn: string | null }
/** The same pupils before and after: those on roll from the first day before to the last day after. `others` were on roll on the day itself, and not throughout. */
export interface Pooled extends CountPair { readonly pupils: number; readonly others: number }

const NOTHING: SessionCount = { possible: 0, attended: 0 };
const plus = (one: SessionCount, other: SessionCount): SessionCount => ({ possible: one.possible + other.possible, attended: one.attended + other.attended });

/** Pairs as one: sessions added up, divided once by whoever shows it. */
export const poolPairs = (pairs: readonly CountPair[]): CountPair => pairs.reduce<CountPair>((sum, { before, after }) => ({ before: plus(sum.before, before), after: plus(sum.after, after) }), { before: NOTHING, after: NOTHING });

/** The register of a school around a day, of pupils who were there all the while: who joins or leaves in between moves a school's rate, and nobody's attendance. */
export function pooledRoll(rows: readonly RollRow[], from: string, to: string): Pooled {
  const stayed = rows.filter(({ startsOn, endsOn, before, after }) => startsOn <= from && (endsOn === null || endsOn >= to) && before.possible > 0 && after.possible > 0);
  return { ...poolPairs(stayed), pupils: stayed.length, others: rows.length - stayed.length };
}

/** How a whole school changed. */
export const schoolImpact = ({ before, after }: CountPair, { school }: WideLimits): ImpactClass => impactClass(before, after, { ...school } as ImpactLimits);

const isEnough = (pair: CountPair, limits: WideLimits): boolean => schoolImpact(pair, limits) !== ImpactClass.INSUFFICIENT;

/** A school beside schools like it: how many, how they moved on average (each counts once), and its own change less that. In percentage points, not rounded. */
export interface BesideSchools { readonly schools: number; readonly meanChange: number; readonly effect: number }

/** Difference in differences of a school; null with too few sessions of its own or too few schools with enough. */
export function besideSchools(own: CountPair, others: readonly CountPair[], limits: WideLimits): BesideSchools | null {
  const change = changeInPoints(own.before, own.after);
  const changes = others.filter((other) => isEnough(other, limits)).flatMap(({ before, after }) => changeInPoints(before, after) ?? []);
  if (change === null || !isEnough(own, limits) || changes.length === 0 || changes.length < limits.fewestSchools) return null;
  const meanChange = changes.reduce((sum, each) => sum + each, 0) / changes.length;
  return { schools: changes.length, meanChange, effect: change - meanChange };
}

/** What happened over the same school weeks a year earlier, and the change of this year less that. In percentage points, not rounded. */
export interface BesideLastYear extends CountPair { readonly change: number; readonly effect: number }

/** Beside the same weeks last year; null where either year has too few sessions to say. */
export function besideLastYear(own: CountPair, last: CountPair | null, least: Pick<ImpactLimits, 'leastSessions'>): BesideLastYear | null {
  if (last === null || [own.before, own.after, last.before, last.after].some(({ possible }) => possible < least.leastSessions || possible === 0)) return null;
  const [change, was] = [changeInPoints(own.before, own.after)!, changeInPoints(last.before, last.after)!];
  return { ...last, change: was, effect: change - was };
}

/** One pupil of a group: this year's sessions, the effect beside pupils alike, and the same weeks a year earlier; null where there is none to tell. */
export interface GroupPupil extends CountPair { readonly matched: number | null; readonly lastYear: CountPair | null }
/** What became of a group: of the pupils, of those set beside pupils alike, and of those whose register of last year is held. */
export interface GroupImpact extends CountPair { readonly own: ImpactSummary; readonly matched: ImpactSummary; readonly lastYear: ImpactSummary }

/** A group as its pupils, each judged as a pupil is; sessions are of all of them with enough to say. */
export function groupImpact(pupils: readonly GroupPupil[], limits: ImpactLimits): GroupImpact {
  const judged = pupils.map((pupil) => ({ ...pupil, impact: impactClass(pupil.before, pupil.after, limits) }));
  const enough = judged.filter(({ impact }) => impact !== ImpactClass.INSUFFICIENT);
  const having = (value: (pupil: GroupPupil) => number | null): { impact: ImpactClass; value: number }[] => enough.flatMap((pupil) => { const found = value(pupil); return found === null ? [] : [{ impact: pupil.impact, value: found }]; });
  return {
    ...poolPairs(enough),
    own: impactSummary(judged.map(({ impact, before, after }) => ({ impact, value: impact === ImpactClass.INSUFFICIENT ? null : changeInPoints(before, after) })), limits),
    matched: impactSummary(having(({ matched }) => matched), limits),
    lastYear: impactSummary(having((pupil) => besideLastYear(pupil, pupil.lastYear, limits)?.effect ?? null), limits),
  };
}

/** A school of the area in whole weeks: this year, and the same weeks a year earlier where they are held. */
export interface AreaRow extends CountPair { readonly lastYear: CountPair | null }
/** The area: of schools with sessions on both sides, and of those among them with both sides of last year. */
export interface AreaImpact extends CountPair { readonly schools: number; readonly lastYear: (BesideLastYear & { readonly schools: number; readonly own: CountPair }) | null }

/** The schools of the area added up. Beside last year stand the same schools in both years. */
export function areaImpact(rows: readonly AreaRow[], { school }: WideLimits): AreaImpact {
  const both = ({ before, after }: CountPair): boolean => before.possible > 0 && after.possible > 0;
  const counted = rows.filter(both);
  const twice = counted.flatMap((row) => (row.lastYear !== null && both(row.lastYear) ? [{ own: row, last: row.lastYear }] : []));
  const own = poolPairs(twice.map((each) => each.own));
  const beside = besideLastYear(own, poolPairs(twice.map(({ last }) => last)), school);
  return { ...poolPairs(counted), schools: counted.length, lastYear: beside === null ? null : { ...beside, own, schools: twice.length } };
}
