import path from 'node:path';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { clearMeetings, documentOf, layMeetings, type BenchMeeting } from './meeting-ground.ts';
import { askAs, beginSession, openOfficer, type Officer } from './officer.ts';
import { median, percentile } from './statistics.ts';

/** What was asked of papers being typed: how long each sending took to be acknowledged, in milliseconds, and statements of each. */
export interface TypingBench { readonly meetings: number; readonly people: number; readonly sessions: number; readonly seconds: number; readonly times: readonly number[]; readonly late: number; readonly statements: readonly number[]; readonly notSaved: number }

const MEETINGS = 50;
const PEOPLE = 2;
const SECONDS = 30;
const EVERY_MS = 1_000;
/** Some rounds that nobody times: statements are prepared then, as they are by nine o’clock. */
const WARM_ROUNDS = 3;
const BAR_MS = 150;

interface SyncData { readonly syncMeeting: { readonly saved: readonly { readonly isSaved: boolean; readonly version: number }[]; readonly at: string } }
interface Typist { readonly ask: Officer['ask']; readonly meeting: BenchMeeting; readonly pupilId: number; version: number; since: string | null }

/** Fifty meetings open at once, two people in each, each sending one changed box every second, over HTTP with policies, trail and commit. */
export async function benchTyping(ownerUrl: string, root: string, today: string, port: number): Promise<TypingBench> {
  const log = createLogger('silent');
  const statements: number[] = [];
  log.info = ((line: { operation?: string; statements?: number }) => { if (line.operation === 'SyncMeeting') statements.push(line.statements ?? 0); }) as typeof log.info;
  const officer = await openOfficer(ownerUrl, today, path.resolve('client/dist'), port, { DATA_DIR: path.join(root, 'portal-meetings') }, log);
  try {
    await clearMeetings(officer.owner);
    const meetings = await layMeetings(officer.owner, { schools: MEETINGS, status: 'HELD', onDay: today, officerId: officer.userId, pupils: PEOPLE });
    const { rows: managers } = await officer.owner.query<{ id: number }>(`select distinct user_id as id from user_grant where role = 'TEAM_MANAGER' order by 1`);
    const others = await Promise.all(managers.map(async ({ id }) => askAs(officer.url, port, await beginSession(officer.owner, id))));
    const typists = meetings.flatMap((meeting, nth) => meeting.pupils.map((pupilId, who): Typist => ({ meeting, pupilId, version: 0, since: null, ask: who === 0 ? officer.ask : (others[nth % others.length] ?? officer.ask) })));
    const sync = documentOf('mutation', 'SyncMeeting');
    let notSaved = 0;
    const send = async (typist: Typist, round: number): Promise<number> => {
      const { meeting, pupilId, version, since } = typist;
      const answers = [{ schoolId: meeting.schoolId, place: 'PUPIL', subject: String(pupilId), field: 'SAID', value: 'Mum says mornings are hard, and maths harder. '.repeat(1 + (round % 10)) + round, base: version }];
      const started = performance.now();
      const { syncMeeting: { saved: [told], at } } = (await typist.ask(sync, 'SyncMeeting', { id: String(meeting.id), since, reading: `PUPIL/${pupilId}`, answers })) as SyncData;
      const took = performance.now() - started;
      if (told?.isSaved !== true) notSaved += 1;
      typist.version = told?.version ?? version;
      typist.since = at;
      return took;
    };
    for (let round = 0; round < WARM_ROUNDS; round += 1) for (const typist of typists) await send(typist, round);
    statements.length = 0;
    const times: number[] = [];
    let late = 0;
    const begins = performance.now() + EVERY_MS;
    await Promise.all(typists.map(async (typist, nth) => {
      for (let round = 0; round < SECONDS; round += 1) {
        // Each at a moment of their own within the second; whoever is not answered within it sends late, and is counted.
        const due = begins + round * EVERY_MS + (nth * EVERY_MS) / typists.length;
        const wait = due - performance.now();
        if (wait > 0) await new Promise((resolve) => { setTimeout(resolve, wait); });
        else late += 1;
        times.push(await send(typist, WARM_ROUNDS + round));
      }
    }));
    return { meetings: meetings.length, people: typists.length, sessions: 1 + others.length, seconds: SECONDS, times, late, statements, notSaved };
  } finally {
    await clearMeetings(officer.owner);
    await officer.close();
  }
}

/** One line: the acknowledgement, and what a save costs. */
export function typingSummary({ meetings, people, sessions, seconds, times, late, statements, notSaved }: TypingBench): string[] {
  const p95 = percentile(times, 95);
  return [
    `Typing into ${meetings} meetings at once, ${people} people (${sessions} sessions) sending one box a second for ${seconds} s: acknowledged in ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (bar ${BAR_MS}, ${p95 <= BAR_MS ? 'met' : 'missed'}), worst ${Math.max(...times).toFixed(0)} ms, of ${times.length.toLocaleString('en-GB')} sendings; ${late} began late, ${notSaved} not saved.`,
    `  Statements of a save: ${median(statements)}, at most ${Math.max(...statements)}.`,
  ];
}
