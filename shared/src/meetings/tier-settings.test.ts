import fc from 'fast-check';
import { MEETING_RULES, type MeetingRuleName } from '../kernel/index.ts';
import { ownTierLimits, schoolTier, TIER_VALUES, tierLimits, tierValueProblems, tierValuesOn, type TierQuestion, type TierValues } from './index.ts';

const TODAY = '2026-11-19';
const USUAL = tierValuesOn(TODAY, {});
const QUESTION: TierQuestion = {
  hasFeed: true, average: { attendance: 9200, persistent: 2000, severe: 200 }, overdueActions: 2, overdueReturns: 0, severeWithoutPlan: 0, isSecondary: false, daysWithoutData: 9, override: null,
  figures: { possible: 100_000, attended: 91_400, pupils: 1000, persistent: 210, severe: 20, last: { possible: 100_000, attended: 91_400 } },
};

describe('what an authority sets of its tiers', () => {
  test('every value of the rule pack that tiers use may be set, and none else', () => {
    const named = (Object.keys(MEETING_RULES) as MeetingRuleName[]).filter((name) => name.startsWith('tier.'));
    expect(TIER_VALUES.map(({ name }) => name).sort()).toEqual(named.sort());
  });

  test('nothing set is the rule pack', () => {
    expect(ownTierLimits(TODAY, {})).toEqual(tierLimits(TODAY));
    expect(tierValueProblems(USUAL)).toEqual({});
  });

  test.each<[string, TierValues, number, string]>([
    ['nothing', {}, 3, 'TARGETED'],
    ['persistent absence counts twice', { 'tier.persistent.weight': 2 }, 4, 'TARGETED'],
    ['attendance does not count', { 'tier.attendance.weight': 0 }, 2, 'UNIVERSAL'],
    ['half a point below is much', { 'tier.attendance.hundredths': 50 }, 4, 'TARGETED'],
    ['two overdue are many', { 'tier.overdue-many.count': 2 }, 4, 'TARGETED'],
    ['targeted from four', { 'tier.targeted-from.score': 4 }, 3, 'UNIVERSAL'],
    ['intensive from three', { 'tier.targeted-from.score': 2, 'tier.intensive-from.score': 3 }, 3, 'INTENSIVE'],
    ['nine days without marks are many', { 'tier.no-data.school-days': 9, 'tier.targeted-from.score': 5 }, 3, 'TARGETED'],
  ])('%s set: a score and a tier', (_what, own, score, tier) => expect(schoolTier(QUESTION, TODAY, ownTierLimits(TODAY, own))).toMatchObject({ score, tier }));

  test.each<[string, TierValues, string[]]>([
    ['a weight below nothing', { 'tier.change.weight': -1 }, ['tier.change.weight']],
    ['half a weight', { 'tier.change.weight': 0.5 }, ['tier.change.weight']],
    ['no number', { 'tier.no-data.school-days': Number.NaN }, ['tier.no-data.school-days']],
    ['a small fall above a large one', { 'tier.fall-some.hundredths': 100 }, ['tier.fall-much.hundredths']],
    ['intensive no higher than targeted', { 'tier.intensive-from.score': 3 }, ['tier.intensive-from.score']],
    ['no weight at all', Object.fromEntries(TIER_VALUES.filter(({ unit }) => unit === 'WEIGHT').map(({ name }) => [name, 0])), ['tier.intensive-from.score']],
    ['a score nobody can have', { 'tier.intensive-from.score': 11 }, ['tier.intensive-from.score']],
  ])('%s is refused', (_what, own, fields) => expect(Object.keys(tierValueProblems({ ...USUAL, ...own }))).toEqual(fields));

  const values = fc.record(Object.fromEntries(TIER_VALUES.map(({ name, least, most }) => [name, fc.integer({ min: least, max: most })]))) as fc.Arbitrary<Record<(typeof TIER_VALUES)[number]['name'], number>>;
  test('what may be kept lets each tier be reached by its score', () => fc.assert(fc.property(values, (own) => {
    fc.pre(Object.keys(tierValueProblems(own)).length === 0);
    const limits = ownTierLimits(TODAY, own);
    const highest = 2 * Object.values(limits.weights).reduce((sum, weight) => sum + weight, 0);
    expect(limits.targetedFrom).toBeLessThan(limits.intensiveFrom);
    expect(highest).toBeGreaterThanOrEqual(limits.intensiveFrom);
  })));

  test('a heavier weight never lowers a tier', () => fc.assert(fc.property(fc.constantFrom(...TIER_VALUES.filter(({ unit }) => unit === 'WEIGHT').map(({ name }) => name)), fc.integer({ min: 0, max: 4 }), (name, weight) => {
    const score = (own: TierValues): number => schoolTier(QUESTION, TODAY, ownTierLimits(TODAY, own)).score ?? 0;
    expect(score({ [name]: weight + 1 })).toBeGreaterThanOrEqual(score({ [name]: weight }));
  })));
});
