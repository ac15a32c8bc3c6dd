import 'reflect-metadata';
import { makeChildren } from './children.ts';
import { startTestPostgres } from './postgres.ts';

/** Jest calls this once before the portal's tests. */
export default async function setup(): Promise<void> {
  const [server] = await Promise.all([startTestPostgres(), makeChildren()]);
  process.env.TEST_POSTGRES_URL = server.url;
  (globalThis as { testPostgres?: unknown }).testPostgres = server;
}
