import { schoolConditions, type SchoolAlerts, type SchoolCondition, type SiblingAway, type SiblingsAway, type Standing, type WorkListLimits } from '@attendance/shared/attendance';
import type { PupilEntryRow, SchoolEntryRow } from './watch-list.repository.ts';

/** A watched child with a standing for each enrolment on roll that has marks; the first of them says where the child is taught. */
export interface WatchedPupil extends Omit<PupilEntryRow, 'standing' | 'enrolmentId'> {
  readonly standings: readonly Standing[];
  /** The last school weeks of each of them. */
  readonly recent: readonly { readonly enrolmentId: number; readonly schoolName: string; readonly from: string; readonly possible: number; readonly absent: number }[];
}

/** Rows of one child's enrolments taken together, in the order of the rows. */
export function entriesOf(rows: readonly PupilEntryRow[]): WatchedPupil[] {
  const entries = new Map<number, WatchedPupil>();
  for (const { standing, enrolmentId, ...row } of rows) {
    const held = entries.get(row.entryId);
    const standings = [...(held?.standings ?? []), ...(standing === null ? [] : [standing])];
    const recent = [...(held?.recent ?? []), ...(standing === null || enrolmentId === null ? [] : [{ enrolmentId, schoolName: row.schoolName, from: standing.recentFrom, possible: standing.recentPossible, absent: standing.recentAbsent }])];
    entries.set(row.entryId, { ...(held ?? row), sincePossible: (held?.sincePossible ?? 0) + row.sincePossible, sinceAbsent: (held?.sinceAbsent ?? 0) + row.sinceAbsent, standings, recent });
  }
  return [...entries.values()];
}

/** What brothers and sisters did, beside each standing of a watched child. */
export const siblingsIn = ({ recent }: Pick<WatchedPupil, 'recent'>, away: ReadonlyMap<number, SiblingAway>): SiblingsAway => recent.map(({ enrolmentId }) => away.get(enrolmentId) ?? null);

/** What is so of a watched school, of what its list asks for. */
export function schoolNow(school: SchoolEntryRow, alerts: SchoolAlerts, limits: WorkListLimits): SchoolCondition[] {
  return schoolConditions(school, alerts, limits.fallSessions);
}
