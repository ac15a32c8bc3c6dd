import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { startPortal } from '../../server/src/app/portal.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { screenJobs, type ScreenJob } from './screen-jobs.ts';
import { median, percentile } from './statistics.ts';

export interface ScreenTimes { readonly job: ScreenJob; readonly ours: number[]; readonly peer: number[] }
export interface ScreensBench { readonly enrolments: number; readonly screens: readonly ScreenTimes[]; /** A request that asks for a name alone: what every request costs. */ readonly floor: number[] }

const FLOOR = 'query Floor { authority { name } }';

/** Each page over HTTP as a signed-in officer, policies and audit on, beside the same answer by hand; A-B, B-A. */
export async function benchScreens(ownerUrl: string, today: string, clientDir: string, port: number, repeats: number): Promise<ScreensBench> {
  const config = readConfig({ PORT: String(port), LOG_LEVEL: 'silent' });
  const portal = await startPortal({ config, ownerUrl, clientDir, clock: systemClock(today), log: createLogger('silent') });
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await owner.query('set role portal_ingest');
    const cookie = randomBytes(24).toString('base64url');
    const { rows } = await owner.query<{ id: number }>(`select u.id from app_user u join user_grant g on g.user_id = u.id where g.role = 'ATTENDANCE_OFFICER' order by u.id limit 1`);
    await owner.query(`insert into user_session (id_hash, user_id, csrf_token, expires_at) values ($1, $2, 'bench', now() + interval '2 hours')`, [createHash('sha256').update(cookie).digest(), rows[0]?.id]);
    const headers = { 'content-type': 'application/json', origin: config.publicUrl, 'x-csrf-token': 'bench', cookie: `__Host-attendance=${cookie}` };
    const ask = async (query: string, operationName: string, variables: object): Promise<never> => {
      const response = await fetch(`http://localhost:${port}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, operationName, variables }) });
      const answer = (await response.json()) as { data?: never; errors?: unknown };
      if (answer.data === undefined || answer.errors !== undefined) throw new Error(`${operationName}: ${JSON.stringify(answer.errors)}`);
      return answer.data;
    };
    const screens: ScreenTimes[] = [];
    for (const job of screenJobs(today, await somebody(owner))) {
      const ours = (): Promise<never> => ask(job.document, job.operation, job.variables);
      const peer = async (): Promise<pg.QueryResultRow[][]> => {
        const all: pg.QueryResultRow[][] = [];
        for (const [text, values] of job.byHand) all.push((await owner.query<pg.QueryResultRow>(text, [...values])).rows);
        return all;
      };
      // The same answer, or no times.
      const agreed = job.agree?.(await ours(), await peer());
      if (agreed && agreed[0] !== agreed[1]) throw new Error(`${job.name}: the answers differ, ${String(agreed[0])} and ${String(agreed[1])}`);
      screens.push({ job, ...(await inTurn(ours, job.byHand.length === 0 ? null : peer, repeats)) });
    }
    const floor = (await inTurn(() => ask(FLOOR, 'Floor', {}), null, repeats)).ours;
    const { rows: counted } = await owner.query<{ enrolments: number }>('select count(*)::int as enrolments from pupil_standing');
    return { enrolments: counted[0]?.enrolments ?? 0, screens, floor };
  } finally {
    await owner.end();
    await portal.stop();
  }
}

/** A pupil with a long surname, and the name with a letter wrong. */
async function somebody(owner: pg.Client): Promise<{ id: number; misspelt: string }> {
  const { rows: [one] } = await owner.query<{ id: number; forename: string; surname: string }>(
    `select p.id, p.legal_forename as forename, p.legal_surname as surname from pupil p join pupil_year y on y.pupil_id = p.id where not p.restricted and length(p.legal_surname) >= 8 group by 1, 2, 3 order by count(*) desc, p.id limit 1`);
  if (one === undefined) throw new Error('There is no pupil to look for.');
  return { id: one.id, misspelt: `${one.forename} ${one.surname.slice(0, 3)}${one.surname.slice(4)}` };
}

async function inTurn(ours: () => Promise<unknown>, peer: (() => Promise<unknown>) | null, repeats: number): Promise<{ ours: number[]; peer: number[] }> {
  const times: { ours: number[]; peer: number[] } = { ours: [], peer: [] };
  const time = async (side: 'ours' | 'peer', work: () => Promise<unknown>): Promise<void> => {
    const started = performance.now();
    await work();
    times[side].push(performance.now() - started);
  };
  for (let warm = 0; warm < 10; warm += 1) { await ours(); await peer?.(); }
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    if (peer && repeat % 2 === 1) await time('peer', peer);
    await time('ours', ours);
    if (peer && repeat % 2 === 0) await time('peer', peer);
  }
  return times;
}

const ms = (value: number): string => value.toFixed(1);

/** One line a screen, and what a request costs by itself. */
export function summary({ enrolments, screens, floor }: ScreensBench): string[] {
  return [
    `Screens over HTTP as an officer, ${enrolments.toLocaleString('en-GB')} enrolments. A request that asks for a name alone: ${ms(median(floor))} ms.`,
    ...screens.map(({ job, ours, peer }) => {
      const own = `median ${ms(median(ours))} ms, p95 ${ms(percentile(ours, 95))} (bar ${job.p95Bar})`;
      if (peer.length === 0) return `  ${job.name}: ${own}`;
      return `  ${job.name}: ${(median(ours) / median(peer)).toFixed(2)} x hand-written SQL (bar ${job.ratioBar ?? '-'}), ${own} against ${ms(median(peer))} ms`;
    }),
  ];
}
