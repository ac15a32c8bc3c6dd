import type { AbsencePhase } from './propensity.ts';

/** Reasons whose number follows from how much a pupil misses; the rest come from what happens to a pupil. */
export const REASONS = ['I', 'M', 'C', 'O', 'G', 'U'] as const;
export type Reason = (typeof REASONS)[number];

type Split = Readonly<Record<Reason, number>>;

/** How absence splits into reasons for pupils who miss little and for those who miss half or more. */
const SPLITS: Readonly<Record<AbsencePhase, { readonly little: Split; readonly much: Split }>> = {
  PRIMARY: {
    little: { I: 0.53, M: 0.06, C: 0.075, O: 0.085, G: 0.215, U: 0.035 },
    much: { I: 0.39, M: 0.02, C: 0.06, O: 0.46, G: 0.02, U: 0.05 },
  },
  SECONDARY: {
    little: { I: 0.6, M: 0.075, C: 0.065, O: 0.09, G: 0.125, U: 0.045 },
    much: { I: 0.25, M: 0.02, C: 0.05, O: 0.63, G: 0.01, U: 0.04 },
  },
  SPECIAL: {
    little: { I: 0.53, M: 0.14, C: 0.13, O: 0.09, G: 0.09, U: 0.035 },
    much: { I: 0.35, M: 0.04, C: 0.19, O: 0.38, G: 0.01, U: 0.03 },
  },
  ALTERNATIVE: {
    little: { I: 0.35, M: 0.05, C: 0.05, O: 0.48, G: 0.02, U: 0.05 },
    much: { I: 0.15, M: 0.01, C: 0.04, O: 0.77, G: 0, U: 0.03 },
  },
};

/** The share of a pupil's absence with a reason, for a pupil who misses that share of sessions. */
export function reasonShare(phase: AbsencePhase, reason: Reason, missed: number): number {
  const { little, much } = SPLITS[phase];
  const along = Math.min(1, Math.max(0, (missed - 0.04) / 0.46));
  return little[reason] + along * (much[reason] - little[reason]);
}

/** Happenings that a year brings to some pupils, as chances and sizes by phase. */
export const HAPPENINGS: Readonly<Record<AbsencePhase, {
  readonly late: number;
  readonly partTime: number;
  readonly suspended: number;
  readonly offSiteDay: number;
  readonly councilPlace: number;
  readonly sport: number;
}>> = {
  PRIMARY: { late: 0.0132, partTime: 0.018, suspended: 0.009, offSiteDay: 0.0095, councilPlace: 0.0006, sport: 0.32 },
  SECONDARY: { late: 0.0335, partTime: 0.02, suspended: 0.065, offSiteDay: 0.015, councilPlace: 0.0026, sport: 0.54 },
  SPECIAL: { late: 0.009, partTime: 0.072, suspended: 0.05, offSiteDay: 0.044, councilPlace: 0.0034, sport: 0.18 },
  ALTERNATIVE: { late: 0.03, partTime: 0.2, suspended: 0.2, offSiteDay: 0.08, councilPlace: 0.01, sport: 0.1 },
};
