import fc from 'fast-check';
import { isOnList, nextDayMeetsPenalty, sessionsToSpare, standingSentence, WORK_LIST_KINDS, WORK_LIST_TITLES, workListLimits, workListRule, type Standing, type WorkListKind } from './index.ts';

const LIMITS = workListLimits('2026-11-19');
const ALWAYS_THERE: Standing = {
  academicYear: 2026, marksTo: '2026-11-18', possible: 100, absent: 0, recentFrom: '2026-10-19', recentPossible: 40, recentAbsent: 0, weekPossible: 6, weekAbsent: 0, partTimeSessions: 0, lastPossible: 10, lastAbsent: 0, sessionsLeft: 280,
  awaySessions: 0, awaySince: null, backSessions: 0, backAfter: 0, backOn: null, unauthorisedRun: 0, illSessions: 0, penalty: 0, penaltyAhead: 0, nextDay: '2026-11-19', lateSessions: 0, weekday: 0, weekdayAbsent: 0, holidaySessions: 0,
};
const with_ = (given: Partial<Standing>): Standing => ({ ...ALWAYS_THERE, ...given });

/** Each list at its line: the standing just inside, the one just outside, and the sentence of the first. */
const AT_THE_LINE: readonly (readonly [kind: WorkListKind, inside: Partial<Standing>, outside: Partial<Standing>, sentence: string])[] = [
  ['SEVERE', { absent: 50, recentAbsent: 20, lastAbsent: 9 }, { absent: 49 }, 'Missed 50 of 100 sessions this year; missed 9 of the last 10 sessions'],
  ['NEWLY_PERSISTENT', { absent: 10, recentAbsent: 5 }, { absent: 10, recentAbsent: 4 }, 'Now 90%, was 91.7% before 19 October'],
  ['NEARLY_PERSISTENT', { possible: 99, absent: 9 }, { possible: 99, absent: 8 }, 'Missed 9 of 99; may miss 28 more sessions this year and stay below 10%'],
  ['RECOVERING', { absent: 9, recentAbsent: 3 }, { absent: 10, recentAbsent: 0 }, 'Now 91%, was 90% before 19 October'],
  ['CAME_BACK', { absent: 10, backAfter: 10, backSessions: 10, backOn: '2026-11-12' }, { backAfter: 9, backSessions: 10, backOn: '2026-11-12' }, 'Back since 12 November after 5 school days missed in a row'],
  ['SHARP_FALL', { absent: 8, recentAbsent: 8, lastAbsent: 1 }, { absent: 8, recentAbsent: 7 }, 'Fell from 100% to 80% since 19 October; missed 1 of the last 10 sessions'],
  ['NOT_SEEN', { absent: 20, recentAbsent: 20, awaySessions: 20, awaySince: '2026-11-05', lastAbsent: 10 }, { awaySessions: 19 }, 'Not seen for 10 school days, since 5 November; was 100% until 19 October'],
  ['PENALTY_WATCH', { penalty: 8, penaltyAhead: 8 }, { penalty: 7 }, '8 unauthorised sessions within 10 school weeks; one more absent day on 19 November makes 10'],
  ['TEN_DAY', { unauthorisedRun: 14 }, { unauthorisedRun: 13 }, 'Without leave for 7 school days in a row'],
  ['FIFTEEN_DAY', { illSessions: 25 }, { illSessions: 23 }, 'Ill for 12.5 school days this year'],
  ['LATENESS', { lateSessions: 5 }, { lateSessions: 4 }, 'Late 5 times in 6 school weeks'],
  ['WEEKDAY', { absent: 12, recentAbsent: 5, weekday: 4, weekdayAbsent: 6 }, { absent: 13, weekdayAbsent: 6 }, '6 of 12 missed sessions on Fridays'],
  ['HOLIDAY_EDGE', { holidaySessions: 2 }, { holidaySessions: 1 }, '2 sessions of holiday without leave beside a school holiday'],
];

test('every list stands at its line here', () => expect(AT_THE_LINE.map(([kind]) => kind).sort()).toEqual([...WORK_LIST_KINDS].sort()));

describe.each(AT_THE_LINE)('%s', (kind, inside, outside, sentence) => {
  test('takes in who reaches the line, and nobody below', () => {
    expect([isOnList(kind, with_(inside), LIMITS), isOnList(kind, with_(outside), LIMITS), isOnList(kind, ALWAYS_THERE, LIMITS)]).toEqual([true, false, false]);
  });
  test('says why in a sentence', () => expect(standingSentence(kind, with_(inside), LIMITS)).toBe(sentence));
  test('has a name and a rule in one line, made of the limits', () => {
    expect(WORK_LIST_TITLES[kind]).not.toBe('');
    expect(workListRule(kind, LIMITS)).toMatch(/^[^\n]*\d[^\n]*[.]$/);
  });
});

test('a sentence puts the list’s own count first and adds what else is plain', () => {
  const standing = with_({ absent: 26, recentAbsent: 24, lastAbsent: 9, weekday: 0, weekdayAbsent: 14, lateSessions: 6, penalty: 9, penaltyAhead: 9 });
  expect(standingSentence('LATENESS', standing, LIMITS)).toBe('Late 6 times in 6 school weeks; one more absent day on 19 November makes 10; missed 9 of the last 10 sessions; was 97% until 19 October; Mondays most');
});

test.each([
  ['SESSIONS', 'Not seen for 2 school days, since 17 November; a brother or sister absent the same sessions in the week of 16 November'], ['WEEK', 'Not seen for 2 school days, since 17 November; a brother or sister absent the same week, that of 16 November'], [null, 'Not seen for 2 school days, since 17 November'],
] as const)('ends with what a brother or sister did: %s', (sibling, sentence) => expect(standingSentence('NOT_SEEN', with_({ awaySessions: 4, awaySince: '2026-11-17' }), LIMITS, sibling)).toBe(sentence));

test.each([[8, '2026-11-19', true], [7, '2026-11-19', false], [9, null, false]])('with %i sessions ahead one more absent day (%s) reaches ten: %s', (penaltyAhead, nextDay, met) =>
  expect(nextDayMeetsPenalty(with_({ penaltyAhead, nextDay }), LIMITS)).toBe(met));

test('sessions to spare are those of a whole year', () => expect([sessionsToSpare(ALWAYS_THERE, LIMITS), sessionsToSpare(with_({ absent: 60 }), LIMITS), sessionsToSpare(with_({ possible: 0, sessionsLeft: 0 }), LIMITS)]).toEqual([37, 0, null]));

describe('for any counts', () => {
  const standing = fc.record({ possible: fc.integer({ min: 0, max: 380 }), missed: fc.double({ min: 0, max: 1, noNaN: true }), recent: fc.double({ min: 0, max: 1, noNaN: true }), recentMissed: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ possible, missed, recent, recentMissed }) => {
      const absent = Math.floor(possible * missed);
      const recentPossible = Math.floor(possible * recent);
      return with_({ possible, absent, recentPossible, recentAbsent: Math.max(Math.min(absent, Math.floor(recentPossible * recentMissed)), absent - (possible - recentPossible)) });
    });
  test('nobody is at once newly persistent, nearly so, and recovering', () => fc.assert(fc.property(standing, (any) =>
    (['NEWLY_PERSISTENT', 'NEARLY_PERSISTENT', 'RECOVERING'] as const).filter((kind) => isOnList(kind, any, LIMITS)).length <= (isOnList('RECOVERING', any, LIMITS) ? 2 : 1)
    && !(isOnList('NEWLY_PERSISTENT', any, LIMITS) && isOnList('RECOVERING', any, LIMITS)))));
  test('one more session missed never takes anybody off the severe list', () => fc.assert(fc.property(standing, (any) =>
    !isOnList('SEVERE', any, LIMITS) || isOnList('SEVERE', { ...any, possible: any.possible + 1, absent: any.absent + 1 }, LIMITS))));
  test('a sentence never holds anything but words and numbers', () => fc.assert(fc.property(standing, fc.constantFrom(...WORK_LIST_KINDS), (any, kind) =>
    !/NaN|undefined|null|Infinity/.test(standingSentence(kind, any, LIMITS)))));
});
