import { hasComeDue, isDoneOnTime, TASK_STATUSES } from '@attendance/shared/tasks';
import { MeetingBook, officer } from '../../support/meeting-book.ts';
import { agreeAction } from '../../support/meeting-rows.ts';
import { SCHOOLS } from '../../support/small-authority.ts';

const DAYS = ['2026-11-12', '2026-11-13', '2026-11-14', '2026-11-16', '2026-11-18', '2026-11-19', '2026-11-20'] as const;
const TODAY = '2026-11-19';

/** Whoever compares two pages finds one count of actions due, and one of those done on time. */
describe('actions due and done on time', () => {
  let book: MeetingBook;
  beforeAll(async () => { book = await MeetingBook.open('actions_on_time'); });
  afterAll(() => book.close());

  test('the database and the rule in words say the same of every status and every day', async () => {
    const cases = TASK_STATUSES.flatMap((status) => DAYS.flatMap((dueOn) => [null, ...DAYS].map((completedOn) => ({ status, dueOn, completedOn }))));
    const answered = await book.portal.rows<{ due: boolean; on_time: boolean }>(
      'select action_came_due(c.status, c.due_on, $4::date) as due, action_done_on_time(c.status, c.done_on, c.due_on) as on_time from unnest($1::text[], $2::date[], $3::date[]) with ordinality c (status, due_on, done_on, nth) order by c.nth',
      [cases.map(({ status }) => status), cases.map(({ dueOn }) => dueOn), cases.map(({ completedOn }) => completedOn), TODAY]);
    expect(answered).toEqual(cases.map((each) => ({ due: hasComeDue(each, TODAY), on_time: isDoneOnTime(each) })));
    expect(new Set(answered.map(({ due, on_time: onTime }) => `${due} ${onTime}`)).size).toBe(4);
  });

  test('the planner and the report of the term count the same actions', async () => {
    for (const status of TASK_STATUSES) for (const dueOn of DAYS) await agreeAction(book.portal, { status, dueOn, doneOn: '2026-11-14' });
    await agreeAction(book.portal, { schoolId: SCHOOLS.tarnbrook, status: 'DONE', dueOn: '2026-11-13', doneOn: '2026-11-13' });
    const { work } = await book.did<{ work: { actionsDue: number; actionsOnTime: number } }>(officer, '{ meetingPlanner(filter: { term: "2026-AUTUMN" }) { work { actionsDue actionsOnTime } } }', {});
    const { tables } = await book.did<{ tables: { key: string; rows: { key: string; cells: string[] }[] }[] }>(officer, '{ termReport(term: "2026-AUTUMN") { tables { key rows { key cells } } } }', {});
    const [label, due, onTime, , late, open, notDone, notNeeded] = tables.find(({ key }) => key === 'ACTIONS')?.rows.find(({ key }) => key === 'ALL')?.cells ?? [];
    // Five days are over; of what was done on Saturday 14 November two came too late, and what is no longer needed is in no count but its own.
    expect([label, due, onTime, late, open, notDone, notNeeded]).toEqual(['All', '26', '4', '2', '10', '10', '5']);
    expect(work).toEqual({ actionsDue: Number(due), actionsOnTime: Number(onTime) });
  });
});
