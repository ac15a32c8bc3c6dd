import { registersModule } from '../../server/src/modules/registers/index.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { asOwner, until } from '../support/register-state.ts';
import { PUPILS, SCHOOLS, TODAY } from '../support/small-authority.ts';
import { TestPortal } from '../support/test-portal.ts';

describe('deliveries that wait for their turn', () => {
  let portal: TestPortal;
  beforeAll(async () => { portal = await TestPortal.open('waiting'); });
  afterAll(() => portal.close());

  /** What a second process of the portal does when it starts. */
  const anotherStarts = (): Promise<number> => registersModule({ ingest: portal.ingest, clock: systemClock(TODAY), log: createLogger('silent') }).recover();
  const statuses = (): Promise<{ status: string }[]> => portal.rows('select status from delivery order by id');

  test('say so, and are not taken for interrupted by another process that starts meanwhile', async () => {
    await asOwner(portal.ownerUrl, async (owner) => {
      await owner.query('select pg_advisory_lock(7260003, $1)', [SCHOOLS.oakmere]);
      const results = [9, 10, 11, 12, 13].map((day) => portal.send(`UPN,Date,Session,Mark\n${PUPILS.mason.upn},${day}/11/2026,AM,/\n`));
      await until(portal.ownerUrl, `select count(*) = 5 as yes from delivery`);
      expect((await statuses()).map(({ status }) => status).sort()).toEqual(['READING', 'READING', 'READING', 'WAITING', 'WAITING']);
      expect(await anotherStarts()).toBe(0);
      await owner.query('select pg_advisory_unlock_all()');
      expect((await Promise.all(results)).map(({ kept }) => kept)).toEqual(results.map(() => true));
    });
    expect(await statuses()).toEqual(Array.from({ length: 5 }, () => ({ status: 'KEPT' })));
    expect(await portal.rows(`select trim(marks) as marks from register_week`)).toEqual([{ marks: '/ / / / /' }]);
    await until(portal.ownerUrl, `select not exists (select 1 from pg_locks where locktype = 'advisory' and classid in (7260002, 7260003, 7260004) and database = (select oid from pg_database where datname = current_database())) as yes`);
  });

  test('are marked as interrupted, with an entry each, where the process they waited in is gone', async () => {
    await portal.rows(`insert into delivery (school_id, file_name, sha256, bytes, source, status) values ($1, 'left.csv', 'x', 1, 'PAGE', 'WAITING')`, [SCHOOLS.oakmere]);
    expect(await anotherStarts()).toBe(1);
    const last = await asOwner(portal.ownerUrl, async (owner) => (await owner.query('select kind, actor_role, pupil_ids, school_ids, details from audit_entry order by seq desc limit 1')).rows);
    expect(last).toEqual([{ kind: 'COLLECTED', actor_role: 'SYSTEM', pupil_ids: [], school_ids: [SCHOOLS.oakmere], details: { delivery: 6, interrupted: 'INTERRUPTED', rows: 0, kept: 0 } }]);
  });
});
