import { columnPeriod, columnSource, compareFinding, pointsWords, symbolOf, symbolsSentence, symbolsShown, type ComparedPlace } from './compare.ts';

const counts = { possible: 2000, authorised: 80, unauthorised: 57, lateBefore: 31, lateAfter: 9, enrolments: 90, persistent: 17, severe: 2 };
const place: ComparedPlace = {
  academicYear: 2025, term: 'YEAR_TO_DATE', from: '2025-09-08', to: '2026-07-10', source: 'Source of the day', publishedOn: '2026-07-23',
  rates: { absence: 6.54, authorised: 4, unauthorised: 2.54, late: null, persistent: null, severe: null }, symbols: [{ measure: 'persistentPercent', symbol: 'x' }, { measure: 'severe', symbol: 'c' }],
};

it.each([[1.2, '1.2 points more'], [-1, '1.0 points less'], [0, 'no difference']])('says %p as "%s"', (points, words) => expect(pointsWords(points)).toBe(words));

it('finds how absence lies beside what there is, and says when there is nothing', () => {
  expect(compareFinding(counts, [['last year', 7.55], ['England', 6.54]])).toBe('Absence is 0.7 points below last year and 0.3 points above England');
  expect(compareFinding(counts, [['last year', null], ['England', 6.85]])).toBe('Absence is no different from England');
  expect(compareFinding(counts, [['last year', null]])).toBe('There is no figure to set absence beside');
});

it('heads a column with its series and period, and tells source and date below', () => {
  expect(columnPeriod(place)).toBe('daily series, 2025/26 to 10 July 2026');
  expect(columnSource('England', 'PRIMARY', place)).toBe('England: daily series, primary schools, 2025/26, year to date: 8 September 2025 to 10 July 2026. Source of the day, published 23 July 2026.');
});

it('shows the symbol where a rate would stand, and explains those that are shown', () => {
  expect([symbolOf(place.symbols, 'persistent'), symbolOf(place.symbols, 'severe'), symbolOf(place.symbols, 'late')]).toEqual(['x', 'c', null]);
  expect(symbolsSentence(symbolsShown([place]))).toBe('c: suppressed by the publisher; x: not available.');
  expect([symbolsSentence([]), symbolsSentence()]).toEqual(['', 'c: suppressed by the publisher; x: not available; z: not applicable; low: rounds to zero.']);
});
