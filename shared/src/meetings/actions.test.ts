import fc from 'fast-check';
import { isSchoolDay, openSchoolDays } from '../calendar/index.ts';
import {
  ACTION_STATUSES, ACTION_TYPE_NAMES, actionTypeLabel, actionTypeOwner, actionTypeScopes, carryForward, closingNeedsNote, defaultDue, isActionOpen, isActionOverdue, isDoneOnTime, mondayReminders, nextActionStatuses, overdueFrom, reviewOrder,
  type MeetingAction, type RemindedAction,
} from './index.ts';
import { WEXMOOR } from './wexmoor.test-data.ts';

const open = openSchoolDays(WEXMOOR);
const action = (more: Partial<MeetingAction> = {}): MeetingAction => ({ actionId: 'a1', type: 'HOME_VISIT', scope: 'PUPIL', description: 'Visit', ownerId: 'kerry', dueOn: '2026-12-04', status: 'OPEN', completedOn: null, carriedFrom: null, ...more });
const reminded = (more: Partial<RemindedAction> = {}): RemindedAction => ({ actionId: 'a1', status: 'OPEN', dueOn: '2026-12-04', ownerId: 'kerry', championId: 'sac', officerId: 'officer', ...more });

describe('kinds of action', () => {
  test('are 39, each with a label of its own and somebody it may be about', () => {
    expect(ACTION_TYPE_NAMES).toHaveLength(39);
    expect(new Set(ACTION_TYPE_NAMES.map(actionTypeLabel)).size).toBe(39);
    for (const type of ACTION_TYPE_NAMES) expect([actionTypeScopes(type).length > 0, ['LA', 'SCHOOL'].includes(actionTypeOwner(type))]).toEqual([true, true]);
  });
  test.each([['MASH_REFERRAL', '2026-11-20'], ['HOME_VISIT', '2026-11-26'], ['ATTENDANCE_PLAN', '2026-12-03'], ['STAFF_TRAINING', '2027-01-15'], [null, '2026-12-03']] as const)('%p is due by %s after a meeting on 19 November', (type, due) => expect(defaultDue(type, '2026-11-19', open)).toBe(due));
  test('beyond the calendar no day is due', () => expect(defaultDue('HOME_VISIT', '2027-07-20', open)).toBeNull());
});

describe('an overdue action', () => {
  test('due on Friday 4 December and not done shows on Monday 7 December, to owner, champion and officer', () => {
    expect(['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'].map((today) => isActionOverdue(action(), today, open))).toEqual([false, false, false, true]);
    const line = { actionId: 'a1', dueOn: '2026-12-04', isOverdue: true };
    expect(mondayReminders([reminded()], '2026-12-07', open)).toEqual([
      { personId: 'kerry', lines: [{ ...line, role: 'OWNER' }] }, { personId: 'officer', lines: [{ ...line, role: 'OFFICER' }] }, { personId: 'sac', lines: [{ ...line, role: 'CHAMPION' }] },
    ]);
  });

  test('comes first at the next meeting', () => expect(reviewOrder([
    action({ actionId: 'done', status: 'DONE', dueOn: '2026-11-20' }), action({ actionId: 'later', dueOn: '2027-01-20' }), action({ actionId: 'overdue' }), action({ actionId: 'begun', status: 'IN_PROGRESS', dueOn: '2026-12-10' }),
  ]).map(({ actionId }) => actionId)).toEqual(['overdue', 'begun', 'later', 'done']));

  test.each([['2026-12-18', '2027-01-05'], ['2026-10-23', '2026-11-02'], ['2027-07-20', '2027-07-21'], ['2026-11-18', '2026-11-19']])('due on %s, overdue from %s', (due, from) => expect(overdueFrom(due, open)).toBe(from));
  test.each(ACTION_STATUSES.map((status) => [status]))('%s is overdue only while it is open', (status) => expect(isActionOverdue(action({ status }), '2027-03-01', open)).toBe(isActionOpen(status)));
  test.each([['DONE', '2026-12-04', true], ['DONE', '2026-12-05', false], ['DONE', null, false], ['PARTLY', '2026-12-01', false]] as const)('%s on %p is on time: %p', (status, completedOn, is) => expect(isDoneOnTime(action({ status, completedOn }))).toBe(is));
});

describe('reminders', () => {
  const toWhom = (actions: readonly RemindedAction[], today: string) => mondayReminders(actions, today, open).map(({ personId, lines }) => [personId, lines.map(({ actionId, isOverdue }) => `${actionId}${isOverdue ? '!' : ''}`)]);
  const alone = (more: Partial<RemindedAction>) => reminded({ championId: null, officerId: null, ...more });
  test.each<[string, RemindedAction[], string, unknown[]]>([
    ['due this week', [alone({})], '2026-11-30', [['kerry', ['a1']]]], ['due next week', [alone({})], '2026-11-23', []], ['on a Tuesday', [alone({})], '2026-12-08', []], ['in the holidays', [alone({})], '2026-12-28', []],
    ['overdue since before the holidays, on the Monday of the first school week', [alone({})], '2027-01-04', [['kerry', ['a1!']]]], ['done', [alone({ status: 'DONE' })], '2026-12-07', []],
    ['overdue first', [alone({ actionId: 'b', dueOn: '2026-12-11' }), alone({ actionId: 'a' })], '2026-12-07', [['kerry', ['a!', 'b']]]],
    ['nobody owns it', [reminded({ ownerId: null })], '2026-12-07', [['officer', ['a1!']], ['sac', ['a1!']]]], ['the champion owns it: told once', [reminded({ ownerId: 'sac' })], '2026-12-07', [['officer', ['a1!']], ['sac', ['a1!']]]],
  ])('%s', (_name, actions, today, expected) => expect(toWhom(actions, today)).toEqual(expected));
});

describe('going on', () => {
  test.each([['PARTLY', true], ['NOT_DONE', true], ['DONE', false], ['NO_LONGER_NEEDED', false], ['OPEN', false], ['IN_PROGRESS', false]] as const)('%s is carried forward: %p', (status, is) => {
    const carried = carryForward(action({ status, completedOn: '2026-12-01' }), 'b1', '2027-02-04', open);
    expect(carried).toEqual(is ? action({ actionId: 'b1', carriedFrom: 'a1', dueOn: '2027-02-11' }) : null);
  });
  test('what is closed stays closed, and closing says what came of it', () => {
    for (const status of ACTION_STATUSES) expect(nextActionStatuses(status).length > 0).toBe(isActionOpen(status));
    expect(ACTION_STATUSES.filter(closingNeedsNote)).toEqual(['DONE', 'PARTLY', 'NOT_DONE', 'NO_LONGER_NEEDED']);
    expect(new Set(nextActionStatuses('OPEN'))).toEqual(new Set(ACTION_STATUSES.filter((status) => status !== 'OPEN')));
  });

  test('nothing is overdue on the day it is due, and what goes on is due on a school day after the meeting', () => fc.assert(fc.property(fc.constantFrom(...open.slice(0, 150)), fc.constantFrom(...ACTION_TYPE_NAMES), (meetingOn, type) => {
    const carried = carryForward(action({ type, status: 'NOT_DONE' }), 'b', meetingOn, open);
    expect(carried).not.toBeNull();
    if (carried === null) return;
    expect(carried.dueOn > meetingOn && isSchoolDay(WEXMOOR, carried.dueOn)).toBe(true);
    expect(isActionOverdue(carried, carried.dueOn, open)).toBe(false);
    expect(isActionOverdue(carried, overdueFrom(carried.dueOn, open), open)).toBe(true);
  })));
});
