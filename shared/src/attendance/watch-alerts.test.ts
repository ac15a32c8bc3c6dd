import fc from 'fast-check';
import { ALWAYS_THERE } from './always-there.ts';
import {
  digestOf, isoWeekOf, isToldWhole, listMoves, listMovesWords, membersMark, pupilAlertSentence, pupilConditions, schoolConditions, toldAfter, untold, viewedList, viewPath, watchedPupilSentence, watchedSchoolSentence, WORK_LIST_KINDS, workListLimits, type SchoolStanding, type Standing,
} from './index.ts';

const LIMITS = workListLimits('2026-11-19');
const SEVERE: Standing = { ...ALWAYS_THERE, absent: 50, recentAbsent: 20, lastAbsent: 9 };
const FULL: SchoolStanding = { possible: 1000, absent: 60, recentPossible: 400, recentAbsent: 24, silentDays: 0 };

describe('what is so of a watched child', () => {
  test.each([
    ['nobody’s list', [ALWAYS_THERE], WORK_LIST_KINDS, []],
    ['one list of those chosen', [SEVERE], ['SEVERE', 'LATENESS'], ['SEVERE']],
    ['nothing that was not chosen', [SEVERE], ['LATENESS'], []],
    ['by any of two enrolments', [ALWAYS_THERE, SEVERE], ['SEVERE'], ['SEVERE']],
    ['without a mark', [], WORK_LIST_KINDS, []],
  ] as const)('%s', (_name, standings, chosen, expected) => expect(pupilConditions(standings, chosen, LIMITS)).toEqual(expected));

  test.each([
    [[], 'No session this year yet'], [[ALWAYS_THERE], 'Missed 0 of 100 sessions this year; on no work list'],
    [[SEVERE], 'Missed 50 of 100 sessions this year; missed 9 of the last 10 sessions'],
  ] as const)('%#: in a sentence', (standings, expected) => expect(watchedPupilSentence(standings, LIMITS)).toBe(expected));
});

test('an alert ends with the family as the list does, by the enrolment it is of', () => {
  expect(pupilAlertSentence('SEVERE', [ALWAYS_THERE, SEVERE], LIMITS, [null, 'SESSIONS'])).toBe('Missed 50 of 100 sessions this year; missed 9 of the last 10 sessions; a brother or sister absent the same sessions in the week of 16 November');
  expect(pupilAlertSentence('SEVERE', [SEVERE, SEVERE], LIMITS, [null, 'SESSIONS'])).toBe('Missed 50 of 100 sessions this year; missed 9 of the last 10 sessions');
  expect(watchedPupilSentence([SEVERE], LIMITS, ['WEEK'])).toMatch(/; a brother or sister absent the same week, that of 16 November$/);
});

describe('what is so of a watched school', () => {
  test.each([
    ['as before', FULL, { fallPoints: 1, silentDays: 1 }, []],
    ['fell by just so much: 94% before, 92% since', { ...FULL, recentAbsent: 32, absent: 68 }, { fallPoints: 2, silentDays: null }, ['FALL']],
    ['fell by a little less', { ...FULL, recentAbsent: 31, absent: 67 }, { fallPoints: 2, silentDays: null }, []],
    ['fell, but nobody asked', { ...FULL, recentAbsent: 200, absent: 236 }, { fallPoints: null, silentDays: null }, []],
    ['too few sessions to say', { possible: 12, absent: 6, recentPossible: 6, recentAbsent: 6, silentDays: 0 }, { fallPoints: 2, silentDays: null }, []],
    ['silent for just so long', { ...FULL, silentDays: 3 }, { fallPoints: null, silentDays: 3 }, ['SILENT']],
    ['silent for a day less', { ...FULL, silentDays: 2 }, { fallPoints: null, silentDays: 3 }, []],
    ['both', { ...FULL, recentAbsent: 200, absent: 236, silentDays: 9 }, { fallPoints: 2, silentDays: 3 }, ['FALL', 'SILENT']],
  ] as const)('%s', (_name, school, alerts, expected) => expect(schoolConditions(school, alerts, LIMITS.fallSessions)).toEqual(expected));

  test.each([
    [{ ...FULL, possible: 0, absent: 0, recentPossible: 0, recentAbsent: 0 }, 'No marks have come in this year'], [FULL, '94% in the last 4 school weeks, 94% before'],
    [{ ...FULL, silentDays: 1 }, 'No marks for 1 school day; 94% in the last 4 school weeks, 94% before'], [{ ...FULL, possible: 400, absent: 24 }, '94% in the last 4 school weeks'],
  ] as const)('%#: in a sentence', (school, expected) => expect(watchedSchoolSentence(school, 4)).toBe(expected));
});

describe('what was told', () => {
  const some = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'));
  test.each([
    ['new', ['A', 'B'], ['A'], ['B']], ['nothing new', ['A'], ['A'], []], ['over', [], ['A'], []],
  ] as const)('%s', (_name, now, told, expected) => expect(untold<string>(now, told)).toEqual(expected));
  test('whatever is read is no news after, and nothing else changes', () => fc.assert(fc.property(some, some, some, (now, told, read) => {
    const after = toldAfter(now, told, read);
    expect(untold(now, after)).toEqual(untold(now, told).filter((each) => !read.includes(each)));
    expect(after.every((each) => now.includes(each))).toBe(true);
    expect(toldAfter(now, after, read)).toEqual(after);
  })));
  test('what is over is forgotten, so that it is news when it comes again', () => expect(untold(['A'], toldAfter([], ['A'], []))).toEqual(['A']));
});

describe('a digest', () => {
  test('counts by list and view, and leads there', () => expect(digestOf([{ of: 'PUPILS', id: 3 }, { of: 'VIEW', id: 3 }, { of: 'PUPILS', id: 3 }])).toEqual({
    changes: 3, path: '/watching', lines: [{ of: 'PUPILS', id: 3, changes: 2, path: '/watching/3' }, { of: 'VIEW', id: 3, changes: 1, path: '/watching' }],
  }));
  test('is none where nothing changed', () => expect(digestOf([])).toBeNull());
  test.each([['2026-11-19', '2026-W47'], ['2026-01-01', '2026-W01'], ['2027-01-01', '2026-W53'], ['2024-12-30', '2025-W01'], ['2023-01-01', '2022-W52']])('of %s is of week %s', (day, week) => expect(isoWeekOf(day)).toBe(week));
});

describe('the address of a page', () => {
  test.each([
    ['/lists', '/lists'], ['/lists/severe?page=4&take=50', '/lists/severe?take=50'], ['/lists/sharp-fall?direction=ASC&mine=yes&sort=SCHOOL', '/lists/sharp-fall?mine=yes&direction=ASC&sort=SCHOOL'],
    ['/pupils?measure=ABSENT&schoolId=990417&week=2026-11-09', '/pupils?measure=ABSENT&schoolId=990417&week=2026-11-09'], ['/pupils?week=2026-11-10', '/pupils'], ['/pupils?axis=SEN&value=K', '/pupils?axis=SEN&value=K'], ['/pupils?axis=SEN&value=Thirkell', null],
    ['/schools?name=Oakmere&silent=yes', '/schools?silent=yes'], ['/area?phase=SECONDARY&explain=PERSISTENT', '/area?phase=SECONDARY'],
    ['/pupils/1', null], ['/lists/nobody', null], ['/schools/990417', null], ['https://example.org/lists', null], ['//lists', null], ['/lists#x', null], ['/lists?a=b?c=d', null], ['', null], ['/', null], ['/watching', null],
  ])('%s is kept as %s', (address, kept) => expect(viewPath(address)).toBe(kept));

  test('whatever was typed, no word of it is kept, and keeping twice keeps the same', () => fc.assert(fc.property(
    fc.constantFrom('/lists', '/lists/severe', '/pupils', '/schools', '/area'), fc.constantFrom('name', 'q', 'page', 'sort', 'value', 'schoolId', 'ncYear', 'phase'), fc.string({ minLength: 3, maxLength: 20 }).filter((word) => !/[?#&=]/.test(word) && !/^\d+$/.test(word)), (path, key, word) => {
      const kept = viewPath(`${path}?${key}=${word}`);
      const isChoice = kept !== path;
      if (isChoice) expect(word).toMatch(/^[A-Z0-9_]+$/);
      expect(viewPath(kept ?? '')).toBe(kept);
    })));

  test('says which list of work it is of', () => {
    expect(viewedList('/lists/not-seen?mine=yes&schoolId=990417')).toEqual({ kind: 'NOT_SEEN', mine: true, phase: null, ncYear: null, schoolId: 990417 });
    expect(viewedList('/lists/severe-no-plan?ncYear=9')).toEqual({ kind: 'SEVERE_NO_PLAN', mine: false, phase: null, ncYear: '9', schoolId: null });
    expect(['/lists/severe-no-plan', '/lists/severe-plan-not-working?mine=yes', '/lists/severe', '/pupils'].map(isToldWhole)).toEqual([true, true, false, false]);
    expect([viewedList('/lists'), viewedList('/schools?silent=yes')]).toEqual([null, null]);
  });
});

describe('a list that moves both ways', () => {
  test.each([[[1, 2, 3], [2], 2, 0], [[], [4, 5], 0, 2], [[1, 4], [4, 5], 1, 1], [[3], [3], 0, 0]])('now %j, told of %j', (now, told, on, off) => {
    expect(listMoves(now, told)).toEqual({ on, off });
    expect(listMovesWords({ on, off })).toBe(`${on} on, ${off} off since you last looked`);
  });
  test('is known by its members in whatever order, and by no other', () => fc.assert(fc.property(fc.uniqueArray(fc.nat({ max: 100_000 }), { maxLength: 60 }), fc.nat({ max: 100_000 }), (members, another) => {
    expect(membersMark([...members].reverse())).toBe(membersMark(members));
    expect(membersMark(members)).toMatch(/^[0-9a-z]{1,7}$/);
    if (!members.includes(another)) expect(membersMark([...members, another])).not.toBe(membersMark(members));
  })));
});
