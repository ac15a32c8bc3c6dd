import type { Pool } from 'pg';
import type { OperationDeps } from '../../server/src/app/execute.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { readConfig, type Config } from '../../server/src/platform/config/config.ts';
import { connectApp, connectIngest, migrate } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { ownerDatabaseUrl } from './database.ts';

/** Runs work that the portal does by itself on its own database, and prints the line it gives. */
export async function runJob(work: (deps: OperationDeps & { readonly ingest: Pool; readonly config: Config }) => Promise<string>): Promise<void> {
  const config = readConfig(process.env);
  const database = await ownerDatabaseUrl(config);
  await migrate(database.url);
  const [app, ingest] = [await connectApp(database.url, [], 2), connectIngest(database.url)];
  try {
    console.log(await work({ app, ingest, config, clock: systemClock(config.today), log: createLogger('silent') }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    await app.destroy();
    await ingest.end();
    await database.close();
  }
}
