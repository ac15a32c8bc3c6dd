import fc from 'fast-check';
import { openSchoolDays, type SchoolCalendar } from '../calendar/index.ts';
import { addDays } from '../kernel/index.ts';
import {
  clockState, closingNeedsNote, daysLeft, hasComeDue, isDoneOnTime, isDueThisWeek, isTaskOpen, isTaskOverdue, mayAnswerTask, mayPostponeTask, mayReassignTask, mondayReminders, nextTaskStatuses, overdueFrom, TASK_STATUSES, workWhen, worstFirst,
  type ClockUnit, type RemindedTask, type TaskAsker, type TaskHeld, type TaskStatus,
} from './index.ts';

/** 2026/27 of a made-up authority. */
const CALENDAR: SchoolCalendar = {
  terms: ([['2026-09-03', '2026-10-23'], ['2026-11-02', '2026-12-18'], ['2027-01-05', '2027-02-12'], ['2027-02-22', '2027-03-25'], ['2027-04-13', '2027-05-28'], ['2027-06-07', '2027-07-20']] as const).map(([startsOn, endsOn], index) => ({ name: `Half term ${index + 1}`, startsOn, endsOn })),
  closures: [{ on: '2027-05-03', kind: 'BANK_HOLIDAY', label: 'Early May bank holiday' }],
};
const open = openSchoolDays(CALENDAR);
const task = (more: Partial<{ status: TaskStatus; dueOn: string; completedOn: string | null }> = {}) => ({ status: 'OPEN' as TaskStatus, dueOn: '2026-12-04', completedOn: null, ...more });
const reminded = (more: Partial<RemindedTask> = {}): RemindedTask => {
  const dueOn = more.dueOn ?? '2026-12-04';
  return { taskId: 'a1', status: 'OPEN', dueOn, overdueFrom: overdueFrom(dueOn, open), ownerId: 'kerry', championId: 'sac', officerId: 'officer', ...more };
};

describe('an overdue task', () => {
  test('due on Friday 4 December and not done shows on Monday 7 December, to owner, champion and officer', () => {
    expect(['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'].map((today) => isTaskOverdue(task(), today, open))).toEqual([false, false, false, true]);
    const line = { taskId: 'a1', dueOn: '2026-12-04', isOverdue: true };
    expect(mondayReminders([reminded()], '2026-12-07', open)).toEqual([
      { personId: 'kerry', lines: [{ ...line, role: 'OWNER' }] }, { personId: 'officer', lines: [{ ...line, role: 'OFFICER' }] }, { personId: 'sac', lines: [{ ...line, role: 'CHAMPION' }] },
    ]);
  });
  test.each([['2026-12-18', '2027-01-05'], ['2026-10-23', '2026-11-02'], ['2027-07-20', '2027-07-21'], ['2026-11-18', '2026-11-19']])('due on %s, overdue from %s', (due, from) => expect(overdueFrom(due, open)).toBe(from));
  test.each(TASK_STATUSES.map((status) => [status]))('%s is overdue only while it is open', (status) => expect(isTaskOverdue(task({ status }), '2027-03-01', open)).toBe(isTaskOpen(status)));
  test.each([['DONE', '2026-12-04', true], ['DONE', '2026-12-05', false], ['DONE', null, false], ['PARTLY', '2026-12-01', false]] as const)('%s on %p is on time: %p', (status, completedOn, is) => expect(isDoneOnTime(task({ status, completedOn }))).toBe(is));
  test.each([['OPEN', '2026-12-04', false], ['OPEN', '2026-12-05', true], ['DONE', '2026-12-05', true], ['NOT_DONE', '2026-12-05', true], ['NO_LONGER_NEEDED', '2026-12-05', false]] as const)('%s on %s has come due: %p', (status, today, is) => expect(hasComeDue(task({ status }), today)).toBe(is));
  test('nothing is overdue on the day it is due', () => fc.assert(fc.property(fc.integer({ min: 0, max: 320 }), (ahead) => {
    const dueOn = addDays('2026-09-01', ahead);
    expect([isTaskOverdue(task({ dueOn }), dueOn, open), isTaskOverdue(task({ dueOn }), overdueFrom(dueOn, open), open)]).toEqual([false, true]);
  })));
});

describe('statuses', () => {
  test('what is closed stays closed, and closing says what came of it', () => {
    for (const status of TASK_STATUSES) expect(nextTaskStatuses(status).length > 0).toBe(isTaskOpen(status));
    expect(TASK_STATUSES.filter(closingNeedsNote)).toEqual(['DONE', 'PARTLY', 'NOT_DONE', 'NO_LONGER_NEEDED']);
    expect(new Set(nextTaskStatuses('OPEN'))).toEqual(new Set(TASK_STATUSES.filter((status) => status !== 'OPEN')));
  });
});

describe('somebody’s work', () => {
  // Thursday 19 November.
  test.each([
    ['yesterday', '2026-11-18', 'OVERDUE'], ['today', '2026-11-19', 'TODAY'], ['tomorrow', '2026-11-20', 'THIS_WEEK'], ['on Sunday', '2026-11-22', 'THIS_WEEK'], ['on Monday', '2026-11-23', 'LATER'],
  ])('due %s: %s', (_name, dueOn, when) => expect(workWhen({ dueOn, overdueFrom: overdueFrom(dueOn, open) }, '2026-11-19')).toBe(when));
  test('what was due on Friday is not overdue on Saturday, and asks for somebody all the same', () => expect(workWhen({ dueOn: '2026-11-20', overdueFrom: '2026-11-23' }, '2026-11-21')).toBe('TODAY'));
});

describe('reminders', () => {
  const toWhom = (tasks: readonly RemindedTask[], today: string) => mondayReminders(tasks, today, open).map(({ personId, lines }) => [personId, lines.map(({ taskId, isOverdue }) => `${taskId}${isOverdue ? '!' : ''}`)]);
  const alone = (more: Partial<RemindedTask>) => reminded({ championId: null, officerId: null, ...more });
  test.each<[string, RemindedTask[], string, unknown[]]>([
    ['due this week', [alone({})], '2026-11-30', [['kerry', ['a1']]]], ['due next week', [alone({})], '2026-11-23', []], ['on a Tuesday', [alone({})], '2026-12-08', []], ['in the holidays', [alone({})], '2026-12-28', []],
    ['overdue since before the holidays, on the Monday of the first school week', [alone({})], '2027-01-04', [['kerry', ['a1!']]]], ['done', [alone({ status: 'DONE' })], '2026-12-07', []],
    ['overdue first', [alone({ taskId: 'b', dueOn: '2026-12-11' }), alone({ taskId: 'a' })], '2026-12-07', [['kerry', ['a!', 'b']]]],
    ['nobody owns it', [reminded({ ownerId: null })], '2026-12-07', [['officer', ['a1!']], ['sac', ['a1!']]]], ['the champion owns it: told once', [reminded({ ownerId: 'sac' })], '2026-12-07', [['officer', ['a1!']], ['sac', ['a1!']]]],
  ])('%s', (_name, tasks, today, expected) => expect(toWhom(tasks, today)).toEqual(expected));
});

describe('a clock', () => {
  test.each<[ClockUnit, string, string, number | null]>([
    ['SCHOOL_DAYS', '2026-11-19', '2026-11-26', 5], ['SCHOOL_DAYS', '2026-11-19', '2026-11-19', 0], ['SCHOOL_DAYS', '2026-12-17', '2027-01-06', 3], ['SCHOOL_DAYS', '2026-11-23', '2026-11-20', -1], ['SCHOOL_DAYS', '2026-11-21', '2026-11-20', 0],
    ['SCHOOL_DAYS', '2027-01-06', '2026-12-18', -2], ['SCHOOL_DAYS', '2027-07-19', '2027-09-06', null], ['WORKING_DAYS', '2026-12-24', '2026-12-30', 2], ['WORKING_DAYS', '2026-12-30', '2026-12-24', -2], ['WORKING_DAYS', '2026-11-20', '2026-11-23', 1],
    ['DAYS', '2026-11-19', '2026-11-26', 7], ['DAYS', '2026-11-21', '2026-11-19', -2],
  ])('in %s on %s, due %s: %p left', (unit, today, dueOn, left) => expect(daysLeft(unit, today, dueOn, open)).toBe(left));
  test.each([[null, '2026-11-19', 'RUNNING'], [null, '2026-11-20', 'BROKEN'], ['2026-11-25', '2026-11-26', 'MET']] as const)('met on %p, on %s: %s', (metOn, today, state) => expect(clockState({ dueOn: '2026-11-19', metOn }, today)).toBe(state));
  test('worst first: most days over, then the next that is due', () => {
    const clock = (id: number, dueOn: string, left: number | null, state: 'BROKEN' | 'RUNNING') => ({ id, dueOn, daysLeft: left, state });
    expect(worstFirst([clock(1, '2026-12-01', 8, 'RUNNING'), clock(2, '2026-11-20', 1, 'RUNNING'), clock(3, '2026-11-12', -5, 'BROKEN'), clock(4, '2026-11-01', -9, 'BROKEN'), clock(5, '2026-11-18', 0, 'BROKEN'), clock(6, '2027-09-01', null, 'RUNNING')]).map(({ id }) => id)).toEqual([4, 3, 5, 2, 1, 6]);
  });
  test.each([['2026-11-19', true], ['2026-11-22', true], ['2026-11-23', false]])('due on %s is due this week: %p', (dueOn, is) => expect(isDueThisWeek({ dueOn, state: 'RUNNING' }, '2026-11-19')).toBe(is));
});

describe('who may do what', () => {
  const who = (reach: string, userId: number, ...permissions: string[]): TaskAsker => ({ userId, reach, can: (permission) => ['task:write', ...permissions].includes(permission) });
  const [owner, officer, manager, champion, head, dsl] = [who('PUPILS', 1), who('AUTHORITY', 2, 'meeting:record'), who('AUTHORITY', 3, 'meeting:approve'), who('SCHOOLS', 4, 'meeting:prepare'), who('SCHOOLS', 5, 'meeting:approve'), who('SCHOOLS', 6)];
  const reader: TaskAsker = { userId: 1, reach: 'AUTHORITY', can: (permission) => permission !== 'task:write' };
  const held = (more: Partial<TaskHeld> = {}): TaskHeld => ({ ownerId: 1, side: 'SCHOOL', source: 'MEETING', status: 'OPEN', ...more });
  test.each<[string, TaskAsker, TaskHeld, [answer: boolean, reassign: boolean, postpone: boolean]]>([
    ['its owner answers', owner, held(), [true, false, false]], ['the owner of one’s own task postpones it', owner, held({ source: 'OWN' }), [true, false, true]], ['an officer does all', officer, held(), [true, true, true]], ['a manager does all', manager, held({ side: 'LA' }), [true, true, true]],
    ['a champion does all for the school', champion, held(), [true, true, true]], ['a champion leaves the authority’s alone', champion, held({ side: 'LA' }), [false, false, false]], ['a head answers', head, held(), [true, false, false]], ['a safeguarding lead answers own ones', dsl, held(), [false, false, false]],
    ['what is closed stays closed', officer, held({ status: 'DONE' }), [false, false, false]], ['somebody who only reads', reader, held(), [false, false, false]], ['a machine owns nothing', { ...owner, userId: null }, held({ ownerId: null }), [false, false, false]],
  ])('%s', (_name, asker, task_, [answer, reassign, postpone]) => expect([mayAnswerTask(asker, task_), mayReassignTask(asker, task_), mayPostponeTask(asker, task_)]).toEqual([answer, reassign, postpone]));
});
