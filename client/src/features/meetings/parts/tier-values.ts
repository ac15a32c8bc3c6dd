import { MEETING_RULE_WORDS, TIER_VALUES, type TierUnit, type TierValueName } from '@attendance/shared/meetings';
import { MEASURE_WORDS } from './planner-words.ts';

/** Points are kept in hundredths and read as percentage points. */
export const shownValue = (unit: TierUnit, value: number): string => String(unit === 'POINTS' ? value / 100 : value);

/** A value as somebody typed it, as it is kept; NaN where it is no number, or has more places than are kept. */
export function typedValue(unit: TierUnit, typed: string): number {
  const text = typed.trim().replace(/\s*%$/, '');
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(text)) return Number.NaN;
  return unit === 'POINTS' ? Math.round(Number(text) * 100) : Number(text);
}

const WEIGHED: Readonly<Partial<Record<TierValueName, string>>> = {
  'tier.attendance.weight': 'ATTENDANCE', 'tier.persistent.weight': 'PERSISTENT', 'tier.severe.weight': 'SEVERE', 'tier.change.weight': 'CHANGE', 'tier.practice.weight': 'PRACTICE',
};

/** What a value decides: of a weight, the measure it weighs. */
export const valueWords = (name: TierValueName): string => MEASURE_WORDS[WEIGHED[name] ?? ''] ?? MEETING_RULE_WORDS[name].what;

const UNIT_WORDS: Readonly<Record<TierUnit, string>> = { WEIGHT: 'times its points', POINTS: 'percentage points', SCORE: 'points', COUNT: 'overdue', SCHOOL_DAYS: 'school days' };

/** A value with its unit: `1 percentage points` is never said. */
export function valueInWords(name: string, value: number): string {
  const rule = TIER_VALUES.find((each) => each.name === name);
  if (rule === undefined) return String(value);
  return rule.unit === 'WEIGHT' ? `× ${value}` : `${shownValue(rule.unit, value)} ${UNIT_WORDS[rule.unit].replace(/s$/, value === (rule.unit === 'POINTS' ? 100 : 1) ? '' : 's')}`;
}
