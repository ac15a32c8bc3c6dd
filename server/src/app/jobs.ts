import type { Pool } from 'pg';
import { sendOutbox, type SendingRun } from '../modules/communications/index.ts';
import type { Config } from '../platform/config/config.ts';
import { connectIngest } from '../platform/database/connections.ts';
import { runDailyJobs, type DailyJob } from '../platform/jobs/daily-jobs.ts';
import { JobQueue } from '../platform/jobs/prepare-jobs.ts';
import { runJobs } from '../platform/jobs/run-jobs.ts';
import { senderOf } from '../platform/mail/sender-of.ts';
import { asPortal } from './as-portal.ts';
import { writeDigests } from './digests.ts';
import type { OperationDeps } from './execute.ts';
import { writeReminders } from './reminders.ts';

export interface JobDeps extends OperationDeps {
  readonly config: Pick<Config, 'publicUrl' | 'notify'>;
  /** Connections of the importing login. */
  readonly pool: Pool;
}

/** Sends what waits in the outbox, once. */
export const sendOnce = ({ config, pool, clock, log }: Pick<JobDeps, 'config' | 'pool' | 'clock' | 'log'>): Promise<SendingRun> => sendOutbox({ pool, sender: senderOf(config), clock, log, portalUrl: config.publicUrl });

/** Work for each day. A module that has some gives its jobs to `startJobs` through compose.ts; these are of several people at once. */
const ownJobs = ({ app, pool, clock, log }: JobDeps): DailyJob[] => [
  { name: 'weekly-digest', weekday: 0, run: async () => writeDigests({ app, ingest: pool, clock, log }) },
  { name: 'monday-reminders', weekday: 0, run: async () => writeReminders({ app, ingest: pool, clock, log }) },
];

/** Starts what the portal does by itself: sending, every minute, and the work of each day, looked after every quarter of an hour. */
export async function startJobs({ ownerUrl, dailyJobs, ...given }: Omit<JobDeps, 'pool'> & { readonly ownerUrl: string; readonly dailyJobs: readonly DailyJob[] }): Promise<{ stop(): Promise<void> }> {
  const pool = connectIngest(ownerUrl, 4); // apart from the importer's, which keeps its connections for whole deliveries
  const deps: JobDeps = { ...given, pool };
  const daily = [...ownJobs(deps), ...dailyJobs];
  const jobs = await runJobs({ pool, log: deps.log, jobs: [
    { queue: JobQueue.OUTBOX, cron: '* * * * *', run: async () => sendOnce(deps) },
    { queue: JobQueue.DAILY, cron: '*/15 * * * *', run: async () => runDailyJobs(daily, { ...deps, asPortal: asPortal(deps) }) },
  ] });
  return {
    stop: async () => {
      await jobs.stop();
      await pool.end().catch(() => undefined);
    },
  };
}
