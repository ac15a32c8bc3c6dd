import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg, { type Pool, type PoolClient } from 'pg';
import { loadFile, type FileRefused, type Kind, type LoadReceipt } from '../../server/src/platform/loading/index.ts';
import { findSession } from '../../server/src/modules/identity/session.repository.ts';
import { rightsOf, type Rights } from '../../server/src/modules/identity/rights.ts';
import { TODAY } from './small-authority.ts';
import type { TestPortal } from './test-portal.ts';

/** Loads the text (or bytes) of a file as one kind, on the day all tests live in. */
export async function loadText<Field extends string, Staged extends string>(ingest: Pool, prepare: (client: PoolClient) => Promise<Kind<Field, Staged>>, text: string | Buffer): Promise<LoadReceipt> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-load-'));
  const file = path.join(dir, 'file.csv');
  fs.writeFileSync(file, text);
  try {
    return await loadFile(ingest, file, prepare, { today: TODAY, requestId: 'TEST' });
  } finally {
    fs.rmSync(dir, { recursive: true });
  }
}

/** Rows under headings, as a spreadsheet would save them. */
export const csvOf = (headings: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  [headings, ...rows].map((row) => row.map((cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n') + '\r\n';

/** What a person is told of a file of which nothing was kept. */
export const refusalOf = (loading: Promise<LoadReceipt>): Promise<FileRefused> => loading.then(() => { throw new Error('The file was kept.'); }, (error: FileRefused) => error);

/** The counts of a receipt: read, aside, added, changed, same, refused. */
export const countsOf = ({ read, aside, added, changed, same, refusedCount }: LoadReceipt): readonly number[] => [read, aside, added, changed, same, refusedCount];

/** The small authority numbers its rows itself; what a load adds is numbered from far above them. */
export const numberFromAbove = (ownerUrl: string): Promise<unknown[]> => asOwner(ownerUrl, ['pupil', 'enrolment', 'app_user'].map((table) => `alter table ${table} alter column id restart with 20001`).concat('alter sequence carer_id restart with 20001').join('; '));

/** The entries that loads left in the audit trail, in order. */
export const loadsInTrail = (ownerUrl: string): Promise<unknown[]> => asOwner(ownerUrl, `select kind, operation, pupil_ids, school_ids, details from audit_entry where operation like 'load%' order by seq`);

/** The rights of a person as a request of theirs would find them; null where they hold none, or the account is off. */
export async function rightsByEmail(portal: TestPortal, email: string, today = TODAY): Promise<Rights | null> {
  const key = Buffer.from(email);
  await portal.rows(`insert into user_session (id_hash, user_id, csrf_token, expires_at) select $1, id, 'x', now() + interval '1 day' from app_user where email = $2 on conflict (id_hash) do nothing`, [key, email]);
  const session = await findSession(portal.app, key, new Date(), today, 30);
  return session === undefined ? null : rightsOf(session, null, today);
}

async function asOwner(ownerUrl: string, text: string): Promise<unknown[]> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    return (await owner.query<object>(text)).rows;
  } finally {
    await owner.end();
  }
}
