import 'reflect-metadata';
import { OUTBOX_STATUS_WORDS, OUTBOX_STATUSES } from '../shared/src/communications/index.ts';
import { sendOnce } from '../server/src/app/jobs.ts';
import { systemClock } from '../server/src/platform/clock/clock.ts';
import { readConfig } from '../server/src/platform/config/config.ts';
import { connectIngest, migrate } from '../server/src/platform/database/connections.ts';
import { createLogger } from '../server/src/platform/logging/logger.ts';
import { ownerDatabaseUrl } from './lib/database.ts';

/** `npm run send`: one run of sending by hand, beside those the portal makes by itself. Nothing is sent twice by it. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await ownerDatabaseUrl(config);
  await migrate(database.url);
  const pool = connectIngest(database.url, 2);
  try {
    const run = await sendOnce({ config, pool, clock: systemClock(config.today), log: createLogger(config.logLevel) });
    const lines = OUTBOX_STATUSES.filter((status) => run[status] !== undefined).map((status) => `  ${OUTBOX_STATUS_WORDS[status]}: ${run[status]}`);
    console.log(lines.length === 0 ? 'Nothing in the outbox was due.' : `Messages dealt with:\n${lines.join('\n')}`);
  } finally {
    await pool.end();
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
