import fc from 'fast-check';
import { ALWAYS_THERE } from './always-there.ts';
import {
  isOfPersistence, isOnList, nextDayMeetsPenalty, persistenceSaid, sessionsToLine, sessionsToSpare, standingSentence, tooEarlyWords, WORK_LIST_KINDS, WORK_LIST_TITLES, workListLimits, workListRule, type Standing, type WorkListKind,
} from './index.ts';

const LIMITS = workListLimits('2026-11-19');
const with_ = (given: Partial<Standing>): Standing => ({ ...ALWAYS_THERE, ...given });

/** Each list at its line: the standing just inside, the one just outside, and the sentence of the first. */
const AT_THE_LINE: readonly (readonly [kind: WorkListKind, inside: Partial<Standing>, outside: Partial<Standing>, sentence: string])[] = [
  ['SEVERE', { absent: 50, recentAbsent: 20, lastAbsent: 9 }, { absent: 49 }, 'Missed 50 of 100 sessions this year; missed 9 of the last 10 sessions'],
  ['NEWLY_PERSISTENT', { absent: 10, recentAbsent: 5 }, { absent: 10, recentAbsent: 4 }, 'Now 90%, was 91.7% before 19 October'],
  ['NEARLY_PERSISTENT', { possible: 99, absent: 9 }, { possible: 99, absent: 8 }, 'Missed 9 of 99 sessions, and at 10% of the year so far if the next session is missed; over the whole year it may be 28 more sessions and still end below 10%'],
  ['RECOVERING', { absent: 9, recentAbsent: 3 }, { absent: 10, recentAbsent: 0 }, 'Now 91%, was 90% before 19 October'],
  ['CAME_BACK', { absent: 10, backAfter: 10, backSessions: 10, backOn: '2026-11-12' }, { backAfter: 9, backSessions: 10, backOn: '2026-11-12' }, 'Back since 12 November after 5 school days missed in a row; missed 10 of 100 sessions this year'],
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

describe('while the year is young', () => {
  const early = { schoolWeeks: 3, recentPossible: 0, recentAbsent: 0 };
  test.each<[WorkListKind, Partial<Standing>]>([
    ['SEVERE', { possible: 30, absent: 30 }], ['NEWLY_PERSISTENT', { possible: 30, absent: 10, recentPossible: 10, recentAbsent: 10 }], ['NEARLY_PERSISTENT', { possible: 30, absent: 2 }],
  ])('%s holds nobody until the third full week is over', (kind, given) => {
    expect([3, 4].map((schoolWeeks) => isOnList(kind, with_({ ...early, ...given, schoolWeeks }), LIMITS))).toEqual([false, true]);
    expect([isOfPersistence(kind), workListRule(kind, LIMITS)]).toEqual([true, expect.stringContaining('said after the third full week of the year')]);
  });
  test('nobody recovers from an absence that nobody spoke of', () => {
    const given = { possible: 60, absent: 5, recentPossible: 30, recentAbsent: 0 };
    expect([6, 7].map((schoolWeeks) => isOnList('RECOVERING', with_({ ...given, schoolWeeks }), LIMITS))).toEqual([false, true]);
  });
  test('what it is too early for has words, and the other lists are spoken of from the first day', () => {
    expect([tooEarlyWords('2026-11-19'), persistenceSaid('2026-11-19')]).toEqual(['Too early to say: shown after the third full week of the year', 'said of a school after the third full week of the year, and left empty before']);
    expect(WORK_LIST_KINDS.filter((kind) => !isOfPersistence(kind) && kind !== 'CAME_BACK').every((kind) => AT_THE_LINE.some(([each, inside]) => each === kind && isOnList(kind, with_({ ...inside, schoolWeeks: 1 }), LIMITS)))).toBe(true);
  });
});

test('who has missed nothing is about to become nothing, however few the sessions', () => {
  for (let possible = 0; possible <= 40; possible += 1) expect([possible, isOnList('NEARLY_PERSISTENT', with_({ possible, absent: 0, recentPossible: possible }), LIMITS)]).toEqual([possible, false]);
  expect(isOnList('NEARLY_PERSISTENT', with_({ possible: 18, absent: 1, recentPossible: 18, recentAbsent: 1 }), LIMITS)).toBe(true);
});
test.each([[{ possible: 99, absent: 9 }, 1], [{ possible: 98, absent: 8 }, 2], [{ possible: 98, absent: 7 }, null], [{ possible: 100, absent: 10 }, null], [{ possible: 0, absent: 0 }, null]])('%j: so many more reach the line', (given, more) =>
  expect(sessionsToLine(with_(given), LIMITS)).toBe(more));
test('a year with no room left says so', () => expect(standingSentence('NEARLY_PERSISTENT', with_({ possible: 98, absent: 8, sessionsLeft: 2, recentAbsent: 0 }), LIMITS)).toBe(
  'Missed 8 of 98 sessions, and at 10% of the year so far if the next 2 sessions are missed; over the whole year it may be 1 more session and still end below 10%'));

describe('back at school', () => {
  const back = { backAfter: 6, backSessions: 2, backOn: '2026-11-18' };
  test.each<[string, Partial<Standing>, boolean]>([
    ['after three days, severely absent this year', { ...back, absent: 60 }, true], ['after three days, persistently absent', { ...back, absent: 10 }, true], ['after three days, and not persistently absent', { ...back, absent: 9 }, false],
    ['after two and a half days', { ...back, backAfter: 5, absent: 60 }, false], ['after three days, too early in the year to say what it is', { ...back, absent: 60, schoolWeeks: 3 }, false], ['for longer than is news', { ...back, absent: 60, backSessions: 11 }, false],
  ])('%s', (_, given, expected) => expect(isOnList('CAME_BACK', with_(given), LIMITS)).toBe(expected));
  test('says how much was missed of whom every return counts', () => expect(standingSentence('CAME_BACK', with_({ ...back, absent: 60, lastAbsent: 6 }), LIMITS)).toBe(
    'Back since 18 November after 3 school days missed in a row; missed 60 of 100 sessions this year; missed 6 of the last 10 sessions'));
});

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
