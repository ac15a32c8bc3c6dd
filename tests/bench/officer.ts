import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { startPortal } from '../../server/src/app/portal.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { createLogger, type Logger } from '../../server/src/platform/logging/logger.ts';

export const SESSION_COOKIE = '__Host-attendance';

/** A portal over a bench database with one of its attendance officers signed in, and a connection of the login that policies let through. */
export interface Officer {
  readonly url: string;
  readonly cookie: string;
  readonly owner: pg.Client;
  readonly userId: number;
  ask(query: string, operationName: string, variables: object): Promise<never>;
  close(): Promise<void>;
}

/** Starts the portal on a port and begins a session in the database, as signing in would. */
export async function openOfficer(ownerUrl: string, today: string, clientDir: string, port: number, settings: NodeJS.ProcessEnv = {}, log: Logger = createLogger('silent')): Promise<Officer> {
  const config = readConfig({ PORT: String(port), LOG_LEVEL: 'silent', ...settings });
  const portal = await startPortal({ config, ownerUrl, clientDir, clock: systemClock(today), log });
  const owner = new pg.Client(ownerUrl);
  const close = async (): Promise<void> => {
    await owner.end();
    await portal.stop();
  };
  try {
    await owner.connect();
    await owner.query('set role portal_ingest');
    const { rows } = await owner.query<{ id: number }>(`select u.id from app_user u join user_grant g on g.user_id = u.id where g.role = 'ATTENDANCE_OFFICER' order by u.id limit 1`);
    const userId = rows[0]?.id ?? 0;
    const cookie = await beginSession(owner, userId);
    return { url: config.publicUrl, cookie, owner, userId, ask: askAs(config.publicUrl, port, cookie), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Begins a session in the database, as signing in would; gives its cookie. */
export async function beginSession(owner: pg.Client, userId: number): Promise<string> {
  const cookie = randomBytes(24).toString('base64url');
  await owner.query(`insert into user_session (id_hash, user_id, csrf_token, expires_at) values ($1, $2, 'bench', now() + interval '2 hours')`, [createHash('sha256').update(cookie).digest(), userId]);
  return cookie;
}

/** Asks over HTTP in a session; an answer with errors is thrown. */
export function askAs(origin: string, port: number, cookie: string): Officer['ask'] {
  const headers = { 'content-type': 'application/json', origin, 'x-csrf-token': 'bench', cookie: `${SESSION_COOKIE}=${cookie}` };
  return async (query, operationName, variables) => {
    const response = await fetch(`http://localhost:${port}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, operationName, variables }) });
    const answer = (await response.json()) as { data?: never; errors?: unknown };
    if (answer.data === undefined || answer.errors !== undefined) throw new Error(`${operationName}: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  };
}

/** A pupil with a long surname, and the name with a letter wrong. */
export async function somebody(owner: pg.Client): Promise<{ id: number; misspelt: string }> {
  const { rows: [one] } = await owner.query<{ id: number; forename: string; surname: string }>(
    `select p.id, p.legal_forename as forename, p.legal_surname as surname from pupil p join pupil_year y on y.pupil_id = p.id where not p.restricted and length(p.legal_surname) >= 8 group by 1, 2, 3 order by count(*) desc, p.id limit 1`);
  if (one === undefined) throw new Error('There is no pupil to look for.');
  return { id: one.id, misspelt: `${one.forename} ${one.surname.slice(0, 3)}${one.surname.slice(4)}` };
}

/** How many enrolments with marks a bench database holds. */
export async function enrolmentsIn(owner: pg.Client): Promise<number> {
  const { rows: [counted] } = await owner.query<{ enrolments: number }>('select count(*)::int as enrolments from pupil_standing');
  return counted?.enrolments ?? 0;
}
