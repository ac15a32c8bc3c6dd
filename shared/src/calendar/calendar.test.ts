import fc from 'fast-check';
import { ruleValue, addDays } from '../kernel/index.ts';
import {
  academicYearLabel, academicYearOf, academicYearOfWeek, academicYearRange, addSchoolDays, addWorkingDays, calendarDaysAfter,
  calendarDaysCountingFirst, calendarFaults, countSchoolDays, ENGLAND_BANK_HOLIDAYS, halfTermOf, isBankHoliday, isSchoolDay, isWorkingDay,
  openDaysOfWeek, openSchoolDays, parseAcademicYear, schoolWeeks, type SchoolCalendar,
} from './index.ts';

const stretches = (...dates: [string, string][]) => dates.map(([startsOn, endsOn], index) => ({ name: `Half term ${index + 1}`, startsOn, endsOn }));
const earlyMay = (on: string) => [{ on, kind: 'BANK_HOLIDAY' as const, label: 'Early May bank holiday' }];
const year2025: SchoolCalendar = {
  terms: stretches(['2025-09-01', '2025-10-24'], ['2025-11-03', '2025-12-19'], ['2026-01-05', '2026-02-13'], ['2026-02-23', '2026-03-27'], ['2026-04-13', '2026-05-22'], ['2026-06-01', '2026-07-20']),
  closures: earlyMay('2026-05-04'),
};
const year2026: SchoolCalendar = {
  terms: stretches(['2026-09-01', '2026-10-23'], ['2026-11-02', '2026-12-18'], ['2027-01-04', '2027-02-12'], ['2027-02-22', '2027-03-25'], ['2027-04-12', '2027-05-28'], ['2027-06-07', '2027-07-21']),
  closures: earlyMay('2027-05-03'),
};

describe('academic years', () => {
  test.each([['2026-08-31', 2025, '2025/26'], ['2026-09-01', 2026, '2026/27'], ['2027-01-01', 2026, '2026/27'], ['1999-09-01', 1999, '1999/00']])(
    '%s is in %i, written %s', (day, year, label) => {
      expect(academicYearOf(day)).toBe(year);
      expect(academicYearLabel(year)).toBe(label);
      expect(parseAcademicYear(label)).toBe(year);
    });

  test.each([['202627', 2026], ['2026-27', 2026], ['2026/2027', 2026], ['2026/28', null], ['2026', null], ['', null]])(
    '%j names %p', (text, year) => expect(parseAcademicYear(text)).toBe(year));

  test('a week that holds 1 September is the new year’s', () => {
    expect([academicYearOfWeek('2026-08-31'), academicYearOfWeek('2026-08-24'), academicYearOfWeek('2024-08-26')]).toEqual([2026, 2025, 2024]);
    expect(academicYearRange(2026)).toEqual({ startsOn: '2026-09-01', endsOn: '2027-08-31' });
  });
});

describe('a school’s calendar', () => {
  test.each([['2025/26', year2025, [40, 35, 30, 25, 29, 36]], ['2026/27', year2026, [39, 35, 30, 24, 34, 33]]])('%s opens on 195 weekdays before training days', (_, calendar, counts) => {
    expect(openSchoolDays(calendar)).toHaveLength(195);
    expect(calendar.terms.map((term) => openSchoolDays({ ...calendar, terms: [term] }).length)).toEqual(counts);
    expect(calendarFaults(calendar)).toEqual([]);
  });

  test('school weeks skip holidays and keep broken weeks', () => {
    const weeks = schoolWeeks(year2026);
    expect(weeks[0]).toEqual({ weekStart: '2026-08-31', academicYear: 2026, ordinal: 1, openDays: 0b11110, sessions: 8 });
    expect(weeks.find((week) => week.weekStart === '2026-10-26')).toBeUndefined();
    expect(weeks.find((week) => week.weekStart === '2026-11-02')?.ordinal).toBe(9);
    expect(weeks.find((week) => week.weekStart === '2027-05-03')).toMatchObject({ openDays: 0b11110, sessions: 8 });
    expect(weeks.reduce((total, week) => total + week.sessions, 0)).toBe(390);
    expect(openDaysOfWeek(weeks[0]!)).toEqual(['2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04']);
  });

  test('school weeks count from one again in each academic year', () => {
    const weeks = schoolWeeks({ terms: [...year2025.terms, ...year2026.terms], closures: [...year2025.closures, ...year2026.closures] });
    const first = weeks.filter((week) => week.ordinal === 1);
    expect(first.map((week) => [week.weekStart, week.academicYear])).toEqual([['2025-09-01', 2025], ['2026-08-31', 2026]]);
  });

  test.each([
    ['2025-10-24', true, 1], ['2025-10-25', false, null], ['2025-10-28', false, null], ['2026-05-04', false, 5], ['2026-07-20', true, 6],
  ])('%s: open %s, half term %p', (day, open, number) => {
    expect(isSchoolDay(year2025, day)).toBe(open);
    expect(halfTermOf(year2025, day)?.number ?? null).toBe(number);
  });

  test('faults are named', () =>
    expect(calendarFaults({ terms: stretches(['2026-01-05', '2026-02-13'], ['2026-02-13', '2026-02-01']), closures: [] })).toEqual([
      'Half term 2 ends before it starts', 'Half term 2 overlaps Half term 1',
    ]));
});

describe('counting days', () => {
  const open = openSchoolDays(year2025);

  test.each([['2025-10-17', 5, '2025-10-24'], ['2025-10-24', 1, '2025-11-03'], ['2025-10-30', 1, '2025-11-03'], ['2025-10-17', 0, '2025-10-17'], ['2026-07-20', 1, null]])(
    '%s and %i school days is %p', (from, count, day) => expect(addSchoolDays(open, from, count)).toBe(day));

  test('counting back what was added', () => {
    fc.assert(fc.property(fc.nat(190), fc.integer({ min: 1, max: 60 }), (index, count) => {
      const from = open[index]!;
      const to = addSchoolDays(open, from, count);
      if (to !== null) expect(countSchoolDays(open, from, to)).toBe(count);
    }));
    expect(countSchoolDays(open, '2025-12-01', '2025-11-03')).toBe(0);
  });

  test('a new pupil entered on Thursday 4 September is returned by Tuesday 9 September', () =>
    expect(calendarDaysAfter('2025-09-04', ruleValue('new-pupil-return.days', '2025-09-04'))).toBe('2025-09-09'));

  test('a notice served on 1 October runs out on 15 October at the earliest', () =>
    expect(calendarDaysCountingFirst('2025-10-01', ruleValue('school-attendance-order-notice.days', '2025-10-01'))).toBe('2025-10-15'));

  test.each([['2025-12-24', 1, '2025-12-29'], ['2026-04-02', 1, '2026-04-07'], ['2026-12-24', 2, '2026-12-30'], ['2026-01-02', 5, '2026-01-09']])(
    '%s and %i working days is %s', (from, count, day) => expect(addWorkingDays(from, count)).toBe(day));

  test('bank holidays are weekdays, and unknown years are refused', () => {
    for (const day of Object.values(ENGLAND_BANK_HOLIDAYS).flat()) expect(new Date(`${day}T12:00:00Z`).getUTCDay() % 6).not.toBe(0);
    expect([isBankHoliday('2027-12-28'), isWorkingDay('2027-12-27'), isWorkingDay('2027-12-24')]).toEqual([true, false, true]);
    expect(() => isBankHoliday('2022-06-02')).toThrow(RangeError);
    expect(Object.values(ENGLAND_BANK_HOLIDAYS).map((days) => days.length)).toEqual([9, 8, 8, 8, 8, 8]);
    expect(addDays('2025-04-18', 3)).toBe('2025-04-21');
  });
});
