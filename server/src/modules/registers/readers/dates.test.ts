import { dayOfIso, isoOfDay, weekday } from '@attendance/shared/kernel';
import { chooseOrder, dayOfSerial, readDay } from './dates.ts';
import { judgeSessions, readSession, SessionWord } from './sessions.ts';

const isSchoolDay = (day: number): boolean => day >= dayOfIso('2025-09-01') && day <= dayOfIso('2025-12-19') && weekday(day) < 5;

describe('a date cell', () => {
  test.each([
    ['2026-09-08', '2026-09-08'], ['2026/9/8', '2026-09-08'], ['08/09/2026', '2026-09-08'], ['8/9/26', '2026-09-08'], ['08-09-2026', '2026-09-08'],
    ['08.09.2026', '2026-09-08'], ['08/09/2026 00:00:00', '2026-09-08'], ['08-Sep-26', '2026-09-08'], ['8 September 2026', '2026-09-08'],
    ['Tue 08 Sep 2026', '2026-09-08'], ['2026-Sep-08 00:00:00', '2026-09-08'], ['2026-09-08T09:00:00', '2026-09-08'], ['2026-09-08 09:00', '2026-09-08'],
    ['2025-08-31T23:00:00Z', '2025-09-01'], ['2025-08-31T22:59:59Z', '2025-08-31'], ['2025-11-30T23:30:00Z', '2025-11-30'],
    ['2025-11-30T23:30:00-01:00', '2025-12-01'], ['2021-01-13 09:53:23 +0000', '2021-01-13'], ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, day) => expect(isoOfDay(readDay(text, 'day-first').day!)).toBe(day));

  test.each(['', 'x', '31/09/2025', '29/02/2025', '2025-13-01', '45908', '45908.5', '8', '08/09', '00/01/2025', '2025-09-08T', '8 Mumble 2025', '08/09-2025'])(
    '“%s” is no date', (text) => expect(readDay(text, 'day-first').fault).toBe('DAT-01'));

  test('the order chosen for the column holds for each cell', () => {
    expect(isoOfDay(readDay('09/08/2026', 'month-first').day!)).toBe('2026-09-08');
    expect(readDay('13/08/2026', 'month-first').fault).toBe('DAT-02');
    expect(readDay('08/13/2026', 'day-first').fault).toBe('DAT-02');
  });

  test('a spreadsheet day number is recognised for a hint', () => {
    expect([isoOfDay(dayOfSerial('45908')!), dayOfSerial('12'), dayOfSerial('99999')]).toEqual(['2025-09-08', null, null]);
  });
});

describe('the order of a column', () => {
  test.each([
    [['2025-09-08'], 'year-first', 'shape'],
    [['08-Sep-25'], 'year-first', 'shape'],
    [['08/09/2025', '15/09/2025'], 'day-first', 'proved'],
    [['09/08/2025', '09/15/2025'], 'month-first', 'proved'],
    [['08/09/2025', '01/10/2025', '02/12/2025'], 'day-first', 'calendar'],
    [['09/08/2025', '10/01/2025', '12/02/2025'], 'month-first', 'calendar'],
    [['09/08/2025', '10/01/2025'], 'day-first', 'assumed'],
    [['01/02/2031', '03/04/2031'], 'day-first', 'assumed'],
    [['', 'soon'], 'none', 'assumed'],
  ])('%j is %s (%s)', (cells, order, evidence) => expect(chooseOrder(cells, isSchoolDay)).toEqual({ order, evidence }));
});

describe('a session cell', () => {
  test.each(['AM', 'am', 'A', 'A.M.', 'Morning', 'MORNING', '1', 'AM Reg', 'Session 1', '\u2009AM'])('“%s” is the morning', (text) =>
    expect(readSession(text, false)).toBe(SessionWord.MORNING));
  test.each(['PM', 'p', 'P.M.', 'Afternoon', '2', 'PM Reg', 'Session 2'])('“%s” is the afternoon', (text) =>
    expect(readSession(text, false)).toBe(SessionWord.AFTERNOON));
  test.each(['P1', 'Period 3', 'Mon:1', '3', 'Lesson 2', 'Per 4'])('“%s” is a lesson', (text) => expect(readSession(text, false)).toBe(SessionWord.LESSON));
  test.each(['', 'noon', 'all day'])('“%s” is unknown', (text) => expect(readSession(text, false)).toBe(SessionWord.UNKNOWN));
  test('1 and 2 are lessons beside a 3', () => {
    const cells = new Map([['1', 10], ['2', 10], ['3', 1]]);
    expect(judgeSessions(cells)).toEqual({ digitsAreLessons: true, mostlyLessons: true });
    expect(readSession('1', true)).toBe(SessionWord.LESSON);
  });
});
