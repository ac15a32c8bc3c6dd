import { asSentence } from '../kernel/index.ts';
import type { Standing } from './standing.ts';
import { ratePercent } from './measures.ts';
import type { SiblingAway } from './together.ts';
import { isOnList, WORK_LIST_KINDS, type WorkListKind, type WorkListLimits } from './work-list.ts';
import { standingSentence } from './work-list-words.ts';

/** What a watch list is of. */
export const WatchKind = { PUPILS: 'PUPILS', SCHOOLS: 'SCHOOLS' } as const;
export type WatchKind = (typeof WatchKind)[keyof typeof WatchKind];

/** What can be so of a watched school: attendance fell, or no marks came. */
export const SchoolCondition = { FALL: 'FALL', SILENT: 'SILENT' } as const;
export type SchoolCondition = (typeof SchoolCondition)[keyof typeof SchoolCondition];

/** Something that is so of a child or a school now, and may be told. */
export type WatchCondition = WorkListKind | SchoolCondition;

/** Where a school stands: sessions of this academic year, of its last school weeks among them, and school days since its last marks. */
export interface SchoolStanding { readonly possible: number; readonly absent: number; readonly recentPossible: number; readonly recentAbsent: number; readonly silentDays: number }

/** When a school is pointed out: percentage points below the weeks before, school days without marks; null is never. */
export interface SchoolAlerts { readonly fallPoints: number | null; readonly silentDays: number | null }

/** The bounds of what can be chosen: percentage points, and school days. */
export const FALL_POINTS = { least: 1, most: 50 } as const;
export const SILENT_DAYS = { least: 1, most: 60 } as const;

/** Which of the chosen work lists a child is on now, by any enrolment on roll; in the order screens show them. */
export function pupilConditions(standings: readonly Standing[], chosen: readonly WorkListKind[], limits: WorkListLimits): WorkListKind[] {
  return WORK_LIST_KINDS.filter((kind) => chosen.includes(kind) && standings.some((standing) => isOnList(kind, standing, limits)));
}

/** What is so of a school now, of what its list asks for. Whole numbers throughout; too few sessions say nothing. */
export function schoolConditions(school: SchoolStanding, { fallPoints, silentDays }: SchoolAlerts, fewestSessions: number): SchoolCondition[] {
  return [...(fallPoints !== null && hasFallen(school, fallPoints, fewestSessions) ? [SchoolCondition.FALL] : []), ...(silentDays !== null && school.silentDays >= silentDays ? [SchoolCondition.SILENT] : [])];
}

function hasFallen({ possible, absent, recentPossible, recentAbsent }: SchoolStanding, points: number, fewest: number): boolean {
  const [earlierPossible, earlierAbsent] = [possible - recentPossible, absent - recentAbsent];
  if (earlierPossible < fewest || recentPossible < fewest) return false;
  return (recentAbsent * earlierPossible - earlierAbsent * recentPossible) * 100 >= points * recentPossible * earlierPossible;
}

/** What is so now and was not told yet: the change. */
export function untold<T>(now: readonly T[], told: readonly T[]): T[] {
  return now.filter((each) => !told.includes(each));
}

/** What counts as told after some of it was read: what is so no longer is forgotten, so that it is told anew when it comes back. */
export function toldAfter<T>(now: readonly T[], told: readonly T[], read: readonly T[]): T[] {
  return now.filter((each) => told.includes(each) || read.includes(each));
}

/** Whom a list holds now and did not when it was last looked at, and whom it held and holds no longer. */
export interface ListMoves { readonly on: number; readonly off: number }

/** How a list moved since it was last looked at: for lists that meetings change, on which to be taken off is news as well. */
export const listMoves = (now: readonly number[], told: readonly number[]): ListMoves => ({ on: untold(now, told).length, off: untold(told, now).length });

/** "3 on, 1 off since you last looked". */
export const listMovesWords = ({ on, off }: ListMoves): string => `${on} on, ${off} off since you last looked`;

/** A short name for exactly these members in whatever order, so that a look marked as read is known not to be of a list that has moved on meanwhile. FNV-1a. */
export function membersMark(members: readonly number[]): string {
  let mark = 0x811c9dc5;
  for (const character of [...members].sort((a, b) => a - b).join()) mark = Math.imul(mark ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return mark.toString(36);
}

const words = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What a brother or sister did in the last week of each standing, in the same order; nothing where it is not known or may not be told. */
export type SiblingsAway = readonly (SiblingAway | null)[];

/** Why a child was pointed out, in the sentence the list itself has; empty where no standing is on the list. */
export function pupilAlertSentence(kind: WorkListKind, standings: readonly Standing[], limits: WorkListLimits, siblings: SiblingsAway = []): string {
  const place = standings.findIndex((each) => isOnList(kind, each, limits));
  const standing = standings[place];
  return standing === undefined ? '' : standingSentence(kind, standing, limits, siblings[place] ?? null);
}

/** Where a watched child stands now: by the first work list that holds them, or by the count alone. */
export function watchedPupilSentence(standings: readonly Standing[], limits: WorkListLimits, siblings: SiblingsAway = []): string {
  const [kind] = pupilConditions(standings, WORK_LIST_KINDS, limits);
  if (kind !== undefined) return pupilAlertSentence(kind, standings, limits, siblings);
  const possible = standings.reduce((sum, each) => sum + each.possible, 0);
  const absent = standings.reduce((sum, each) => sum + each.absent, 0);
  return possible === 0 ? 'No session this year yet' : `Missed ${absent} of ${words(possible, 'session')} this year; on no work list`;
}

/** Where a watched school stands now. */
export function watchedSchoolSentence(school: SchoolStanding, recentWeeks: number): string {
  const { possible, absent, recentPossible, recentAbsent, silentDays } = school;
  if (possible === 0) return 'No marks have come in this year';
  const silent = silentDays > 0 ? `No marks for ${words(silentDays, 'school day')}; ` : '';
  const earlier = ratePercent(possible - recentPossible - (absent - recentAbsent), possible - recentPossible);
  const recent = ratePercent(recentPossible - recentAbsent, recentPossible);
  const said = recent === null ? `${ratePercent(possible - absent, possible) ?? 0}% this year` : `${recent}% in the last ${words(recentWeeks, 'school week')}${earlier === null ? '' : `, ${earlier}% before`}`;
  return silent === '' ? asSentence(said) : `${silent}${said}`;
}
