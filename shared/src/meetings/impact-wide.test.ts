import fc from 'fast-check';
import { schoolWeeks } from '../calendar/index.ts';
import {
  areaEffectWords, areaImpact, besideLastYear, besideSchools, besideSchoolsWords, changeInPoints, groupEffectWords, groupImpact, groupLastYearWords, groupMatchedWords, impactLimits, lastYearWords, pooledRoll, poolPairs, sameDayLastYear, schoolEffectWords, schoolImpact, WIDE_CAVEATS, WIDE_CAVEATS_OF,
  WIDE_SCOPES, wideLimits, wideRowWords, type CountPair, type GroupPupil, type ImpactClass, type RollRow,
} from './index.ts';

const ON = '2026-11-09';
const [PUPIL, WIDE] = [impactLimits(ON), wideLimits(ON)];
const count = (attended: number, possible: number) => ({ possible, attended });
const pair = (a: number, b: number, c: number, d: number): CountPair => ({ before: count(a, b), after: count(c, d) });
const DAYS = { anchorOn: ON, beforeDays: 30, days: 30 };
const weeks = schoolWeeks({
  terms: [
    { name: 'Autumn 1', startsOn: '2025-09-03', endsOn: '2025-10-24' }, { name: 'Autumn 2', startsOn: '2025-11-03', endsOn: '2025-12-19' },
    { name: 'Autumn 1', startsOn: '2026-09-03', endsOn: '2026-10-23' }, { name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2027-01-08' },
  ],
  closures: [],
});

describe('the same school week of last year', () => {
  test.each<[string, string, string | null]>([
    ['a Monday is the Monday of the tenth week', '2026-11-09', '2025-11-10'],
    ['a Wednesday is the Wednesday', '2026-11-11', '2025-11-12'],
    ['a day in the holidays is the first of the week after', '2026-10-28', '2025-11-03'],
    ['in the summer it is the first week of the year', '2026-08-20', '2025-09-01'],
    ['a week last year did not have', '2027-01-06', null],
    ['a day after the calendar', '2027-02-01', null],
    ['last year has no year before it', '2025-11-10', null],
  ])('%s', (_name, anchor, day) => expect(sameDayLastYear(weeks, anchor)).toBe(day));
});

describe('a school', () => {
  const row = (startsOn: string, endsOn: string | null, counts: CountPair): RollRow => ({ startsOn, endsOn, ...counts });
  const [FROM, TO] = ['2026-09-22', '2026-12-18'];
  test('is its pupils on roll throughout, with sessions on both sides', () => expect(pooledRoll([
    row('2025-09-03', null, pair(40, 60, 46, 60)), row('2026-09-22', '2026-12-18', pair(30, 60, 30, 60)),
    row('2026-09-23', null, pair(58, 58, 60, 60)), row('2025-09-03', '2026-12-17', pair(0, 60, 0, 58)), row('2025-09-03', null, pair(0, 0, 60, 60)), row('2025-09-03', null, pair(60, 60, 0, 0)),
  ], FROM, TO)).toEqual({ pupils: 2, others: 4, ...pair(70, 120, 76, 120) }));

  test.each<[number, number, number, number, ImpactClass]>([
    [1600, 2000, 1640, 2000, 'IMPROVED'], [1600, 2000, 1639, 2000, 'STABLE'], [1600, 2000, 1560, 2000, 'WORSE'], [1600, 2000, 1561, 2000, 'STABLE'], [1000, 1199, 1200, 1200, 'INSUFFICIENT'], [1000, 1200, 1100, 1199, 'INSUFFICIENT'], [0, 0, 0, 0, 'INSUFFICIENT'],
  ])('%i of %i, then %i of %i: %s', (a, b, c, d, impact) => expect(schoolImpact(pair(a, b, c, d), WIDE)).toBe(impact));

  test('beside four similar schools that rose by 3⅓, 3⅓, 3⅓ and 10 points, ten points are five', () => {
    const own = pair(1560, 2340, 1794, 2340);
    const like = pair(1200, 1800, 1260, 1800);
    const found = besideSchools(own, [like, like, like, pair(1200, 1800, 1380, 1800)], WIDE)!;
    expect([found.schools, found.meanChange.toFixed(9), found.effect.toFixed(9)]).toEqual([4, '5.000000000', '5.000000000']);
    expect(besideSchoolsWords(found)).toBe('4 similar schools moved by +5.0 points on average over the same days; measured against them: +5.0 points.');
  });
  test('too few schools with enough sessions are none, and so is a school without', () => {
    const like = pair(1200, 1800, 1260, 1800);
    expect(besideSchools(pair(1560, 2340, 1794, 2340), [like, like, like, pair(10, 20, 20, 20)], WIDE)).toBeNull();
    expect(besideSchools(pair(10, 20, 20, 20), [like, like, like, like], WIDE)).toBeNull();
  });

  test('in words', () => {
    const pooled = { pupils: 39, others: 1, ...pair(1560, 2340, 1794, 2340) };
    expect(schoolEffectWords(pooled, schoolImpact(pooled, WIDE), DAYS)).toBe('39 pupils on roll throughout attended 1,560 of 2,340 sessions (66.7%) in the 30 school days before 9 November 2026, and 1,794 of 2,340 sessions (76.7%) in the 30 school days from it. +10.0 points: improved. 1 pupil who joined or left in those days or had no session is not counted.');
    const few = { pupils: 1, others: 0, ...pair(30, 60, 0, 0) };
    expect(schoolEffectWords(few, schoolImpact(few, WIDE), { ...DAYS, days: 0 })).toBe('1 pupil was on roll throughout: 30 of 60 sessions (50.0%) in the 30 school days before 9 November 2026, and none from it yet. Too few sessions to say anything of the school.');
  });
});

describe('the same weeks last year', () => {
  test('from 83.3% to 78.3%: ten points this year are fifteen against that', () => {
    const found = besideLastYear(pair(40, 60, 46, 60), pair(50, 60, 47, 60), PUPIL)!;
    expect([found.change.toFixed(9), found.effect.toFixed(9)]).toEqual(['-5.000000000', '15.000000000']);
    expect(lastYearWords(found, 2026, 'the school')).toBe('In the same school weeks of 2025/26 the school went from 83.3% to 78.3% (−5.0 points); measured against that: +15.0 points.');
  });
  test.each<[string, CountPair, CountPair | null]>([
    ['nothing held', pair(40, 60, 46, 60), null], ['too little before', pair(40, 60, 46, 60), pair(39, 39, 47, 60)], ['too little after', pair(40, 60, 46, 60), pair(50, 60, 0, 0)], ['too little this year', pair(40, 60, 20, 38), pair(50, 60, 47, 60)],
  ])('%s is not told', (_name, own, last) => {
    expect(besideLastYear(own, last, PUPIL)).toBeNull();
    expect(lastYearWords(null, 2026, 'the school')).toBe('The same school weeks of 2025/26 are not held, or have too few sessions to say.');
  });
});

describe('a group', () => {
  const members = (size: number, more: Partial<GroupPupil> = {}): GroupPupil[] => Array.from({ length: size }, () => ({ ...pair(40, 60, 46, 60), matched: 2, lastYear: pair(50, 60, 47, 60), ...more }));
  test('of nine says nothing but its number', () => {
    const found = groupImpact([...members(9), ...members(2, pair(20, 38, 30, 60))], PUPIL);
    expect(groupEffectWords(found, 10, DAYS)).toBe('Too few to say: 9 pupils of the group with enough sessions, and 10 are needed. 2 pupils had too few sessions.');
    expect([found.own.median, found.matched.median, found.lastYear.median]).toEqual([null, null, null]);
  });
  test('of twelve has a middle and no range; too few beside others are told as too few', () => {
    const found = groupImpact([...members(9), ...members(3, { matched: null, lastYear: null })], PUPIL);
    expect(groupEffectWords(found, 10, DAYS)).toBe('12 pupils attended 480 of 720 sessions (66.7%) in the 30 school days before 9 November 2026, and 552 of 720 sessions (76.7%) in the 30 school days from it. 12 of them improved (100.0%), 0 no great change, 0 worse. The middle change is +10.0 points.');
    expect(groupMatchedWords(found)).toBe('Too few of the group could be set beside pupils alike (9) to say how much of it would have come anyway.');
    expect(groupLastYearWords(found, 2026)).toBe('Of too few of these pupils (9) enough of the same school weeks of 2025/26 is held.');
  });
  test('of thirty has ranges', () => {
    const found = groupImpact(members(30), PUPIL);
    expect(groupMatchedWords(found)).toBe('Of 30 pupils who could be set beside pupils alike, the middle change measured against them is +2.0 points, between +2.0 points and +2.0 points 95 times in 100.');
    expect(found.lastYear).toMatchObject({ median: 15, interval: { from: 15, to: 15 } });
    expect(wideRowWords(found.own, 10, ['pupil', 'pupils'])).toBe('30 of 30 pupils improved (100.0%), 0 no great change, 0 worse. The middle change is +10.0 points, between +10.0 points and +10.0 points 95 times in 100.');
  });
});

describe('the area', () => {
  const held = { ...pair(900, 1000, 950, 1000), lastYear: pair(900, 1000, 900, 1000) };
  test('is its schools with sessions on both sides, and beside last year the same schools twice', () => {
    const found = areaImpact([{ ...held, ...pair(1800, 2000, 1900, 2000), lastYear: pair(1800, 2000, 1800, 2000) }, { ...pair(500, 1000, 500, 1000), lastYear: null }, { ...pair(0, 0, 60, 60), lastYear: null }], WIDE);
    expect([found.schools, found.before, found.after]).toEqual([2, count(2300, 3000), count(2400, 3000)]);
    expect([found.lastYear?.schools, found.lastYear?.own, found.lastYear?.effect.toFixed(9)]).toEqual([1, pair(1800, 2000, 1900, 2000), '5.000000000']);
    expect(areaEffectWords(found, ON, 6, 6)).toBe('Pupils of 2 schools attended 2,300 of 3,000 sessions (76.7%) in the 6 school weeks before the week of 9 November 2026, and 2,400 of 3,000 sessions (80.0%) in the whole school weeks from it, 6 at most. +3.3 points.');
  });
  test('without a whole week from it nothing is told', () => {
    const none = areaImpact([{ ...pair(900, 1000, 0, 0), lastYear: null }], WIDE);
    expect([none.schools, none.lastYear, areaEffectWords(none, ON, 6, 6)]).toEqual([0, null, 'No whole school week from 9 November 2026 is held yet, so nothing can be told.']);
  });
});

describe('whatever is counted', () => {
  const counts = fc.integer({ min: 0, max: 60 }).chain((possible) => fc.integer({ min: 0, max: possible }).map((attended) => ({ possible, attended })));
  const pairs = fc.record({ before: counts, after: counts });
  const days = fc.constantFrom('2026-09-01', '2026-09-22', '2026-10-01', '2026-12-18', '2027-01-01');
  const rows = fc.array(fc.record({ startsOn: days, endsOn: fc.option(days), before: counts, after: counts }), { maxLength: 40 });
  const sum = (list: readonly CountPair[]) => poolPairs(list);

  test('everybody on roll is counted once, in one place, in any order', () => fc.assert(fc.property(rows, (roll) => {
    const found = pooledRoll(roll, '2026-09-22', '2026-12-18');
    expect(found.pupils + found.others).toBe(roll.length);
    expect(pooledRoll([...roll].reverse(), '2026-09-22', '2026-12-18')).toEqual(found);
    expect(found.before.possible).toBeLessThanOrEqual(sum(roll).before.possible);
    expect(found.before.attended).toBeLessThanOrEqual(found.before.possible);
  })));
  test('schools that all moved alike tell of no effect, however many there are', () => fc.assert(fc.property(fc.integer({ min: 4, max: 8 }), fc.integer({ min: 0, max: 1800 }), fc.integer({ min: 0, max: 1800 }), (size, before, after) => {
    const one = pair(before, 1800, after, 1800);
    expect(Math.abs(besideSchools(one, Array.from({ length: size }, () => one), WIDE)!.effect)).toBeLessThan(1e-9);
  })));
  test('what last year did too is no effect, and the effect and last year add up to the change', () => fc.assert(fc.property(pairs, pairs, (own, last) => {
    expect(besideLastYear(own, own, PUPIL)?.effect ?? 0).toBe(0);
    const found = besideLastYear(own, last, PUPIL);
    if (found !== null) expect(found.effect + found.change).toBeCloseTo(changeInPoints(own.before, own.after)!, 9);
  })));
  test('a group is never told below the number it takes', () => fc.assert(fc.property(fc.array(pairs, { maxLength: 30 }), (list) => {
    const { own, matched, lastYear } = groupImpact(list.map((each) => ({ ...each, matched: 1, lastYear: each })), PUPIL);
    expect(own.pupils + own.insufficient).toBe(list.length);
    for (const each of [own, matched, lastYear]) expect(each.pupils >= 10 || each.median === null).toBe(true);
  })));
  test('every scope has something more to say beside its figures', () => {
    for (const scope of WIDE_SCOPES) expect(WIDE_CAVEATS_OF[scope].map((code) => WIDE_CAVEATS[code].length > 20)).not.toContain(false);
  });
});
