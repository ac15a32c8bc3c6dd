import pg from 'pg';
import { asPortal } from '../../../server/src/app/as-portal.ts';
import { startJobs } from '../../../server/src/app/jobs.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { connectIngest, migrate } from '../../../server/src/platform/database/connections.ts';
import { runDailyJobs, type DailyJob } from '../../../server/src/platform/jobs/daily-jobs.ts';
import { JobQueue } from '../../../server/src/platform/jobs/prepare-jobs.ts';
import { runJobs } from '../../../server/src/platform/jobs/run-jobs.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { FakeNotify, FAKE_KEY, TEMPLATES } from '../../support/fake-notify.ts';
import { PORTAL_URL, queueOne, stands } from '../../support/outbox.ts';
import { knowOfficer, person } from '../../support/people.ts';
import { asOwner, until } from '../../support/register-state.ts';
import { TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const officer = person(Role.ATTENDANCE_OFFICER);

describe('what the portal does by itself', () => {
  let portal: TestPortal;
  let gateway: FakeNotify;
  beforeEach(async () => {
    portal = await TestPortal.open('jobs');
    await knowOfficer(portal.ownerUrl);
    gateway = await FakeNotify.open();
  });
  afterEach(async () => {
    await gateway.close();
    await portal.close();
  });

  test('two portals on one database send what waits, each message once, do the work of the day once, and stop', async () => {
    const days: string[] = [];
    const dailyJobs: DailyJob[] = [{ name: 'note-the-day', run: async ({ day, asPortal }) => asPortal('noteTheDay', ['pupil:read'], async (operation) => { await operation.sql('select 1'); days.push(day); }) }];
    const ids: number[] = [];
    for (let each = 0; each < 5; each += 1) ids.push((await queueOne(portal, officer, `MEETING-${each}`)).id);
    const config = { publicUrl: PORTAL_URL, notify: { apiKey: FAKE_KEY, baseUrl: gateway.url, ...TEMPLATES } };
    const deps = { app: portal.app, clock: systemClock(TODAY), log: createLogger('silent'), config, ownerUrl: portal.ownerUrl, dailyJobs };
    const portals = [await startJobs(deps), await startJobs(deps)];
    await until(portal.ownerUrl, `select not exists (select from outbox_message where status <> 'SENT') and exists (select from job_run where done_at is not null) as yes`);
    for (const each of portals) await each.stop();
    expect(gateway.handed()).toBe(5);
    expect(gateway.doubles()).toEqual([]);
    expect(days).toEqual([TODAY]);
    for (const id of ids) expect((await stands(portal, id)).status).toBe('SENT');
    expect(await asOwner(portal.ownerUrl, async (owner) => (await owner.query(`select name, cron, timezone from public_jobs.schedule order by name`)).rows as unknown[]))
      .toEqual([{ name: 'daily', cron: '*/15 * * * *', timezone: 'Europe/London' }, { name: 'outbox', cron: '* * * * *', timezone: 'Europe/London' }]);
  });

  test('a job whose connection dies under it has failed and is done at the next turn; the portal lives on', async () => {
    const pool = connectIngest(portal.ownerUrl, 1);
    const deps = { pool, clock: systemClock(TODAY), log: createLogger('silent') };
    const held = `application_name = '' and usename = 'portal_ingest' and datname = current_database() and query like '%job_run%' and pid <> pg_backend_pid()`;
    let turns = 0;
    const job: DailyJob = { name: 'cut-off', run: async () => {
      turns += 1;
      if (turns > 1) return;
      await until(portal.ownerUrl, `select bool_and(pg_terminate_backend(pid, 5000)) as yes from pg_stat_activity where ${held}`);
      // The connection is idle just now: nothing but a listener hears that it is gone.
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    } };
    const run = () => runDailyJobs([job], { ...deps, asPortal: asPortal({ ...deps, app: portal.app }) });
    await expect(run()).rejects.toThrow();
    expect(await run()).toEqual(['cut-off']);
    expect(turns).toBe(2);
    await pool.end();
  });

  test('a job that ends while the database is away is noted as done when it is back', async () => {
    const pool = connectIngest(portal.ownerUrl, 2);
    const admit = (limit: number): Promise<unknown> => asOwner(portal.ownerUrl, async (owner) => {
      await owner.query(`do $$ begin execute format('alter database %I connection limit ${limit}', current_database()); end $$`);
      if (limit === 0) await owner.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and usename = 'portal_ingest'`);
    });
    let back: Promise<unknown> = Promise.resolve();
    let turns = 0;
    const run = async (): Promise<void> => {
      turns += 1;
      await admit(0);
      await expect(pool.query('select 1')).rejects.toThrow('too many connections');
      back = new Promise((resolve) => { setTimeout(resolve, 1_500); }).then(() => admit(-1));
    };
    const jobs = await runJobs({ pool, log: createLogger('silent'), jobs: [{ queue: JobQueue.OUTBOX, cron: '0 4 1 1 *', run }] });
    await until(portal.ownerUrl, `select exists (select from public_jobs.job where name = 'outbox' and state = 'completed') as yes`);
    expect(turns).toBe(1);
    await back;
    await jobs.stop();
    await pool.end();
  });

  test('the login that runs jobs makes and owns nothing there, and a request’s login reads nothing there', async () => {
    const ingest = connectIngest(portal.ownerUrl, 1);
    await expect(ingest.query('create table public_jobs.mine (id integer)')).rejects.toThrow('permission denied');
    await expect(ingest.query(`select public_jobs.create_queue('another', '{}')`)).rejects.toThrow('permission denied');
    await ingest.end();
    await expect(portal.app.query('select * from public_jobs.job')).rejects.toThrow('permission denied');
    const owned = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<{ found: string }>(`select c.relname as found from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public_jobs' and pg_get_userbyid(c.relowner) like 'portal\\_%'`)).rows);
    expect(owned).toEqual([]);
  });

  test('migrating again changes nothing; tables of an older pg-boss are brought up to date; a queue that is missing is made', async () => {
    const state = (): Promise<unknown> => asOwner(portal.ownerUrl, async (owner) => [(await owner.query('select version from public_jobs.version')).rows, (await owner.query('select name, policy from public_jobs.queue order by name')).rows]);
    const before = await state();
    expect(before).toMatchObject([[{ version: expect.any(Number) as number }], [{ name: '__pgboss__send-it' }, { name: JobQueue.DAILY, policy: 'short' }, { name: JobQueue.OUTBOX, policy: 'short' }]]);
    await migrate(portal.ownerUrl);
    expect(await state()).toEqual(before);
    const owner = new pg.Client(portal.ownerUrl);
    await owner.connect();
    await owner.query('update public_jobs.version set version = version - 1');
    await owner.query(`select public_jobs.delete_queue($1)`, [JobQueue.DAILY]);
    await owner.end();
    await migrate(portal.ownerUrl);
    expect(await state()).toEqual(before);
  });
});
