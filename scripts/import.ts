import 'reflect-metadata';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { DeliverySource, ImportRegisterService } from '../server/src/modules/registers/index.ts';
import { readRegisterFile } from '../server/src/modules/registers/readers/index.ts';
import { systemClock } from '../server/src/platform/clock/clock.ts';
import { readConfig } from '../server/src/platform/config/config.ts';
import { connectIngest, migrate } from '../server/src/platform/database/connections.ts';
import { createLogger } from '../server/src/platform/logging/logger.ts';
import { ownerDatabaseUrl } from './lib/database.ts';

const USAGE = 'Usage: npm run import -- --school <URN> <file>      one school\n       npm run import -- --authority <file>         a file of the whole authority, with a school column or known UPNs';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { school: { type: 'string' }, authority: { type: 'boolean', default: false } }, allowPositionals: true });
  const file = positionals[0];
  if (file === undefined || (values.school === undefined) === !values.authority || (values.school !== undefined && !/^\d{6}$/.test(values.school))) {
    console.error(USAGE);
    return 2;
  }
  if (!fs.existsSync(file)) {
    console.error(`There is no file ${file}. Nothing was read, so nothing changed. Check its name.`);
    return 2;
  }
  const config = readConfig(process.env);
  const database = await ownerDatabaseUrl(config);
  const pool = connectIngest(database.url);
  try {
    await migrate(database.url);
    const schoolId = values.school === undefined ? null : Number(values.school);
    if (schoolId !== null && (await pool.query('select 1 from school where id = $1', [schoolId])).rowCount === 0) {
      console.error(`There is no school ${schoolId} in this authority. Nothing was read, so nothing changed. Check the URN.`);
      return 2;
    }
    const hash = createHash('sha256');
    await pipeline(fs.createReadStream(file), hash);
    const importer = new ImportRegisterService(pool, readRegisterFile, systemClock(config.today), createLogger('error'));
    const result = await importer.import({
      path: path.resolve(file), fileName: path.basename(file), bytes: fs.statSync(file).size, sha256: hash.digest(), schoolId, source: DeliverySource.COMMAND, sentBy: null,
    }, { userId: null, role: 'SYSTEM', requestId: `command-${process.pid}` });
    const { rows } = await pool.query<Record<string, number | string>>(
      `select rows_read, marks_new, marks_changed, marks_same, rows_repeated, rows_refused, pupils from delivery where id = $1`, [result.deliveryId]);
    const row = rows[0] ?? {};
    if (!result.kept) {
      console.error(`Refused (delivery ${result.deliveryId}). ${result.refusal?.happened ?? ''}\n${result.refusal?.lost ?? ''}\n${result.refusal?.todo ?? ''}`);
      return 1;
    }
    console.log(`${result.again ? 'This file was received before; here is its receipt again. Nothing was written.\n' : ''}Kept (delivery ${result.deliveryId}): ${row.rows_read} rows read; marks: ${row.marks_new} new, ${row.marks_changed} changed, ${row.marks_same} as before; ${row.rows_refused} rows refused, ${row.rows_repeated} repeated; ${row.pupils} pupils.`);
    return 0;
  } finally {
    await pool.end();
    await database.close();
  }
}

main().then((code) => process.exit(code), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
