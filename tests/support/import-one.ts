import 'reflect-metadata';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { registersModule } from '../../server/src/modules/registers/index.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { connectIngest } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';

/** Imports one file in a process of its own, so that a test can kill it: owner's URL, file, school, today. Says when it is ready, begins when told. */
async function main([ownerUrl = '', file = '', school = '', today = '']: readonly string[]): Promise<void> {
  const ingest = connectIngest(ownerUrl);
  const { importer } = registersModule({ ingest, clock: systemClock(today), log: createLogger('silent') });
  const sha256 = createHash('sha256').update(fs.readFileSync(file)).digest();
  await ingest.query('select 1');
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  process.stdin.destroy();
  const result = await importer.import({ path: file, fileName: 'year.csv', bytes: fs.statSync(file).size, sha256, schoolId: Number(school), source: 'COMMAND', sentBy: null }, { userId: null, role: 'SYSTEM', requestId: 'CHILD' });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  await ingest.end();
}

void main(process.argv.slice(2));
