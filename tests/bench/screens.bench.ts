import type pg from 'pg';
import { enrolmentsIn, openOfficer, somebody } from './officer.ts';
import { benchRaw, type RawTimes } from './raw.bench.ts';
import { screenJobs, type ScreenJob, type Statement } from './screen-jobs.ts';
import { median, percentile } from './statistics.ts';
import { inTurn } from './turns.ts';

export interface ScreenTimes { readonly job: ScreenJob; readonly ours: number[]; readonly peer: number[] }
export interface ScreensBench { readonly enrolments: number; readonly screens: readonly ScreenTimes[]; /** A request that asks for a name alone: what every request costs. */ readonly floor: number[]; readonly raw: RawTimes | null }

const FLOOR = 'query Floor { authority { name } }';

/** Each page over HTTP as a signed-in officer, policies and audit on, beside the same answer by hand; A-B, B-A. */
export async function benchScreens(ownerUrl: string, today: string, clientDir: string, port: number, repeats: number, besideRaw: boolean): Promise<ScreensBench> {
  const { owner, ask, close } = await openOfficer(ownerUrl, today, clientDir, port);
  try {
    const screens: ScreenTimes[] = [];
    for (const job of screenJobs(today, await somebody(owner))) {
      const ours = (): Promise<never> => ask(job.document, job.operation, job.variables);
      const peer = (): Promise<pg.QueryResultRow[][]> => byHand(owner, job.byHand);
      // The same answer, or no times.
      const agreed = job.agree?.(await ours(), await peer());
      if (agreed && agreed[0] !== agreed[1]) throw new Error(`${job.name}: the answers differ, ${String(agreed[0])} and ${String(agreed[1])}`);
      screens.push({ job, ...(await inTurn(ours, job.byHand.length === 0 ? null : peer, repeats)) });
    }
    const floor = (await inTurn(() => ask(FLOOR, 'Floor', {}), null, repeats)).ours;
    const raw = besideRaw ? await benchRaw(owner, ask, today) : null;
    return { enrolments: await enrolmentsIn(owner), screens, floor, raw };
  } finally {
    await close();
  }
}

async function byHand(owner: pg.Client, statements: readonly Statement[]): Promise<pg.QueryResultRow[][]> {
  const all: pg.QueryResultRow[][] = [];
  for (const [text, values] of statements) all.push((await owner.query<pg.QueryResultRow>(text, [...values])).rows);
  return all;
}

const ms = (value: number): string => value.toFixed(1);

/** One line a screen, and what a request costs by itself. */
export function summary({ enrolments, screens, floor, raw }: ScreensBench): string[] {
  return [
    `Screens over HTTP as an officer, ${enrolments.toLocaleString('en-GB')} enrolments. A request that asks for a name alone: ${ms(median(floor))} ms.`,
    ...screens.map(({ job, ours, peer }) => {
      const own = `median ${ms(median(ours))} ms, p95 ${ms(percentile(ours, 95))} (bar ${job.p95Bar})`;
      if (peer.length === 0) return `  ${job.name}: ${own}`;
      return `  ${job.name}: ${(median(ours) / median(peer)).toFixed(2)} x hand-written SQL (bar ${job.ratioBar ?? '-'}), ${own} against ${ms(median(peer))} ms`;
    }),
    ...(raw === null ? [] : [`  Area overview, school table and one split, beside one row a session (${raw.rows.toLocaleString('en-GB')} rows): ${(median(raw.peer) / median(raw.ours)).toFixed(0)} x faster (bar 10), median ${ms(median(raw.ours))} ms against ${ms(median(raw.peer))} ms of ${raw.peer.length} rounds`]),
  ];
}
