import type { DataSource, QueryRunner } from 'typeorm';
import { connectApp } from '../../server/src/platform/database/connections.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { Operation, type OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { person, unguarded } from '../support/people.ts';
import { stream } from '../support/register-book.ts';
import { PUPILS, SCHOOLS, TODAY } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

/** People with their rows, for taking turns on very few connections. */
const PEOPLE: readonly (readonly [OperationActor, readonly number[]])[] = [
  [person(Role.CME_OFFICER), [1, 2, 3, 4, 6, 7, 8]],
  [person(Role.TEAM_MANAGER), [1, 2, 3, 4, 5, 6, 7, 8]],
  [person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.oakmere] }), [1, 3, 8]],
  [person(Role.HEADTEACHER, { schools: [SCHOOLS.oakmere] }), [1, 3, 5, 8]],
  [person(Role.DSL, { schools: [SCHOOLS.tarnbrook] }), [4, 6]],
  [person(Role.SOCIAL_WORKER, { pupils: [4, 5] }), [4, 5]],
  [person(Role.EARLY_HELP_WORKER, { pupils: [1, 5] }), [1]],
  [person(Role.GOVERNOR), []],
  [unguarded({ kind: 'SCHOOLS', schools: [] }), []],
];
const CHILDREN = 'select id from pupil order by id';

jest.setTimeout(60_000);

describe('operations that share connections', () => {
  let portal: TestPortal;
  let pool: DataSource;
  beforeAll(async () => {
    portal = await TestPortal.open('pool');
    pool = await connectApp(portal.ownerUrl, [], 2);
  });
  afterAll(async () => {
    await pool.destroy();
    await portal.close();
  });

  const clean = async (runner: QueryRunner): Promise<void> => {
    const [left] = (await runner.query(`select current_user as who, coalesce(current_setting('app.schools', true), '') || coalesce(current_setting('app.pupils', true), '') || coalesce(current_setting('app.actor', true), '') || coalesce(current_setting('app.address', true), '') as settings`)) as { who: string; settings: string }[];
    expect(left).toEqual({ who: 'portal_app', settings: '' });
  };

  test('never see each other’s rows, however they end and whoever comes next', async () => {
    const next = stream(4);
    const endings = { committed: 0, 'rolled back': 0, thrown: 0, 'timed out': 0 };
    const turn = async (): Promise<void> => {
      const [actor, rows] = PEOPLE[Math.floor(next() * PEOPLE.length)] ?? [PEOPLE[0]?.[0] as OperationActor, []];
      const fate = next();
      const runner = pool.createQueryRunner();
      await clean(runner);
      const operation = new Operation(actor, systemClock(TODAY), 'TEST', 'turn', runner);
      try {
        await operation.begin();
        expect((await operation.sql<{ id: number }>(CHILDREN)).map((row) => row.id)).toEqual(rows);
        if (fate < 0.25) await operation.sql('select 1 / 0');
        if (fate < 0.3) {
          await operation.sql('set local statement_timeout = 5');
          await operation.sql('select pg_sleep(1)');
        }
        if (fate < 0.6) await operation.rollback();
        else await operation.commit();
        endings[fate < 0.6 ? 'rolled back' : 'committed'] += 1;
      } catch (error) {
        const { code } = error as { code?: string };
        if (code !== '22012' && code !== '57014') throw error;
        endings[code === '57014' ? 'timed out' : 'thrown'] += 1;
        await operation.rollback();
      } finally {
        await runner.release();
      }
    };
    for (let batch = 0; batch < 30; batch += 1) await Promise.all(Array.from({ length: 10 }, turn));
    for (const count of Object.values(endings)) expect(count).toBeGreaterThan(10);
  }, 60_000);

  test('a prepared statement kept on a connection answers each of them with their own rows', async () => {
    const runner = pool.createQueryRunner();
    const client = (await runner.connect()) as { query(statement: { name: string; text: string; values?: unknown[] }): Promise<{ rows: { id: number }[] }> };
    const forms = { plain: CHILDREN, nested: 'select id from (select id, upn from pupil where upn is not null offset 0) p order by id', searched: `select c.pupil_id as id from find_pupil_candidates('thirkell', 50) c join pupil p on p.id = c.pupil_id order by 1` };
    for (let round = 0; round < 8; round += 1) {
      for (const [actor, rows] of PEOPLE.filter(([who]) => who.reach.kind !== 'AGGREGATE')) {
        const operation = new Operation(actor, systemClock(TODAY), 'TEST', 'prepared', runner);
        await operation.begin();
        for (const [name, text] of Object.entries(forms)) {
          const found = (await client.query({ name, text })).rows.map((row) => row.id);
          expect(found).toEqual(name === 'searched' ? rows.filter((id) => id === PUPILS.mason.id || id === PUPILS.josie.id) : rows);
        }
        await operation.rollback();
      }
    }
    await runner.release();
  });

  test('hundreds of real questions at once are each answered for the person who asked', async () => {
    const next = stream(11);
    const askers = Array.from({ length: 160 }, () => PEOPLE[Math.floor(next() * 7)] ?? PEOPLE[0]);
    await Promise.all(askers.map(async (asker, index) => {
      if (asker === undefined) return;
      const [actor, rows] = asker;
      const id = (index % 8) + 1;
      const answer = await portal.ask(actor, 'query One($id: ID!) { pupil(id: $id, reason: "Checked by a test of reach") { id enrolments { id } } }', { id: String(id) });
      expect([actor.role, id, answer.data !== null]).toEqual([actor.role, id, rows.includes(id)]);
    }));
  }, 30_000);

  test('a fault in the middle of an operation leaves nothing behind', async () => {
    const ask = (id: number): ReturnType<TestPortal['ask']> => portal.ask(person(Role.HEADTEACHER), 'query Two($id: ID!) { missing: pupil(id: "999") { id } pupil(id: $id) { id upn registers { id } siblings { id } } pupilFigures(take: 100) { total } }', { id: String(id) });
    for (let round = 0; round < 20; round += 1) expect((await ask(1)).data).toBeNull();
    const runners = Array.from({ length: 4 }, () => portal.app.createQueryRunner());
    for (const runner of runners) await clean(runner);
    for (const runner of runners) await runner.release();
  });
});
