import { setTimeout as pause } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Pool } from 'pg';
import { isUnreachable } from '../database/unreachable.ts';
import type { Logger } from '../logging/logger.ts';
import { jobsSchema, type JobQueue } from './prepare-jobs.ts';

/** Work that is done at set times, by whichever process of the portal takes it. It may be done twice, so doing it again must change nothing. */
export interface Job {
  readonly queue: JobQueue;
  /** When, in the five fields of cron, by the clock of England. */
  readonly cron: string;
  readonly run: () => Promise<unknown>;
}

const POLLING_SECONDS = 5;
const STOP_WITHIN = 8000;
/** How long to wait before a database that is away is asked again. */
const AWAY_MS = 1000;

/** Takes jobs until it is stopped. Each is also done once at the start, so that nothing waits for the hour to come round. */
export async function runJobs({ pool, log, jobs }: { readonly pool: Pool; readonly log: Logger; readonly jobs: readonly Job[] }): Promise<{ stop(): Promise<void> }> {
  const { rows: [at] } = await pool.query<{ schema: string }>('select current_schema() as schema');
  const boss = new PgBoss({ db: patient(pool), schema: jobsSchema(at?.schema ?? 'public'), migrate: false });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  for (const { queue, cron, run } of jobs) {
    await boss.schedule(queue, cron, {}, { tz: 'Europe/London', retryLimit: 0, expireInMinutes: 30 });
    await boss.work(queue, { pollingIntervalSeconds: POLLING_SECONDS, batchSize: 1 }, async () => {
      try {
        await run();
      } catch (error) {
        log.error({ err: error, job: queue }, 'a job failed; the next one begins anew');
        throw error;
      }
    });
    await boss.send(queue, {}, { retryLimit: 0, expireInMinutes: 30 });
  }
  return { stop: async () => boss.stop({ graceful: true, wait: true, timeout: STOP_WITHIN }) };
}

/**
 * The database as pg-boss sees it: while it is away, statements wait for it. pg-boss notes the end of a job without waiting for that
 * itself, so nobody would hear an error of it, and one that nobody hears ends the whole portal. Asked twice, a statement of pg-boss
 * changes nothing more; a job that was taken and never heard of is free again after its half an hour.
 */
function patient(pool: Pool): PgBoss.Db {
  const executeSql = async (text: string, values: unknown[]): Promise<{ rows: unknown[] }> => {
    for (;;) {
      try {
        return await pool.query(text, values);
      } catch (error) {
        if (pool.ending || !isUnreachable(error)) throw error;
        await pause(AWAY_MS, undefined, { ref: false });
      }
    }
  };
  return { executeSql: executeSql as PgBoss.Db['executeSql'] };
}
