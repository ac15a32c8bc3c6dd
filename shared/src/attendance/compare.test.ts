import fc from 'fast-check';
import { COMPARED_MEASURES, comparedCounts, pointsApart, unroundedRate, type ComparedCounts } from './compare.ts';
import { ratePercent } from './measures.ts';

const COUNTS: ComparedCounts = { possible: 2000, authorised: 80, unauthorised: 57, lateBefore: 31, lateAfter: 9, enrolments: 90, persistent: 17, severe: null };

it.each([['absence', 137, 2000], ['authorised', 80, 2000], ['unauthorised', 57, 2000], ['late', 40, 2000], ['persistent', 17, 90], ['severe', null, 90]] as const)('%s is %p of %i', (measure, part, whole) =>
  expect(comparedCounts(measure, COUNTS)).toEqual({ part, whole }));

it('has no rate where a count is hidden or nothing was possible', () => {
  expect(unroundedRate('severe', COUNTS)).toBeNull();
  expect(unroundedRate('absence', { ...COUNTS, possible: 0 })).toBeNull();
  expect(unroundedRate('absence', COUNTS)).toBe(6.85);
});

it('takes a difference before either figure is rounded', () => {
  // 6.85 and 6.54 alone would be shown as 6.9 and 6.5: 0.4 apart.
  expect(pointsApart(6.85, 6.54)).toBe(0.3);
  expect(pointsApart(5, 6.25)).toBe(-1.3);
  expect([pointsApart(null, 6), pointsApart(6, null)]).toEqual([null, null]);
  expect(Object.is(pointsApart(6, 6.01), 0)).toBe(true);
});

const count = fc.nat(5000);
const counts = fc.record({ authorised: count, unauthorised: count, lateBefore: count, lateAfter: count, enrolments: fc.integer({ min: 1, max: 900 }), persistent: fc.nat(900), severe: fc.nat(900) })
  .map((each) => ({ ...each, possible: each.authorised + each.unauthorised + each.lateBefore + 1 }));

it('lies within the rounding of the rate that is shown, and the way back is the same way with the other sign', () => {
  fc.assert(fc.property(fc.constantFrom(...COMPARED_MEASURES), counts, counts, (measure, one, other) => {
    const { part, whole } = comparedCounts(measure, one);
    expect(Math.abs((unroundedRate(measure, one) ?? 0) - (ratePercent(part ?? 0, whole ?? 0) ?? 0))).toBeLessThan(0.05 + 1e-9);
    const [there, back] = [pointsApart(unroundedRate(measure, one), unroundedRate(measure, other)), pointsApart(unroundedRate(measure, other), unroundedRate(measure, one))];
    expect((there ?? 0) + (back ?? 0)).toBe(0);
  }));
});
