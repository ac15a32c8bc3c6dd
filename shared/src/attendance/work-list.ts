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
  nearlySessions: number;
  fallPoints: number;
  /** Possible sessions that both spans of a fall must hold, so that it says something. */
  fallSessions: number;
  notSeenDays: number;
  backAfterDays: number;
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

/** The limits in force on an ISO day. Throws RangeError before the national rules of 2024. */
export function workListLimits(on: string): WorkListLimits {
  return {
    persistentPercent: ruleValue('persistent-absence.percent', on), severePercent: ruleValue('severe-absence.percent', on), nearlySessions: ruleValue('nearly-persistent.sessions', on),
    fallPoints: ruleValue('sharp-fall.points', on), fallSessions: ruleValue('sharp-fall.sessions', on), notSeenDays: ruleValue('not-seen.school-days', on),
    backAfterDays: ruleValue('came-back.after-school-days', on), backWithinDays: ruleValue('came-back.within-school-days', on),
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

/** At or over the line now, and so many school weeks ago; null where there was no session to say. */
const isNow = ({ absent, possible }: Standing, limits: WorkListLimits): boolean | null => isPersistentlyAbsent(absent, possible, limits.persistentPercent);
function wasBefore(standing: Standing, limits: WorkListLimits): boolean | null {
  const earlier = earlierOf(standing);
  return isPersistentlyAbsent(earlier.absent, earlier.possible, limits.persistentPercent);
}

const TESTS: Readonly<Record<WorkListKind, Test>> = {
  SEVERE: ({ absent, possible }, limits) => isSeverelyAbsent(absent, possible, limits.severePercent) === true,
  NEWLY_PERSISTENT: (standing, limits) => isNow(standing, limits) === true && wasBefore(standing, limits) === false,
  NEARLY_PERSISTENT: (standing, limits) => {
    const more = limits.nearlySessions;
    return isNow(standing, limits) === false && isPersistentlyAbsent(standing.absent + more, standing.possible + more, limits.persistentPercent) === true;
  },
  RECOVERING: (standing, limits) => isNow(standing, limits) === false && wasBefore(standing, limits) === true,
  CAME_BACK: ({ backAfter, backSessions }, { backAfterDays, backWithinDays }) => backSessions > 0 && backAfter >= backAfterDays * 2 && backSessions <= backWithinDays * 2,
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
