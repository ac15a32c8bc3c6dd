import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { academicYearOf } from '@attendance/shared/calendar';
import { startPortal } from '../../server/src/app/portal.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { median, percentile } from './statistics.ts';

export interface ScreenBench { readonly name: string; readonly ours: number[]; readonly peer: number[]; readonly statements: number; readonly pupils: number }

const FIGURES = 'possible attended authorised unauthorised lateBefore lateAfter missing enrolments persistent severe';
const AREA_PAGE = `query AreaPage { areaOverview { academicYear firstWeek figures { ${FIGURES} } lastYear { ${FIGURES} } phases { phase schools figures { ${FIGURES} } }
  weeks { weekStart possible authorised unauthorised lastYearPossible lastYearAbsent } }
  schoolFigures(take: 25) { total items { schoolId name phase marksTo silent figures { ${FIGURES} } lastYearPossible lastYearAttended trend } } }`;

const SUMS = ['possible', 'attended', 'authorised', 'unauthorised', 'late_before', 'late_after', 'missing', 'enrolments', 'persistent', 'severe'].map((name) => `sum(t.${name}) as ${name}`).join(', ');
const WEEK_SUMS = ['possible', 'attended', 'authorised', 'unauthorised', 'late_before', 'late_after', 'missing'].map((name) => `sum(t.${name}) as ${name}`).join(', ');

/** The same answer by hand: the best SQL we know over the same tables, no policies, no audit, one connection; restricted children left out, as the officer may not count them. */
function byHand(year: number, today: string): [string, unknown[]][] {
  return [
    [`select t.academic_year, s.phase, count(distinct t.school_id), ${SUMS} from school_year_total t join school s on s.id = t.school_id where t.academic_year in ($1, $1 - 1) and not t.restricted
        group by grouping sets ((t.academic_year), (t.academic_year, s.phase))`, [year]],
    [`select academic_year, week_start, ${WEEK_SUMS} from school_week_total t where academic_year in ($1, $1 - 1) and not restricted group by 1, 2 order by 2`, [year]],
    [`with page as (select t.school_id, s.name, s.phase, ${SUMS}, count(*) over () as total from school_year_total t join school s on s.id = t.school_id where t.academic_year = $1 and not t.restricted group by 1, 2, 3
        order by sum(t.persistent)::numeric / nullif(sum(t.enrolments), 0) desc nulls last limit 25)
      select p.*, l.possible as last_possible, l.attended as last_attended, c.marks_to,
        (select w.week_start + length(ltrim((w.open_days & (1 << least($2::date - w.week_start, 7)) - 1)::bit(7)::text, '0')) - 1 from school_week w where w.school_id = p.school_id
          and w.week_start between $2::date - 70 and $2::date and w.open_days & (1 << least($2::date - w.week_start, 7)) - 1 <> 0 order by w.week_start desc limit 1) as expected_to,
        array(select (1000 * sum(authorised + unauthorised) / sum(possible))::int from school_week_total w where w.school_id = p.school_id and possible > 0 and not restricted and week_start > $2::date - 120 group by week_start order by week_start desc limit 12)
      from page p left join school_coverage c using (school_id) left join lateral (select sum(possible) as possible, sum(attended) as attended from school_week_total w where w.school_id = p.school_id and academic_year = $1 - 1 and not restricted
        and week_start <= date_trunc('week', c.marks_to)::date - 364) l on true`, [year, today]],
  ];
}

/** The area overview with its school table, over HTTP as a signed-in officer, beside the same answer by hand; A-B-B-A. */
export async function benchScreens(ownerUrl: string, today: string, clientDir: string, port: number, repeats: number): Promise<ScreenBench> {
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
    const ask = async (): Promise<{ data: { areaOverview: { figures: { enrolments: number; possible: number } } } }> => {
      const response = await fetch(`http://localhost:${port}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query: AREA_PAGE, operationName: 'AreaPage' }) });
      return (await response.json()) as { data: { areaOverview: { figures: { enrolments: number; possible: number } } } };
    };
    const statements = byHand(academicYearOf(today), today);
    const peerOnce = async (): Promise<number> => {
      let possible = 0;
      for (const [text, values] of statements) {
        const answer = await owner.query<{ phase: string | null; academic_year: number; possible: string }>(text, values);
        if (text.includes('grouping sets')) possible = Number(answer.rows.find((row) => row.phase === null && row.academic_year === academicYearOf(today))?.possible);
      }
      return possible;
    };
    // The same answer, or no times: equal sums first.
    const first = await ask();
    const expected = await peerOnce();
    const figures = first.data.areaOverview.figures;
    if (figures.possible !== expected) throw new Error(`The answers differ: ${figures.possible} and ${expected} possible sessions.`);
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      const started = performance.now();
      await work();
      return performance.now() - started;
    };
    for (let warm = 0; warm < 20; warm += 1) { await ask(); await peerOnce(); }
    const ours: number[] = [];
    const peer: number[] = [];
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      if (repeat % 2 === 0) { ours.push(await timed(ask)); peer.push(await timed(peerOnce)); }
      else { peer.push(await timed(peerOnce)); ours.push(await timed(ask)); }
    }
    return { name: 'Area overview and school table', ours, peer, statements: statements.length, pupils: figures.enrolments };
  } finally {
    await owner.end();
    await portal.stop();
  }
}

export const summary = (bench: ScreenBench): string =>
  `${bench.name}, ${bench.pupils.toLocaleString('en-GB')} enrolments: ${(median(bench.ours) / median(bench.peer)).toFixed(2)} x hand-written SQL (median ${median(bench.ours).toFixed(1)} ms against ${median(bench.peer).toFixed(1)} ms; p95 ${percentile(bench.ours, 95).toFixed(1)} ms)`;
