import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../clock/clock.ts';
import { onOneConnection } from '../database/held-connection.ts';
import type { Operation } from '../graphql/operation.ts';
import type { Logger } from '../logging/logger.ts';

/** What a daily job is given. */
export interface DailyTurn {
  /** The day it is done for, as ISO. */
  readonly day: string;
  /** Does work as one audited operation of the portal itself, which reaches the whole authority and holds these permissions and no others. */
  asPortal<T>(name: string, permissions: readonly string[], work: (operation: Operation) => Promise<T>): Promise<T>;
}

/** Work of a module for each day. It runs once a day, again where it failed, and is made up for today where the portal stood still. */
export interface DailyJob {
  /** Unlike every other's, and kept: days are noted under it. */
  readonly name: string;
  /** Only on this day of the week: Monday is 0. */
  readonly weekday?: number;
  readonly run: (turn: DailyTurn) => Promise<unknown>;
}

interface Deps {
  /** Connections of the importing login. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Logger;
  readonly asPortal: DailyTurn['asPortal'];
}

/** Class of the locks that keep a job to one process. */
const RUNNING = 7260027;
const MONDAY_FIRST = 6;

/** Does what is not done yet for today. Returns the names of what was done; what failed is noted and tried at the next turn. */
export async function runDailyJobs(jobs: readonly DailyJob[], deps: Deps): Promise<string[]> {
  const day = deps.clock.today();
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + MONDAY_FIRST) % 7;
  const done: string[] = [];
  for (const job of jobs.filter((each) => each.weekday === undefined || each.weekday === weekday)) {
    if (await onOneConnection(deps.pool, (client) => runOnce(client, job, day, deps))) done.push(job.name);
  }
  return done;
}

/** Does one job for a day unless it is done, or another process is at it. The connection holds its lock. */
async function runOnce(client: PoolClient, job: DailyJob, day: string, { log, asPortal }: Deps): Promise<boolean> {
  const { rows: [lock] } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as got', [RUNNING, job.name]);
  if (lock?.got !== true) return false;
  const { rowCount } = await client.query('insert into job_run (name, day) values ($1, $2) on conflict (name, day) do update set attempts = job_run.attempts + 1, begun_at = clock_timestamp(), problem = null where job_run.done_at is null', [job.name, day]);
  let isDone = false;
  if (rowCount === 1) {
    try {
      const result = await job.run({ day, asPortal });
      await client.query('update job_run set done_at = clock_timestamp() where name = $1 and day = $2', [job.name, day]);
      log.info({ job: job.name, day, result }, 'a daily job is done');
      isDone = true;
    } catch (error) {
      log.error({ err: error, job: job.name }, 'a daily job failed and is tried again');
      await client.query('update job_run set problem = left($3, 500) where name = $1 and day = $2', [job.name, day, error instanceof Error ? error.message : 'unknown']);
    }
  }
  await client.query('select pg_advisory_unlock($1, hashtext($2))', [RUNNING, job.name]);
  return isDone;
}
