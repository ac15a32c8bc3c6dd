import fc from 'fast-check';
import { contextDistance, contextOf, placeAmong, poolShares, similarRule, similarSchools, type ContextSchool } from './similar-schools.ts';

const rule = similarRule('2026-11-19');
const school = (schoolId: number, more: Partial<ContextSchool> = {}): ContextSchool => ({ schoolId, phase: 'PRIMARY', pupils: 200, fsm6: 50, senSupport: 20, senPlan: 4, eal: 30, ealBelieved: 0, ...more });

it('adds up how much smaller the smaller is and the points between shares, each with its weight', () => {
  const weights = { size: 1, fsm6: 3, sen: 2, eal: 1 };
  // Half the size: 50. FSM6 25% and 30%: 5 points, three times. SEN 12% and 14%: 2 points, twice. EAL 15% and 10%: 5 points.
  expect(contextDistance(school(1), school(2, { pupils: 100, fsm6: 30, senSupport: 10, senPlan: 4, eal: 8, ealBelieved: 2 }), weights)).toBeCloseTo(50 + 15 + 4 + 5, 9);
  expect(contextDistance(school(1), school(2), weights)).toBe(0);
});

it('takes schools of the same phase with enough pupils, ties by URN, and none where fewer than the rule asks are alike', () => {
  const others = [7, 3, 5, 4].map((id) => school(id));
  expect(similarSchools(school(1), others, rule).map((each) => each.school.schoolId)).toEqual([3, 4, 5, 7]);
  for (const unlike of [school(3, { phase: 'SPECIAL' }), school(3, { pupils: rule.leastPupils - 1, fsm6: 1 })]) expect(similarSchools(school(1), [school(7), school(5), school(4), unlike], rule)).toEqual([]);
  expect(similarSchools(school(1, { pupils: rule.leastPupils - 1 }), others, rule)).toEqual([]);
});

it('counts enrolments with a session, and what is recorded of them', () => {
  const pupil = { possible: 10, sen: null, fsm6: null, eal: null };
  expect(contextOf([pupil, { ...pupil, possible: 0, sen: 'E' }, { ...pupil, sen: 'E', fsm6: 'Y' }, { ...pupil, sen: 'K', eal: 'OTB' }, { ...pupil, sen: 'N', eal: 'OTH' }, { ...pupil, eal: 'ENG' }]))
    .toEqual({ pupils: 5, fsm6: 1, senSupport: 1, senPlan: 1, eal: 1, ealBelieved: 1 });
});

const share = (part: number, whole = 100) => ({ part, whole });
it.each([
  [share(5), [share(6), share(7), share(8)], 'lowest of 4'], [share(7), [share(5), share(6), share(8), share(9), share(10)], '3rd lowest of 6'], [share(9), [share(5), share(6), share(10)], '2nd highest of 4'],
  [share(9), [share(5), share(6)], 'highest of 3'], [share(10, 200), [share(5), share(6)], 'joint lowest of 3'], [share(5), [share(5), share(10, 200)], 'the same in all 3'], [share(5), [share(1, 0)], null],
])('says where %j stands among %j: %s', (own, others, words) => expect(placeAmong(own, others)).toBe(words));

it('pools sum over sum', () => expect(poolShares([share(5), share(90, 900)])).toEqual({ part: 95, whole: 1000 }));

const anySchool = fc.record({ schoolId: fc.integer({ min: 2, max: 60 }), phase: fc.constantFrom('PRIMARY', 'SECONDARY'), pupils: fc.integer({ min: 1, max: 600 }), fsm6: fc.nat(100), senSupport: fc.nat(60), senPlan: fc.nat(20), eal: fc.nat(100), ealBelieved: fc.nat(5) })
  .map((each) => ({ ...each, fsm6: Math.min(each.fsm6, each.pupils), senSupport: Math.min(each.senSupport, each.pupils), senPlan: 0, eal: Math.min(each.eal, each.pupils), ealBelieved: 0 }));
const anySchools = fc.uniqueArray(anySchool, { selector: ({ schoolId }) => schoolId, maxLength: 20 });

describe('whatever the schools', () => {
  const own = school(1);
  const chosen = (schools: readonly ContextSchool[]) => similarSchools(own, schools, rule).map((each) => each.school.schoolId);

  it('their order does not matter, and a school is never like itself', () => fc.assert(fc.property(anySchools, fc.infiniteStream(fc.nat()), (schools, numbers) => {
    const keyed = schools.map((each) => ({ each, key: numbers.next().value as number })).sort((a, b) => a.key - b.key).map(({ each }) => each);
    expect(chosen([own, ...keyed])).toEqual(chosen(schools));
    expect(chosen([own, ...schools])).not.toContain(own.schoolId);
  })));

  it('none that is left out is nearer, and one farther than all that are shown changes nothing', () => fc.assert(fc.property(fc.uniqueArray(anySchool, { selector: ({ schoolId }) => schoolId, minLength: 9, maxLength: 20 }), (each) => {
    const schools = each.map((one) => ({ ...one, phase: own.phase, pupils: one.pupils + rule.leastPupils }));
    const shown = similarSchools(own, schools, rule);
    expect(shown).toHaveLength(rule.most);
    // As unlike as can be: larger than any, and everybody in every group.
    const far = { schoolId: 99, phase: own.phase, pupils: 9000, fsm6: 9000, senSupport: 9000, senPlan: 0, eal: 9000, ealBelieved: 0 };
    expect(chosen([...schools, far])).toEqual(shown.map((near) => near.school.schoolId));
    for (const left of schools.filter(({ schoolId }) => !shown.some((near) => near.school.schoolId === schoolId))) expect(contextDistance(own, left, rule.weights)).toBeGreaterThanOrEqual(shown.at(-1)!.apart);
  })));

  it('two lie as far apart either way', () => fc.assert(fc.property(anySchool, anySchool, (one, other) => expect(contextDistance(one, other, rule.weights)).toBe(contextDistance(other, one, rule.weights)))));
});
