import { asSentence } from '@attendance/shared/kernel';
import { plural } from '../../../lib/format.ts';
import { isOfSessions, type ListedMeasure, type SessionMeasure } from './measures.ts';
import { phaseSchools } from './phases.ts';
import { yearWords } from './sentences.ts';

const PUPILS: Readonly<Record<Exclude<ListedMeasure, SessionMeasure>, readonly [one: string, many: string]>> = {
  PERSISTENT: ['has missed 10% or more', 'have missed 10% or more'], SEVERE: ['has missed half or more', 'have missed half or more'],
  BELOW_PERSISTENT: ['has missed less than 10%', 'have missed less than 10%'], BELOW_SEVERE: ['has missed less than half', 'have missed less than half'],
  NEARLY_PERSISTENT: ['is one missed session from 10%', 'are one missed session from 10%'], AT_RISK: ['has missed 5% to 10%', 'have missed 5% to 10%'],
  COUNTED: ['has had a session', 'have had a session'], NO_SESSIONS: ['has had no possible session yet', 'have had no possible session yet'], REGISTERED: ['has a register', 'have a register'],
};

const SESSIONS: Readonly<Record<SessionMeasure, readonly [one: string, many: string]>> = {
  UNAUTHORISED: ['unauthorised session', 'unauthorised sessions'], AUTHORISED: ['authorised session', 'authorised sessions'], ABSENT: ['session missed', 'sessions missed'],
  LATE: ['late session', 'late sessions'], LATE_BEFORE: ['session late before the register closed', 'sessions late before the register closed'],
  LATE_AFTER: ['session late after the register closed', 'sessions late after the register closed'], MISSING: ['session without a mark', 'sessions without a mark'], CODED: ['session with the code', 'sessions with the code'],
  ATTENDED: ['session attended', 'sessions attended'], POSSIBLE: ['possible session', 'possible sessions'], EXPECTED: ['session that should count', 'sessions that should count'],
};

/** What a measure's sessions are called over their column: "Sessions without a mark". */
export function sessionsHeading(measure: SessionMeasure): string {
  const many = SESSIONS[measure][1];
  return asSentence(many);
}

/** How long a list is: pupils, and the sessions it adds up where it is of sessions. */
export interface ListTotals { readonly total: number; readonly sessions: number | null }
export interface ListPlace { readonly school?: string | null; readonly phase?: string | null; readonly ncYear?: string | null; readonly mine?: boolean; /** Of schools whose marks are behind. */ readonly silent?: boolean; /** "in the week of 9 November 2026" */ readonly when?: string; /** The code of a list of its sessions. */ readonly code?: string | null }

/** "343 pupils have missed 10% or more at Oakmere Academy", "1,234 unauthorised sessions, 214 pupils": the very figure that opened the list. */
export function pupilListTitle(measure: ListedMeasure, totals: ListTotals, where: ListPlace = {}): string {
  const place = [
    where.ncYear ? `in ${yearWords(where.ncYear)}` : null, where.school ? `at ${where.school}` : null,
    where.phase ? `in ${phaseSchools(where.phase)}` : null, where.mine ? 'in my schools' : null, where.silent ? 'at silent schools' : null, where.when,
  ].filter(Boolean).join(' ');
  const said = isOfSessions(measure) ? sessionWords(measure, totals, where.code ?? null) : pupilWords(PUPILS[measure], totals.total);
  return place ? `${said} ${place}` : said;
}

function sessionWords(measure: SessionMeasure, { total, sessions }: ListTotals, code: string | null): string {
  const [one, many] = code === null ? SESSIONS[measure] : [`session with code ${code}`, `sessions with code ${code}`] as const;
  return total === 0 ? `No ${one}` : `${plural(sessions ?? 0, one, many)}, ${plural(total, 'pupil')}`;
}

function pupilWords([one, many]: readonly [string, string], total: number): string {
  return total === 0 ? `No pupil ${one}` : `${plural(total, 'pupil')} ${total === 1 ? one : many}`;
}
