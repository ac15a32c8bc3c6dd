import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { registersModule } from '../../server/src/modules/registers/index.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { connectIngest, migrate } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { startPostgres, type RunningPostgres } from '../../server/src/platform/postgres/launcher.ts';
import { importFile, prepareBigSchool } from '../support/big-school.ts';
import { startChild } from '../support/children.ts';
import { cloneDatabase, databaseUrl } from '../support/postgres.ts';
import { exactState, registerState, summaryFaults, until } from '../support/register-state.ts';
import { stream } from '../support/register-book.ts';
import { SCHOOLS, TODAY } from '../support/small-authority.ts';

jest.setTimeout(300_000);

const NO_INGEST = `select not exists (select 1 from pg_stat_activity where datname = current_database() and usename = 'portal_ingest') as yes`;
const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

// Eight processes are started and killed in one test, and each sends a year's file again: minutes on a busy machine.
jest.setTimeout(240_000);

describe('an import that is cut short', () => {
  const server = process.env.TEST_POSTGRES_URL ?? '';
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-kill-'));
  const base = `f_base_${process.env.JEST_WORKER_ID ?? '1'}`;
  let year: string;
  let before: Record<string, string>;
  let undisturbed: Record<string, string>;
  let duration: number;

  const trial = (name: string): Promise<string> => cloneDatabase(server, `f_${name}_${process.env.JEST_WORKER_ID ?? '1'}`, base);

  beforeAll(async () => {
    const url = await cloneDatabase(server, base);
    const prepared = await prepareBigSchool(url, dir, 420);
    expect(prepared.rows).toBeGreaterThan(190_000);
    year = prepared.year;
    before = await exactState(url);
    const whole = await trial('whole');
    const child = await readyChild(whole);
    const started = performance.now();
    await importing(child).finished;
    duration = performance.now() - started;
    undisturbed = await registerState(whole);
    expect(await summaryFaults(whole)).toEqual([]);
    expect(undisturbed.register_change).not.toMatch(/^0 rows/);
  });
  afterAll(() => fs.rmSync(dir, { recursive: true }));

  /** A process about to import the year. */
  async function readyChild(url: string): Promise<ChildProcess> {
    const child = startChild('import-one', [url, year, String(SCHOOLS.tarnbrook), TODAY], 'pipe');
    await once(child.stdout ?? child, 'data');
    return child;
  }

  function importing(child: ChildProcess): { finished: Promise<unknown> } {
    const finished = once(child, 'exit');
    child.stdin?.write('go\n');
    return { finished };
  }

  /** What the next start finds: the delivery interrupted, in plain words, and nothing else changed. */
  async function nextStart(url: string): Promise<'interrupted' | 'nothing begun' | 'kept'> {
    const ingest = connectIngest(url);
    try {
      const [last] = (await ingest.query<{ id: number; status: string }>('select id, status from delivery order by id desc limit 1')).rows;
      if (last?.status === 'KEPT' && last.id > 1) return 'kept';
      expect(await exactState(url)).toEqual(before);
      if (last?.id === 1) return 'nothing begun';
      expect(last?.status).toBe('READING');
      expect(await registersModule({ ingest, clock: systemClock(TODAY), log: createLogger('silent') }).recover()).toBe(1);
      const [shown] = (await ingest.query<{ status: string; refusal_code: string; receipt: { refusal: { lost: string } } }>('select status, refusal_code, receipt from delivery where id = $1', [last?.id])).rows;
      expect(shown).toMatchObject({ status: 'INTERRUPTED', refusal_code: 'INTERRUPTED', receipt: { refusal: { lost: expect.stringMatching(/nothing was kept/i) as string } } });
      expect(await registersModule({ ingest, clock: systemClock(TODAY), log: createLogger('silent') }).recover()).toBe(0);
      return 'interrupted';
    } finally {
      await ingest.end();
    }
  }

  /** Sending the same file again ends as if nothing had happened. */
  async function sendAgain(url: string, file = year, end = undisturbed): Promise<void> {
    const ingest = connectIngest(url);
    try {
      expect(await importFile(ingest, file)).toMatchObject({ kept: true });
    } finally {
      await ingest.end();
    }
    expect(await registerState(url)).toEqual(end);
    expect(await summaryFaults(url)).toEqual([]);
  }

  test('by the death of the portal, at eight moments: nothing of it is kept, the next start says so, and sending it again ends as if undisturbed', async () => {
    const next = stream(8);
    const found: string[] = [];
    // The file is timed once, on a machine that may have been busier then: a moment that came too late draws the next ones nearer.
    let pace = 0.95;
    const prepare = async (round: number): Promise<{ url: string; child: ChildProcess }> => {
      const url = await trial(`killed_${round}`);
      return { url, child: await readyChild(url) };
    };
    let ahead = prepare(0);
    for (let round = 0; round < 8; round += 1) {
      const { url, child } = await ahead;
      const { finished } = importing(child);
      await pause(((round + next()) / 8) * duration * pace);
      child.kill('SIGKILL');
      await finished;
      if (round < 7) ahead = prepare(round + 1);
      // A statement under way ends by itself when it finds nobody to answer; until then its import is not over.
      await until(url, NO_INGEST);
      const state = await nextStart(url);
      found.push(state);
      if (state === 'kept') pace *= 0.7;
      await sendAgain(url);
    }
    expect(found.filter((state) => state === 'interrupted').length).toBeGreaterThanOrEqual(5);
  });

  test('by the end of its database connection, at three moments: the portal itself says that it was interrupted', async () => {
    const next = stream(12);
    let cut = 0;
    let pace = 0.5;
    for (let round = 0; cut < 3; round += 1) {
      expect(round).toBeLessThan(10);
      const url = await trial('cut');
      const ingest = connectIngest(url);
      const result = importFile(ingest, year);
      await until(url, `select exists (select 1 from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and l.locktype = 'advisory' and l.classid = 7260004) as yes`);
      await pause(next() * duration * pace);
      const { kept, refusal } = await cutConnection(url).then(() => result);
      await ingest.end();
      if (!kept) {
        cut += 1;
        expect(refusal?.lost).toMatch(/nothing was kept/i);
        expect(await exactState(url)).toEqual(before);
        await until(url, `select status = 'INTERRUPTED' and finished_at is not null as yes from delivery order by id desc limit 1`);
        if (cut === 1) await sendAgain(url);
      } else {
        pace *= 0.6; // too late: the file was in before the connection went
      }
    }
  });

  test('by the end of its connection while it is handed back: what was kept stays kept, and the portal lives on', async () => {
    const url = await trial('handed_back');
    const ingest = connectIngest(url);
    ingest.on('connect', (client) => {
      const send = client.query.bind(client) as (...args: unknown[]) => unknown;
      const cutFirst = async (...args: unknown[]): Promise<unknown> => {
        const ended = new Promise((resolve) => { client.once('end', resolve); });
        await cutConnection(url);
        await ended;
        return send(...args);
      };
      client.query = ((...args: unknown[]) => (/pg_advisory_unlock/.test(String(args[0])) ? cutFirst(...args) : send(...args))) as typeof client.query;
    });
    expect(await importFile(ingest, year)).toMatchObject({ kept: true });
    expect((await ingest.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await ingest.end();
    expect(await registerState(url)).toEqual(undisturbed);
  });

  async function checkpoint(url: string): Promise<void> {
    const client = new pg.Client(url);
    await client.connect();
    await client.query('checkpoint');
    await client.end();
  }

  async function cutConnection(url: string): Promise<void> {
    await until(url, `select coalesce(bool_and(pg_terminate_backend(a.pid)), true) as yes from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and l.locktype = 'advisory' and l.classid = 7260004`);
  }

  test('by the death of the whole database server, three times: what was committed stays, what was not is gone', async () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-crash-'));
    fs.chmodSync(home, 0o711);
    const start = (): Promise<RunningPostgres> => startPostgres({ dir: path.join(home, 'pg'), settings: ['shared_buffers=64MB', 'autovacuum=off'] });
    let own = await start();
    try {
      const url = async (name: string): Promise<string> => {
        const made = await cloneDatabase(own.url, name, 'template1');
        await migrate(made);
        return made;
      };
      const { year: file } = await prepareBigSchool(await url('crash'), home, 210);
      const whole = connectIngest(await cloneDatabase(own.url, 'crash_whole', 'crash'));
      const began = performance.now();
      await importFile(whole, file);
      const lasted = performance.now() - began;
      await whole.end();
      const end = await registerState(databaseUrl(own.url, 'crash_whole'));
      const next = stream(3);
      for (let round = 0; round < 3; round += 1) {
        // A copied database hands out numbers its template has already noted down: only after a checkpoint does a crash not repeat them.
        const name = `crash_${round}`;
        const ownerUrl = await cloneDatabase(own.url, name, 'crash');
        await checkpoint(own.url);
        const held = await exactState(ownerUrl);
        const ingest = connectIngest(ownerUrl);
        const result = importFile(ingest, file);
        await until(ownerUrl, `select exists (select 1 from delivery where status = 'READING') as yes`);
        await pause(next() * lasted * 0.7);
        process.kill(own.pid, 'SIGKILL');
        const { kept } = await result;
        await ingest.end().catch(() => undefined);
        own = await restarted(start);
        const again = databaseUrl(own.url, name);
        const recovering = connectIngest(again);
        const [last] = (await recovering.query<{ status: string }>('select status from delivery order by id desc limit 1')).rows;
        // Its own connection may outlive the server's head for a moment, long enough to say in the trail that it was interrupted.
        const hasSaidSo = last?.status === 'INTERRUPTED';
        const state = await exactState(again);
        if (kept) expect(await registerState(again)).toEqual(end);
        else if (hasSaidSo) {
          expect({ ...state, audit_entry: '', audit_head: '' }).toEqual({ ...held, audit_entry: '', audit_head: '' });
          expect(parseInt(state.audit_entry ?? '', 10)).toBe(parseInt(held.audit_entry ?? '', 10) + 1);
        } else expect(state).toEqual(held);
        expect(await registersModule({ ingest: recovering, clock: systemClock(TODAY), log: createLogger('silent') }).recover()).toBe(kept || hasSaidSo ? 0 : 1);
        await recovering.end();
        await sendAgain(again, file, end);
      }
    } finally {
      await own.stop();
      fs.rmSync(home, { recursive: true, force: true });
    }
  });

  /** The server again, once the last process of the dead one has let go of its memory. */
  async function restarted(start: () => Promise<RunningPostgres>): Promise<RunningPostgres> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await start();
      } catch (error) {
        if (attempt === 40 || !/shared memory|lock file|still in use/i.test(String(error))) throw error;
        await pause(250);
      }
    }
  }
});
