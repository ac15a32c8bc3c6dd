import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { hashOfOperation } from './graphql.ts';

/** A page that was open while the portal was renewed asks as the build before it did: so many builds are answered. */
const BUILDS_ANSWERED = 2;

/**
 * Hashes of the operations that are answered in production: those this build's pages were made with, and those of the build that
 * ran before it, whichever process or machine that was on. Notes this build as the newest, and forgets the ones before the last.
 */
export async function knownOperations(ingest: Pool, clientDir: string): Promise<ReadonlySet<string>> {
  const operations = JSON.parse(fs.readFileSync(path.join(clientDir, 'operations.json'), 'utf8')) as string[];
  const hashes = [...new Set(operations.map(hashOfOperation))].sort();
  const build = createHash('sha256').update(hashes.join()).digest('hex');
  await ingest.query(
    `insert into client_build (build, operations, started_at) values ($1, $2, clock_timestamp())
     on conflict (build) do update set started_at = excluded.started_at`, [build, hashes]);
  await ingest.query('delete from client_build where build not in (select build from client_build order by started_at desc limit $1)', [BUILDS_ANSWERED]);
  const { rows } = await ingest.query<{ operations: string[] }>('select operations from client_build');
  return new Set(rows.flatMap((row) => row.operations));
}
