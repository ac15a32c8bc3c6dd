import { HERITAGE } from './heritage.ts';
import type { WorldEnrolment, WorldPupil, YearNumber } from './model.ts';
import { normalShareBelow, type Random } from './random.ts';

/** Kinds of school that national absence figures tell apart. */
export type AbsencePhase = 'PRIMARY' | 'SECONDARY' | 'SPECIAL' | 'ALTERNATIVE';

/** Which national figures a place at a school belongs to: all-through schools count by the year taught. */
export function absencePhaseOf(enrolment: WorldEnrolment, year: YearNumber): AbsencePhase {
  const { phase } = enrolment.school;
  if (phase === 'SPECIAL' || phase === 'ALTERNATIVE') return phase;
  return year >= 7 ? 'SECONDARY' : 'PRIMARY';
}

/**
 * How absence is spread over pupils: at each share of pupils, ordered from least absent, the share of sessions missed.
 * Drawn so that a full year gives the national rate, the tenth missed by persistent and the half missed by severe pupils.
 */
const SPREAD: Readonly<Record<AbsencePhase, readonly (readonly [below: number, missed: number])[]>> = {
  PRIMARY: [[0, 0], [0.08, 0.004], [0.25, 0.015], [0.5, 0.031], [0.7, 0.051], [0.82, 0.076], [0.868, 0.1], [0.92, 0.13], [0.96, 0.178], [0.985, 0.265], [0.9925, 0.4], [0.9945, 0.5], [1, 0.8]],
  SECONDARY: [[0, 0], [0.08, 0.004], [0.25, 0.017], [0.5, 0.036], [0.65, 0.057], [0.73, 0.079], [0.768, 0.1], [0.84, 0.136], [0.9, 0.197], [0.94, 0.295], [0.961, 0.5], [0.985, 0.67], [1, 0.95]],
  SPECIAL: [[0, 0.005], [0.1, 0.015], [0.3, 0.04], [0.5, 0.067], [0.675, 0.1], [0.76, 0.15], [0.85, 0.22], [0.92, 0.34], [0.95, 0.5], [0.98, 0.68], [1, 0.98]],
  ALTERNATIVE: [[0, 0.03], [0.1, 0.1], [0.3, 0.24], [0.5, 0.4], [0.7, 0.56], [0.9, 0.78], [1, 0.98]],
};

/** The share of sessions missed by the pupil who stands at that place in the order of absence. */
export function missedAt(phase: AbsencePhase, place: number): number {
  const spread = SPREAD[phase];
  for (let index = 1; index < spread.length; index++) {
    const [below, missed] = spread[index]!;
    if (place > below) continue;
    const [from, least] = spread[index - 1]!;
    return least + ((place - from) / (below - from)) * (missed - least);
  }
  return spread.at(-1)![1];
}

const YEAR_SHIFT: readonly number[] = [0.06, 0.02, -0.02, -0.04, -0.04, -0.02, 0.02, -0.3, -0.06, 0.1, 0.16, 0.16, -0.1, -0.05];

/** How far what is known of a pupil moves them in the order of absence, in standard deviations; sized to the gaps in national figures. */
export function groupShift(pupil: WorldPupil, enrolment: WorldEnrolment, year: YearNumber): number {
  let shift = enrolment.school.climate + (YEAR_SHIFT[Math.max(0, year)] ?? 0) + (HERITAGE[pupil.ethnicity]?.shift ?? 0);
  if (pupil.fsm) shift += 0.47;
  if (pupil.sen === 'K') shift += 0.33;
  else if (pupil.sen === 'E' && enrolment.school.phase !== 'SPECIAL') shift += 0.4;
  if (pupil.youngCarer) shift += 0.4;
  for (const { kind, to } of pupil.care) {
    if (to !== null) continue;
    shift += kind === 'CIN' ? 0.6 : kind === 'CPP' ? 0.85 : kind === 'CLA' ? -0.15 : 0;
  }
  return shift;
}

/** Mean and spread of the shifts of each phase, so that unequal groups still add up to the national figure. */
export function balanceOf(pupils: readonly WorldPupil[]): Map<AbsencePhase, { mean: number; spread: number }> {
  const sums = new Map<AbsencePhase, { count: number; sum: number; squares: number }>();
  for (const pupil of pupils) {
    for (const enrolment of pupil.enrolments) {
      const phase = absencePhaseOf(enrolment, enrolment.year);
      const shift = groupShift(pupil, enrolment, enrolment.year);
      const entry = sums.get(phase) ?? { count: 0, sum: 0, squares: 0 };
      entry.count += 1;
      entry.sum += shift;
      entry.squares += shift * shift;
      sums.set(phase, entry);
    }
  }
  return new Map([...sums].map(([phase, { count, sum, squares }]) => {
    const mean = sum / count;
    return [phase, { mean, spread: Math.sqrt(Math.max(0, squares / count - mean * mean)) }] as const;
  }));
}

// Pupils tend to stay where they were in the order from one year to the next.
const STEADY = Math.sqrt(0.72);
const CHANCE = Math.sqrt(0.28);

/** The share of sessions a pupil misses in a year. `lasting` is drawn once a pupil, `passing` once a year. */
export function missedShare(phase: AbsencePhase, shift: number, balance: { mean: number; spread: number }, lasting: Random, passing: Random): number {
  const own = Math.sqrt(Math.max(0.2, 1 - balance.spread * balance.spread));
  const z = shift - balance.mean + own * (STEADY * lasting.normal() + CHANCE * passing.normal());
  return missedAt(phase, normalShareBelow(z));
}
