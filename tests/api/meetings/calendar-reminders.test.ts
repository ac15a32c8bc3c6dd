import type { MeetingCalendarStep } from '@attendance/shared/communications';
import { asPortal } from '../../../server/src/app/as-portal.ts';
import { CalendarReminders } from '../../../server/src/modules/meetings/messages/calendar-reminders.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { aKey, MeetingBook, type Papers } from '../../support/meeting-book.ts';
import { communications } from '../../support/outbox.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';

const { oakmere } = SCHOOLS;
const { mason, hidden } = PUPILS;
const log = createLogger('silent');
const OFFERED = { status: 'OFFERED', on_day: '2026-11-19' };
const BOOKED = { status: 'BOOKED', on_day: '2026-11-05' };
const HELD = { status: 'HELD', on_day: '2026-10-01', held_on: '2026-10-01' };
const ISSUED = { status: 'RECORD_ISSUED', on_day: '2026-10-08', held_on: '2026-10-08', issued_on: '2026-10-15', comments_until: '2026-11-03' };

describe('the days around a meeting', () => {
  let book: MeetingBook;
  let made: Papers;
  beforeEach(async () => {
    book = await MeetingBook.open('calendar_reminders');
    await owner(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values (51, 'test', 'Yusuf', 'Yusuf', 'y@example.org'), (52, 'test', 'Sian', 'Sian', 's@example.org')`);
    await owner(`insert into user_grant (user_id, role, valid_from) values (51, 'EARLY_HELP_WORKER', '2026-09-01'), (52, 'SEND_OFFICER', '2026-09-01')`);
    await owner(`insert into caseload (user_id, pupil_id, valid_from) values (51, ${mason.id}, '2026-09-01')`);
    made = await book.booked({ onDay: '2026-12-10' });
  });
  afterEach(() => book.close());

  const owner = (text: string): Promise<unknown> => asOwner(book.portal.ownerUrl, async (db) => db.query(text));
  const run = (today: string): Promise<number> => {
    const deps = { app: book.portal.app, clock: systemClock(today), log };
    return asPortal(deps)('meetingCalendar', [], async (operation) => new CalendarReminders(communications).write(operation));
  };
  const stands = (row: Readonly<Record<string, string>>) => owner(`update meeting set ${Object.entries(row).map(([column, value]) => `${column} = '${value}'`).join(', ')} where id = ${made.id}`);
  const told = async () => book.portal.rows<{ to: number; step: MeetingCalendarStep; due: string; content: string }>(`select recipient_id as to, body ->> 'step' as step, body ->> 'dueOn' as due, subject || content as content from outbox_message where kind = 'MEETING_CALENDAR' order by 2, 1`);
  const rowsTold = async () => (await told()).map(({ to, step, due }) => [to, step, due]);
  /** An action of the meeting, with its task unless the record is not issued. */
  const action = async (more: { to?: number; pupil?: number; service?: string; issued?: boolean; due?: string } = {}): Promise<void> => {
    const { to = 44, pupil = null, service = null, issued = true, due = '2026-10-30' } = more;
    const [row] = issued ? await book.portal.rows<{ id: number }>(`insert into task (source, scope, what, school_id, pupil_id, school_ids, restricted, side, owner_id, owner, from_on, due_on, overdue_from, made_with)
      select 'MEETING', $1, 'Ring Mason', $2, $3::int, coalesce((select school_ids from pupil where id = $3), array[$2::int]), coalesce((select restricted from pupil where id = $3), false), 'SCHOOL', $4, 'Them', '2026-10-08', $5, $5::date + 1, $6 returning id`, [pupil === null ? 'SCHOOL' : 'PUPIL', oakmere, pupil, to, due, aKey()]) : [];
    await book.portal.rows(`insert into meeting_action (meeting_id, scope, what, school_id, pupil_id, school_ids, restricted, side, owner_id, owner, due_on, service, task_id, made_with)
      select $1, $2, 'Ring Mason', $3, $4::int, coalesce((select school_ids from pupil where id = $4), array[$3::int]), coalesce((select restricted from pupil where id = $4), false), 'SCHOOL', $5, 'Them', $6, $7, $8, $9`, [made.id, pupil === null ? 'SCHOOL' : 'PUPIL', oakmere, pupil, to, due, service, row?.id ?? null, aKey()]);
  };

  // Half term is 24 October to 1 November; 5 October is a day for staff.
  test.each<[string, Record<string, string>, before: string, on: string, MeetingCalendarStep, to: number[], due: string]>([
    ['the date is agreed 20 school days before, with half term between', OFFERED, '2026-10-14', '2026-10-15', 'AGREE_DATE', [43, 44], '2026-10-15'],
    ['the date is agreed 20 school days before, with a day for staff between', { ...OFFERED, on_day: '2026-10-13' }, '2026-09-11', '2026-09-14', 'AGREE_DATE', [43, 44], '2026-09-14'],
    ['the record is due five school days after, with a day for staff between', HELD, '2026-10-08', '2026-10-09', 'RECORD_DUE', [43], '2026-10-09'],
    ['comments close, told two school days before, with half term between', ISSUED, '2026-10-22', '2026-10-23', 'COMMENTS_CLOSE', [44], '2026-11-03'],
  ])('%s', async (_words, row, before, on, step, to, due) => {
    await stands(row);
    expect(await run(before)).toBe(0);
    expect(await run(on)).toBe(to.length);
    expect(await rowsTold()).toEqual(to.map((id) => [id, step, due]));
    expect(await run(on)).toBe(0);
    expect(JSON.stringify(await told())).not.toMatch(/Mason|Thirkell|Marchbank|Ring/);
  });

  test('five school days before, the officer looks at the pack, and partners with a pupil on the list may add a line', async () => {
    await stands(BOOKED);
    expect(await run('2026-10-21')).toBe(0);
    expect(await run('2026-10-22')).toBe(2);
    expect(await rowsTold()).toEqual([[43, 'LOOK_AT_PACK', '2026-10-22'], [51, 'PARTNER_LINES', '2026-10-22']]);
    expect(await run('2026-11-02')).toBe(0);
  });

  test('a partner hears of no restricted child without the right, and of none taken off the list', async () => {
    await stands(BOOKED);
    await owner(`update caseload set pupil_id = ${hidden.id} where user_id = 51`);
    await owner(`insert into caseload (user_id, pupil_id, valid_from) values (52, ${mason.id}, '2026-09-01')`);
    await owner(`update meeting_pupil set removed_reason = 'Better' where pupil_id = ${mason.id}`);
    expect(await run('2026-10-22')).toBe(1);
    expect(await rowsTold()).toEqual([[43, 'LOOK_AT_PACK', '2026-10-22']]);
  });

  test('fifteen school days after, owners hear of actions due by then that nobody touched, under the right they hold that day', async () => {
    await stands(ISSUED);
    await action();
    await action({ to: 46 });
    await action({ to: 51, pupil: mason.id });
    await action({ to: 52, pupil: mason.id });
    await action({ to: 41, due: '2026-12-01' });
    expect(await run('2026-11-04')).toBe(0);
    expect(await run('2026-11-05')).toBe(2);
    // 46 is of another school, 52 has not the child, and what 41 owes is not early.
    expect(await rowsTold()).toEqual([[44, 'EARLY_ACTIONS', '2026-11-05'], [51, 'EARLY_ACTIONS', '2026-11-05']]);
    expect(await run('2026-11-06')).toBe(0);
  });

  test('actions that were updated are not asked about', async () => {
    await stands(ISSUED);
    await action();
    await owner(`update task set status = 'IN_PROGRESS'`);
    expect(await run('2026-11-05')).toBe(0);
  });

  test('a promised referral without a draft is the officer’s to make while the record is not issued', async () => {
    await stands({ ...HELD, on_day: '2026-10-08', held_on: '2026-10-08' });
    await action({ pupil: mason.id, service: 'EARLY_HELP', issued: false });
    expect(await run('2026-11-05')).toBe(1);
    expect(await rowsTold()).toEqual([[43, 'REFERRALS', '2026-11-05']]);
  });

  test('who lost the right, or left, is not written to; the others are', async () => {
    await stands(OFFERED);
    await owner(`update user_grant set valid_to = '2026-10-14' where user_id = 43`);
    expect(await run('2026-10-15')).toBe(1);
    expect(await rowsTold()).toEqual([[44, 'AGREE_DATE', '2026-10-15']]);
    await owner(`update app_user set active = false where id = 44`);
    await stands({ ...OFFERED, on_day: '2026-11-20' });
    expect(await run('2026-10-16')).toBe(0);
  });

  test('a portal that stood still writes for three school days more, then no longer; a meeting moved is told of anew', async () => {
    await stands(OFFERED);
    expect(await run('2026-10-21')).toBe(0);
    expect(await run('2026-10-20')).toBe(2);
    expect(await run('2026-10-20')).toBe(0);
    await stands({ ...OFFERED, on_day: '2026-11-20' });
    expect(await run('2026-10-20')).toBe(2);
    const [entry] = (await asOwner(book.portal.ownerUrl, async (db) => (await db.query<{ role: string; calendar: string }>(`select actor_role as role, details ->> 'calendar' as calendar from audit_entry where operation = 'meetingCalendar' and kind = 'CHANGED' order by seq desc limit 1`)).rows));
    expect(entry).toEqual({ role: 'SYSTEM', calendar: '2' });
  });

  test('nobody but the portal may ask whom the days are written to', async () => {
    await expect(asOwner(book.portal.ownerUrl, async (db) => { await db.query('begin'); await db.query('set local role reach_schools_full'); return db.query(`select * from meeting_calendar_people(1, 'AGREE_DATE', '2026-11-19', '2026-11-19', '{}')`); })).rejects.toThrow(/permission denied/);
  });
});
