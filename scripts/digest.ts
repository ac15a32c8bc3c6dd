import 'reflect-metadata';
import { writeDigests } from '../server/src/app/digests.ts';
import { systemClock } from '../server/src/platform/clock/clock.ts';
import { readConfig } from '../server/src/platform/config/config.ts';
import { connectApp, connectIngest, migrate } from '../server/src/platform/database/connections.ts';
import { createLogger } from '../server/src/platform/logging/logger.ts';
import { ownerDatabaseUrl } from './lib/database.ts';

/** `npm run digest`: writes this week's message of everybody who watches something that changed. Running it again writes no second one. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await ownerDatabaseUrl(config);
  await migrate(database.url);
  const [app, ingest] = [await connectApp(database.url, [], 1), connectIngest(database.url)];
  try {
    const { week, people, written } = await writeDigests({ app, ingest, clock: systemClock(config.today), log: createLogger('silent') });
    console.log(`Week ${week}: ${people} people watch something, ${written} messages were written and wait to be sent.`);
  } finally {
    await app.destroy();
    await ingest.end();
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
