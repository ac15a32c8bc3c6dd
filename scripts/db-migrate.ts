import 'reflect-metadata';
import { migrate } from '../server/src/platform/database/connections.ts';
import { ownerDatabaseUrl } from './lib/database.ts';

const database = await ownerDatabaseUrl();
try {
  const done = await migrate(database.url);
  console.log(done.length === 0 ? 'The database is up to date.' : `Done: ${done.join(', ')}.`);
} finally {
  await database.close();
}
