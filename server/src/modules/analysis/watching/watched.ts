import { schoolConditions, type SchoolAlerts, type SchoolCondition, type Standing, type WorkListLimits } from '@attendance/shared/attendance';
import type { PupilEntryRow, SchoolEntryRow } from './watch-list.repository.ts';

/** A watched child with a standing for each enrolment on roll that has marks; the first of them says where the child is taught. */
export interface WatchedPupil extends Omit<PupilEntryRow, 'standing'> { readonly standings: readonly Standing[] }

/** Rows of one child's enrolments taken together, in the order of the rows. */
export function entriesOf(rows: readonly PupilEntryRow[]): WatchedPupil[] {
  const entries = new Map<number, WatchedPupil>();
  for (const { standing, ...row } of rows) {
    const held = entries.get(row.entryId);
    const standings = [...(held?.standings ?? []), ...(standing === null ? [] : [standing])];
    entries.set(row.entryId, { ...(held ?? row), sincePossible: (held?.sincePossible ?? 0) + row.sincePossible, sinceAbsent: (held?.sinceAbsent ?? 0) + row.sinceAbsent, standings });
  }
  return [...entries.values()];
}

/** What is so of a watched school, of what its list asks for. */
export function schoolNow(school: SchoolEntryRow, alerts: SchoolAlerts, limits: WorkListLimits): SchoolCondition[] {
  return schoolConditions(school, alerts, limits.fallSessions);
}
