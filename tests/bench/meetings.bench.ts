import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { clearMeetings, documentOf, layMeetings } from './meeting-ground.ts';
import { beginSession, openOfficer } from './officer.ts';
import { median, percentile } from './statistics.ts';
import type { Typist, TypingJob, TypingTimes } from './typists.ts';

/** What was asked of papers being typed: how long each sending took to be acknowledged, in milliseconds, and statements of each. */
export interface TypingBench { readonly meetings: number; readonly people: number; readonly sessions: number; readonly seconds: number; readonly first: readonly number[]; readonly times: readonly number[]; readonly late: number; readonly statements: readonly number[]; readonly notSaved: number }

const MEETINGS = 50;
const PEOPLE = 2;
const SECONDS = 30;
const EVERY_MS = 1_000;
/** Some seconds that are told apart: connections are opened and statements prepared then, as they are by nine o’clock. */
const WARM_ROUNDS = 15;
const BAR_MS = 150;

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
    const others = await Promise.all(managers.map(async ({ id }) => beginSession(officer.owner, id)));
    const typists = meetings.flatMap(({ id, schoolId, pupils }, nth) => pupils.map((pupilId, who): Typist => ({ meetingId: id, schoolId, pupilId, cookie: who === 0 ? officer.cookie : (others[nth % others.length] ?? officer.cookie) })));
    const { first, times, late, notSaved } = await typed({ origin: officer.url, port, document: documentOf('mutation', 'SyncMeeting'), typists, warmRounds: WARM_ROUNDS, rounds: SECONDS, everyMs: EVERY_MS });
    statements.splice(0, WARM_ROUNDS * typists.length);
    return { meetings: meetings.length, people: typists.length, sessions: 1 + others.length, seconds: SECONDS, first, times, late, statements, notSaved };
  } finally {
    await clearMeetings(officer.owner);
    await officer.close();
  }
}

/** Lets the people type, in a process of their own. */
async function typed(job: TypingJob): Promise<TypingTimes> {
  const child = fork(new URL('./typists.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  const told = Promise.race([once(child, 'message'), once(child, 'exit').then(([code]) => { throw new Error(`Those who type ended with ${String(code)}.`); })]);
  child.send(job);
  return ((await told) as [TypingTimes])[0];
}

/** One line: the acknowledgement, and what a save costs. */
export function typingSummary({ meetings, people, sessions, seconds, first, times, late, statements, notSaved }: TypingBench): string[] {
  const p95 = percentile(times, 95);
  return [
    `Typing into ${meetings} meetings at once, ${people} people (${sessions} sessions) sending one box a second for ${seconds} s: acknowledged in ${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (bar ${BAR_MS}, ${p95 <= BAR_MS ? 'met' : 'missed'}), worst ${Math.max(...times).toFixed(0)} ms, of ${times.length.toLocaleString('en-GB')} sendings; ${late} began late, ${notSaved} not saved.`,
    `  In the first second after the portal started: ${median(first).toFixed(0)} ms, worst ${Math.max(...first).toFixed(0)} ms. Statements of a save: ${median(statements)}, at most ${Math.max(...statements)}.`,
  ];
}
