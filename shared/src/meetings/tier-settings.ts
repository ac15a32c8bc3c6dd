import { ruleValue, type MeetingRuleName } from '../kernel/index.ts';
import { tierLimits, type TierLimits } from './tier.ts';

/** The values of the rule pack that tiers are worked out by. */
export type TierValueName = Extract<MeetingRuleName, `tier.${string}`>;
/** What the authority set for itself. What is not named holds as in the rule pack. */
export type TierValues = Readonly<Partial<Record<TierValueName, number>>>;

/** POINTS: hundredths of a percentage point. */
export type TierUnit = 'WEIGHT' | 'POINTS' | 'SCORE' | 'COUNT' | 'SCHOOL_DAYS';
export interface TierValueRule { readonly name: TierValueName; readonly unit: TierUnit; readonly least: number; readonly most: number }

const rule = (name: TierValueName, unit: TierUnit, least: number, most: number): TierValueRule => ({ name, unit, least, most });
/** Every value an authority may set, in the order they are read, with the bounds outside which a tier would mean nothing. A weight of 0 leaves a measure out. */
export const TIER_VALUES: readonly TierValueRule[] = [
  rule('tier.attendance.weight', 'WEIGHT', 0, 5),
  rule('tier.persistent.weight', 'WEIGHT', 0, 5),
  rule('tier.severe.weight', 'WEIGHT', 0, 5),
  rule('tier.change.weight', 'WEIGHT', 0, 5),
  rule('tier.practice.weight', 'WEIGHT', 0, 5),
  rule('tier.attendance.hundredths', 'POINTS', 10, 2000),
  rule('tier.persistent.hundredths', 'POINTS', 10, 5000),
  rule('tier.severe.hundredths', 'POINTS', 10, 2000),
  rule('tier.fall-some.hundredths', 'POINTS', 1, 2000),
  rule('tier.fall-much.hundredths', 'POINTS', 2, 4000),
  rule('tier.overdue-many.count', 'COUNT', 2, 50),
  rule('tier.targeted-from.score', 'SCORE', 1, 50),
  rule('tier.intensive-from.score', 'SCORE', 2, 50),
  rule('tier.no-data.school-days', 'SCHOOL_DAYS', 2, 60),
];

/** Every value in force on an ISO day: the authority's own, else that of the rule pack. */
export function tierValuesOn(on: string, own: TierValues): Record<TierValueName, number> {
  return Object.fromEntries(TIER_VALUES.map(({ name }) => [name, own[name] ?? ruleValue(name, on)])) as Record<TierValueName, number>;
}

/** The limits in force on an ISO day for an authority with values of its own. */
export function ownTierLimits(on: string, own: TierValues): TierLimits {
  return tierLimits(on, (name) => own[name as TierValueName] ?? ruleValue(name, on));
}

/** What the whole of the values lacks, by the name of the value, in words; empty when they may be kept. */
export function tierValueProblems(values: Readonly<Record<TierValueName, number>>): Partial<Record<TierValueName, string>> {
  const problems: Partial<Record<TierValueName, string>> = {};
  for (const { name, unit, least, most } of TIER_VALUES) {
    const value = values[name];
    if (!Number.isInteger(value) || value < least || value > most) problems[name] = unit === 'POINTS' ? `Enter percentage points from ${least / 100} to ${most / 100}, with at most two decimal places` : `Enter a whole number from ${least} to ${most}`;
  }
  if (Object.keys(problems).length > 0) return problems;
  if (values['tier.fall-much.hundredths'] <= values['tier.fall-some.hundredths']) problems['tier.fall-much.hundredths'] = 'Enter more than the fall that gives one point';
  if (values['tier.intensive-from.score'] <= values['tier.targeted-from.score']) problems['tier.intensive-from.score'] = 'Enter a higher score than the one from which a school is targeted';
  const most = 2 * TIER_VALUES.reduce((sum, { name, unit }) => sum + (unit === 'WEIGHT' ? values[name] : 0), 0);
  if (most < values['tier.intensive-from.score']) problems['tier.intensive-from.score'] ??= most === 0 ? 'At least one measure must have a weight' : `With these weights the highest score is ${most}: no school would be intensive`;
  return problems;
}
