import 'reflect-metadata';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPortal } from './app/portal.ts';
import { readConfig } from './platform/config/config.ts';
import { migrate } from './platform/database/connections.ts';

/** A server behind DATABASE_URL; `npm start` (scripts/start.ts) is the one that brings its own database. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (config.databaseUrl === undefined) throw new Error('DATABASE_URL is needed here. `npm start` brings its own database.');
  await migrate(config.databaseUrl);
  const portal = await startPortal({ config, ownerUrl: config.databaseUrl, clientDir: path.join(path.dirname(fileURLToPath(import.meta.url)), '../../client/dist') });
  console.log(`The portal is at ${portal.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { void portal.stop().then(() => process.exit(0)); });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
