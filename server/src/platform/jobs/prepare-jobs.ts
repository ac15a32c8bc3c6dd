import PgBoss from 'pg-boss';

/** Queues of jobs. Each is a table of pg-boss, which only the owner of the schema can make: so all are named here. */
export const JobQueue = { OUTBOX: 'outbox', DAILY: 'daily' } as const;
export type JobQueue = (typeof JobQueue)[keyof typeof JobQueue];

/** pg-boss's own, for what is scheduled. */
const SCHEDULER = '__pgboss__send-it';
const TABLES = ['version', 'queue', 'schedule', 'subscription', 'job', 'archive'];

interface Owner { query(text: string, values?: unknown[]): Promise<unknown> }

/** Where pg-boss keeps its jobs: a schema beside the portal's own, so that each authority of a database has its own. */
export const jobsSchema = (portalSchema: string): string => `${portalSchema}_jobs`;

/**
 * Makes the tables of pg-boss, or brings them up to the version installed, as the owner; the login that runs jobs then only reads
 * and writes rows in them. Runs after the migrations and, like them, changes nothing where nothing is missing (docs/adr/0020).
 */
export async function prepareJobs(owner: Owner): Promise<void> {
  const [at] = (await owner.query('select current_schema() as schema')) as { schema: string }[];
  const schema = jobsSchema(at?.schema ?? 'public');
  const [installed] = (await owner.query(`select to_regclass($1) is not null as yes`, [`${schema}.version`])) as { yes: boolean }[];
  if (installed?.yes !== true) await owner.query(PgBoss.getConstructionPlans(schema));
  else {
    const [held] = (await owner.query(`select version from ${schema}.version`)) as { version: number | string }[];
    const plans = held === undefined ? '' : plansFrom(schema, String(held.version));
    if (plans !== '') await owner.query(plans);
  }
  for (const name of [...Object.values(JobQueue), SCHEDULER]) {
    // "short": a queue holds one job that waits, however long nobody takes it.
    await owner.query(`select ${schema}.create_queue($1, $2::json)`, [name, JSON.stringify({ policy: name === SCHEDULER ? 'standard' : 'short', retryLimit: 0 })]);
  }
  await owner.query(`grant usage on schema ${schema} to portal_ingest`);
  for (const table of TABLES) await owner.query(`grant select, insert, update, delete on ${schema}.${table} to portal_ingest`);
}

/** Statements that lead from an older version of pg-boss's tables to this one; none where they are of this version. */
function plansFrom(schema: string, version: string): string {
  try {
    return PgBoss.getMigrationPlans(schema, version);
  } catch {
    return ''; // pg-boss throws where there is no step from that version on
  }
}
