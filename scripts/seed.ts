import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { systemClock } from '../server/src/platform/clock/clock.ts';
import { readConfig } from '../server/src/platform/config/config.ts';
import { connectIngest, migrate } from '../server/src/platform/database/connections.ts';
import type { WorldSize } from '../server/src/world/index.ts';
import { ownerDatabaseUrl } from './lib/database.ts';
import { Progress } from './lib/say.ts';
import { hasAuthority, seedWorld } from './lib/seed.ts';

const SIZES: readonly string[] = ['demo', 'authority', 'county'];

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { size: { type: 'string', default: 'demo' } } });
  if (!SIZES.includes(values.size)) {
    console.error(`Usage: npm run seed -- --size ${SIZES.join('|')}`);
    return 2;
  }
  const config = readConfig(process.env);
  const database = await ownerDatabaseUrl(config);
  try {
    await migrate(database.url);
    const pool = connectIngest(database.url, 1);
    const filled = await hasAuthority(pool);
    await pool.end();
    if (filled) {
      console.error('This database already holds an authority. Nothing was changed. Use an empty database (another DATA_DIR or DATABASE_URL).');
      return 2;
    }
    const progress = new Progress();
    await seedWorld({ ownerUrl: database.url, size: values.size as WorldSize, today: systemClock(config.today).today(), issuer: `${config.publicUrl}/practice-idp`, workDir: config.dataDir, progress });
    progress.say('The practice authority is ready.');
    return 0;
  } finally {
    await database.close();
  }
}

main().then((code) => process.exit(code), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
