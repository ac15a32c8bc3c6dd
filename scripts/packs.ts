import 'reflect-metadata';
import { freezeDuePacks } from '../server/src/app/packs.ts';
import { systemClock } from '../server/src/platform/clock/clock.ts';
import { readConfig } from '../server/src/platform/config/config.ts';
import { connectApp, migrate } from '../server/src/platform/database/connections.ts';
import { createLogger } from '../server/src/platform/logging/logger.ts';
import { ownerDatabaseUrl } from './lib/database.ts';

/** `npm run packs`: freezes the packs of meetings whose day has come. Running it again freezes none twice. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await ownerDatabaseUrl(config);
  await migrate(database.url);
  const app = await connectApp(database.url, [], 2);
  try {
    const { due, frozen } = await freezeDuePacks({ app, clock: systemClock(config.today), log: createLogger('silent') });
    console.log(`${due} packs were due and missing, ${frozen} were frozen.`);
  } finally {
    await app.destroy();
    await database.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
