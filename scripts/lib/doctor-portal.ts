import fs from 'node:fs';
import pg from 'pg';
import { ConfigError, readConfig } from '../../server/src/platform/config/config.ts';
import { browserPath } from './browser.ts';

// What `npm run doctor` can look at once the packages are there. Prints one JSON line for doctor.mjs.
interface Check { readonly name: string; readonly state: 'fine' | 'warn' | 'wrong'; readonly found: string; readonly todo?: string }

const OLDEST = 150_000;

function settings(): Check {
  try {
    const config = readConfig(process.env);
    return { name: 'Settings', state: 'fine', found: config.production ? 'for production' : 'for trying the portal out' };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { name: 'Settings', state: 'wrong', found: error.problems.join(' '), todo: 'Correct them; .env.example says what each is for.' };
  }
}

async function database(url: string): Promise<Check> {
  const name = 'DATABASE_URL';
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows: [server] } = await client.query<{ version: number; words: string; creates: boolean }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as words, (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as creates`);
    if (server === undefined || server.version < OLDEST) return { name, state: 'wrong', found: `PostgreSQL ${server?.words}`, todo: 'The portal needs 15 or newer.' };
    if (!server.creates) return { name, state: 'warn', found: `PostgreSQL ${server.words}, as a user who may not create roles`, todo: 'The portal makes its roles at the first start and sets their passwords at each one: give this user that right (alter role … createrole).' };
    return { name, state: 'fine', found: `answers, PostgreSQL ${server.words}` };
  } catch (error) {
    return { name, state: 'wrong', found: `does not answer (${(error as Error).message}).`, todo: 'Check the address, that it is running, and the password.' };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function browser(): Promise<Check> {
  const name = 'Browser for tests';
  try {
    const file = await browserPath();
    fs.accessSync(file, fs.constants.X_OK);
    return { name, state: 'fine', found: file };
  } catch (error) {
    return { name, state: 'warn', found: `none (${(error as Error).message.split('\n')[0]})`, todo: 'Only the journeys of npm test need one: install Chromium, or set CHROMIUM_PATH.' };
  }
}

const url = process.env.DATABASE_URL;
const checks = [settings(), ...(url ? [await database(url)] : []), await browser()];
console.log(JSON.stringify(checks));
