import { ratePercent } from './measures.ts';
import { poolPublished, publishedFaults, publishedPhaseOf, publishedRates, roundedRate, type PublishedCounts, type PublishedPercents } from './published.ts';

const NOTHING: PublishedCounts & PublishedPercents = {
  possible: null, attended: null, absent: null, authorised: null, unauthorised: null, late: null, enrolments: null, persistent: null, severe: null,
  absentPercent: null, authorisedPercent: null, unauthorisedPercent: null, persistentPercent: null, severePercent: null,
};

it('stands schools beside schools like them', () => {
  expect(['PRIMARY', 'SECONDARY', 'SPECIAL'].map((phase) => publishedPhaseOf(phase))).toEqual(['PRIMARY', 'SECONDARY', 'SPECIAL']);
  expect([null, 'ALL_THROUGH'].map((phase) => publishedPhaseOf(phase))).toEqual(['ALL', 'ALL']);
  expect(['NURSERY', 'ALTERNATIVE', 'SIXTEEN_PLUS', 'INDEPENDENT', 'ALL', 'toString'].map((phase) => publishedPhaseOf(phase))).toEqual([null, null, null, null, null, null]);
});

it('works rates out of counts, and takes them as published only where there are none', () => {
  const both = publishedRates({ ...NOTHING, possible: 2000, absent: 137, absentPercent: 7, persistentPercent: 18.78 });
  expect(both).toEqual({ absence: 6.85, authorised: null, unauthorised: null, late: null, persistent: 18.78, severe: null });
  expect(publishedRates({ ...NOTHING, possible: 0, absent: 0 }).absence).toBeNull();
});

it('rounds half away from zero, also where binary fractions lie just below the half', () => {
  expect([6.883248, 5.05, 8.25, 1.005, 17.63, null].map((rate) => roundedRate(rate))).toEqual([6.9, 5.1, 8.3, 1, 17.6, null]);
  expect(roundedRate(1.005, 2)).toBe(1.01);
  expect(ratePercent(5265728, 79937741, 5)).toBe(6.58729);
});

it('pools sum over sum, leaves out who has no counts, and gives no part of a sum', () => {
  const one = { ...NOTHING, possible: 100, absent: 8, attended: 92, persistent: 2 };
  const other = { ...NOTHING, possible: 900, absent: 36, attended: 864 };
  expect(poolPublished([one, other, NOTHING])).toMatchObject({ pooled: 2, possible: 1000, absent: 44, attended: 956, persistent: null });
  expect(poolPublished([NOTHING])).toMatchObject({ pooled: 0, possible: null });
});

describe('sums of a row', () => {
  const counts = { ...NOTHING, possible: 100, attended: 93, absent: 7, authorised: 4, unauthorised: 3, late: 3 };
  const reasons = { '/': 88, L: 2, B: 1, J: 0, P: 1, V: 1, W: 0, K: 0, G: 1, U: 1, O: 1, N: 0, I: 2, M: 1, R: 0, S: 0, T: 0, H: 0, E: 0, C: 0, C1: 0, J1: 0, C2: 0 };

  it('come out, and authorised absence may hold a reason that is not shown', () => expect(publishedFaults(counts, reasons)).toEqual([]));
  it.each([
    [{ ...counts, attended: 94 }, reasons, ['possible is attendance and absence', 'attendance is present, late before close and educated elsewhere']],
    [{ ...counts, late: 2 }, reasons, ['late is L and U']],
    [counts, { ...reasons, O: 2 }, ['unauthorised is G, U, O and N']],
    [counts, { ...reasons, I: 5 }, ['authorised is at least its reasons']],
  ])('are named where they do not', (row, by, faults) => expect(publishedFaults(row, by)).toEqual(faults));
  it('ask nothing of what is not published', () => expect(publishedFaults(NOTHING, {})).toEqual([]));
});
