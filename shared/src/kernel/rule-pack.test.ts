import { parseIsoDay, RULE_NAMES, ruleOn, RULES, ruleValue, type DatedValue } from './index.ts';

describe('the rule pack', () => {
  test.each([
    ['persistent-absence.percent', '2026-01-05', 10],
    ['severe-absence.percent', '2026-01-05', 50],
    ['reason-not-established.school-days', '2024-08-19', 5],
    ['retention.register-years', '2024-08-18', 3],
    ['retention.register-years', '2024-08-19', 6],
  ] as const)('%s on %s is %i', (name, day, value) => expect(ruleValue(name, day)).toBe(value));

  test('a rule has no value before it existed', () => expect(() => ruleValue('penalty.sessions', '2024-08-18')).toThrow(RangeError));

  test.each(RULE_NAMES.map((name) => [name]))('%s has dated values with a source, oldest first', (name) => {
    const values: readonly DatedValue[] = RULES[name];
    for (const value of values) {
      expect(parseIsoDay(value.from)).not.toBeNull();
      expect(value.source).not.toBe('');
    }
    expect([...values].sort((one, other) => one.from.localeCompare(other.from))).toEqual([...values]);
    expect(ruleOn(name, '2099-01-01')).toBe(values[values.length - 1]);
  });
});
