import {
  addDays, dateOfInstant, formatAcademicYear, formatDate, formatDay, formatInstant, formatList, formatLongDay,
  formatNumber, formatPercent, formatRate, formatShortDate, formatSigned, formatTime, plural,
} from './format.ts';
import { cx } from './cx.ts';

describe('dates', () => {
  it('writes a day, a date and a long day', () => {
    expect(formatDay('2026-11-19')).toBe('Thu 19 Nov');
    expect(formatDay('2026-09-03')).toBe('Thu 3 Sep');
    expect(formatDate('2026-11-19')).toBe('19 November 2026');
    expect(formatLongDay('2026-11-19')).toBe('Thursday 19 November 2026');
    expect(formatShortDate('2027-02-01')).toBe('1 Feb');
    expect(formatAcademicYear(2026)).toBe('2026 to 2027');
  });

  it('adds days over a clock change and a leap day', () => {
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  });

  it('tells the time in London, summer and winter, whatever the machine says', () => {
    expect(formatTime('2026-11-19T10:30:00Z')).toBe('10:30');
    expect(formatTime('2026-07-01T09:30:00Z')).toBe('10:30');
    expect(formatTime('2026-11-19T00:05:00Z')).toBe('00:05');
    expect(formatInstant('2026-06-30T23:15:00Z')).toBe('Wed 1 Jul, 00:15');
    expect(dateOfInstant('2026-06-30T23:15:00Z')).toBe('2026-07-01');
  });
});

describe('numbers', () => {
  it('puts commas in and uses a real minus sign', () => {
    expect(formatNumber(101954)).toBe('101,954');
    expect(formatNumber(-1.5, 1)).toBe('\u22121.5');
    expect(formatNumber(-0.04, 1)).toBe('0.0');
  });

  it('signs a change', () => {
    expect(formatSigned(0.6)).toBe('+0.6');
    expect(formatSigned(-0.7)).toBe('\u22120.7');
    expect(formatSigned(0)).toBe('0.0');
    expect(formatSigned(0.01)).toBe('0.0');
  });

  it('writes percentages to one place, from a figure or from counts', () => {
    expect(formatPercent(82)).toBe('82.0%');
    expect(formatRate(343, 1146)).toBe('29.9%');
    expect(formatRate(1, 3)).toBe('33.3%');
    expect(formatRate(1, 2000)).toBe('0.1%'); // a half rounds up, exactly
    expect(formatRate(0, 0)).toBe('No sessions');
  });

  it('counts things in words', () => {
    expect(plural(1, 'pupil')).toBe('1 pupil');
    expect(plural(1243, 'pupil')).toBe('1,243 pupils');
    expect(plural(2, 'child', 'children')).toBe('2 children');
    expect(formatList(['Ann', 'Bo', 'Cy'])).toBe('Ann, Bo and Cy');
    expect(formatList(['Ann'])).toBe('Ann');
  });
});

it('joins class names', () => expect(cx('a', false, undefined, 'b')).toBe('a b'));
