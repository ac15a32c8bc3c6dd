import { asSentence, weekStartOf } from '../kernel/index.ts';
import { daysOfSessions, ratePercent } from './measures.ts';
import { dayAndMonth as dayWords, many } from './plain-words.ts';
import type { Standing } from './standing.ts';
import type { SiblingAway } from './together.ts';
import { earlierOf, isOnList, isPersistentNow, nextDayMeetsPenalty, sessionsToLine, sessionsToSpare, shownFromWeek, type WorkListKind, type WorkListLimits } from './work-list.ts';

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays'];

/** Sessions as school days, to the half. */
const schoolDays = (sessions: number): string => many(daysOfSessions(sessions), 'school day');
const attendance = ({ possible, absent }: { possible: number; absent: number }): string => `${ratePercent(possible - absent, possible, 0) ?? 0}%`;
const recentOf = ({ recentPossible, recentAbsent }: Standing) => ({ possible: recentPossible, absent: recentAbsent });
/** Whole percentages would say that nothing changed where a line lies between two of them. */
const exactly = ({ possible, absent }: { possible: number; absent: number }): string => `${ratePercent(possible - absent, possible) ?? 0}%`;

/** What each list is called. */
export const WORK_LIST_TITLES: Readonly<Record<WorkListKind, string>> = {
  SEVERE: 'Severely absent', NEWLY_PERSISTENT: 'Newly persistently absent', NEARLY_PERSISTENT: 'Nearly persistently absent', RECOVERING: 'Recovering', CAME_BACK: 'Came back',
  SHARP_FALL: 'Sharp fall', NOT_SEEN: 'Not seen', PENALTY_WATCH: 'Near or over the penalty threshold', TEN_DAY: 'Toward ten days without leave', FIFTEEN_DAY: 'Toward fifteen days ill',
  LATENESS: 'Often late', WEEKDAY: 'One weekday stands out', HOLIDAY_EDGE: 'Holiday beside a school holiday',
};

const NTH = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const afterWeek = (week: number): string => `after ${NTH[week] === undefined || week === 0 ? `${week} full weeks` : `the ${NTH[week]} full week`} of the year`;
/** Said in place of a list or a count of persistent or severe absence while the year is young, on an ISO day. */
export const tooEarlyWords = (on: string): string => `Too early to say: shown ${afterWeek(shownFromWeek(on))}`;
/** How columns of them say the same. */
export const persistenceSaid = (on: string): string => `said of a school ${afterWeek(shownFromWeek(on))}, and left empty before`;
const missedNext = (sessions: number): string => (sessions === 1 ? 'the next session is missed' : `the next ${sessions} sessions are missed`);

const RULES: Readonly<Record<WorkListKind, (limits: WorkListLimits) => string>> = {
  SEVERE: (l) => `Missed ${l.severePercent}% or more of this year’s sessions; said ${afterWeek(l.shownFromWeek)}.`,
  NEWLY_PERSISTENT: (l) => `Missed ${l.persistentPercent}% or more of this year’s sessions, and had not ${l.recentWeeks} school weeks ago; said ${afterWeek(l.shownFromWeek)}.`,
  NEARLY_PERSISTENT: (l) => `Has missed something this year, less than ${l.persistentPercent}% so far, and reaches it if ${missedNext(l.nearlySessions)}; said ${afterWeek(l.shownFromWeek)}.`,
  RECOVERING: (l) => `Had missed ${l.persistentPercent}% or more ${l.recentWeeks} school weeks ago, and is below it now; said where the year had ${l.shownFromWeek} full weeks by then.`,
  CAME_BACK: (l) => `In school again, for ${l.backWithinDays} school days at most, after ${l.backAfterDays} or more missed in a row; after ${Math.min(l.backAfterDays, l.backPersistentDays)}, if persistently absent this year.`,
  SHARP_FALL: (l) => `Attendance of the last ${l.recentWeeks} school weeks is ${l.fallPoints} percentage points or more below the weeks before.`,
  NOT_SEEN: (l) => `Absent for ${l.notSeenDays} or more school days in a row, up to the last marks, for whatever reason.`,
  PENALTY_WATCH: (l) => `${l.penaltyWatchSessions} or more unauthorised sessions within ${l.penaltyWeeks} school weeks; ${l.penaltySessions} ask for a decision by a person.`,
  TEN_DAY: (l) => `${l.returnWatchDays} or more school days in a row without leave; the school must tell the council at ${l.returnDays}.`,
  FIFTEEN_DAY: (l) => `Ill for ${l.illWatchDays} or more school days this year; the school must tell the council at ${l.illDays}.`,
  LATENESS: (l) => `Late ${l.lateSessions} or more times in the last ${l.lateWeeks} school weeks.`,
  WEEKDAY: (l) => `One weekday holds ${l.weekdayPercent}% or more of the missed sessions, ${l.weekdaySessions} at least.`,
  HOLIDAY_EDGE: (l) => `${l.holidaySessions} or more sessions of holiday without leave (G) on the school day before or after a school holiday.`,
};

/** The rule of a list in one line. */
export function workListRule(kind: WorkListKind, limits: WorkListLimits): string {
  return RULES[kind](limits);
}

type Clause = (standing: Standing, limits: WorkListLimits) => string;

/** Two questions that must not be mixed up: the year so far, which a session or two bring to the line, and the whole year, which has room for more. */
function nearlyWords(standing: Standing, limits: WorkListLimits): string {
  const spare = sessionsToSpare(standing, limits) ?? 0;
  const whole = spare > 0 ? `over the whole year it may be ${many(spare, 'more session')} and still end below ${limits.persistentPercent}%` : `over the whole year no more may be missed to end below ${limits.persistentPercent}%`;
  return `missed ${standing.absent} of ${many(standing.possible, 'session')}, and at ${limits.persistentPercent}% of the year so far if ${missedNext(sessionsToLine(standing, limits) ?? limits.nearlySessions)}; ${whole}`;
}

const OWN: Readonly<Record<WorkListKind, Clause>> = {
  SEVERE: (s) => `missed ${s.absent} of ${many(s.possible, 'session')} this year`,
  NEWLY_PERSISTENT: (s) => `now ${exactly(s)}, was ${exactly(earlierOf(s))} before ${dayWords(s.recentFrom)}`,
  NEARLY_PERSISTENT: nearlyWords,
  RECOVERING: (s) => `now ${exactly(s)}, was ${exactly(earlierOf(s))} before ${dayWords(s.recentFrom)}`,
  CAME_BACK: (s, l) => `back since ${dayWords(s.backOn)} after ${schoolDays(s.backAfter)} missed in a row${isPersistentNow(s, l) ? `; missed ${s.absent} of ${many(s.possible, 'session')} this year` : ''}`,
  SHARP_FALL: (s) => `fell from ${attendance(earlierOf(s))} to ${attendance(recentOf(s))} since ${dayWords(s.recentFrom)}`,
  NOT_SEEN: (s) => `not seen for ${schoolDays(s.awaySessions)}, since ${dayWords(s.awaySince)}`,
  PENALTY_WATCH: (s, l) => `${many(s.penalty, 'unauthorised session')} within ${l.penaltyWeeks} school weeks`,
  TEN_DAY: (s) => `without leave for ${schoolDays(s.unauthorisedRun)} in a row`,
  FIFTEEN_DAY: (s) => `ill for ${schoolDays(s.illSessions)} this year`,
  LATENESS: (s, l) => `late ${many(s.lateSessions, 'time')} in ${l.lateWeeks} school weeks`,
  WEEKDAY: (s) => `${s.weekdayAbsent} of ${many(s.absent, 'missed session')} on ${WEEKDAYS[s.weekday]}`,
  HOLIDAY_EDGE: (s) => `${many(s.holidaySessions, 'session')} of holiday without leave beside a school holiday`,
};

/** What else may be said of a row: when, on which lists it says nothing new, and the words. */
const MORE: readonly { readonly when: (standing: Standing, limits: WorkListLimits) => boolean; readonly notOn: readonly WorkListKind[]; readonly words: Clause }[] = [
  { when: (s, l) => s.penalty < l.penaltySessions && s.penalty >= l.penaltyWatchSessions && nextDayMeetsPenalty(s, l), notOn: [], words: (s, l) => `one more absent day on ${dayWords(s.nextDay)} makes ${l.penaltySessions}` },
  { when: (s) => s.lastAbsent > 0, notOn: ['NOT_SEEN'], words: (s) => `missed ${s.lastAbsent} of the last ${many(s.lastPossible, 'session')}` },
  { when: (s, l) => isOnList('SHARP_FALL', s, l), notOn: ['SHARP_FALL', 'NEWLY_PERSISTENT', 'RECOVERING'], words: (s) => `was ${attendance(earlierOf(s))} until ${dayWords(s.recentFrom)}` },
  { when: (s, l) => isOnList('WEEKDAY', s, l), notOn: ['WEEKDAY'], words: (s) => `${WEEKDAYS[s.weekday]} most` },
];

/** Names nobody: who may read the record sees the family there. */
const SIBLING: Readonly<Record<SiblingAway, string>> = { SESSIONS: 'a brother or sister absent the same sessions in the week of', WEEK: 'a brother or sister absent the same week, that of' };

/**
 * Why an enrolment is on a list, in one sentence: the list's own count first, then what else is plain to see, and last what a brother or
 * sister did in the week of the last marks, where that is known and may be told. Every part can be checked against the register.
 */
export function standingSentence(kind: WorkListKind, standing: Standing, limits: WorkListLimits, sibling: SiblingAway | null = null): string {
  const sentence = [OWN[kind](standing, limits), ...furtherClauses(kind, standing, limits, sibling)].join('; ');
  return asSentence(sentence);
}

/** What every list says after its own count. */
export function furtherClauses(kind: WorkListKind, standing: Standing, limits: WorkListLimits, sibling: SiblingAway | null): string[] {
  const more = MORE.filter(({ when, notOn }) => !notOn.includes(kind) && when(standing, limits)).map(({ words }) => words(standing, limits));
  return [...more, ...(sibling === null ? [] : [`${SIBLING[sibling]} ${dayWords(weekStartOf(standing.marksTo))}`])];
}
