import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { DeliverySource, ImportRegisterService } from '../../server/src/modules/registers/index.ts';
import { readFileHere } from '../../server/src/modules/registers/readers/read-file.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { connectIngest } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { buildWorld, loadMeetings, loadOrganisation, writeExports, type WorldSize } from '../../server/src/world/index.ts';
import type { Progress } from './say.ts';

/** How many files are taken in side by side: while the database writes one, the next is read. */
const SIDE_BY_SIDE = 2;

export interface SeedOptions { readonly ownerUrl: string; readonly size: WorldSize; readonly today: string; readonly issuer: string; readonly workDir: string; readonly progress: Progress }

/** Is there an authority in this database already? */
export async function hasAuthority(pool: Pool): Promise<boolean> {
  return ((await pool.query('select 1 from authority limit 1')).rowCount ?? 0) > 0;
}

/** Makes the practice authority: its people and pupils are loaded, its registers come in as school files through the importer. */
export async function seedWorld({ ownerUrl, size, today, issuer, workDir, progress }: SeedOptions): Promise<void> {
  const pool = connectIngest(ownerUrl, SIDE_BY_SIDE * 3);
  const dir = path.join(workDir, `exports-${size}`);
  try {
    progress.say(`Making the practice authority of Wexmoor (${size})…`);
    const world = buildWorld({ size, today, seed: 20260901 });
    await loadOrganisation(pool, world, { issuer, onProgress: (words: string, part: number, whole: number) => progress.step(words, part, whole) });
    fs.rmSync(dir, { recursive: true, force: true });
    fs.mkdirSync(dir, { recursive: true });
    const files = await writeExports(world, dir, (part: number, whole: number) => progress.step('Writing the schools\' register files', part, whole));
    await importAll(pool, files, today, progress);
    await pool.query('analyze');
    progress.say('Holding its targeting support meetings…');
    await loadMeetings(pool, world);
  } finally {
    await pool.end();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

interface ExportFile { readonly schoolId: number | null; readonly path: string; readonly name: string }

async function importAll(pool: Pool, files: readonly ExportFile[], today: string, progress: Progress): Promise<void> {
  // Read here: nobody waits for this process, and a thread for each file takes longer to start than its file to be read.
  const importer = new ImportRegisterService(pool, readFileHere, systemClock(today), createLogger('error'));
  const queue = [...files];
  let done = 0;
  // Deliveries of one school must stay in order, so each worker takes a school's files together.
  const take = (): ExportFile[] => {
    const first = queue[0];
    if (first === undefined) return [];
    const own = queue.filter((file) => file.schoolId === first.schoolId);
    for (const file of own) queue.splice(queue.indexOf(file), 1);
    return own;
  };
  const work = async (): Promise<void> => {
    for (let own = take(); own.length > 0; own = take()) {
      for (const file of own) {
        const bytes = await fs.promises.readFile(file.path);
        const result = await importer.import({
          path: file.path, fileName: file.name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest(), schoolId: file.schoolId, source: DeliverySource.PRACTICE, sentBy: null,
        }, { userId: null, role: 'SYSTEM', requestId: 'seed' });
        if (!result.kept && result.refusal) progress.say(`  ${file.name}: ${result.refusal.happened}`);
        done += 1;
        progress.step('Importing the register files', done, files.length);
      }
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}
