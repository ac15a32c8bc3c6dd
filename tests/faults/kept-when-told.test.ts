import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { runOperation } from '../../server/src/app/execute.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { connectApp, migrate } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { startPostgres, type RunningPostgres } from '../../server/src/platform/postgres/launcher.ts';
import { TODAY } from '../support/small-authority.ts';
import { acting } from '../support/test-portal.ts';

jest.setTimeout(120_000);

/** A database of its own, because nobody else may write to its log: it notes nothing for copies of itself, and puts its log on the disk by itself only every ten seconds. */
describe('what an operation is answered with', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-kept-'));
  let server: RunningPostgres;
  let app: DataSource;
  let watcher: pg.Client;
  beforeAll(async () => {
    fs.chmodSync(home, 0o711);
    server = await startPostgres({ dir: path.join(home, 'pg'), settings: ['shared_buffers=64MB', 'autovacuum=off', 'wal_writer_delay=10s', 'wal_level=minimal', 'max_wal_senders=0'] });
    await migrate(server.url);
    app = await connectApp(server.url, [], 4);
    watcher = new pg.Client(server.url);
    await watcher.connect();
    // Who reads the catalogue for the first time tidies it, and that goes into the log too.
    await operate(-1);
    await notOnDisk();
  });
  afterAll(async () => {
    await app.destroy();
    await watcher.end();
    await server.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  const operate = (nth: number): Promise<string> => runOperation({ app, clock: systemClock(TODAY), log: createLogger('silent') }, { actor: acting('ATTENDANCE_OFFICER'), requestId: `R${nth}` }, 'kept', async (operation) => {
    operation.audit.details.words = `it's "quoted" \\ ${nth}; commit; -- Żółć`;
    return { value: 'told', outcome: 'done', keep: true };
  });

  /** Bytes of the log that are in memory only. */
  async function notOnDisk(): Promise<number> {
    const { rows: [row] } = await watcher.query<{ bytes: number }>('select (pg_current_wal_insert_lsn() - pg_current_wal_flush_lsn())::int as bytes');
    return row?.bytes ?? -1;
  }

  test('is on the disk, with its entry, one at a time and side by side', async () => {
    for (let nth = 0; nth < 20; nth += 1) {
      expect(await operate(nth)).toBe('told');
      expect(await notOnDisk()).toBe(0);
    }
    await Promise.all(Array.from({ length: 20 }, (_, nth) => operate(20 + nth)));
    expect(await notOnDisk()).toBe(0);
    const { rows } = await watcher.query<{ request_id: string; details: { words: string } }>(`select request_id, details from audit_entry where operation = 'kept' order by seq`);
    expect(rows).toHaveLength(41);
    expect(rows.slice(1, 21).map(({ details }) => details.words)).toEqual(Array.from({ length: 20 }, (_, nth) => `it's "quoted" \\ ${nth}; commit; -- Żółć`));
    expect(new Set(rows.map((row) => row.request_id)).size).toBe(41);
  });

  test('is an error, and nothing is kept, where its entry cannot be written', async () => {
    await watcher.query('alter table audit_head rename to audit_head_away');
    await expect(operate(99)).rejects.toThrow(/audit_head/);
    await watcher.query('alter table audit_head_away rename to audit_head');
    expect(await operate(100)).toBe('told');
    const { rows } = await watcher.query(`select 1 from audit_entry where request_id = 'R99'`);
    expect(rows).toEqual([]);
  });
});
