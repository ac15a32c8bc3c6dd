import fc from 'fast-check';
import { schoolWeeks } from '../calendar/index.ts';
import { addDays, ruleValue } from '../kernel/index.ts';
import { MARK_ALPHABET, countMarks, holidayEdges, penaltyStanding, standingOf, standingSpans, type RegisterWeek, type Standing } from './index.ts';

const terms = [
  { name: 'Summer 2', startsOn: '2026-06-01', endsOn: '2026-07-20' },
  { name: 'Autumn 1', startsOn: '2026-09-03', endsOn: '2026-10-23' },
  { name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2026-12-18' },
];
const calendar = schoolWeeks({ terms, closures: [{ on: '2026-10-05', kind: 'INSET', label: 'Training day' }] });
const marksTo = '2026-11-18';
const past = calendar.filter((week) => week.weekStart <= marksTo);
const daysOf = past.flatMap((week) => [0, 1, 2, 3, 4].filter((day) => week.openDays & (1 << day)).map((day) => addDays(week.weekStart, day))).filter((day) => day <= marksTo);

/** A register in which every open day has the marks given for it, present otherwise. */
function register(marksOn: (day: string) => string | null): RegisterWeek[] {
  return past.map(({ weekStart }) => ({
    weekStart,
    marks: [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(weekStart, day)).map((day) => (daysOf.includes(day) ? (marksOn(day) ?? '/\\') : '  ')).join(''),
  }));
}
const standing = (marksOn: (day: string) => string | null): Standing => {
  const found = standingOf(register(marksOn), calendar, marksTo);
  if (found === null) throw new Error('There is a week in this year.');
  return found;
};
const on = (days: readonly string[], marks: string) => (day: string) => (days.includes(day) ? marks : null);
const from = (first: string, marks: string, last = marksTo) => (day: string) => (day >= first && day <= last ? marks : null);

describe('a standing', () => {
  test('of a pupil who is always there', () => expect(standing(() => null)).toEqual({
    academicYear: 2026, marksTo, possible: 98, absent: 0, schoolWeeks: 11, recentFrom: '2026-10-19', recentPossible: 36, recentAbsent: 0, weekPossible: 6, weekAbsent: 0, partTimeSessions: 0, lastPossible: 10, lastAbsent: 0, sessionsLeft: 44,
    awaySessions: 0, awaySince: null, backSessions: 0, backAfter: 0, backOn: null, unauthorisedRun: 0, illSessions: 0, penalty: 0, penaltyAhead: 0, nextDay: '2026-11-19',
    lateSessions: 0, weekday: 0, weekdayAbsent: 0, holidaySessions: 0,
  } satisfies Standing));

  test.each<[string, (day: string) => string | null, Partial<Standing>]>([
    ['away since a day, for whatever reason', from('2026-11-02', 'II'), { awaySessions: 26, awaySince: '2026-11-02', lastAbsent: 10, backSessions: 0 }],
    ['away since an afternoon', (day) => (day === '2026-11-17' ? '/M' : from('2026-11-18', 'OO')(day)), { awaySessions: 3, awaySince: '2026-11-17', unauthorisedRun: 2 }],
    ['sessions that were not possible neither begin nor break it', (day) => (day === '2026-11-16' ? 'DD' : from('2026-11-13', 'OO')(day)), { awaySessions: 6, awaySince: '2026-11-13', unauthorisedRun: 6 }],
    ['back since an afternoon', (day) => (day === '2026-11-17' ? 'I\\' : from('2026-11-09', 'II', '2026-11-16')(day)), { backAfter: 13, backSessions: 3, backOn: '2026-11-17', awaySessions: 0, awaySince: null, illSessions: 13 }],
    ['an absence before the last school weeks is not come back from any more', from('2026-09-21', 'II', '2026-10-16'), { backAfter: 0, backSessions: 0, backOn: null, awaySessions: 0 }],
    ['a run across half term, which U continues and I breaks', (day) => (day === '2026-10-22' ? 'II' : from('2026-10-23', 'NU')(day)), { unauthorisedRun: 28, awaySessions: 30 }],
    ['lateness of six school weeks, of both kinds', (day) => (day === '2026-10-01' ? 'LL' : day === '2026-10-06' ? 'LU' : null), { lateSessions: 2 }],
    ['a penalty window of ten school weeks, which leaves out the first of eleven that touch the year', on(['2026-09-04', '2026-09-08', '2026-09-15'], 'GO'), { penalty: 4, penaltyAhead: 4 }],
    ['holiday on the days beside half term, and on a day that is not', on(['2026-10-23', '2026-11-02', '2026-11-03'], 'GG'), { holidaySessions: 4 }],
    ['holiday beside the summer', on(['2026-09-03'], 'GG'), { holidaySessions: 2 }],
    ['a training day is no holiday', on(['2026-10-02', '2026-10-06'], 'GG'), { holidaySessions: 0 }],
    ['the weekday most often missed', on(['2026-09-10', '2026-09-17', '2026-09-18'], 'CC'), { weekday: 3, weekdayAbsent: 4 }],
    ['of two weekdays alike the earlier', on(['2026-09-10', '2026-09-11'], 'CC'), { weekday: 3, weekdayAbsent: 2 }],
    ['the last four school weeks and those before', on(['2026-10-16', '2026-10-19', '2026-11-18'], 'CC'), { absent: 6, recentAbsent: 4 }],
  ])('%s', (_, marksOn, expected) => expect(standing(marksOn)).toMatchObject(expected));

  test('counts ahead with the window that the next school day has', () => {
    const [weeks, friday] = [register(on(['2026-09-10'], 'OO')), '2026-11-13'];
    expect(standingOf(weeks, calendar, friday)).toMatchObject({ nextDay: '2026-11-16', penalty: 2, penaltyAhead: 2 });
    expect(standingOf(register(on(['2026-09-03'], 'OO')), calendar, friday)).toMatchObject({ penalty: 2, penaltyAhead: 0 });
  });

  test('is of no one who has no week in the year that the marks reach', () => {
    expect(standingOf([], calendar, marksTo)).toBeNull();
    expect(standingOf([{ weekStart: '2026-07-13', marks: '/\\/\\/\\/\\/\\    ' }], calendar, marksTo)).toBeNull();
  });

  test('looks into last year only as far as the penalty window does', () => {
    const weeks = register((day) => (day < '2026-07-10' ? 'GG' : 'OO'));
    const early = standingOf(weeks.filter((week) => week.weekStart <= '2026-09-14'), calendar, '2026-09-18');
    expect(early).toMatchObject({ possible: 24, absent: 24, illSessions: 0, awaySince: '2026-06-08', penalty: 86 });
  });

  test.each([['no gap', 99, ['2026-09-03', '2026-09-08']], ['a weekend', 3, ['2026-09-03', '2026-09-04', '2026-09-07', '2026-09-08']]])('days beside a holiday: %s', (_, gap, edges) =>
    expect(holidayEdges(['2026-09-03', '2026-09-04', '2026-09-07', '2026-09-08'], gap)).toEqual(edges));

  test('takes its spans from the rule pack, and before the national rules the first of them', () => {
    expect(standingSpans('2020-01-01')).toEqual(standingSpans(marksTo));
    expect(standingSpans(marksTo).penaltyWeeks).toBe(ruleValue('penalty.school-weeks', marksTo));
  });
});

describe('for any register', () => {
  const mark = fc.constantFrom(...MARK_ALPHABET, ' ', '/', '/', '\\', 'I', 'O');
  const weeks = fc.array(fc.array(mark, { minLength: 10, maxLength: 10 }), { minLength: past.length, maxLength: past.length })
    .map((all) => all.map((marks, index): RegisterWeek => ({ weekStart: past[index]?.weekStart ?? '', marks: `${marks.join('')}    ` })));
  const holds = (check: (found: Standing, all: readonly RegisterWeek[]) => boolean): void =>
    fc.assert(fc.property(weeks, (all) => { const found = standingOf(all, calendar, marksTo); return found !== null && check(found, all); }));

  test('parts are never more than the whole', () => holds((found) =>
    found.recentPossible <= found.possible && found.recentAbsent <= found.absent && found.absent <= found.possible && found.recentAbsent <= found.recentPossible && found.weekAbsent <= found.weekPossible && found.weekPossible <= found.recentPossible && found.lastAbsent <= found.lastPossible
    && found.weekdayAbsent <= found.absent && found.unauthorisedRun <= found.awaySessions && found.illSessions <= found.absent && found.holidaySessions <= found.absent && found.penaltyAhead <= found.penalty));

  test('nobody is both away and back, and a day is known exactly where sessions are', () => holds((found) =>
    (found.awaySessions === 0 || found.backSessions === 0) && (found.awaySince === null) === (found.awaySessions === 0) && (found.backOn === null) === (found.backSessions === 0)
    && (found.backSessions === 0) === (found.backAfter === 0)));

  test('counts of the year are those of its marks, and the penalty window is that of the penalty rule', () => holds((found, all) => {
    const year = countMarks(all.filter((week) => week.weekStart >= '2026-08-31').map((week) => week.marks).join(''));
    return found.possible === year.possible && found.absent === year.authorised + year.unauthorised && found.penalty === penaltyStanding(all, { sessions: 10, schoolWeeks: 10 }).current;
  }));

  test('one more absent day at the end never shortens an absence', () => fc.assert(fc.property(weeks, (all) => {
    const day = all.map((week, index) => (index === all.length - 1 ? { ...week, marks: `${week.marks.slice(0, 4)}OO${' '.repeat(8)}` } : week));
    const before = all.map((week, index) => (index === all.length - 1 ? { ...week, marks: `${week.marks.slice(0, 4)}${' '.repeat(10)}` } : week));
    return (standingOf(day, calendar, marksTo)?.awaySessions ?? 0) === (standingOf(before, calendar, '2026-11-17')?.awaySessions ?? 0) + 2;
  })));
});
