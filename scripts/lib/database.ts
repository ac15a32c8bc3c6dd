import path from 'node:path';
import pg from 'pg';
import type { Config } from '../../server/src/platform/config/config.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { startPostgres } from '../../server/src/platform/postgres/launcher.ts';

export interface OwnerDatabase {
  /** The portal's database, as its owner. */
  readonly url: string;
  /** True for the embedded server that this process started (and so must stop). */
  readonly started: boolean;
  /** For a command: leaves a server that was already running alone. */
  close(): Promise<void>;
  /** For the portal itself: stops the embedded server, also one taken over after a crash. */
  end(): Promise<void>;
}

const DATABASE = 'attendance';

/** The database of the settings: DATABASE_URL, or the embedded one, started if it is not running. */
export async function ownerDatabaseUrl(config: Config = readConfig(process.env)): Promise<OwnerDatabase> {
  if (config.databaseUrl !== undefined) {
    await refuseOldServer(config.databaseUrl);
    return { url: config.databaseUrl, started: false, close: async () => undefined, end: async () => undefined };
  }
  const server = await startPostgres({ dir: path.join(config.dataDir, 'postgres') });
  const admin = new pg.Client(server.url);
  await admin.connect();
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await admin.query(`create database ${DATABASE}`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/${DATABASE}`;
  // A server that was already there belongs to a portal that is running, or to one that died: its own next start ends it.
  return { url: url.href, started: !server.adopted, close: () => (server.adopted ? Promise.resolve() : server.stop()), end: () => server.stop() };
}

const OLDEST = 150000;

async function refuseOldServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`The database in DATABASE_URL does not answer (${(error as Error).message}). Nothing was changed. Check the address, that it is running, and the password.`);
  }
  try {
    const { rows } = await client.query<{ version: number; name: string }>(`select current_setting('server_version_num')::int as version, current_setting('server_version') as name`);
    if ((rows[0]?.version ?? 0) < OLDEST) throw new Error(`The database in DATABASE_URL is PostgreSQL ${rows[0]?.name}; the portal needs 15 or newer. Nothing was changed.`);
  } finally {
    await client.end();
  }
}
