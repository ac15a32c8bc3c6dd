import { ADDING_SESSIONS, addsSessions, COUNTING_PUPILS, countsRow, lineOfEnrolment, lineOfListed, linesOfSessions, rowShareOf, sessionsByLine, type RecordedCounts } from './definitions-rows.ts';
import { definitionsOfList, thresholdsOfList, thresholdsOfMeasure } from './definitions-thresholds.ts';
import { NATIONAL_CODES } from './codes.ts';
import { LIST_KINDS } from './plan-list.ts';

const PERCENTS = { persistent: 10, severe: 50, atRisk: 5 };
const counts = (possible: number, absent: number, more: Partial<RecordedCounts> = {}): RecordedCounts => ({ possible, attended: possible - absent, authorised: absent, unauthorised: 0, lateBefore: 0, lateAfter: 0, missing: 0, coded: 0, recorded: possible, notPossible: 0, closed: 0, ...more });

describe('which rows a figure counts', () => {
  it.each<[number, number, readonly string[]]>([
    // possible, absent, measures that count it besides REGISTERED
    [0, 0, ['NO_SESSIONS']],
    [20, 0, ['BELOW_PERSISTENT', 'BELOW_SEVERE', 'COUNTED']],
    [20, 1, ['AT_RISK', 'BELOW_PERSISTENT', 'BELOW_SEVERE', 'COUNTED']],
    [19, 1, ['AT_RISK', 'BELOW_PERSISTENT', 'BELOW_SEVERE', 'COUNTED', 'NEARLY_PERSISTENT']],
    [20, 2, ['BELOW_SEVERE', 'COUNTED', 'PERSISTENT']],
    [20, 9, ['BELOW_SEVERE', 'COUNTED', 'PERSISTENT']],
    [20, 10, ['COUNTED', 'PERSISTENT', 'SEVERE']],
  ])('%i possible, %i missed', (possible, absent, expected) => {
    expect(COUNTING_PUPILS.filter((measure) => measure !== 'REGISTERED' && countsRow(measure, counts(possible, absent), PERCENTS)).sort()).toEqual(expected);
  });

  it('is a share of those counted, or a count of its own', () => {
    const held = counts(20, 2, { missing: 3, lateBefore: 1, coded: 2 });
    expect([rowShareOf('PERSISTENT', held, PERCENTS), rowShareOf('ABSENT', held, PERCENTS), rowShareOf('MISSING', held, PERCENTS), rowShareOf('CODED', held, PERCENTS), rowShareOf('NO_SESSIONS', held, PERCENTS)])
      .toEqual([{ part: 1, whole: 1 }, { part: 2, whole: 20 }, { part: 3, whole: 23 }, { part: 2, whole: 2 }, { part: 0, whole: 0 }]);
  });
});

describe('the way from everything recorded', () => {
  const inside = { isRegistered: true, hasLeft: false, isInGroup: true, counts: counts(20, 2) };
  it.each([
    ['in the figure', {}, 'IN_FIGURE'], ['counted, and not in it', { counts: counts(20, 1) }, 'REST'], ['without a session', { counts: counts(0, 0) }, 'NO_SESSIONS'], ['without a mark in the weeks', { counts: null }, 'OTHER_WEEKS'],
    ['of others', { isInGroup: false }, 'OUTSIDE_GROUP'], ['without a register', { isRegistered: false, isInGroup: false }, 'NO_REGISTER'], ['gone before one', { isRegistered: false, hasLeft: true }, 'LEFT_BEFORE'],
  ] as const)('an enrolment %s stands on one line', (_what, more, expected) => expect(lineOfEnrolment('PERSISTENT', { ...inside, ...more }, PERCENTS)).toBe(expected));

  it('every session stands on one line of every figure of sessions, of every code', () => {
    const held: RecordedCounts = { possible: 60, attended: 40, authorised: 12, unauthorised: 8, lateBefore: 5, lateAfter: 3, missing: 7, notPossible: 4, closed: 6, recorded: 77, coded: 3 };
    for (const measure of ADDING_SESSIONS) {
      for (const code of measure === 'CODED' ? NATIONAL_CODES.map((each) => each.code) : [null]) {
        const found = sessionsByLine(linesOfSessions(measure, code), held, true);
        expect([measure, code, [...found.values()].reduce((sum, count) => sum + count, 0)]).toEqual([measure, code, 77]);
        expect(found.get('IN_FIGURE')).toBe(rowShareOf(measure, held, PERCENTS).part);
      }
      expect(addsSessions(measure)).toBe(true);
    }
    expect(sessionsByLine(linesOfSessions('LATE'), held, false)).toEqual(new Map([['OUTSIDE_GROUP', 77]]));
    expect(() => linesOfSessions('CODED')).toThrow(RangeError);
  });

  const listed = { isRegistered: true, hasLeft: false, isInGroup: true, isOnList: false, isSevere: false, isOffRoll: false, isShown: true, possible: 20, isSilent: false };
  it.each([
    ['on it', { isOnList: true }, 'IN_FIGURE'], ['below the rule', {}, 'BELOW_RULE'], ['of a silent school', { isSilent: true }, 'SILENT'], ['off the roll', { isOffRoll: true }, 'OFF_ROLL'], ['at a school too young in its year', { isShown: false }, 'TOO_FEW_WEEKS'],
    ['severe, with another word on the plan', { isSevere: true }, 'PLAN_SAYS_OTHERWISE'], ['without a session', { possible: 0 }, 'NO_SESSIONS'], ['of others', { isInGroup: false, isOnList: true }, 'OUTSIDE_GROUP'], ['without a register', { isRegistered: false }, 'NO_REGISTER'],
  ] as const)('of a list, one %s', (_what, more, expected) => expect(lineOfListed({ ...listed, ...more }, { ofPersistence: true, ofPlans: true })).toBe(expected));
  it('of a list that says nothing of persistent absence, no school is too young', () => expect(lineOfListed({ ...listed, isShown: false }, { ofPersistence: false, ofPlans: false })).toBe('BELOW_RULE'));
});

it('every list names the values of its rule, dated; those that look ahead have the number itself', () => {
  for (const kind of LIST_KINDS) expect([kind, thresholdsOfList(kind, '2026-11-19').length > 0]).toEqual([kind, true]);
  expect(thresholdsOfMeasure('PERSISTENT', '2026-11-19')[0]).toMatchObject({ rule: 'persistent-absence.percent', from: '2015-09-01', words: 'Persistently absent from: 10%' });
  expect([definitionsOfList('SEVERE'), definitionsOfList('PENALTY_WATCH'), definitionsOfList('WEEKDAY')]).toEqual([['BY_PUPIL', 'DFE_DAILY'], ['BY_PUPIL', 'LEGAL'], []]);
});
