import fc from 'fast-check';
import { absentTogether, familiesOf, fellAfterYear6, movesOnAbsent, siblingAway, siblingSessions, siblingsRule, togetherSentence, transitionLimits, transitionRule, transitionSentence, type CarerLink, type LatelyMissed } from './index.ts';

const LIMITS = transitionLimits('2026-11-19');
const MONDAY = '2026-11-02';
const links = (...given: readonly (readonly [carer: number, ...pupils: number[]])[]): CarerLink[] => given.flatMap(([carerId, ...pupils]) => pupils.map((pupilId) => ({ carerId, pupilId })));
const child = (pupilId: number, slots: readonly number[], recentFrom = MONDAY, weekStart = MONDAY): LatelyMissed => ({ pupilId, recentFrom, missed: slots.map((slot) => ({ weekStart, slot })) });

describe('families', () => {
  test.each([
    ['share an adult', links([1, 10, 11]), [[10, 11]]],
    ['share two adults and are one family', links([1, 10, 11], [2, 11, 10]), [[10, 11]]],
    ['a smaller one within a larger is none of its own', links([1, 10, 11, 12], [2, 10, 11]), [[10, 11, 12]]],
    ['half-siblings stand in two', links([1, 10, 11], [2, 11, 12]), [[10, 11], [11, 12]]],
    ['a child alone is none', links([1, 10], [2, 11]), []],
  ])('%s', (_what, given, expected) => expect(familiesOf(given)).toEqual(expected));
});

describe('absent together', () => {
  test.each([
    ['at the line', child(10, [0, 1, 2, 3, 4, 5]), child(11, [0, 1, 2, 3, 4, 5, 6]), 6, [{ pupilIds: [10, 11], since: MONDAY, sessions: 6, byAll: 6, weekday: null }]],
    ['one below it', child(10, [0, 1, 2, 3, 4]), child(11, [0, 1, 2, 3, 4]), 6, []],
    ['on other days', child(10, [0, 1, 2, 3]), child(11, [4, 5, 6, 7]), 1, []],
    ['a weekday that stands out', child(10, [0, 1, 3]), child(11, [0, 1, 3]), 3, [{ pupilIds: [10, 11], since: MONDAY, sessions: 3, byAll: 3, weekday: 0 }]],
    ['only since both are counted', child(10, [0, 1], '2026-10-12', MONDAY), child(11, [0, 1], '2026-11-09', MONDAY), 1, []],
    ['the same session said twice is one', child(10, [0, 0, 0]), child(11, [0, 0]), 1, [{ pupilIds: [10, 11], since: MONDAY, sessions: 1, byAll: 1, weekday: 0 }]],
  ])('%s', (_what, one, other, threshold, expected) => expect(absentTogether(links([1, 10, 11]), [one, other], threshold)).toEqual(expected));

  test('of three, two are enough, and what all missed is told apart', () =>
    expect(absentTogether(links([1, 10, 11, 12]), [child(10, [0, 1, 2]), child(11, [0, 1]), child(12, [1, 2])], 3)).toEqual([{ pupilIds: [10, 11, 12], since: MONDAY, sessions: 3, byAll: 1, weekday: 0 }]));
  test('a child who is not there is not hinted at', () => expect(absentTogether(links([1, 10, 11]), [child(10, [0, 1])], 1)).toEqual([]));

  const slots = fc.uniqueArray(fc.integer({ min: 0, max: 9 }));
  test('is never more than the second most absent child missed, and one more session missed never takes a family off', () => fc.assert(fc.property(slots, slots, slots, fc.integer({ min: 0, max: 9 }), (a, b, c, more) => {
    const family = links([1, 10, 11, 12]);
    const [row] = absentTogether(family, [child(10, a), child(11, b), child(12, c)], 0);
    expect(row?.sessions).toBeLessThanOrEqual([a.length, b.length, c.length].sort((x, y) => y - x)[1]! * 2);
    expect(row!.byAll).toBeLessThanOrEqual(Math.min(a.length, b.length, c.length));
    expect(absentTogether(family, [child(10, [...a, more]), child(11, b), child(12, c)], 0)[0]!.sessions).toBeGreaterThanOrEqual(row!.sessions);
  })));
  test('the order in which children and adults are named says nothing', () => fc.assert(fc.property(slots, slots, (a, b) => {
    const [one, other] = [child(10, a), child(11, b)];
    expect(absentTogether(links([2, 11, 10], [1, 10, 11]), [other, one], 0)).toEqual(absentTogether(links([1, 10, 11], [2, 10, 11]), [one, other], 0));
  })));
});

describe('a brother or sister in the same week', () => {
  test.each([
    ['missed the same sessions', [0, 1], [[0, 1]], 'SESSIONS'], ['missed the same and more', [0, 1], [[0, 1, 2]], 'SESSIONS'], ['missed some of them', [0, 1], [[1]], 'WEEK'],
    ['missed others of the week', [0, 1], [[8]], 'WEEK'], ['missed none', [0, 1], [[]], null], ['is none', [0, 1], [], null], ['missed some where the child missed none', [], [[0]], null],
    ['of two, one missed the same', [0, 1], [[8], [0, 1]], 'SESSIONS'], ['of two, each missed one of them: no one of them the same', [0, 1], [[0], [1]], 'WEEK'],
  ])('%s', (_what, missed, siblings, expected) => expect(siblingAway(missed, siblings)).toBe(expected));

  const slots = fc.uniqueArray(fc.integer({ min: 0, max: 9 }));
  test('another child who missed nothing changes nothing, and the order of children says nothing', () => fc.assert(fc.property(slots, fc.array(slots), (missed, siblings) => {
    expect(siblingAway(missed, [...siblings, []])).toBe(siblingAway(missed, siblings));
    expect(siblingAway(missed, [...siblings].reverse())).toBe(siblingAway(missed, siblings));
  })));
  test('one more session missed by a brother or sister never takes the clause away', () => fc.assert(fc.property(slots, slots, fc.integer({ min: 0, max: 9 }), (missed, theirs, more) => {
    const strength = (away: ReturnType<typeof siblingAway>): number => (away === 'SESSIONS' ? 2 : away === 'WEEK' ? 1 : 0);
    expect(strength(siblingAway(missed, [[...theirs, more]]))).toBeGreaterThanOrEqual(strength(siblingAway(missed, [theirs])));
  })));
});

describe('in words', () => {
  const row = { pupilIds: [1, 2], since: MONDAY, sessions: 6, byAll: 6, weekday: 0 };
  test.each([
    [row, 'Both missed 6 of the same sessions since 2 November, Mondays most'], [{ ...row, weekday: null }, 'Both missed 6 of the same sessions since 2 November'],
    [{ ...row, pupilIds: [1, 2, 3], byAll: 4 }, 'Two or more of the three missed 6 of the same sessions since 2 November, Mondays most; all three missed 4 of them'],
    [{ ...row, pupilIds: [1, 2, 3], byAll: 0, weekday: null }, 'Two or more of the three missed 6 of the same sessions since 2 November'],
  ])('%#', (given, words) => expect(togetherSentence(given)).toBe(words));
  test('the move to Year 7', () => {
    expect(transitionSentence('FELL', { beforePossible: 380, beforeAbsent: 15, sincePossible: 100, sinceAbsent: 16 }, 'Fellgate Primary')).toBe('Was 96.1% in Year 6 at Fellgate Primary; 84.0% in Year 7 so far');
    expect(transitionSentence('AHEAD', { beforePossible: 300, beforeAbsent: 34, sincePossible: 0, sinceAbsent: 0 }, 'Fellgate Primary')).toBe('Missed 34 of 300 sessions of Year 6 at Fellgate Primary; moves to Year 7 in September');
  });
  test('the rules are made of the limits', () => {
    expect(siblingsRule(siblingSessions('2026-11-19'), 4)).toBe('Two or more children of one family missed 6 or more of the same sessions in the last 4 school weeks.');
    expect(transitionRule(LIMITS)).toMatch(/5 percentage points.*60 sessions.*20 since.*From May to August.*10%/);
  });
});

describe('the move to Year 7', () => {
  const counts = (beforePossible: number, beforeAbsent: number, sincePossible: number, sinceAbsent: number) => ({ beforePossible, beforeAbsent, sincePossible, sinceAbsent });
  test.each([
    ['five points', counts(100, 5, 100, 10), true], ['just below', counts(1000, 50, 1000, 99), false], ['too few before', counts(59, 0, 100, 50), false], ['too few since', counts(100, 0, 19, 19), false],
    ['just enough of both', counts(60, 0, 20, 1), true], ['better now', counts(100, 50, 100, 0), false], ['nothing at all', counts(0, 0, 0, 0), false],
  ])('fell: %s', (_what, given, expected) => expect(fellAfterYear6(given, LIMITS)).toBe(expected));
  test.each([
    ['2027-05-01', counts(280, 28, 0, 0), true], ['2027-04-30', counts(280, 28, 0, 0), false], ['2027-08-31', counts(280, 28, 0, 0), true], ['2027-09-01', counts(280, 28, 0, 0), false], ['2027-06-01', counts(280, 27, 0, 0), false], ['2027-06-01', counts(59, 59, 0, 0), false],
  ])('about to move on %s, %j: %s', (on, given, expected) => expect(movesOnAbsent(given, on, LIMITS)).toBe(expected));
  const number = fc.integer({ min: 0, max: 380 });
  test('one more session missed in Year 7 never takes anybody off', () => fc.assert(fc.property(number, number, number, number, (bp, ba, sp, sa) => {
    const given = counts(bp, Math.min(ba, bp), sp, Math.min(sa, sp));
    return !fellAfterYear6(given, LIMITS) || fellAfterYear6({ ...given, sincePossible: sp + 1, sinceAbsent: given.sinceAbsent + 1 }, LIMITS);
  })));
});
