import { codeOfMark, COUNTED_MARKS, countMarks, ratePercent } from '@attendance/shared/attendance';
import { dayNumber, formatDate, formatNumber, type IsoDate } from '../../../lib/format.ts';
import { marksOf, type Session } from './sessions.ts';

/** Half a school week of absence in a row is a cold; a whole one is worth saying. */
const AWAY_SESSIONS = 10;
const BACK_SESSIONS = 4;
/** Two school weeks on each side, or the two rates say nothing. */
const SIDE_SESSIONS = 20;
const TURN_POINTS = 15;
/** Four days: two days ill are no turn of a year. */
const TURN_MISSED = 8;
const WEEKDAYS_IN_A_ROW = 3;
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** "9 October": the year is on the page already. */
const dayAndMonth = (date: IsoDate): string => formatDate(date).replace(/ \d{4}$/, '');
const isAbsent = ({ mark }: Session): boolean => COUNTED_MARKS.authorised.includes(mark) || COUNTED_MARKS.unauthorised.includes(mark);

/**
 * What stands out in a year of sessions, in one sentence that anyone can check against the register. Rules in order: away
 * at the moment; just back; a turn of the year's attendance; a weekday missed every week; else how many sessions were missed.
 */
export function finding(sessions: readonly Session[], leftOn: IsoDate | null = null): string {
  const possible = sessions.filter(({ mark }) => COUNTED_MARKS.possible.includes(mark));
  if (possible.length === 0) return 'No sessions to attend so far this year';
  const absent = possible.filter(isAbsent);
  const away = awaySince(possible, leftOn);
  if (away !== null) return away;
  const back = leftOn === null ? backSince(possible) : null;
  if (back !== null) return back;
  const weekday = weekdayMissed(possible);
  const turn = turnOf(possible);
  if (turn !== null) return weekday === null ? turn : `${turn}. Missed every ${weekday}`;
  if (weekday !== null) return `Missed every ${weekday}`;
  if (absent.length === 0) return possible.length === 1 ? 'Attended the one session so far' : `Missed none of ${formatNumber(possible.length)} sessions this year`;
  return `Missed ${formatNumber(absent.length)} of ${formatNumber(possible.length)} sessions this year`;
}

/** Every session missed up to the newest one, for a school week or longer. */
function awaySince(possible: readonly Session[], leftOn: IsoDate | null): string | null {
  const lastSeen = possible.findLastIndex((session) => !isAbsent(session));
  const run = possible.slice(lastSeen + 1);
  const first = run[0];
  if (first === undefined || run.length < AWAY_SESSIONS) return null;
  const missed = missedWords(run);
  if (leftOn !== null) return `Not in school from ${dayAndMonth(first.on)} until leaving on ${dayAndMonth(leftOn)}: ${missed}`;
  return lastSeen < 0 ? `Not in school at all this year: ${missed}` : `Not in school since ${dayAndMonth(first.on)}: ${missed}`;
}

/** Back within the last few sessions after a school week or more away: new enough to be the thing to know. */
function backSince(possible: readonly Session[]): string | null {
  const lastMissed = possible.findLastIndex(isAbsent);
  const back = possible[lastMissed + 1];
  if (back === undefined || possible.length - lastMissed - 1 > BACK_SESSIONS) return null;
  const run = possible.slice(possible.slice(0, lastMissed + 1).findLastIndex((session) => !isAbsent(session)) + 1, lastMissed + 1);
  return run.length < AWAY_SESSIONS ? null : `Back on ${dayAndMonth(back.on)} after ${missedWords(run)}`;
}

/** "22 sessions missed, all marked ill" */
function missedWords(run: readonly Session[]): string {
  const [first = '', ...others] = new Set(run.map(({ mark }) => mark));
  const how = others.length > 0 ? '' : first === 'I' ? ', all marked ill' : `, all marked ${codeOfMark(first) ?? first}`;
  return `${formatNumber(run.length)} sessions missed${how}`;
}

/** The end of the school week that parts the year into its two most different halves, if they differ enough to say so. */
function turnOf(possible: readonly Session[]): string | null {
  let best: { score: number; at: number } | null = null;
  const total = countMarks(marksOf(possible));
  let before = 0;
  let attended = 0;
  for (let at = 0; at < possible.length; at++) {
    const here = possible[at];
    const last = possible[at - 1];
    if (here !== undefined && last !== undefined && here.weekStart !== last.weekStart) {
      const after = possible.length - before;
      const change = (total.attended - attended) / after - attended / before;
      const score = change * change * before * after;
      if (before >= SIDE_SESSIONS && after >= SIDE_SESSIONS && Math.abs(change) * 100 >= TURN_POINTS && score > (best?.score ?? 0)) best = { score, at };
    }
    before++;
    if (here !== undefined && !isAbsent(here)) attended++;
  }
  if (best === null) return null;
  const [first, second] = [possible.slice(0, best.at), possible.slice(best.at)];
  if (Math.max(first.filter(isAbsent).length, second.filter(isAbsent).length) < TURN_MISSED) return null;
  const rate = (part: readonly Session[]): string => `${ratePercent(countMarks(marksOf(part)).attended, part.length, 0) ?? 0}%`;
  return `Was ${rate(first)} to ${dayAndMonth(first[first.length - 1]?.on ?? '')}, ${rate(second)} since`;
}

/** A weekday missed as a whole each week up to now, that holds at least half of all absence since it began: "Monday since 5 October". */
function weekdayMissed(possible: readonly Session[]): string | null {
  const days = new Map<IsoDate, Session[]>();
  for (const session of possible) days.set(session.on, [...(days.get(session.on) ?? []), session]);
  for (let weekday = 0; weekday < DAYS.length; weekday++) {
    const own = [...days.keys()].filter((on) => (dayNumber(on) + 3) % 7 === weekday);
    const lastKept = own.findLastIndex((on) => !days.get(on)?.every(isAbsent));
    const run = own.slice(lastKept + 1);
    const since = run[0];
    if (since === undefined || run.length < WEEKDAYS_IN_A_ROW) continue;
    const absences = possible.filter((session) => session.on >= since && isAbsent(session));
    if (absences.filter(({ on }) => run.includes(on)).length * 2 >= absences.length) return `${DAYS[weekday] ?? ''} since ${dayAndMonth(since)}`;
  }
  return null;
}
