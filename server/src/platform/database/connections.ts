import { createHmac } from 'node:crypto';
import pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import { prepareJobs } from '../jobs/prepare-jobs.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { SnakeNaming } from './snake-naming.ts';

type EntityClass = (new () => object) | EntitySchema;

/**
 * The three ways the portal signs in to PostgreSQL. The owner migrates and nothing else; the app serves requests and owns
 * nothing; ingest writes registers and runs jobs and is never reachable from a request.
 */
export const Login = { APP: 'portal_app', INGEST: 'portal_ingest' } as const;
export type Login = (typeof Login)[keyof typeof Login];

/** The password of a portal login, derived from the owner's so that every process behind one address agrees. */
function passwordOf(ownerUrl: string, login: Login): string {
  return createHmac('sha256', decodeURIComponent(new URL(ownerUrl).password) || 'no password').update(login).digest('base64url');
}

/** The owner's address with another login in it. */
export function urlFor(ownerUrl: string, login: Login): string {
  const url = new URL(ownerUrl);
  url.username = login;
  url.password = passwordOf(ownerUrl, login);
  return url.href;
}

/** Brings the schema up to date and makes sure the portal's logins can sign in. Safe to run from several processes. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const owner = new DataSource({ type: 'postgres', url: ownerUrl, migrations: MIGRATIONS, poolSize: 2, uuidExtension: 'pgcrypto', installExtensions: false });
  await owner.initialize();
  try {
    await owner.query('select pg_advisory_lock(7260000)');
    const done = await owner.runMigrations({ transaction: 'each' });
    for (const login of Object.values(Login)) {
      // Roles belong to the cluster: two databases set the same password at once, one of them a moment later.
      await owner.query('select pg_advisory_lock(7260001)');
      await owner.query(`alter role ${login} password '${passwordOf(ownerUrl, login)}'`);
      await owner.query('select pg_advisory_unlock(7260001)');
    }
    // Weeks are kept in a partition a year: last, this and the coming years always have one.
    await owner.query(`select ensure_register_year(year) from generate_series(extract(year from now())::int - 1, extract(year from now())::int + 2) year`);
    await prepareJobs(owner);
    return done.map((migration) => migration.name);
  } finally {
    await owner.destroy();
  }
}

/** The app's data source: owns nothing, and each operation takes on a reach role inside its transaction. */
export async function connectApp(ownerUrl: string, entities: EntityClass[], poolSize = 10): Promise<DataSource> {
  const app = new DataSource({
    type: 'postgres', url: urlFor(ownerUrl, Login.APP), entities, namingStrategy: new SnakeNaming(), poolSize, synchronize: false,
    uuidExtension: 'pgcrypto', installExtensions: false,
    extra: { options: '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000', connectionTimeoutMillis: 5000 },
  });
  return app.initialize();
}

/** A small pool for imports and jobs: they hold one connection for a whole delivery. */
export function connectIngest(ownerUrl: string, max = 4): pg.Pool {
  const pool = new pg.Pool({
    connectionString: urlFor(ownerUrl, Login.INGEST), max, connectionTimeoutMillis: 10_000,
    // A long statement notices within two seconds that its portal has died, and lets go of its locks.
    options: '-c client_connection_check_interval=2000',
  });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced at the next use
  return pool;
}

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text); // school days are dates, never instants
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text)); // counts and sequence numbers, far below 2^53
