import fc from 'fast-check';
import { isSchoolDay, openSchoolDays } from '../calendar/index.ts';
import {
  ACTION_TYPE_NAMES, actionTypeLabel, actionTypeOwner, actionTypeScopes, carryForward, defaultDue, isActionOverdue, openWhenMet, overdueFrom, reviewOrder, usualDue, type EarlierAction,
} from './index.ts';
import { WEXMOOR } from './wexmoor.test-data.ts';

const open = openSchoolDays(WEXMOOR);
const action = (more: Partial<EarlierAction> = {}): EarlierAction => ({ taskId: 1, type: 'HOME_VISIT', dueOn: '2026-12-04', status: 'OPEN', ...more });

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
  const listed = [action({ taskId: 4, status: 'DONE', dueOn: '2026-11-20' }), action({ taskId: 3, dueOn: '2027-01-20' }), action({ taskId: 10 }), action({ taskId: 9 }), action({ taskId: 2, status: 'IN_PROGRESS', dueOn: '2026-12-10' })];
  test('comes first at the next meeting, the one agreed first before another of its day', () => expect(reviewOrder(listed).map(({ taskId }) => taskId)).toEqual([9, 10, 2, 3, 4]));
  test.each([['2026-12-04', 0], ['2026-12-05', 2], ['2026-12-11', 3], ['2027-02-04', 4]])('a meeting on %s has to close %p: those open and due before it', (on, count) => expect(openWhenMet(listed, on)).toBe(count));
});

describe('going on', () => {
  test.each([['PARTLY', true], ['NOT_DONE', true], ['DONE', false], ['NO_LONGER_NEEDED', false], ['OPEN', false], ['IN_PROGRESS', false]] as const)('%s is carried forward: %p', (ended, is) => {
    expect(carryForward(action(), ended, '2027-02-04', open)).toEqual(is ? { ...action({ dueOn: '2027-02-11' }), carriedFrom: 1 } : null);
  });
  test('nothing is overdue on the day it is due, and what goes on is due on a school day after the meeting', () => fc.assert(fc.property(fc.constantFrom(...open.slice(0, 150)), fc.constantFrom(...ACTION_TYPE_NAMES), (meetingOn, type) => {
    const carried = carryForward(action({ type }), 'NOT_DONE', meetingOn, open);
    expect(carried).not.toBeNull();
    if (carried === null) return;
    expect(carried.dueOn > meetingOn && isSchoolDay(WEXMOOR, carried.dueOn)).toBe(true);
    expect(isActionOverdue(carried, carried.dueOn, open)).toBe(false);
    expect(isActionOverdue(carried, overdueFrom(carried.dueOn, open), open)).toBe(true);
  })));
  test('beyond the calendar it is due the day after the meeting', () => expect(usualDue('HOME_VISIT', '2027-07-20', open)).toBe('2027-07-21'));
});
