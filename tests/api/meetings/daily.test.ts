import { dayInWords } from '@attendance/shared/communications';
import { asPortal } from '../../../server/src/app/as-portal.ts';
import { composeModules } from '../../../server/src/app/compose.ts';
import { workOnMeetings } from '../../../server/src/app/meetings.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../../server/src/platform/config/config.ts';
import { runDailyJobs } from '../../../server/src/platform/jobs/daily-jobs.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { champion, MeetingBook, officer } from '../../support/meeting-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { SCHOOLS } from '../../support/small-authority.ts';

const { oakmere } = SCHOOLS;
const log = createLogger('silent');

describe('what the portal does with meetings each day', () => {
  let book: MeetingBook;
  beforeEach(async () => { book = await MeetingBook.open('meetings_daily'); });
  afterEach(() => book.close());

  const deps = (today: string) => ({ app: book.portal.app, ingest: book.portal.ingest, config: readConfig({}), clock: systemClock(today), log });
  const work = (today: string) => workOnMeetings(deps(today));
  const rows = <T extends object>(text: string): Promise<T[]> => asOwner(book.portal.ownerUrl, async (owner) => (await owner.query<T>(text)).rows);
  const reminders = () => rows<{ to: number; period: string; subject: string; content: string; school_id: number }>(`select recipient_id as to, period, subject, content, school_id from outbox_message where kind = 'MEETING_PREPARATION' order by id`);

  test('a preparation due on 26 November is reminded of five school days before and on the day, once each', async () => {
    const made = await book.booked({ onDay: '2026-12-10' });
    expect((await work('2026-11-18')).reminded).toBe(0);
    expect((await work('2026-11-19')).reminded).toBe(1);
    expect((await work('2026-11-19')).reminded).toBe(0);
    expect((await work('2026-11-23')).reminded).toBe(0);
    expect((await work('2026-11-26')).reminded).toBe(1);
    expect((await work('2026-11-26')).reminded).toBe(0);
    expect((await work('2026-11-27')).reminded).toBe(0);
    const sent = await reminders();
    expect(sent.map(({ to, period, subject, school_id: school }) => [to, period, subject, school])).toEqual(['first', 'last'].map((which) => [44, `meeting-${made.id}-${oakmere}-2026-11-26-${which}`, `Preparation for your targeting support meeting is due on ${dayInWords('2026-11-26')}`, oakmere]));
    expect(JSON.stringify(sent)).not.toMatch(/Mason|Thirkell|Marchbank/);
    expect(await rows(`select actor_id, actor_role, details ->> 'reminded' as reminded from audit_entry where operation = 'preparationReminders' and kind = 'CHANGED' order by seq`)).toEqual(Array(2).fill({ actor_id: null, actor_role: 'SYSTEM', reminded: '1' }));
  });

  test('a portal that stood still reminds when it runs again; what is submitted, called off or moved is not reminded of as it was', async () => {
    const made = await book.booked({ onDay: '2026-12-10' });
    expect((await work('2026-11-24')).reminded).toBe(1);
    await book.fill(champion, made.id, 'PREPARATION', { PICTURE: 'Better', PRIORITIES: 'Year 9', WORKED: 'Calls', ATTENDING: 'Kerry' });
    await book.stepped(champion, 'prepareMeeting', made, ', schoolId: $schoolId', { schoolId: oakmere });
    const off = await book.booked({ onDay: '2026-12-10', atTime: '15:30' });
    await book.did(officer, 'mutation C($id: ID!, $version: Int!) { changeMeeting(id: $id, version: $version, command: CANCEL, input: { reason: "Ill" }) { id } }', { id: off.id, version: off.version });
    const moved = await book.booked({ onDay: '2026-12-10', atTime: '09:00' });
    await book.did(officer, 'mutation M($id: ID!, $version: Int!) { changeMeeting(id: $id, version: $version, command: MOVE, input: { onDay: "2026-12-15", reason: "Ill" }) { id } }', { id: moved.id, version: moved.version });
    expect((await work('2026-11-26')).reminded).toBe(1);
    expect((await reminders()).map(({ period }) => period)).toEqual([`meeting-${made.id}-${oakmere}-2026-11-26-first`, `meeting-${moved.id}-${oakmere}-2026-12-01-first`]);
  });

  test('a record locks on the day after the last day to comment, once', async () => {
    const held = await book.held();
    await book.complete(held.id);
    const { commentsUntil } = await book.stepped(officer, 'issueRecord', held);
    expect(commentsUntil).toBe('2026-12-03');
    expect((await work('2026-12-03')).locked).toBe(0);
    expect((await work('2026-12-04')).locked).toBe(1);
    expect((await work('2026-12-04')).locked).toBe(0);
    expect((await book.papers(held.id)).status).toBe('LOCKED');
    expect(await rows(`select details ->> 'locked' as locked from audit_entry where operation = 'lockMeetingRecords' and kind = 'CHANGED'`)).toEqual([{ locked: '1' }]);
  });

  test('as jobs of a day they run once, whoever asks again; a day later they run anew', async () => {
    await book.booked({ onDay: '2026-12-10' });
    const run = (today: string) => {
      const given = deps(today);
      const { modules } = composeModules({ ...given, app: () => given.app });
      return runDailyJobs(modules.flatMap((module) => [...(module.dailyJobs ?? [])]), { pool: given.ingest, clock: given.clock, log, asPortal: asPortal(given) });
    };
    const all = ['meeting-packs', 'meeting-locking', 'meeting-clocks', 'meeting-preparation', 'meeting-calendar'];
    expect((await run('2026-11-19')).filter((name) => name.startsWith('meeting-'))).toEqual(all);
    expect(await run('2026-11-19')).toEqual([]);
    expect(await reminders()).toHaveLength(1);
    expect((await run('2026-11-20')).filter((name) => name.startsWith('meeting-'))).toEqual(all);
    expect(await reminders()).toHaveLength(1);
  });
});
