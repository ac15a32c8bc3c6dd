import { ruleValue } from '../kernel/index.ts';

/** Sessions a pupil could have attended and those missed, over any period. Both are whole sessions. */
export interface Absence {
  possible: number;
  absent: number;
}

/** `part` as a percentage of `whole`, rounded half away from zero; null when `whole` is 0. Both are whole numbers. */
export function ratePercent(part: number, whole: number, decimals = 1): number | null {
  if (whole === 0) return null;
  const scale = 10 ** decimals;
  // Whole-number division: a rate that sits exactly on a half must not depend on binary fractions.
  const numerator = Math.abs(part) * 200 * scale + Math.abs(whole);
  const divisor = Math.abs(whole) * 2;
  const rounded = (numerator - (numerator % divisor)) / divisor / scale;
  return rounded !== 0 && part < 0 !== whole < 0 ? -rounded : rounded;
}

/** Attendance and absence percentages that add up to 100 as shown: absence is rounded, attendance derived from it. */
export function attendanceAndAbsencePercent(
  absent: number,
  possible: number,
  decimals = 1,
): { attendance: number; absence: number } | null {
  const absence = ratePercent(absent, possible, decimals);
  if (absence === null) return null;
  const scale = 10 ** decimals;
  return { attendance: (100 * scale - Math.round(absence * scale)) / scale, absence };
}

/** Days missed, shown to the half day. */
export function daysOfSessions(sessions: number): number {
  return sessions / 2;
}

/** Whether absence reaches `percent` of the pupil's own possible sessions; null without a possible session. Compares whole numbers, since a rate shown as 10.0 may lie below it. */
export function reachesPercent(absent: number, possible: number, percent: number): boolean | null {
  return possible === 0 ? null : absent * 100 >= possible * percent;
}

/** Whether absence is persistent: at `percent` or more of the pupil's own possible sessions; null without any. Source: DfE, Pupil absence statistics: methodology. */
export function isPersistentlyAbsent(absent: number, possible: number, percent: number): boolean | null {
  return reachesPercent(absent, possible, percent);
}

/** Whether absence is severe: at `percent` or more of the pupil's own possible sessions; null without any. Severe absence is part of persistent absence. */
export function isSeverelyAbsent(absent: number, possible: number, percent: number): boolean | null {
  return reachesPercent(absent, possible, percent);
}

/** A five-point band of absence in percent: `from` is inside, `to` is outside, and 100 stands alone. */
export interface AbsenceBand {
  from: number;
  to: number;
  label: string;
}

/** The 21 national bands of absence, lowest first. */
export const ABSENCE_BANDS: readonly AbsenceBand[] = Object.freeze([
  ...Array.from({ length: 20 }, (_, index) => ({ from: index * 5, to: index * 5 + 5, label: `${index * 5}-${index * 5 + 5}` })),
  { from: 100, to: 100, label: '100' },
]);

/** The national five-point band of a pupil's absence; null without a possible session. */
export function absenceBand(absent: number, possible: number): AbsenceBand | null {
  if (possible === 0) return null;
  const twentieths = absent * 20;
  const index = Math.min((twentieths - (twentieths % possible)) / possible, 20);
  return ABSENCE_BANDS[index] ?? null;
}

/** Where a pupil's absence stands in the tiers casework speaks of. */
export const AbsenceTier = { GOOD: 'GOOD', AT_RISK: 'AT_RISK', PERSISTENT: 'PERSISTENT', SEVERE: 'SEVERE' } as const;
export type AbsenceTier = (typeof AbsenceTier)[keyof typeof AbsenceTier];

/** Lower edges of the tiers, in percent of possible sessions. */
export interface AbsenceThresholds {
  atRisk: number;
  persistent: number;
  severe: number;
}

/** The thresholds in force on an ISO day. Throws RangeError before they existed. */
export function absenceThresholds(onIsoDate: string): AbsenceThresholds {
  return {
    atRisk: ruleValue('at-risk.percent', onIsoDate),
    persistent: ruleValue('persistent-absence.percent', onIsoDate),
    severe: ruleValue('severe-absence.percent', onIsoDate),
  };
}

/** The casework tier of a pupil's absence; null without a possible session. */
export function absenceTier(absent: number, possible: number, thresholds: AbsenceThresholds): AbsenceTier | null {
  if (possible === 0) return null;
  if (reachesPercent(absent, possible, thresholds.severe)) return AbsenceTier.SEVERE;
  if (reachesPercent(absent, possible, thresholds.persistent)) return AbsenceTier.PERSISTENT;
  if (reachesPercent(absent, possible, thresholds.atRisk)) return AbsenceTier.AT_RISK;
  return AbsenceTier.GOOD;
}

/** How many more sessions may be missed before absence becomes persistent, given the possible sessions to the end of the year; 0 when the next one does it or it already is, null without a possible session. */
export function sessionsBeforePersistent(absent: number, possibleToYearEnd: number, percent: number): number | null {
  if (possibleToYearEnd === 0) return null;
  return Math.max(0, Math.floor((possibleToYearEnd * percent - 1) / 100) - absent);
}

/** A group's absence. `counted` members had a possible session; the rest are in no rate. Percentages are of sessions for `absencePercent`, of counted members otherwise. */
export interface GroupAbsence {
  members: number;
  counted: number;
  possible: number;
  absent: number;
  persistent: number;
  severe: number;
  absencePercent: number | null;
  persistentPercent: number | null;
  severePercent: number | null;
}

/** Pools a group: sessions are added and divided once, never a mean of members' rates. */
export function aggregate(
  members: Iterable<Absence>,
  thresholds: Pick<AbsenceThresholds, 'persistent' | 'severe'>,
  decimals = 1,
): GroupAbsence {
  const group = { members: 0, counted: 0, possible: 0, absent: 0, persistent: 0, severe: 0 };
  for (const { possible, absent } of members) {
    group.members++;
    if (possible === 0) continue;
    group.counted++;
    group.possible += possible;
    group.absent += absent;
    if (isPersistentlyAbsent(absent, possible, thresholds.persistent)) group.persistent++;
    if (isSeverelyAbsent(absent, possible, thresholds.severe)) group.severe++;
  }
  return {
    ...group,
    absencePercent: ratePercent(group.absent, group.possible, decimals),
    persistentPercent: ratePercent(group.persistent, group.counted, decimals),
    severePercent: ratePercent(group.severe, group.counted, decimals),
  };
}

/** Enrolments added up to one entry per pupil, for figures that count children and not enrolments. Label which of the two a figure is. */
export function poolByPupil<Key>(enrolments: Iterable<Absence & { pupilId: Key }>): (Absence & { pupilId: Key })[] {
  const byPupil = new Map<Key, Absence & { pupilId: Key }>();
  for (const { pupilId, possible, absent } of enrolments) {
    const held = byPupil.get(pupilId);
    if (!held) byPupil.set(pupilId, { pupilId, possible, absent });
    else {
      held.possible += possible;
      held.absent += absent;
    }
  }
  return [...byPupil.values()];
}
