import fc from 'fast-check';
import { addDays } from '../kernel/index.ts';
import { groupAtPoint, yearGroupIn, type PointWeek } from './index.ts';

const week = (weekStart: string, possible: number, authorised: number, unauthorised = 0): PointWeek => ({ weekStart, possible, attended: possible - authorised - unauthorised, authorised, unauthorised, lateBefore: 0, lateAfter: 0 });
const PERCENTS = { persistent: 10, severe: 50 };

describe('a group at a point of its year', () => {
  const GROUP = [[week('2025-09-01', 6, 0), week('2025-09-08', 10, 2)], [week('2025-09-08', 10, 5)], [week('2025-09-15', 10, 10)]];
  test.each([
    ['2025-09-01', { possible: 6, attended: 6, authorised: 0, enrolments: 1, persistent: 0, severe: 0 }],
    ['2025-09-08', { possible: 26, attended: 19, authorised: 7, enrolments: 2, persistent: 2, severe: 1 }],
    ['2025-09-15', { possible: 36, attended: 19, authorised: 17, enrolments: 3, persistent: 3, severe: 2 }],
  ])('by the end of the week of %s', (toWeek, counts) => expect(groupAtPoint(GROUP, toWeek, PERCENTS)).toMatchObject(counts));

  const enrolment = fc.array(fc.record({ at: fc.nat(9), possible: fc.nat(10), missed: fc.nat(10) }), { maxLength: 6 }).map((rows) => rows.map(({ at, possible, missed }) => week(addDays('2025-09-01', at * 7), possible, Math.min(possible, missed))));
  test('parts add up to the whole, no later week counts, and nobody is severely absent who is not persistently so', () => {
    fc.assert(fc.property(fc.array(enrolment, { maxLength: 8 }), fc.nat(8), fc.nat(9), (group, cut, at) => {
      const toWeek = addDays('2025-09-01', at * 7);
      const [whole, one, other] = [group, group.slice(0, cut), group.slice(cut)].map((part) => groupAtPoint(part, toWeek, PERCENTS));
      for (const name of ['possible', 'attended', 'authorised', 'enrolments', 'persistent', 'severe'] as const) expect(one![name] + other![name]).toBe(whole![name]);
      expect(groupAtPoint(group.map((weeks) => weeks.filter(({ weekStart }) => weekStart <= toWeek)), '2026-08-25', PERCENTS)).toEqual(whole);
      expect(whole!.severe <= whole!.persistent && whole!.persistent <= whole!.enrolments).toBe(true);
    }));
  });
});

describe('the year group somebody was in', () => {
  test.each([
    ['9', null, 2025, 2026, '8'], ['9', null, 2024, 2026, '7'], ['9', null, 2026, 2026, '9'], ['1', null, 2025, 2026, 'R'], ['R', null, 2025, 2026, 'N2'], ['N1', null, 2025, 2026, null], ['X', null, 2025, 2026, 'X'],
    // A leaver moved up with the Septembers they were there for.
    ['11', '2026-07-17', 2025, 2026, '11'], ['11', '2026-08-31', 2025, 2026, '11'], ['8', '2026-10-09', 2025, 2026, '7'], ['6', '2025-07-18', 2025, 2026, '6'],
  ] as const)('recorded in %s, left %s, of %i seen in %i: %s', (yearGroup, leftOn, year, now, then) => expect(yearGroupIn({ yearGroup, leftOn }, year, now)).toBe(then));
});
