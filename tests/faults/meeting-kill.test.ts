import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '../../server/src/platform/database/connections.ts';
import { startPostgres, type RunningPostgres } from '../../server/src/platform/postgres/launcher.ts';
import { MeetingBook, SYNC, type Sync } from '../support/meeting-book.ts';
import { PortalChild, type HttpAnswer } from '../support/portal-child.ts';
import { cloneDatabase, SMALL_AUTHORITY } from '../support/postgres.ts';
import { stream } from '../support/register-book.ts';
import { asOwner, until } from '../support/register-state.ts';
import { loadSmallAuthority, SCHOOLS } from '../support/small-authority.ts';

jest.setTimeout(240_000);

const BOXES = 4;
const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Somebody who types into boxes of their own, and sends the same again until it is acknowledged: what the client does. */
class Writer {
  acknowledged = 0;
  /** Sent, and no answer came. */
  isUnsure = false;
  isDone = false;
  problems: string[] = [];

  constructor(readonly name: string, private readonly cookie: string, private readonly portal: PortalChild, private readonly meetingId: string) {}

  textOf(version: number): string {
    return `${this.name} wrote ${version}`;
  }

  ask(onAnswer: (() => Promise<void>) | null = null): Promise<HttpAnswer> {
    const answers = Array.from({ length: BOXES }, (_, box) => ({ schoolId: SCHOOLS.oakmere, place: 'PRESENT', subject: `${this.name}-${box}`, field: 'NAME', value: this.textOf(this.acknowledged + 1), base: this.acknowledged }));
    return this.portal.ask(this.cookie, SYNC, { id: this.meetingId, since: null, reading: '', answers }, onAnswer);
  }

  async send(): Promise<void> {
    this.isUnsure = true;
    const answer = await this.ask();
    const saved = (answer?.data?.syncMeeting as Sync | undefined)?.saved;
    if (saved === undefined) {
      // Whatever failed is said in plain words, and is never a refusal.
      if (answer !== null && !answer.codes.every((code) => code === 'BUSY' || code === 'INTERNAL')) this.problems.push(`${answer.codes.join()} ${answer.message}`);
      await pause(40);
      return;
    }
    const expected = Array.from({ length: BOXES }, () => true);
    if (JSON.stringify(saved.map(({ isSaved, version }) => isSaved && version === this.acknowledged + 1)) !== JSON.stringify(expected)) this.problems.push(JSON.stringify(saved));
    this.acknowledged += 1;
    this.isUnsure = false;
  }

  async run(): Promise<void> {
    while (!this.isDone) await this.send();
  }
}

describe('papers of a meeting whose portal or database dies', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-papers-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  const boxesOf = (ownerUrl: string, name: string): Promise<{ version: number; value: string }[]> =>
    asOwner(ownerUrl, async (owner) => (await owner.query<{ version: number; value: string }>(`select distinct version, value from meeting_answer where subject like $1`, [`${name}-%`])).rows);
  const lost = (ownerUrl: string): Promise<unknown[]> => asOwner(ownerUrl, async (owner) => (await owner.query('select subject, value from meeting_answer_lost')).rows as unknown[]);

  /** Every acknowledged text is there, and what nobody acknowledged is in all its boxes or in none. */
  async function standsWhole(ownerUrl: string, writers: readonly Writer[]): Promise<void> {
    for (const writer of writers) {
      const rows = await boxesOf(ownerUrl, writer.name);
      const whole = rows.length === 0 ? [0] : rows.map(({ version }) => version);
      expect(whole).toHaveLength(1);
      expect(writer.isUnsure ? [writer.acknowledged, writer.acknowledged + 1] : [writer.acknowledged]).toContain(whole[0]);
      for (const { version, value } of rows) expect(value).toBe(writer.textOf(version));
    }
  }

  /** Sent again, everything is acknowledged once: one version a text, and none of it among the lost. */
  async function endsWhole(ownerUrl: string, writers: readonly Writer[]): Promise<void> {
    for (const writer of writers) {
      expect(writer.problems).toEqual([]);
      expect(await boxesOf(ownerUrl, writer.name)).toEqual([{ version: writer.acknowledged, value: writer.textOf(writer.acknowledged) }]);
    }
    expect(await lost(ownerUrl)).toEqual([]);
  }

  async function writing(book: MeetingBook, portal: PortalChild): Promise<Writer[]> {
    const { id } = await book.held();
    const cookies = [await portal.signIn(43), await portal.signIn(41)];
    return ['ann', 'ben', 'cem', 'dot'].map((name, index) => new Writer(name, cookies[index % 2] ?? '', portal, id));
  }

  test('kill -9 between the commit and the answer, before the commit, and at three moments of four people typing', async () => {
    const book = await MeetingBook.open('meeting_kill');
    const { ownerUrl } = book.portal;
    const portal = await PortalChild.start(ownerUrl, folder);
    let writers: Writer[] = [];
    try {
      writers = await writing(book, portal);
      const [ann] = writers;
      if (ann === undefined) throw new Error('Nobody writes.');
      await ann.send();
      expect(ann.acknowledged).toBe(1);

      // The answer is on its way, so the commit is done; nobody reads it.
      expect(await ann.ask(() => portal.kill())).toBeNull();
      expect(await boxesOf(ownerUrl, 'ann')).toEqual([{ version: 2, value: 'ann wrote 2' }]);
      await portal.again();
      await ann.send();
      expect(ann.acknowledged).toBe(2);
      await endsWhole(ownerUrl, [ann]);

      // It waits for somebody else's transaction, and dies there: not one of its boxes is written.
      await asOwner(ownerUrl, async (owner) => {
        await owner.query('begin');
        await owner.query(`select from meeting_answer where subject = 'ann-2' for update`);
        const unanswered = ann.ask();
        await until(ownerUrl, `select exists (select from pg_stat_activity where datname = current_database() and usename = 'portal_app' and wait_event_type = 'Lock') as yes`);
        await portal.kill();
        expect(await unanswered).toBeNull();
        await owner.query('rollback');
      });
      await until(ownerUrl, `select not exists (select from pg_stat_activity where datname = current_database() and usename = 'portal_app' and state = 'active') as yes`);
      await portal.again();
      expect(await boxesOf(ownerUrl, 'ann')).toEqual([{ version: 2, value: 'ann wrote 2' }]);

      const next = stream(5);
      const runs = writers.map((writer) => writer.run());
      for (let round = 0; round < 2; round += 1) {
        await pause(300 + next() * 700);
        await portal.kill();
        await pause(100);
        await standsWhole(ownerUrl, writers);
        await portal.again();
      }
      await pause(500);
      for (const writer of writers) writer.isDone = true;
      await Promise.all(runs);
      for (const writer of writers) if (writer.isUnsure) await writer.send();
      await endsWhole(ownerUrl, writers);
      expect(Math.min(...writers.map(({ acknowledged }) => acknowledged))).toBeGreaterThan(3);
    } finally {
      for (const writer of writers) writer.isDone = true;
      await portal.kill();
      await book.close();
    }
  });

  test('pg_ctl stop -m immediate while four people type, three times: the portal comes back by itself, and every acknowledged text is there', async () => {
    const home = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-papers-pg-'));
    fs.chmodSync(home, 0o711);
    const settings = ['shared_buffers=64MB', 'autovacuum=off'];
    let own = await startPostgres({ dir: path.join(home, 'pg'), settings });
    const { port } = own;
    const before = process.env.TEST_POSTGRES_URL;
    process.env.TEST_POSTGRES_URL = own.url;
    let portal: PortalChild | undefined;
    let writers: Writer[] = [];
    try {
      const small = await cloneDatabase(own.url, SMALL_AUTHORITY, 'template1');
      await migrate(small);
      await loadSmallAuthority(small);
      const book = await MeetingBook.open('meeting_crash');
      const { ownerUrl } = book.portal;
      // A copied database hands out numbers its template has already noted down: only after a checkpoint does a crash not repeat them.
      await asOwner(ownerUrl, (owner) => owner.query('checkpoint'));
      portal = await PortalChild.start(ownerUrl, folder);
      writers = await writing(book, portal);
      await book.close();
      const runs = writers.map((writer) => writer.run());
      for (let round = 0; round < 3; round += 1) {
        await pause(700 + 300 * round);
        own = await crashed(own, () => startPostgres({ dir: path.join(home, 'pg'), settings: [...settings, `port=${port}`] }));
        const since = writers.map(({ acknowledged }) => acknowledged);
        const back = Date.now();
        while (writers.some(({ acknowledged }, index) => acknowledged === since[index])) {
          expect(Date.now() - back).toBeLessThan(10_000);
          await pause(50);
        }
      }
      for (const writer of writers) writer.isDone = true;
      await Promise.all(runs);
      for (const writer of writers) if (writer.isUnsure) await writer.send();
      await endsWhole(ownerUrl, writers);
    } finally {
      for (const writer of writers) writer.isDone = true;
      process.env.TEST_POSTGRES_URL = before;
      await portal?.kill();
      await own.stop();
      fs.rmSync(home, { recursive: true, force: true });
    }
  });

  /** What `pg_ctl stop -m immediate` does: no transaction ends, no checkpoint is written. Then the server again, once the last process has let go. */
  async function crashed(own: RunningPostgres, start: () => Promise<RunningPostgres>): Promise<RunningPostgres> {
    process.kill(own.pid, 'SIGQUIT');
    await own.stop();
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await start();
      } catch (error) {
        if (attempt === 40 || !/shared memory|lock file|still in use|in use/i.test(String(error))) throw error;
        await pause(250);
      }
    }
  }
});
