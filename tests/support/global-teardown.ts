import type { RunningPostgres } from '../../server/src/platform/postgres/launcher.ts';

/** Jest calls this once after the portal's tests. */
export default async function teardown(): Promise<void> {
  await (globalThis as { testPostgres?: RunningPostgres }).testPostgres?.stop();
}
