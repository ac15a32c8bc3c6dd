import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { identityModule, identityOf, type IdentityModule, type ProviderSettings } from '../../modules/identity/index.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import { readConfig } from '../../platform/config/config.ts';
import { connectApp, migrate } from '../../platform/database/connections.ts';
import { createLogger } from '../../platform/logging/logger.ts';
import { startPostgres } from '../../platform/postgres/launcher.ts';
import { createPracticeIdp, PRACTICE_IDP_PATH } from './practice-idp.ts';

/** People of these tests; `subject` is what the provider calls them. */
export const PEOPLE = ['officer', 'school', 'virtual', 'trust', 'nobody', 'disabled', 'twohats'].map((subject) => ({
  subject, fullName: `Test ${subject}`, email: `${subject}@example.org`, jobTitle: `The ${subject}`,
}));

/** A portal with nothing but sign-in: real PostgreSQL, real OpenID Connect, a clock that tests can move. */
export interface TestPortal {
  readonly url: string;
  readonly owner: pg.Client;
  readonly ownerUrl: string;
  readonly app: DataSource;
  readonly module: IdentityModule;
  readonly clock: Clock;
  readonly provider: ProviderSettings;
  /** How often the guarded route did something. */
  acted(): number;
  moveClock(minutes: number): void;
  resetClock(): void;
  /** Lets a test spoil what the provider answers the portal. */
  spoil(answer: ((url: string, response: Response) => Promise<Response>) | undefined): void;
  audit(operation: string): Promise<{ actor_id: number | null; actor_role: string; details: Record<string, unknown> }[]>;
  grant(subject: string, role: string, schools?: number[], trustId?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one; the caller stops it. */
export async function startTestPortal(): Promise<TestPortal> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'identity-'));
  const postgres = await startPostgres({ dir, fast: true, settings: ['shared_buffers=32MB'] });
  await migrate(postgres.url);
  const owner = new pg.Client(postgres.url);
  await owner.connect();
  const app = await connectApp(postgres.url, []);

  let ahead = 0;
  const clock: Clock = { today: () => '2026-11-24', now: () => new Date(Date.now() + ahead) };
  const log = createLogger('silent');
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  const config = readConfig({ PORTAL_URL: url, PORT: String(port) });
  const idp = await createPracticeIdp({ config, log, listeningPort: () => port, people: PEOPLE });
  let spoiler: ((asked: string, response: Response) => Promise<Response>) | undefined;
  const provider: ProviderSettings = {
    ...idp.client,
    fetch: async (input, init) => {
      const response = await (idp.client.fetch ?? fetch)(input, init);
      return spoiler ? spoiler(String(input), response) : response;
    },
  };
  const module = identityModule({ config, clock, log, app: () => app });
  const identity = module.http(provider);
  let acted = 0;
  const web = express();
  web.disable('x-powered-by');
  web.use(identity.headers);
  web.use(PRACTICE_IDP_PATH, idp.router);
  web.use('/auth', identity.router);
  const act: express.RequestHandler = (_request, response) => {
    acted += 1;
    const { actor, reason } = identityOf(response);
    response.json({ reason, ...(actor ? { role: actor.role, name: actor.name, kind: actor.reach.kind, schools: actor.reach.schools, pupils: actor.reach.pupils, permissions: [...actor.permissions] } : {}) });
  };
  web.post('/act', identity.authenticate, identity.refuseForgery, act);
  web.get('/who', identity.authenticate, act);
  web.all('/graphql', identity.authenticate, identity.refuseForgedGraphql, act);
  server.on('request', web);

  const issuer = `${url}${PRACTICE_IDP_PATH}`;
  await owner.query(`insert into trust (id, group_id, name) values (9901, 'TR1', 'A trust')`);
  await owner.query(`insert into school (id, la_code, establishment_number, name, type_code, phase_code, phase, status_code, trust_id, statutory_low_age, statutory_high_age, locality, postcode)
    select id, 999, number, 'School ' || id, 1, 4, 'SECONDARY', 1, trust, 11, 16, 'Here', 'ZZ1 1ZZ' from (values (990401, 4001, null::int), (990402, 4002, 9901), (990403, 4003, 9901)) as s(id, number, trust)`);
  await owner.query(`insert into pupil (legal_surname, legal_forename, born_on, sex, search_name) select 'Child', n::text, '2014-01-01', 'U', 'child' from generate_series(1, 4) n`);
  await owner.query(`insert into care_status (pupil_id, kind, valid_from, valid_to) values (1, 'CLA', '2026-01-01', null), (2, 'CIN', '2026-01-01', '2026-05-01'), (3, 'CPP', '2026-06-01', '2026-12-31'), (3, 'CLA', '2026-06-01', null)`);
  await owner.query(`insert into app_user (issuer, subject, full_name, email, job_title, active) select $1, s, 'Seeded ' || s, s || '@example.org', 'The ' || s, s <> 'disabled' from unnest($2::text[]) s`,
    [issuer, PEOPLE.map(({ subject }) => subject).filter((subject) => subject !== 'nobody')]);
  const grant = async (subject: string, role: string, schools: number[] = [], trustId?: number): Promise<void> => {
    await owner.query(`insert into user_grant (user_id, role, school_ids, trust_id, valid_from) select id, $2, $3, $4, '2026-09-01' from app_user where subject = $1`, [subject, role, schools, trustId ?? null]);
  };
  await grant('officer', 'ATTENDANCE_OFFICER');
  await grant('school', 'ATTENDANCE_CHAMPION', [990401]);
  await grant('virtual', 'VIRTUAL_SCHOOL_HEAD');
  await grant('trust', 'TRUST_LEADER', [], 9901);
  await grant('disabled', 'ATTENDANCE_OFFICER');
  await grant('twohats', 'ATTENDANCE_OFFICER');
  await grant('twohats', 'HEADTEACHER', [990402]);

  return {
    url, owner, ownerUrl: postgres.url, app, module, clock, provider, grant,
    acted: () => acted,
    moveClock: (minutes) => { ahead += minutes * 60_000; },
    resetClock: () => { ahead = 0; },
    spoil: (answer) => { spoiler = answer; },
    audit: async (operation) => (await owner.query('select actor_id, actor_role, details from audit_entry where operation = $1 order by seq', [operation])).rows as never,
    stop: async () => {
      await new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); });
      await app.destroy();
      await owner.end();
      await postgres.stop();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}
