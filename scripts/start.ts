import 'reflect-metadata';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPortal } from '../server/src/app/portal.ts';
import { systemClock } from '../server/src/platform/clock/clock.ts';
import { readConfig } from '../server/src/platform/config/config.ts';
import { connectIngest, migrate } from '../server/src/platform/database/connections.ts';
import { CAST } from '../server/src/world/index.ts';
import { buildClientIfChanged } from './lib/client-build.ts';
import { ownerDatabaseUrl } from './lib/database.ts';
import { Progress } from './lib/say.ts';
import { hasAuthority, seedWorld } from './lib/seed.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Everything `npm start` does after the packages are installed. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const progress = new Progress();
  await refuseTakenPort(config.port);
  progress.say(config.databaseUrl ? 'Connecting to the database in DATABASE_URL…' : `Starting PostgreSQL (data in ${path.relative(root, config.dataDir) || config.dataDir})…`);
  const database = await ownerDatabaseUrl(config);
  let portal: Awaited<ReturnType<typeof startPortal>> | undefined;
  let stopping = false;
  const stop = async (code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    progress.say('Stopping…');
    await portal?.stop();
    await database.end();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  try {
    const migrations = await migrate(database.url);
    if (migrations.length > 0) progress.say(`Prepared the database (${migrations.length} steps).`);
    if (await buildClientIfChanged(root)) progress.say('Built the pages.');
    const clock = systemClock(config.today);
    const pool = connectIngest(database.url, 1);
    const filled = await hasAuthority(pool);
    // The practice provider's address holds the port: people made under another port must still be found.
    const issuer = `${config.publicUrl}/practice-idp`;
    if (filled && !config.oidc) await pool.query(`update app_user set issuer = $1 where issuer like '%/practice-idp' and issuer <> $1`, [issuer]);
    await pool.end();
    if (!filled && config.world !== 'none') {
      await seedWorld({ ownerUrl: database.url, size: config.world, today: clock.today(), issuer, workDir: config.dataDir, progress });
    }
    portal = await startPortal({ config, ownerUrl: database.url, clientDir: path.join(root, 'client', 'dist'), clock });
    if (portal.interrupted > 0) progress.say(`${portal.interrupted} register file(s) were being read when the portal last stopped. Nothing of them was kept; send them again.`);
    welcome(progress, portal.url);
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`);
    await stop(1);
  }
}

function welcome(progress: Progress, url: string): void {
  progress.say(`\nThe portal is ready at ${url}\n\nSign in as one of the practice cast (one click, no password):`);
  for (const person of CAST.slice(0, 8)) progress.say(`  ${person.fullName.padEnd(20)} ${person.jobTitle}`);
  progress.say(`  … and ${CAST.length - 8} more on the sign-in page.\n\nCtrl-C stops everything.`);
}

/** Said before anything is started, so that a second start never touches the first. */
function refuseTakenPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
      .once('error', () => reject(new Error(`Port ${port} is in use: the portal may be running already. Nothing was started. Stop it, or choose another with PORT=4100 npm start.`)))
      .listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
