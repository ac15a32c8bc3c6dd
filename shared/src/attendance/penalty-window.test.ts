import fc from 'fast-check';
import { penaltyRule, penaltySessions, penaltyStanding, rollingTotals } from './index.ts';

const rule = penaltyRule('2026-01-05');
const weeksOf = (counts: number[]) =>
  counts.map((count, index) => ({ weekStart: `week ${index + 1}`, marks: count === 0 ? null : 'O'.repeat(count).padEnd(14) }));

describe('the penalty window', () => {
  test.each([
    ['not met', [2, 0, 0, 1, 0, 0, 0, 0, 3, 0, 0, 4], [2, 2, 2, 3, 3, 3, 3, 3, 6, 6, 4, 8], null],
    ['met in week 12', [2, 0, 0, 1, 0, 0, 0, 0, 3, 0, 2, 4], [2, 2, 2, 3, 3, 3, 3, 3, 6, 6, 6, 10], 'week 12'],
  ])('%s', (_, counts, totals, metInWeek) => {
    expect(rollingTotals(counts, rule.schoolWeeks)).toEqual(totals);
    expect(penaltyStanding(weeksOf(counts), rule)).toMatchObject({ totals, metInWeek, current: totals[11] });
  });

  test('counts G, N, O and U and nothing else', () => expect(penaltySessions('/\\LUGNOIEC-# H')).toBe(4));

  test('the fullest window is named', () => {
    expect(penaltyStanding(weeksOf([6, 5, 0]), rule)).toMatchObject({ highest: 11, highestWeek: 'week 2', metInWeek: 'week 2' });
    expect(penaltyStanding([], rule)).toEqual({ current: 0, highest: 0, highestWeek: null, metInWeek: null, totals: [] });
  });

  test('each total is the sum of its window', () => {
    fc.assert(fc.property(fc.array(fc.nat(10), { maxLength: 60 }), fc.integer({ min: 1, max: 15 }), (counts, window) => {
      rollingTotals(counts, window).forEach((total, index) =>
        expect(total).toBe(counts.slice(Math.max(0, index - window + 1), index + 1).reduce((sum, count) => sum + count, 0)));
    }));
  });
});
