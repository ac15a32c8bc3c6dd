import { createHash } from 'node:crypto';
import fs from 'node:fs';
import type { Pool } from 'pg';
import { readFileHere } from '../../server/src/modules/registers/readers/read-file.ts';
import { ImportRegisterService, type ImportResult } from '../../server/src/modules/registers/index.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { connectIngest } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { addDays } from '@attendance/shared/kernel';
import { addCrowd } from './crowd.ts';
import { bookOf, fileOf, stream, type BookMark } from './register-book.ts';
import { loadSmallAuthority, SCHOOLS, TODAY } from './small-authority.ts';

/** What was sent: nobody in particular sent it. */
export async function importFile(ingest: Pool, file: string, schoolId: number = SCHOOLS.tarnbrook): Promise<ImportResult> {
  const importer = new ImportRegisterService(ingest, (path, context, hooks) => readFileHere(path, context, hooks), systemClock(TODAY), createLogger('silent'));
  const bytes = fs.readFileSync(file);
  return importer.import({ path: file, fileName: 'year.csv', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest(), schoolId, source: 'COMMAND', sentBy: null }, { userId: null, role: 'SYSTEM', requestId: 'TEST' });
}

/** A database in which one school of several hundred pupils has an autumn of marks, with a file of two years that corrects some. */
export async function prepareBigSchool(ownerUrl: string, dir: string, pupils: number): Promise<{ year: string; rows: number }> {
  await loadSmallAuthority(ownerUrl);
  const ingest = connectIngest(ownerUrl);
  try {
    const crowd = await addCrowd(ingest, pupils, SCHOOLS.tarnbrook);
    const { rows: weeks } = await ingest.query<{ week_start: string; open_days: number }>('select week_start, open_days from school_week where school_id = $1 order by 1', [SCHOOLS.tarnbrook]);
    const days = weeks.flatMap(({ week_start, open_days }) => [0, 1, 2, 3, 4].filter((day) => (open_days >> day) & 1).map((day) => addDays(week_start, day))).filter((day) => day < TODAY);
    const marks = bookOf(crowd, days, (pupil) => ({ authorised: (pupil.id % 30) / 100, unauthorised: (pupil.id % 7) / 100, late: 0.03 }));
    const next = stream(77);
    const before: BookMark[] = marks.filter((mark) => mark.day >= '2026-10-12').map((mark) => (next() < 0.03 ? { ...mark, code: 'N' } : mark));
    const first = `${dir}/before.csv`;
    const year = `${dir}/year.csv`;
    fs.writeFileSync(first, fileOf(before));
    fs.writeFileSync(year, fileOf(marks));
    const result = await importFile(ingest, first);
    if (!result.kept) throw new Error(JSON.stringify(result.refusal));
    return { year, rows: marks.length };
  } finally {
    await ingest.end();
  }
}
