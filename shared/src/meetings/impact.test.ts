import fc from 'fast-check';
import { openSchoolDays } from '../calendar/index.ts';
import {
  changeInPoints, IMPACT_CAVEATS, IMPACT_CLASSES, impactClass, impactLimits, impactSummary, impactWindows, INEFFECTIVE_REASONS, leftBand, matchedEffect, matchesOf, needsIneffectiveReason, sessionsIn, whyNotCounts, whyNotOf, type ImpactClass, type MatchedPupil, type SessionCount, type SessionDay,
} from './index.ts';
import { WEXMOOR } from './wexmoor.test-data.ts';

const LIMITS = impactLimits('2026-11-10');
const open = openSchoolDays(WEXMOOR);
const count = (attended: number, possible: number): SessionCount => ({ possible, attended });

describe('the windows around an anchor', () => {
  test('of 10 November are 22 September to 9 November, and 10 November to 5 January', () => expect(impactWindows(open, '2026-11-10', '2027-07-20', null, LIMITS)).toEqual({
    before: { from: '2026-09-22', to: '2026-11-09', days: 30, isWhole: true }, first: { from: '2026-11-10', to: '2027-01-05', days: 30, isWhole: true }, second: { from: '2026-11-10', to: '2027-02-23', days: 60, isWhole: true }, isLeaver: false,
  }));
  test.each<[string, string, string, string | null, object]>([
    ['marks that do not reach so far', '2026-11-10', '2026-11-20', null, { first: { to: '2026-11-20', days: 9, isWhole: false }, isLeaver: false }],
    ['a leaver is counted until leaving', '2026-11-10', '2027-07-20', '2026-12-01', { first: { to: '2026-12-01', days: 16, isWhole: false }, second: { days: 16, isWhole: false }, isLeaver: true }],
    ['who left after both windows is none', '2026-11-10', '2027-07-20', '2027-03-25', { second: { days: 60 }, isLeaver: false }],
    ['who left before the anchor', '2026-11-10', '2027-07-20', '2026-10-23', { before: { to: '2026-10-23' }, first: null, second: null, isLeaver: true }],
    ['the first day of the calendar', '2026-09-03', '2027-07-20', null, { before: null, first: { from: '2026-09-03' } }],
    ['an anchor in the holidays', '2026-10-28', '2027-07-20', null, { before: { to: '2026-10-23' }, first: { from: '2026-11-02' } }],
  ])('%s', (_name, anchor, marksTo, leftOn, expected) => expect(impactWindows(open, anchor, marksTo, leftOn, LIMITS)).toMatchObject(expected));
});

describe('what became of a pupil', () => {
  const { before, first } = impactWindows(open, '2026-11-10', '2027-07-20', null, LIMITS);
  const register = (later: number): SessionDay[] => open.map((on, index) => ({ on, possible: 2, attended: on < '2026-11-10' ? 1 : index % 2 === 0 ? 2 : later }));

  test('30 of 60, then 45 of 60: 50.0% to 75.0% is +25.0 points, improved', () => {
    const [earlier, later] = [sessionsIn(register(1), before), sessionsIn(register(1), first)];
    expect([earlier, later]).toEqual([count(30, 60), count(45, 60)]);
    expect(changeInPoints(earlier, later)).toBe(25);
    expect(impactClass(earlier, later, LIMITS)).toBe('IMPROVED');
    expect(leftBand(earlier, later, LIMITS)).toEqual({ persistent: false, severe: true });
  });
  test('sessions of no window are none', () => expect(sessionsIn(register(1), null)).toEqual(count(0, 0)));

  test.each<[number, number, number, number, ImpactClass]>([
    [30, 60, 33, 60, 'IMPROVED'], [30, 60, 32, 60, 'STABLE'], [30, 60, 27, 60, 'WORSE'], [30, 60, 28, 60, 'STABLE'], [30, 60, 30, 60, 'STABLE'], [30, 60, 38, 38, 'INSUFFICIENT'], [39, 39, 10, 60, 'INSUFFICIENT'], [20, 40, 22, 40, 'IMPROVED'], [0, 0, 0, 0, 'INSUFFICIENT'],
  ])('%i of %i, then %i of %i: %s', (a, b, c, d, impact) => expect(impactClass(count(a, b), count(c, d), LIMITS)).toBe(impact));
  test('without sessions there is no change to tell', () => expect([changeInPoints(count(0, 0), count(1, 2)), changeInPoints(count(1, 2), count(0, 0))]).toEqual([null, null]));

  const counts = fc.tuple(fc.nat(120), fc.nat(120)).map(([a, b]) => count(Math.min(a, b), Math.max(a, b)));
  test('there and back is the opposite', () => fc.assert(fc.property(counts, counts, (one, other) => {
    const opposite = { IMPROVED: 'WORSE', WORSE: 'IMPROVED', STABLE: 'STABLE', INSUFFICIENT: 'INSUFFICIENT' } as const;
    expect(impactClass(other, one, LIMITS)).toBe(opposite[impactClass(one, other, LIMITS)]);
  })));
});

const pupil = (pupilId: string, more: Partial<MatchedPupil> = {}): MatchedPupil => ({ pupilId, schoolId: 1, isInCasework: false, phase: 'SECONDARY', yearGroup: 9, sen: 'N', hasFreeMeals: true, before: count(101, 200), after: count(113, 200), ...more });

describe('beside pupils who are alike', () => {
  const own = pupil('own', { isInCasework: true, before: count(30, 60), after: count(45, 60) });
  test('+25.0 beside 50.5 to 56.5 (+6.0) is an effect of +19.0', () => expect(matchedEffect(own, [pupil('a'), pupil('b'), pupil('c')], LIMITS)).toBe(19));
  test.each([['two matches', own, 2], ['too few sessions', pupil('own', { after: count(38, 38) }), 3]])('%s: no effect is told', (_name, of, matches) => expect(matchedEffect(of, Array.from({ length: matches }, (_, index) => pupil(String(index))), LIMITS)).toBeNull());

  test.each<[string, Partial<MatchedPupil>, boolean]>([
    ['alike', {}, true], ['in casework', { isInCasework: true }, false], ['another phase', { phase: 'PRIMARY' }, false], ['a year above', { yearGroup: 10 }, true], ['two years above', { yearGroup: 11 }, false], ['other needs', { sen: 'E' }, false],
    ['no free meals', { hasFreeMeals: false }, false], ['baseline 5 points above', { before: count(55, 100) }, true], ['baseline a little more', { before: count(551, 1000) }, false], ['too few sessions', { after: count(20, 39) }, false], ['another kind of school', { schoolId: 2 }, false],
  ])('%s: %p', (_name, more, is) => expect(matchesOf(own, [pupil('a', more)], (schoolId) => schoolId === 1, LIMITS)).toHaveLength(is ? 1 : 0));

  test('nobody is compared with themselves; the nearest come first, ten at most', () => {
    const near = Array.from({ length: 12 }, (_, index) => pupil(`p${String(index).padStart(2, '0')}`, { before: count(100 + index % 6, 200) }));
    expect(matchesOf(own, [own, pupil('own'), ...near], () => true, LIMITS).map(({ pupilId }) => pupilId)).toEqual(['p00', 'p06', 'p01', 'p07', 'p02', 'p08', 'p03', 'p09', 'p04', 'p10']);
  });
});

describe('a group', () => {
  const group = (size: number, value: (index: number) => number | null = (index) => index) => Array.from({ length: size }, (_, index) => ({ impact: (['IMPROVED', 'STABLE', 'WORSE'] as const)[index % 3]!, value: value(index) }));
  const insufficient = { impact: 'INSUFFICIENT', value: null } as const;

  test('of nine is hidden', () => expect(impactSummary([...group(9), insufficient], LIMITS)).toEqual({ pupils: 9, insufficient: 1, isHidden: true, classes: null, improvedPercent: null, median: null, interval: null }));
  test('of ten shows counts and the median; who has too few sessions is counted beside, and in no rate', () => expect(impactSummary([...group(10), insufficient], LIMITS)).toEqual({
    pupils: 10, insufficient: 1, isHidden: false, classes: { IMPROVED: 4, STABLE: 3, WORSE: 3 }, improvedPercent: 40, median: 4.5, interval: null,
  }));
  test('of twenty-nine has no interval, of thirty one between the 9th and the 22nd', () => {
    expect(impactSummary(group(29), LIMITS).interval).toBeNull();
    expect(impactSummary(group(30), LIMITS)).toMatchObject({ median: 14.5, interval: { from: 8, to: 21 } });
  });
  test('without enough effects there is no median', () => expect(impactSummary(group(12, (index) => (index < 9 ? index : null)), LIMITS)).toMatchObject({ isHidden: false, median: null }));
  test('of values below nothing is rounded like those above', () => expect(impactSummary(group(11, () => -2.25), LIMITS).median).toBe(-2.3));

  test('adds up, and the median lies in its interval', () => fc.assert(fc.property(fc.array(fc.record({ impact: fc.constantFrom(...IMPACT_CLASSES), value: fc.option(fc.double({ min: -100, max: 100, noNaN: true })) }), { maxLength: 60 }), (results) => {
    const found = impactSummary(results, LIMITS);
    expect(found.pupils + found.insufficient).toBe(results.length);
    expect(found.isHidden).toBe(found.pupils < 10);
    if (found.classes !== null) expect(found.classes.IMPROVED + found.classes.STABLE + found.classes.WORSE).toBe(found.pupils);
    if (found.interval !== null && found.median !== null) expect(found.interval.from <= found.median && found.median <= found.interval.to).toBe(true);
  })));
});

test('where nothing improved, a reason is asked for', () => {
  expect(IMPACT_CLASSES.filter(needsIneffectiveReason)).toEqual(['STABLE', 'WORSE']);
  expect([Object.keys(IMPACT_CAVEATS).length, Object.keys(INEFFECTIVE_REASONS).length]).toEqual([10, 10]);
});

test.each([
  ['nothing to ask', [['IMPROVED', null], ['INSUFFICIENT', 'TOO_LATE']], []],
  ['reasons by how often, then what is not said', [['STABLE', 'TOO_LATE'], ['WORSE', 'WRONG_BARRIER'], ['STABLE', 'WRONG_BARRIER'], ['WORSE', null], ['STABLE', null], ['WORSE', null], ['IMPROVED', 'NOT_DELIVERED']], [['WRONG_BARRIER', 2], ['TOO_LATE', 1], ['UNSAID', 3]]],
] as const)('why it did not help: %s', (_name, actions, counted) => {
  expect(whyNotCounts(actions.map(([impact, reason]) => whyNotOf({ impact, reason }))).map(({ reason, pupils }) => [reason, pupils])).toEqual(counted);
});
