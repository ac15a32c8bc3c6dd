import { ruleValue } from '@attendance/shared/kernel';
import type pg from 'pg';
import { copyRows } from './copy-rows.ts';
import type { World } from './model.ts';
import { caseloadTable, organisationTables } from './organisation-rows.ts';
import { pupilTables, type Offsets, type TableRows } from './pupil-rows.ts';

export interface LoadOptions {
  /** The address of the identity provider that signs the cast in. */
  readonly issuer: string;
  readonly onProgress?: (words: string, done: number, of: number) => void;
}

const REACH_CHUNK = 20_000;

/** Loads everything but marks into an empty database, in one transaction as portal_ingest: all of it or nothing. */
export async function loadOrganisation(pool: pg.Pool, world: World, { issuer, onProgress }: LoadOptions): Promise<void> {
  const tables = [...organisationTables(world, issuer), ...pupilTables(world), caseloadTable(world)];
  const steps = tables.length + 1;
  const client = await pool.connect();
  try {
    await client.query('begin');
    const counts: Record<string, number> = {};
    const offsets: Offsets = { team: 0, app_user: 0, pupil: 0, carer: await reserveCarers(client, world) };
    for (const [index, table] of tables.entries()) {
      onProgress?.('Loading schools and pupils', index, steps);
      counts[table.table] = await copy(client, table, offsets);
    }
    onProgress?.('Working out who may see whom', steps - 1, steps);
    await refreshReach(client, world, offsets.pupil);
    await client.query(`select append_audit('COLLECTED', 'loadPracticeAuthority', null, 'SYSTEM', '{}', '{}', $1, null, null, 'world')`, [JSON.stringify(counts)]);
    await client.query('commit');
    onProgress?.('Loading schools and pupils', steps, steps);
  } catch (error) {
    await client.query('rollback').catch(() => undefined); // the first error is the one worth telling
    throw error;
  } finally {
    client.release();
  }
}

const isNumbered = (table: string): table is 'team' | 'app_user' | 'pupil' => table === 'team' || table === 'app_user' || table === 'pupil';

/** Sends one table. Where the database numbers the rows, what it began with is kept for the tables that point to them. */
async function copy(client: pg.PoolClient, { table, columns, rows }: TableRows, offsets: Offsets): Promise<number> {
  const count = await copyRows(client, table, columns, rows(offsets));
  if (!isNumbered(table)) return count;
  const { rows: [found] } = await client.query<{ first: number; last: number }>(`select min(id) as first, max(id) as last from ${table}`);
  if (!found || found.last - found.first + 1 !== count) throw new Error(`The practice authority needs an empty database: ${table} holds other rows.`);
  offsets[table] = found.first - 1;
  return count;
}

/** Takes as many carer ids as the world has; returns the number before the first. */
async function reserveCarers(client: pg.PoolClient, world: World): Promise<number> {
  const most = 2 * world.pupils.reduce((highest, pupil) => Math.max(highest, pupil.household), 0);
  const { rows: [taken] } = await client.query<{ first: number }>(`select min(nextval('carer_id')) as first from generate_series(1, $1::int)`, [most]);
  return (taken?.first ?? 1) - 1;
}

/** In chunks, since one array of all pupils would be joined again and again without statistics. */
async function refreshReach(client: pg.PoolClient, world: World, offset: number): Promise<void> {
  for (let from = 1; from <= world.pupils.length; from += REACH_CHUNK) {
    await client.query(
      'select refresh_pupil_reach(array(select generate_series($1::int, $2::int)), $3::date, $4::int)',
      [from + offset, Math.min(world.pupils.length, from + REACH_CHUNK - 1) + offset, world.today, ruleValue('leaver.reach-days', world.today)],
    );
  }
}
