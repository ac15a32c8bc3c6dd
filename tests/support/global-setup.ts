import 'reflect-metadata';
import { startTestPostgres } from './postgres.ts';

/** Jest calls this once before the portal's tests. */
export default async function setup(): Promise<void> {
  const server = await startTestPostgres();
  process.env.TEST_POSTGRES_URL = server.url;
  (globalThis as { testPostgres?: unknown }).testPostgres = server;
}
