import type pg from 'pg';
import { Role } from '@attendance/shared/access';
import { asPortal } from '../../server/src/app/as-portal.ts';
import { composeModules } from '../../server/src/app/compose.ts';
import { runOperation } from '../../server/src/app/execute.ts';
import { packParts } from '../../server/src/modules/meetings/index.ts';
import { openPackFile, type PackFile } from '../../server/src/modules/meetings/packs/pack-file.ts';
import { packPdf } from '../../server/src/modules/meetings/packs/pack-pdf.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { connectApp, connectIngest } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { person } from '../support/people.ts';
import { percentile } from './statistics.ts';

/** Milliseconds: a pack made and shown, one that is there shown, and its PDF from the request on. */
export interface PacksBench { readonly pupils: number; readonly pages: number; readonly made: number[]; readonly shown: number[]; readonly pdf: number[] }

const BARS = { made: 2000, shown: 1500, pdf: 3000 } as const;

/** Packs of the largest school, each time of a new meeting, under the reach of an officer with audit on. */
export async function benchPacks(ownerUrl: string, today: string, repeats: number): Promise<PacksBench> {
  const [ingest, log, clock] = [connectIngest(ownerUrl), createLogger('silent'), systemClock(today)];
  let app: Awaited<ReturnType<typeof connectApp>> | undefined;
  const { modules } = composeModules({ config: readConfig({}), clock, log, ingest, app: () => app! });
  app = await connectApp(ownerUrl, modules.flatMap(({ entities }) => [...entities]));
  try {
    const { rows: [school] } = await ingest.query<{ id: number; pupils: number }>(`select school_id as id, sum(enrolments)::int as pupils from school_year_total where academic_year = (select max(academic_year) from school_year_total) group by 1 order by 2 desc limit 1`);
    const { rows: [somebody] } = await ingest.query<{ id: number }>('select min(user_id) as id from school_officer');
    if (!school || !somebody) throw new Error('There is no school with registers and an officer.');
    const deps = { app, clock, log };
    const { packs } = packParts(asPortal(() => deps));
    const actor = person(Role.TEAM_MANAGER, {}, somebody.id);
    const open = (meetingId: string): Promise<PackFile> => runOperation(deps, { actor, requestId: 'BENCH' }, 'downloadPack', async (operation) => ({ value: await openPackFile(operation, packs, { meetingId, schoolId: null, number: null, format: 'pdf' }), outcome: 'done', keep: true }));
    const bench = { pupils: school.pupils, pages: 0, made: [] as number[], shown: [] as number[], pdf: [] as number[] };
    const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
      const started = performance.now();
      const value = await work();
      into.push(performance.now() - started);
      return value;
    };
    for (let turn = 0; turn < repeats; turn += 1) {
      const id = await bookedMeeting(ingest, school.id, somebody.id, today);
      await timed(bench.made, () => open(id));
      await timed(bench.shown, () => open(id));
      bench.pages = (await timed(bench.pdf, async () => packPdf(await open(id)))).pages;
    }
    return bench;
  } finally {
    await app.destroy();
    await ingest.end();
  }
}

/** A meeting of which the pack is due today. */
async function bookedMeeting(ingest: pg.Pool, schoolId: number, officerId: number, today: string): Promise<string> {
  const { rows: [row] } = await ingest.query<{ id: number }>(
    `with made as (insert into meeting (type, status, mode, on_day, at_time, minutes, officer_id, school_ids, made_with) values ('SINGLE_SCHOOL', 'BOOKED', 'REMOTE', $1::date + 1, '10:30', 65, $2, array[$3::int], gen_random_uuid()) returning id),
     named as (insert into meeting_school (meeting_id, school_id) select id, $3 from made) select id from made`, [today, officerId, schoolId]);
  return String(row?.id);
}

/** Each time beside its limit. */
export function packsSummary({ pupils, pages, ...times }: PacksBench): string[] {
  const words = { made: 'Pack made by being looked for, and read', shown: 'Pack read', pdf: `Pack read and printed, ${pages} pages` } as const;
  return (Object.keys(BARS) as (keyof typeof BARS)[]).map((name) => `${words[name]}, school of ${pupils} pupils: p95 ${Math.round(percentile(times[name], 95))} ms, limit ${BARS[name]} ms${percentile(times[name], 95) <= BARS[name] ? '' : ': OVER'}.`);
}
