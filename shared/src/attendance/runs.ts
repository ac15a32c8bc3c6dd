import { addDays } from '../kernel/index.ts';
import { COUNTED_MARKS, MARKS_COUNTING_FOR } from './codes.ts';
import { WEEK_LENGTH } from './marks.ts';

/** One day of a pupil's register: the ISO day and its two marks, morning first. */
export interface DayMarks {
  on: string;
  marks: string;
}

/** The days of week strings in order, without the days of which nothing is known. */
export function daysOfWeeks(weeks: Iterable<{ weekStart: string; marks: string }>): DayMarks[] {
  const days: DayMarks[] = [];
  for (const { weekStart, marks } of weeks) {
    for (let slot = 0; slot < WEEK_LENGTH; slot += 2) {
      const pair = marks.slice(slot, slot + 2);
      if (pair.trim() !== '') days.push({ on: addDays(weekStart, slot / 2), marks: pair });
    }
  }
  return days;
}

/** The last day to replace an N: the given number of school days after the session; null when the calendar does not reach that far. Source: School Attendance (Pupil Registration) (England) Regulations 2024, reg 10. */
export function reasonDeadline(sessionOn: string, schoolDays: readonly string[], within: number): string | null {
  let after = 0;
  for (const day of schoolDays) if (day > sessionOn && ++after === within) return day;
  return null;
}

/** A day whose absence still has no reason. `dueOn` is null beyond the calendar. */
export interface UnresolvedReason {
  on: string;
  sessions: number;
  dueOn: string | null;
  overdue: boolean;
}

/** The days still marked N, with the day each reason is due; overdue from the day after. School days in order. */
export function unresolvedReasons(
  days: readonly DayMarks[],
  schoolDays: readonly string[],
  today: string,
  within: number,
): UnresolvedReason[] {
  const unresolved: UnresolvedReason[] = [];
  for (const { on, marks } of days) {
    const sessions = [...marks].filter((mark) => MARKS_COUNTING_FOR.temporary.includes(mark)).length;
    if (sessions === 0) continue;
    const dueOn = reasonDeadline(on, schoolDays, within);
    unresolved.push({ on, sessions, dueOn, overdue: dueOn !== null && today > dueOn });
  }
  return unresolved;
}

/** An unbroken stretch of sessions that all carry one of the counted marks. Two sessions make a school day. */
export interface AbsenceRun {
  startedOn: string;
  lastOn: string;
  sessions: number;
  /** Nothing has broken it yet. */
  open: boolean;
  /** The days on which the run's sessions fell, one entry a session, in order. */
  sessionDays: string[];
}

/** The runs of sessions carrying only `counted` marks, over days in order. Any other possible session ends a run; sessions that were not possible, closures and gaps neither end nor lengthen it. */
export function continuousRuns(days: readonly DayMarks[], counted: string): AbsenceRun[] {
  const runs: AbsenceRun[] = [];
  let current: AbsenceRun | null = null;
  for (const { on, marks } of days) {
    for (const mark of marks) {
      if (counted.includes(mark)) {
        if (!current) {
          current = { startedOn: on, lastOn: on, sessions: 0, open: true, sessionDays: [] };
          runs.push(current);
        }
        current.sessions++;
        current.lastOn = on;
        current.sessionDays.push(on);
      } else if (current && COUNTED_MARKS.possible.includes(mark)) {
        current.open = false;
        current = null;
      }
    }
  }
  return runs;
}

/** The day a run completed so many school days (two sessions each); null when it has not. */
export function dayRunReached(run: AbsenceRun, schoolDays: number): string | null {
  return run.sessionDays[schoolDays * 2 - 1] ?? null;
}

/** The first day on which an unbroken run of G, N, O or U reached the school days (10) that call for an attendance return; null when none has. Source: School Attendance (Pupil Registration) (England) Regulations 2024, reg 13. */
export function attendanceReturnTriggeredOn(days: readonly DayMarks[], schoolDays: number): string | null {
  return firstReached(continuousRuns(days, MARKS_COUNTING_FOR.tenDayReturn), schoolDays);
}

/** The first day on which an unbroken run of G, N or O reached the school days (20) after which deletion may be considered; null when none has. U breaks it. Source: School Attendance (Pupil Registration) (England) Regulations 2024, reg 9(1)(i). */
export function deletionArguableFrom(days: readonly DayMarks[], schoolDays: number): string | null {
  return firstReached(continuousRuns(days, MARKS_COUNTING_FOR.twentyDayDeletion), schoolDays);
}

function firstReached(runs: readonly AbsenceRun[], schoolDays: number): string | null {
  for (const run of runs) {
    const reached = dayRunReached(run, schoolDays);
    if (reached !== null) return reached;
  }
  return null;
}

/** The day cumulative illness reached the school days (15, of two I sessions each) that call for a sickness return; null when it has not. */
export function sicknessReturnTriggeredOn(days: readonly DayMarks[], schoolDays: number): string | null {
  let sessions = 0;
  for (const { on, marks } of days) {
    for (const mark of marks) {
      if (MARKS_COUNTING_FOR.sicknessReturn.includes(mark) && ++sessions === schoolDays * 2) return on;
    }
  }
  return null;
}
