import { ruleValue } from '../kernel/index.ts';

/** That a child shares an adult with every other child of the same number. */
export interface CarerLink { readonly carerId: number; readonly pupilId: number }
/** The sessions a child missed lately: of the Monday named, by half days of that week from 0 (Monday morning) to 13. */
export interface LatelyMissed {
  readonly pupilId: number;
  /** The Monday from which the last school weeks of the child's school count. */
  readonly recentFrom: string;
  readonly missed: readonly { readonly weekStart: string; readonly slot: number }[];
}

/** Children of one family, and the sessions that two or more of them missed alike. */
export interface Together {
  readonly pupilIds: readonly number[];
  /** The Monday from which the last school weeks of all of them count. */
  readonly since: string;
  /** Sessions missed by two of them at least. */
  readonly sessions: number;
  /** Sessions missed by every one of them. */
  readonly byAll: number;
  /** The weekday that holds more of these sessions than any other, 0 for Monday; null where none does. */
  readonly weekday: number | null;
}

/** How many sessions together point a family out, on an ISO day. */
export const siblingSessions = (on: string): number => ruleValue('siblings-together.sessions', on);

/** The families there are: children who share an adult, once each, and not where a larger family holds them all. Sorted. */
export function familiesOf(links: readonly CarerLink[]): number[][] {
  const byCarer = new Map<number, Set<number>>();
  for (const { carerId, pupilId } of links) byCarer.set(carerId, (byCarer.get(carerId) ?? new Set<number>()).add(pupilId));
  const distinct = new Map([...byCarer.values()].filter(({ size }) => size > 1).map((pupils) => {
    const sorted = [...pupils].sort((one, other) => one - other);
    return [sorted.join(','), sorted] as const;
  }));
  const families = [...distinct.values()];
  return families.filter((family) => !families.some((other) => other.length > family.length && family.every((pupil) => other.includes(pupil))));
}

/** Families of whom two children at least missed so many of the same sessions, most first. Twin of the SQL in the server's `together`. */
export function absentTogether(links: readonly CarerLink[], children: readonly LatelyMissed[], threshold: number): Together[] {
  const lately = new Map(children.map((child) => [child.pupilId, child]));
  return familiesOf(links.filter(({ pupilId }) => lately.has(pupilId))).map((pupilIds) => {
    const family = pupilIds.flatMap((id) => lately.get(id) ?? []);
    const since = family.reduce((latest, { recentFrom }) => (recentFrom > latest ? recentFrom : latest), '');
    const missedBy = new Map<string, number>();
    for (const { missed } of family) for (const session of new Set(missed.filter(({ weekStart }) => weekStart >= since).map(({ weekStart, slot }) => `${weekStart} ${slot}`))) missedBy.set(session, (missedBy.get(session) ?? 0) + 1);
    const together = [...missedBy].filter(([, count]) => count > 1);
    return { pupilIds, since, sessions: together.length, byAll: together.filter(([, count]) => count === pupilIds.length).length, weekday: mostOf(together.map(([session]) => Math.floor(Number(session.split(' ')[1]) / 2))) };
  }).filter(({ sessions }) => sessions >= threshold).sort((one, other) => other.sessions - one.sessions || (one.pupilIds[0] ?? 0) - (other.pupilIds[0] ?? 0));
}

/** The value that stands more often than every other; null where two stand equally often. */
function mostOf(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** SESSIONS: a brother or sister missed every session the child missed in a week. WEEK: some session of that week. */
export const SiblingAway = { SESSIONS: 'SESSIONS', WEEK: 'WEEK' } as const;
export type SiblingAway = (typeof SiblingAway)[keyof typeof SiblingAway];

/** What brothers and sisters did in a week in which a child missed these half days; null where the child missed none, or none of them any. Twin of the SQL in the server's `together`. */
export function siblingAway(missed: readonly number[], siblings: readonly (readonly number[])[]): SiblingAway | null {
  if (missed.length === 0) return null;
  if (siblings.some((theirs) => missed.every((slot) => theirs.includes(slot)))) return SiblingAway.SESSIONS;
  return siblings.some((theirs) => theirs.length > 0) ? SiblingAway.WEEK : null;
}

/** Every number the move to Year 7 is judged by. */
export interface TransitionLimits { points: number; sessionsBefore: number; sessionsSince: number; persistentPercent: number; aheadFromMonth: number }

export function transitionLimits(on: string): TransitionLimits {
  return {
    points: ruleValue('transition.points', on), sessionsBefore: ruleValue('transition.sessions-before', on), sessionsSince: ruleValue('transition.sessions-since', on),
    persistentPercent: ruleValue('persistent-absence.percent', on), aheadFromMonth: ruleValue('transition.ahead-from-month', on),
  };
}

/** FELL: in Year 7 now, and missing more than in Year 6. AHEAD: in Year 6 now, persistently absent, and about to move on. */
export const TransitionKind = { FELL: 'FELL', AHEAD: 'AHEAD' } as const;
export type TransitionKind = (typeof TransitionKind)[keyof typeof TransitionKind];

/** Sessions of Year 6 and of Year 7 so far; of a child still in Year 6, those of Year 6 so far and none. */
export interface TransitionCounts { readonly beforePossible: number; readonly beforeAbsent: number; readonly sincePossible: number; readonly sinceAbsent: number }

/** Whether attendance in Year 7 is so many percentage points below Year 6, where both hold enough sessions to say something. */
export function fellAfterYear6({ beforePossible, beforeAbsent, sincePossible, sinceAbsent }: TransitionCounts, limits: TransitionLimits): boolean {
  return beforePossible >= limits.sessionsBefore && sincePossible >= limits.sessionsSince && beforePossible > 0 && sincePossible > 0
    && (sinceAbsent * beforePossible - beforeAbsent * sincePossible) * 100 >= limits.points * beforePossible * sincePossible;
}

/** Whether a Year 6 child is pointed out before the move: from some month of the school year's last months to August, where persistently absent. */
export function movesOnAbsent({ beforePossible, beforeAbsent }: TransitionCounts, on: string, limits: TransitionLimits): boolean {
  return isMovingOnTime(on, limits) && beforePossible >= limits.sessionsBefore && beforePossible > 0 && beforeAbsent * 100 >= beforePossible * limits.persistentPercent;
}

const LAST_MONTH = 8;
export function isMovingOnTime(on: string, limits: Pick<TransitionLimits, 'aheadFromMonth'>): boolean {
  const month = Number(on.slice(5, 7));
  return month >= limits.aheadFromMonth && month <= LAST_MONTH;
}
