import { duringStay, openDaysOf, weeksOfSchool, withWeeksToCome } from './calendar.ts';

const school = {
  id: '990417', name: 'Oakmere Academy',
  terms: [{ name: 'Autumn 1', startsOn: '2026-09-03', endsOn: '2026-10-23' }, { name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2026-11-13' }],
  closures: [{ closedOn: '2026-11-06', kind: 'INSET', label: 'Training day' }],
};

describe('the dates of a school under a register', () => {
  const weeks = weeksOfSchool(school);

  test('leave out the holiday and the closed day', () => {
    expect(weeks.map(({ weekStart }) => weekStart).slice(-3)).toEqual(['2026-10-19', '2026-11-02', '2026-11-09']);
    expect(openDaysOf(weeks)).not.toContain('2026-11-06');
    expect(weeksOfSchool(null)).toEqual([]);
  });

  test('show holidays before anything is marked', () => {
    const register = [{ weekStart: '2026-10-19', marks: '/\\/\\/\\/\\/\\    ', open: 31 }];
    expect(withWeeksToCome(register, 2026, weeks).map(({ weekStart, open }) => [weekStart, open])).toEqual([['2026-10-19', 31], ['2026-10-26', 0], ['2026-11-02', 15], ['2026-11-09', 31]]);
    expect(withWeeksToCome(register, 2026, [])).toEqual(register);
  });

  test('end with the stay', () => {
    const register = [{ weekStart: '2026-11-09', marks: '/\\/\\/\\        ', open: 31 }];
    expect(duringStay(register, { startsOn: '2026-11-10', endsOn: '2026-11-11' })[0]?.open).toBe(0b00110);
    expect(duringStay(register, undefined)).toEqual(register);
  });
});
