import type { Pool } from 'pg';
import { isoWeekOf } from '@attendance/shared/attendance';
import { digestService } from '../modules/analysis/index.ts';
import type { OperationDeps } from './execute.ts';
import { forEachPerson } from './for-each-person.ts';

/** What a run did: for how many people, and how many messages it wrote. */
export interface DigestRun { readonly week: string; readonly people: number; readonly written: number }

/** Writes this week's message of each person who watches something. A run that ends half way is finished by the next. */
export async function writeDigests({ ingest, ...deps }: OperationDeps & { readonly ingest: Pool }): Promise<DigestRun> {
  const { rows } = await ingest.query<{ id: number }>('select owner_id as id from watch_list union select owner_id from saved_view order by 1');
  const digests = digestService();
  const written = await forEachPerson(deps, rows, { name: 'weeklyDigest', permission: 'pupil:read', write: (operation) => digests.write(operation) });
  return { week: isoWeekOf(deps.clock.today()), people: rows.length, written };
}
