import { attendanceOf, englandLine, englandNotes, periodWords, pointsOnEngland, type EnglandFigure } from './tiles-england.ts';

const daily: EnglandFigure = {
  series: 'DAILY', phase: 'SECONDARY', academicYear: 2025, term: 'YEAR_TO_DATE', from: '2025-09-08', to: '2026-07-10', source: 'Source of the day', publishedOn: '2026-07-23',
  rates: { absence: 8.4897819, unauthorised: 3.26885, late: 3.0865, persistent: 23.768, severe: null },
};
const census: EnglandFigure = { ...daily, series: 'CENSUS', academicYear: 2024, term: 'AUTUMN_SPRING', from: null, to: null, publishedOn: '2025-10-23', rates: { absence: 8.09, unauthorised: null, late: null, persistent: null, severe: 2.26 } };

it('shows England of the daily series, and names the census where only that has a figure', () => {
  expect(englandLine([census, daily], 'absence')).toEqual([{ label: 'England', value: '91.5%' }]);
  expect(englandLine([census, daily], 'severe')).toEqual([{ label: 'England, census', value: '2.3%' }]);
  expect(englandLine([daily], 'severe')).toEqual([]);
  expect(englandLine([], 'absence')).toEqual([]);
});

it('says of each series which lines are its own, of whom, when and from where', () => {
  expect(englandNotes([census, daily])).toEqual([
    { series: 'Census series', measures: 'severe absence', whom: 'pupils aged 5 to 15 in state-funded secondary schools', period: '2024/25, autumn and spring terms', source: 'Source of the day', publishedOn: '23 October 2025' },
    expect.objectContaining({ series: 'Daily series', measures: 'attendance, unauthorised absence, persistent absence, lateness', period: '2025/26, year to date: 8 September 2025 to 10 July 2026' }),
  ]);
  expect(englandNotes([{ ...census, rates: { ...census.rates, severe: null } }, daily]).map(({ series }) => series)).toEqual(['Daily series']);
  expect(periodWords({ ...daily, from: null })).toBe('2025/26, year to date: to 10 July 2026');
});

it('takes a difference before either figure is rounded', () => {
  // 93.44 on 93.06: each alone would be shown as 93.4 and 93.1, and their difference is 0.4.
  expect(pointsOnEngland({ attended: 9344, possible: 10_000 }, 6.94)).toBe(0.4);
  expect(attendanceOf({ absence: 6.94 })).toBe(93.1);
  expect(pointsOnEngland({ attended: 900, possible: 1000 }, 8.48978)).toBe(-1.5);
  expect(pointsOnEngland({ attended: 0, possible: 0 }, 8)).toBeNull();
  expect(pointsOnEngland({ attended: 9, possible: 10 }, null)).toBeNull();
});
