import fc from 'fast-check';
import {
  addDays, addYears, ageOn, dayOfIso, daysBetween, daysInMonth, isoOfDay, mondayOf, parseIsoDay, weekday, weekStartOf,
} from './index.ts';

describe('day arithmetic', () => {
  test.each([
    ['1970-01-01', 0, 3], ['1969-12-31', -1, 2], ['2000-02-29', 11016, 1], ['2014-09-03', 16316, 2], ['2025-10-20', 20381, 0],
  ])('%s is day %i, weekday %i', (iso, day, dayOfWeek) => {
    expect(parseIsoDay(iso)).toBe(day);
    expect(isoOfDay(day)).toBe(iso);
    expect(weekday(day)).toBe(dayOfWeek);
  });

  test.each(['2025-02-29', '2100-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '2025-4-1', '25-04-01', '2025-04-01T00:00', '', '0000-01-01'])(
    '%j is not a date', (text) => {
      expect(parseIsoDay(text)).toBeNull();
      expect(() => dayOfIso(text)).toThrow(RangeError);
    });

  test('agrees with the JavaScript calendar on any day', () => {
    fc.assert(fc.property(fc.integer({ min: -100000, max: 100000 }), (day) => {
      const date = new Date(day * 86400000);
      expect(isoOfDay(day)).toBe(date.toISOString().slice(0, 10));
      expect(weekday(day)).toBe((date.getUTCDay() + 6) % 7);
      expect(dayOfIso(isoOfDay(day))).toBe(day);
      expect(weekday(mondayOf(day))).toBe(0);
      expect(day - mondayOf(day)).toBeLessThan(7);
    }));
  });

  test.each([['2025-10-19', '2025-10-13'], ['2025-10-20', '2025-10-20'], ['2026-01-01', '2025-12-29']])(
    'the week of %s starts on %s', (day, monday) => expect(weekStartOf(day)).toBe(monday));

  test.each([['2025-02-27', 2, '2025-03-01'], ['2026-01-01', -1, '2025-12-31']])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  test.each([['2020-02-29', 5, '2025-02-28'], ['2020-02-29', 4, '2024-02-29'], ['2010-12-31', 16, '2026-12-31']])(
    '%s and %i years is %s', (from, years, to) => expect(addYears(from, years)).toBe(to));

  test.each([['2010-09-01', '2026-08-31', 15], ['2010-09-01', '2026-09-01', 16], ['2020-02-29', '2025-02-28', 4], ['2020-02-29', '2025-03-01', 5]])(
    'born %s, on %s aged %i', (born, on, age) => expect(ageOn(born, on)).toBe(age));

  test('February follows the leap years', () =>
    expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]));
});
