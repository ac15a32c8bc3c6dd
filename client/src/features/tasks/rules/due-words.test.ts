import { clockWords, dueWords } from './due-words.ts';

const TODAY = '2026-11-19';
const task = (more: object) => ({ when: 'LATER' as const, status: 'OPEN' as const, dueOn: '2026-12-04', doneOn: null, ...more });
const clock = (more: object) => ({ state: 'RUNNING' as const, counted: 'SCHOOL_DAYS' as const, daysLeft: 5 as number | null, dueOn: '2026-11-26', metOn: null as string | null, ...more });

it.each([
  [{ when: 'OVERDUE', dueOn: '2026-11-10' }, '▲', '9 days over', 'was Tue 10 Nov'], [{ when: 'OVERDUE', dueOn: '2026-11-18' }, '▲', '1 day over', 'was Wed 18 Nov'], [{ when: 'TODAY', dueOn: TODAY }, '◆', 'Today', 'Thu 19 Nov'],
  [{ when: 'TODAY', dueOn: '2026-11-13' }, '◆', 'Due now', 'was Fri 13 Nov'], [{ when: 'THIS_WEEK', dueOn: '2026-11-20' }, '●', 'Fri 20 Nov', 'tomorrow'], [{}, '○', 'Fri 4 Dec', 'in 15 days'],
  [{ when: null, status: 'DONE', doneOn: '2026-11-12' }, '✓', 'Done', 'Thu 12 Nov'], [{ when: null, status: 'NOT_DONE' }, '✓', 'Not done', 'was due Fri 4 Dec'],
])('a task %j: %s %s, %s', (more, sign, head, line) => expect(dueWords(task(more), TODAY)).toMatchObject({ sign, head, line }));

it.each([
  [{}, '○', 'Thu 26 Nov', '5 school days left'], [{ daysLeft: 1, dueOn: '2026-11-20' }, '●', 'Fri 20 Nov', '1 school day left'], [{ daysLeft: 0, dueOn: TODAY }, '◆', 'Today', 'Thu 19 Nov'], [{ daysLeft: null, dueOn: '2027-09-03' }, '○', 'Fri 3 Sep', 'beyond the calendar'],
  [{ state: 'BROKEN', daysLeft: -2, dueOn: '2026-11-17', counted: 'WORKING_DAYS' }, '▲', '2 working days over', 'was Tue 17 Nov'], [{ state: 'BROKEN', daysLeft: 0, dueOn: '2026-11-17' }, '▲', 'Over', 'was Tue 17 Nov'],
  [{ state: 'MET', metOn: '2026-11-26' }, '✓', 'Met', 'Thu 26 Nov, due Thu 26 Nov'], [{ state: 'MET', metOn: '2026-11-27' }, '✓', 'Met late', 'Fri 27 Nov, due Thu 26 Nov'],
])('a clock %j: %s %s, %s', (more, sign, head, line) => expect(clockWords(clock(more))).toMatchObject({ sign, head, line }));
