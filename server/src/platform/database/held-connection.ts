import type { Pool, PoolClient } from 'pg';

/**
 * Does work on one connection of a pool. Somebody listens to it all the while: a connection that dies between two statements with
 * nobody listening would end the whole process. Where the connection or the work failed it is closed, so that locks of its session
 * go with it; the work's own error is thrown on.
 */
export async function onOneConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const note = (error: Error): void => { broken = error; };
  client.on('error', note);
  try {
    return await work(client);
  } catch (error) {
    broken ??= error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    client.release(broken);
    // Only now: the pool listens again to a connection that it took back. One that is closed is not used again.
    if (broken === undefined) client.off('error', note);
  }
}
