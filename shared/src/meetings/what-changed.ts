import type { PackStanding } from './pack.ts';

/** What may have happened to a pupil since the last meeting. In the order a pack shows them. */
export const PackChange = {
  NEWLY_SEVERE: 'NEWLY_SEVERE', NEWLY_PERSISTENT: 'NEWLY_PERSISTENT', NEWLY_DECLINING: 'NEWLY_DECLINING', RECOVERED: 'RECOVERED', RETURNED: 'RETURNED',
} as const;
export type PackChange = (typeof PackChange)[keyof typeof PackChange];
export const PACK_CHANGES: readonly PackChange[] = Object.values(PackChange);

/** What a pack is compared with: that of the last meeting; the start of a term, which in the autumn is the whole of last year. */
export const PackSinceKind = { MEETING: 'MEETING', TERM: 'TERM', LAST_YEAR: 'LAST_YEAR' } as const;
export type PackSinceKind = (typeof PackSinceKind)[keyof typeof PackSinceKind];
export interface PackSince {
  readonly kind: PackSinceKind;
  /** The day of the meeting, or the first of the term; null where no calendar says. */
  readonly on: string | null;
  /** Figures then; null where none are comparable. */
  readonly figures: { readonly possible: number; readonly attended: number; readonly enrolments: number; readonly persistent: number; readonly severe: number } | null;
}

/** A pupil at one moment. */
export interface PupilMoment { readonly standing: PackStanding | null; readonly isFalling: boolean; readonly isAway: boolean }

/** Every change of pupils between two moments. Who stood nowhere before was below: somebody new who is severely absent is newly so. Both are of pupils on roll now. */
export function whatChanged(before: ReadonlyMap<number, PupilMoment>, now: ReadonlyMap<number, PupilMoment>): Map<number, PackChange[]> {
  const changed = new Map<number, PackChange[]>();
  for (const [pupilId, is] of now) {
    const was = before.get(pupilId) ?? { standing: null, isFalling: false, isAway: false };
    const changes = PACK_CHANGES.filter((change) => HOLDS[change](was, is));
    if (changes.length > 0) changed.set(pupilId, changes);
  }
  return changed;
}

const isOver = ({ standing }: PupilMoment): boolean => standing === 'SEVERE' || standing === 'PERSISTENT';
/** Severe is a part of persistent; a pupil is told of once, by the worse. */
const HOLDS: Readonly<Record<PackChange, (was: PupilMoment, is: PupilMoment) => boolean>> = {
  NEWLY_SEVERE: (was, is) => is.standing === 'SEVERE' && was.standing !== 'SEVERE',
  NEWLY_PERSISTENT: (was, is) => is.standing === 'PERSISTENT' && !isOver(was),
  NEWLY_DECLINING: (was, is) => is.isFalling && !was.isFalling,
  RECOVERED: (was, is) => isOver(was) && is.standing === 'BELOW',
  RETURNED: (was, is) => was.isAway && !is.isAway,
};

/** How many pupils each change is of. */
export function countChanges(changed: Iterable<readonly PackChange[]>): Record<PackChange, number> {
  const counts = Object.fromEntries(PACK_CHANGES.map((change) => [change, 0])) as Record<PackChange, number>;
  for (const changes of changed) for (const change of changes) counts[change] += 1;
  return counts;
}
