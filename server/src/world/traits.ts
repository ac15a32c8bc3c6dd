import type { DayNumber } from '@attendance/shared/kernel';
import type { Phase, WorldCare, WorldPupil, YearNumber } from './model.ts';
import { weighted, type Random } from './random.ts';
import type { CareKind } from './situation-types.ts';

export type Traits = Pick<WorldPupil, 'sen' | 'need' | 'fsm' | 'fsm6' | 'serviceChild' | 'youngCarer' | 'care'>;

// Shares of pupils in the manner of the national school census, by kind of school.
const FSM: Partial<Record<Phase, number>> = { SPECIAL: 0.46, ALTERNATIVE: 0.6, INDEPENDENT: 0 };
const SUPPORT: Partial<Record<Phase, number>> = { SPECIAL: 0.02, ALTERNATIVE: 0.58, PRIMARY: 0.145, NURSERY: 0.09 };
const PLAN: Partial<Record<Phase, number>> = { SPECIAL: 0.975, ALTERNATIVE: 0.28, PRIMARY: 0.036, NURSERY: 0.02 };

const supportNeed = weighted([['SLCN', 28], ['SEMH', 24], ['SPLD', 17], ['MLD', 15], ['ASD', 9], ['PD', 3], ['HI', 2], ['OTH', 2]] as const);
const planNeed = weighted([['ASD', 36], ['SLCN', 18], ['SEMH', 16], ['MLD', 10], ['SLD', 9], ['PMLD', 4], ['PD', 4], ['SPLD', 2], ['DS', 1]] as const);

/** What the school census says of a pupil: need, meals, family circumstances; rates follow the kind of school. */
export function drawTraits(random: Random, phase: Phase, year: YearNumber, climate: number, today: DayNumber): Traits {
  const fsm = random.chance(Math.max(0.02, (FSM[phase] ?? (year >= 12 ? 0.15 : 0.25)) + climate * 0.16));
  const luck = random.next() * (fsm ? 0.75 : 1.08);
  const plan = PLAN[phase] ?? 0.03;
  const sen = luck < plan ? 'E' : luck < plan + (SUPPORT[phase] ?? 0.13) ? 'K' : 'N';
  return {
    fsm,
    fsm6: fsm || random.chance(0.055),
    sen,
    need: sen === 'N' ? null : sen === 'K' ? supportNeed(random) : planNeed(random),
    serviceChild: random.chance(0.012),
    youngCarer: year >= 1 && random.chance(year >= 7 ? 0.013 : 0.006),
    care: drawCare(random, fsm, year, today),
  };
}

const NO_CARE: readonly WorldCare[] = [];

/** Social care status: about 3 in 100 children in need, 4 in 1,000 on a plan, 7 in 1,000 looked after, 5 in 1,000 looked after before. */
function drawCare(random: Random, fsm: boolean, year: YearNumber, today: DayNumber): readonly WorldCare[] {
  const luck = random.next() / (fsm ? 2 : 0.67);
  const started = (most: number): DayNumber => today - random.between(20, Math.min(most, Math.max(60, (year + 3) * 340)));
  const since = (kind: CareKind, from: DayNumber, to: DayNumber | null = null): WorldCare => ({ kind, from, to });
  if (luck < 0.007) return [since('CLA', started(1800))];
  if (luck < 0.011) {
    const from = started(500);
    return [since('CIN', from - random.between(60, 200), from), since('CPP', from)];
  }
  if (luck < 0.041) return [since('CIN', started(700))];
  if (luck < 0.046) return [since('PLAC', started(2500))];
  // Closed long ago or last year: kept, since figures ask who was known to social care at any time.
  if (luck < 0.06) {
    const from = started(900);
    return [since('CIN', from - 200, from)];
  }
  return NO_CARE;
}
