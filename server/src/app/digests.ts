import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { isoWeekOf } from '@attendance/shared/attendance';
import { digestService } from '../modules/analysis/index.ts';
import { actorOfPerson } from '../modules/identity/index.ts';
import { runOperation, type OperationDeps } from './execute.ts';

/** What a run did: for how many people, and how many messages it wrote. */
export interface DigestRun { readonly week: string; readonly people: number; readonly written: number }

/** In whose role the portal itself acts, in the trail. */
const THE_PORTAL = 'SYSTEM';

/**
 * Writes this week's message of each person who watches something, each in an operation under that person's own reach as it is
 * today: nobody is told of a child they could not open. A run that ends half way is finished by the next.
 */
export async function writeDigests({ ingest, ...deps }: OperationDeps & { readonly ingest: Pool }): Promise<DigestRun> {
  const today = deps.clock.today();
  const { rows } = await ingest.query<{ id: number }>('select owner_id as id from watch_list union select owner_id from saved_view order by 1');
  const digests = digestService();
  let written = 0;
  for (const { id } of rows) {
    const person = await actorOfPerson(deps.app, id, today);
    if (person === null || !person.permissions.has('pupil:read')) continue;
    const isWritten = await runOperation(deps, { actor: { ...person, role: THE_PORTAL }, requestId: `digest-${randomUUID()}` }, 'weeklyDigest', async (operation) => {
      const value = await digests.write(operation);
      return { value, outcome: 'done', keep: value };
    });
    if (isWritten) written += 1;
  }
  return { week: isoWeekOf(today), people: rows.length, written };
}
