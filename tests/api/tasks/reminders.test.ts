import { taskPath } from '@attendance/shared/tasks';
import { writeReminders, type ReminderRun } from '../../../server/src/app/reminders.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS } from '../../support/small-authority.ts';
import { agreed, aKey, knowWorkers, WORKERS } from '../../support/tasks.ts';
import { TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

interface Body { path: string; overdue: number; due: number; lines: { taskId: number; what: string; dueOn: string; isOverdue: boolean; role: string; path: string }[] }

describe('reminders', () => {
  let portal: TestPortal;
  beforeEach(async () => {
    portal ??= await TestPortal.open('reminders').then(async (opened) => { await knowWorkers(opened); return opened; });
    for (const table of ['outbox_event', 'outbox_message', 'task_change', 'task']) await portal.rows(`delete from ${table}`);
  });
  afterAll(() => portal.close());

  const run = async (today: string): Promise<ReminderRun> => writeReminders({ app: portal.app, ingest: portal.ingest, clock: systemClock(today), log: createLogger('silent') });
  const messages = async (): Promise<Map<number, Body>> => new Map((await portal.rows<{ id: number; body: Body }>(`select recipient_id as id, body from outbox_message where kind = 'TASK_REMINDER' order by id`)).map(({ id, body }) => [id, body]));

  test('an action due on Friday 4 December and not done shows as overdue on Monday 7 December to its owner, the champion and the officer', async () => {
    const task = await agreed(portal, { owner_id: 45, owner: 'The head' });
    expect(await run('2026-12-07')).toEqual({ week: '2026-W50', isMonday: true, people: 3, written: 3 });
    const told = await messages();
    const line = { taskId: Number(task.id), what: 'About: the school', dueOn: '2026-12-04', isOverdue: true, path: taskPath(task.id) };
    expect([...told].sort(([one], [other]) => one - other)).toEqual([[43, 'OFFICER'], [44, 'CHAMPION'], [45, 'OWNER']].map(([id, role]) => [id, { path: '/work', overdue: 1, due: 0, lines: [{ ...line, role }] }]));
  });

  test('are written once a week, on Mondays of school weeks only', async () => {
    await agreed(portal);
    expect(await run('2026-12-08')).toMatchObject({ isMonday: false, written: 0 });
    expect(await run('2026-12-28')).toMatchObject({ isMonday: true, written: 0 });
    expect(await run('2026-11-30')).toMatchObject({ people: 2, written: 2 });
    expect(await run('2026-11-30')).toMatchObject({ people: 2, written: 0 });
    expect(await run('2026-12-07')).toMatchObject({ written: 2 });
    const trail = await asOwner(portal.ownerUrl, async (db) => (await db.query(`select actor_role, count(*)::int as entries from audit_entry where operation = 'mondayReminders' and details ->> 'reminder' = '2026-W49' group by 1`)).rows as object[]);
    expect(trail).toEqual([{ actor_role: 'SYSTEM', entries: 2 }]);
    await portal.rows(`update task set status = 'DONE'`);
    expect(await run('2026-12-14')).toMatchObject({ people: 0, written: 0 });
  });

  test('hold no word that anybody typed, name no child, and tell nobody of what they may not open', async () => {
    await agreed(portal, { what: 'Visit Wren Marchbank', pupil_id: PUPILS.hidden.id, owner_id: 45, owner: 'The head' });
    await portal.ask(WORKERS.officer, 'mutation Add($key: String!, $input: TaskInput!) { addTask(key: $key, input: $input) { id } }', { key: aKey(), input: { what: 'Ring Mason’s mother', dueOn: '2026-12-03', schoolId: PUPILS.mason.schoolId } });
    await run('2026-11-30');
    const told = await messages();
    expect([...told.keys()].sort()).toEqual([43, 45]);
    expect(told.get(45)?.lines).toMatchObject([{ what: 'About: one pupil', role: 'OWNER', isOverdue: false }]);
    expect(told.get(43)?.lines).toMatchObject([{ what: 'About: the school', role: 'OWNER' }]);
    expect(JSON.stringify([...told.values()])).not.toMatch(/Wren|Mason|Visit|Ring/);
  });
});
