import fc from 'fast-check';
import { addDays } from '../kernel/index.ts';
import {
  BARRIER_KIND_WORDS, BARRIER_KINDS, BARRIER_STATUS_WORDS, BARRIER_STATUSES, BARRIER_TEXTS, isClosedBarrier, moveNeedsReason, nextBarrierStatuses, problemOfBarrierText, weeksAround, type BarrierText, type BarrierWeek,
} from './index.ts';

describe('the status of a barrier', () => {
  test('each can be reached from open, and none is a trap', () => {
    const reached = new Set<string>(['OPEN']);
    for (let round = 0; round < BARRIER_STATUSES.length; round += 1) for (const status of BARRIER_STATUSES) if (reached.has(status)) for (const next of nextBarrierStatuses(status)) reached.add(next);
    expect([...reached].sort()).toEqual([...BARRIER_STATUSES].sort());
    for (const status of BARRIER_STATUSES) expect([status, nextBarrierStatuses(status).length > 0, nextBarrierStatuses(status).includes(status)]).toEqual([status, true, false]);
  });
  test.each([
    ['OPEN', 'BEING_WORKED_ON', false], ['BEING_WORKED_ON', 'OPEN', false], ['OPEN', 'RESOLVED', true], ['BEING_WORKED_ON', 'CLOSED_UNRESOLVED', true], ['RESOLVED', 'OPEN', true], ['CLOSED_UNRESOLVED', 'OPEN', true],
  ] as const)('from %s to %s a reason is asked for: %s', (from, to, asked) => expect([nextBarrierStatuses(from).includes(to), moveNeedsReason(from, to)]).toEqual([true, asked]));
  test('has words, and so has every kind', () => {
    for (const status of BARRIER_STATUSES) expect(BARRIER_STATUS_WORDS[status]).not.toBe('');
    for (const kind of BARRIER_KINDS) expect(BARRIER_KIND_WORDS[kind]).not.toBe('');
    expect(BARRIER_STATUSES.filter(isClosedBarrier)).toEqual(['CLOSED_UNRESOLVED', 'RESOLVED']);
  });
});

describe('a text', () => {
  test.each([
    ['title', '', 'Enter a title'], ['title', 'Bus', 'Say a little more about a title: at least 5 characters'], ['title', 'Bus 14 withdrawn', null], ['place', '', null], ['teamNote', '', null],
    ['reason', 'done', 'Say a little more about why: at least 10 characters'], ['outcome', 'x'.repeat(1001), 'Use 1000 characters or fewer for what came of it'],
  ] as const)('%s of %j: %s', (name, text, problem) => expect(problemOfBarrierText(name, text)).toBe(problem));
  test('is right exactly between its bounds', () => fc.assert(fc.property(fc.constantFrom(...(Object.keys(BARRIER_TEXTS) as BarrierText[])), fc.integer({ min: 0, max: 5000 }), (name, length) =>
    (problemOfBarrierText(name, 'x'.repeat(length)) === null) === (length >= BARRIER_TEXTS[name].least && length <= BARRIER_TEXTS[name].most))));
});

describe('the weeks a barrier is judged by', () => {
  const week = (weekStart: string, academicYear = 2026, isOpen = true): BarrierWeek => ({ weekStart, academicYear, isOpen });
  const WEEKS = [week('2026-07-13', 2025), week('2026-08-31'), week('2026-09-07'), week('2026-09-14'), week('2026-10-26', 2026, false), week('2026-11-02'), week('2026-11-09'), week('2026-11-16'), week('2026-11-23')];
  const around = (since: string, compared = 2) => weeksAround(WEEKS, since, '2026-11-19', 2026, compared);

  test.each([
    ['in the middle of a week: that week counts as since', '2026-11-04', { before: { from: '2026-09-07', to: '2026-09-14' }, since: { from: '2026-11-02', to: '2026-11-16' } }],
    ['in a holiday', '2026-10-28', { before: { from: '2026-09-07', to: '2026-09-14' }, since: { from: '2026-11-02', to: '2026-11-16' } }],
    ['in the first week: before is the end of last year', '2026-09-02', { before: { from: '2026-07-13', to: '2026-07-13' }, since: { from: '2026-08-31', to: '2026-11-16' } }],
    ['in the second week: before is of this year alone', '2026-09-07', { before: { from: '2026-08-31', to: '2026-08-31' }, since: { from: '2026-09-07', to: '2026-11-16' } }],
    ['last year: since is of this year alone', '2026-07-14', { before: null, since: { from: '2026-08-31', to: '2026-11-16' } }],
    ['in weeks to come', '2026-11-23', { before: { from: '2026-11-09', to: '2026-11-16' }, since: null }],
  ] as const)('%s', (_what, since, expected) => expect(around(since)).toEqual(expected));

  test('never overlap, never hold more weeks before than asked for, and never look ahead', () => fc.assert(fc.property(
    fc.array(fc.record({ week: fc.integer({ min: 0, max: 60 }), isOpen: fc.boolean() }), { maxLength: 40 }), fc.integer({ min: 0, max: 420 }), fc.integer({ min: 1, max: 8 }),
    (given, day, compared) => {
      const weeks = [...new Map(given.map(({ week: at, isOpen }) => [at, { weekStart: addDays('2026-01-05', at * 7), academicYear: at < 34 ? 2025 : 2026, isOpen }])).values()];
      const { before, since } = weeksAround(weeks, addDays('2026-01-05', day), '2026-11-19', 2026, compared);
      const held = weeks.filter(({ weekStart, isOpen }) => isOpen && before !== null && weekStart >= before.from && weekStart <= before.to);
      expect(held.length).toBeLessThanOrEqual(compared);
      expect(new Set(held.map(({ academicYear }) => academicYear)).size).toBeLessThanOrEqual(1);
      if (before && since) expect(before.to < since.from).toBe(true);
      if (since) expect(since.to <= '2026-11-19').toBe(true);
    })));
});
