import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { graphqlServer } from '../../server/src/app/graphql.ts';
import { knownOperations } from '../../server/src/app/known-operations.ts';
import { operationExecutor } from '../../server/src/app/execute.ts';
import { schemaOf } from '../../server/src/app/schema.ts';
import { composeModules } from '../../server/src/app/compose.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { acting, TestPortal } from '../support/test-portal.ts';
import { TODAY } from '../support/small-authority.ts';

const OUTDATED = { code: 'UNKNOWN_OPERATION', message: 'This page is older than the portal. Nothing was saved. Keep a copy of what you typed, and load the page again.' };

describe('a page that was open while the portal was renewed', () => {
  let portal: TestPortal;
  let folder: string;
  beforeAll(async () => {
    portal = await TestPortal.open('stale_page');
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-builds-'));
  });
  afterAll(async () => {
    fs.rmSync(folder, { recursive: true });
    await portal.close();
  });

  /** What a portal with such a build answers to each question: the code it refuses with, or null. */
  async function started(build: readonly string[], questions: readonly string[]): Promise<(string | null)[]> {
    fs.writeFileSync(path.join(folder, 'operations.json'), JSON.stringify(build));
    const log = createLogger('silent');
    const clock = systemClock(TODAY);
    const schema = schemaOf(composeModules({ config: readConfig({}), clock, log, ingest: portal.ingest, app: () => portal.app }).modules);
    const apollo = graphqlServer({ schema, execute: operationExecutor({ schema, app: portal.app, clock, log }), log, production: true, knownOperations: await knownOperations(portal.ingest, folder) });
    await apollo.start();
    const told: (string | null)[] = [];
    for (const query of questions) {
      const { body } = await apollo.executeOperation({ query }, { contextValue: { actor: acting('ATTENDANCE_OFFICER'), requestId: 'TEST' } });
      const [error] = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
      if (error) expect({ code: error.extensions?.code, message: error.message }).toEqual(OUTDATED);
      told.push(error ? OUTDATED.code : null);
    }
    await apollo.stop();
    return told;
  }

  const FIRST = 'query First { allSchools { id } }';
  const SECOND = 'query Second { allSchools { name } }';
  const THIRD = 'query Third { allSchools { id name } }';

  test('is answered as long as its build is this one or the one before, however often that one starts', async () => {
    expect(await started([FIRST], [FIRST, SECOND])).toEqual([null, OUTDATED.code]);
    expect(await started([SECOND], [FIRST, SECOND])).toEqual([null, null]);
    expect(await started([SECOND], [FIRST, SECOND])).toEqual([null, null]);
    expect(await started([THIRD], [FIRST, SECOND, THIRD])).toEqual([OUTDATED.code, null, null]);
    // Back to the build before: the one that was taken back is still asked by pages that are open.
    expect(await started([SECOND], [FIRST, SECOND, THIRD])).toEqual([OUTDATED.code, null, null]);
  });

  test('whose question no longer fits what the portal knows is told the same, not what is wrong with it', async () => {
    const [code] = await started(['query Gone { allSchools { id shoeSize } }'], ['query Gone { allSchools { id shoeSize } }']);
    expect(code).toBe(OUTDATED.code);
  });

  test('two portals of one build that start at once are one build', async () => {
    fs.writeFileSync(path.join(folder, 'operations.json'), JSON.stringify([FIRST]));
    await Promise.all(Array.from({ length: 4 }, () => knownOperations(portal.ingest, folder)));
    const rows = await portal.rows<{ builds: number }>('select count(*)::int as builds from client_build');
    expect(rows).toEqual([{ builds: 2 }]);
  });
});
