import { ruleValue } from '../kernel/index.ts';
import { isPersistentlyAbsent, isSeverelyAbsent, sessionsBeforePersistent } from './measures.ts';
import type { Standing } from './standing.ts';

/** The lists that are work: each holds the enrolments to which one plain rule applies. In the order screens show them. */
export const WorkListKind = {
  NOT_SEEN: 'NOT_SEEN', SEVERE: 'SEVERE', SHARP_FALL: 'SHARP_FALL', NEWLY_PERSISTENT: 'NEWLY_PERSISTENT', NEARLY_PERSISTENT: 'NEARLY_PERSISTENT', TEN_DAY: 'TEN_DAY', FIFTEEN_DAY: 'FIFTEEN_DAY',
  PENALTY_WATCH: 'PENALTY_WATCH', LATENESS: 'LATENESS', WEEKDAY: 'WEEKDAY', HOLIDAY_EDGE: 'HOLIDAY_EDGE', CAME_BACK: 'CAME_BACK', RECOVERING: 'RECOVERING',
} as const;
export type WorkListKind = (typeof WorkListKind)[keyof typeof WorkListKind];
export const WORK_LIST_KINDS: readonly WorkListKind[] = Object.values(WorkListKind);

/** Every number a rule of a list compares with. */
export interface WorkListLimits {
  persistentPercent: number;
  severePercent: number;
  /** So many school weeks of the year say too little: persistent and severe absence are spoken of after them. */
  shownFromWeek: number;
  nearlySessions: number;
  fallPoints: number;
  /** Possible sessions that both spans of a fall must hold, so that it says something. */
  fallSessions: number;
  notSeenDays: number;
  backAfterDays: number;
  /** The same of pupils who are persistently absent: every return of theirs is worth a word. */
  backPersistentDays: number;
  backWithinDays: number;
  returnDays: number;
  returnWatchDays: number;
  illDays: number;
  illWatchDays: number;
  penaltySessions: number;
  penaltyWatchSessions: number;
  lateSessions: number;
  lateWeeks: number;
  recentWeeks: number;
  penaltyWeeks: number;
  weekdaySessions: number;
  weekdayPercent: number;
  holidaySessions: number;
}

/** So many school weeks a year must have had before anything is said of persistent or severe absence: one day missed in the first week is 20%. */
export const shownFromWeek = (on: string): number => ruleValue('persistent-absence.shown-from-week', on);

/** Whether so many school weeks, the one under way among them, are enough to speak of persistent and severe absence: the full weeks have passed. The one rule of tiles, tables, lists, alerts and reports. */
export const isPersistenceShown = (weeksBegun: number, shownFrom: number): boolean => weeksBegun > shownFrom;

/** The lists that say something of persistent or severe absence, and so are silent in the first weeks. */
const OF_PERSISTENCE: readonly string[] = ['SEVERE_NO_PLAN', 'SEVERE_PLAN_NOT_WORKING', 'SEVERE', 'NEWLY_PERSISTENT', 'NEARLY_PERSISTENT', 'RECOVERING'];
export const isOfPersistence = (kind: string): boolean => OF_PERSISTENCE.includes(kind);

/** The limits in force on an ISO day. Throws RangeError before the national rules of 2024. */
export function workListLimits(on: string): WorkListLimits {
  return {
    persistentPercent: ruleValue('persistent-absence.percent', on), severePercent: ruleValue('severe-absence.percent', on), nearlySessions: ruleValue('nearly-persistent.sessions', on), shownFromWeek: shownFromWeek(on),
    fallPoints: ruleValue('sharp-fall.points', on), fallSessions: ruleValue('sharp-fall.sessions', on), notSeenDays: ruleValue('not-seen.school-days', on),
    backAfterDays: ruleValue('came-back.after-school-days', on), backPersistentDays: ruleValue('came-back.persistent-after-school-days', on), backWithinDays: ruleValue('came-back.within-school-days', on),
    returnDays: ruleValue('continuous-absence.return-school-days', on), returnWatchDays: ruleValue('continuous-absence.watch-school-days', on),
    illDays: ruleValue('sickness-return.school-days', on), illWatchDays: ruleValue('sickness-return.watch-school-days', on),
    penaltySessions: ruleValue('penalty.sessions', on), penaltyWatchSessions: ruleValue('penalty.watch-sessions', on),
    lateSessions: ruleValue('lateness.watch-per-half-term', on), lateWeeks: ruleValue('lateness.watch-school-weeks', on),
    recentWeeks: ruleValue('standing.recent-school-weeks', on), penaltyWeeks: ruleValue('penalty.school-weeks', on),
    weekdaySessions: ruleValue('weekday.sessions', on), weekdayPercent: ruleValue('weekday.percent-of-absence', on), holidaySessions: ruleValue('holiday-edge.sessions', on),
  };
}

/** The sessions of this year before the last school weeks. */
export function earlierOf({ possible, absent, recentPossible, recentAbsent }: Standing): { possible: number; absent: number } {
  return { possible: possible - recentPossible, absent: absent - recentAbsent };
}

/** How many more sessions may be missed before absence is persistent at the end of the year, if every session left is possible; null without a session. */
export function sessionsToSpare(standing: Standing, limits: WorkListLimits): number | null {
  return sessionsBeforePersistent(standing.absent, standing.possible + standing.sessionsLeft, limits.persistentPercent);
}

/** How many more sessions missed from now on, all of them possible, bring the year so far to the line; null where it is reached, and where more are needed than the list looks ahead. */
export function sessionsToLine({ absent, possible }: Standing, { persistentPercent, nearlySessions }: WorkListLimits): number | null {
  if (isPersistentlyAbsent(absent, possible, persistentPercent) !== false) return null;
  for (let more = 1; more <= nearlySessions; more += 1) if (isPersistentlyAbsent(absent + more, possible + more, persistentPercent) === true) return more;
  return null;
}

/** Whether one more absent day on the next school day, two sessions, brings the sessions of the penalty window to the threshold. */
export function nextDayMeetsPenalty(standing: Standing, limits: WorkListLimits): boolean {
  return standing.nextDay !== null && standing.penaltyAhead + 2 >= limits.penaltySessions;
}

/** Whether the last school weeks lie so many percentage points below the weeks before. Whole numbers throughout. */
function hasFallen(standing: Standing, { fallPoints, fallSessions }: WorkListLimits): boolean {
  const earlier = earlierOf(standing);
  const { recentPossible, recentAbsent } = standing;
  if (earlier.possible < fallSessions || recentPossible < fallSessions) return false;
  return (recentAbsent * earlier.possible - earlier.absent * recentPossible) * 100 >= fallPoints * recentPossible * earlier.possible;
}

type Test = (standing: Standing, limits: WorkListLimits) => boolean;

/** At or over the line now, and so many school weeks ago; null where there was no session to say, and where it is too early in the year. */
const isShown = ({ schoolWeeks }: Standing, { shownFromWeek: from }: WorkListLimits): boolean => isPersistenceShown(schoolWeeks, from);
const isNow = (standing: Standing, limits: WorkListLimits): boolean | null => (isShown(standing, limits) ? isPersistentlyAbsent(standing.absent, standing.possible, limits.persistentPercent) : null);
function wasBefore(standing: Standing, limits: WorkListLimits): boolean | null {
  const earlier = earlierOf(standing);
  return isPersistentlyAbsent(earlier.absent, earlier.possible, limits.persistentPercent);
}
/** The weeks before the last ones are over, every one of them. */
const wasShownBefore = ({ schoolWeeks }: Standing, { recentWeeks, shownFromWeek: from }: WorkListLimits): boolean => schoolWeeks - recentWeeks >= from;

/** Whether a pupil is persistently absent at the moment, as lists say it. */
export const isPersistentNow = (standing: Standing, limits: WorkListLimits): boolean => isNow(standing, limits) === true;

const TESTS: Readonly<Record<WorkListKind, Test>> = {
  SEVERE: (standing, limits) => isShown(standing, limits) && isSeverelyAbsent(standing.absent, standing.possible, limits.severePercent) === true,
  NEWLY_PERSISTENT: (standing, limits) => isPersistentNow(standing, limits) && wasBefore(standing, limits) === false,
  // Who has missed nothing is about to become nothing, however few the sessions.
  NEARLY_PERSISTENT: (standing, limits) => standing.absent > 0 && isShown(standing, limits) && sessionsToLine(standing, limits) !== null,
  RECOVERING: (standing, limits) => isNow(standing, limits) === false && wasShownBefore(standing, limits) && wasBefore(standing, limits) === true,
  CAME_BACK: (standing, limits) => {
    const { backAfter, backSessions } = standing;
    const after = isPersistentNow(standing, limits) ? Math.min(limits.backAfterDays, limits.backPersistentDays) : limits.backAfterDays;
    return backSessions > 0 && backAfter >= after * 2 && backSessions <= limits.backWithinDays * 2;
  },
  SHARP_FALL: hasFallen,
  NOT_SEEN: ({ awaySessions }, { notSeenDays }) => awaySessions >= notSeenDays * 2,
  PENALTY_WATCH: ({ penalty }, { penaltyWatchSessions }) => penalty >= penaltyWatchSessions,
  TEN_DAY: ({ unauthorisedRun }, { returnWatchDays }) => unauthorisedRun >= returnWatchDays * 2,
  FIFTEEN_DAY: ({ illSessions }, { illWatchDays }) => illSessions >= illWatchDays * 2,
  LATENESS: (standing, limits) => standing.lateSessions >= limits.lateSessions,
  WEEKDAY: ({ weekdayAbsent, absent }, { weekdaySessions, weekdayPercent }) => weekdayAbsent >= weekdaySessions && weekdayAbsent * 100 >= absent * weekdayPercent,
  HOLIDAY_EDGE: (standing, limits) => standing.holidaySessions >= limits.holidaySessions,
};

/** Whether an enrolment belongs on a list. The lists of the database ask the same; a test holds the two together. */
export function isOnList(kind: WorkListKind, standing: Standing, limits: WorkListLimits): boolean {
  return TESTS[kind](standing, limits);
}
