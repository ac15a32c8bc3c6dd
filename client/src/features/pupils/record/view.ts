import { absenceThresholds, absenceTier, countMarks, type AbsenceTier, type MarkCounts, type UnresolvedReason } from '@attendance/shared/attendance';
import { academicYearOfWeek, type SchoolWeek } from '@attendance/shared/calendar';
import { ruleValue, weekStartOf } from '@attendance/shared/kernel';
import type { IsoDate } from '../../../lib/format.ts';
import { asItStood } from './as-it-stood.ts';
import { openDaysOf, weeksOfSchool } from './calendar.ts';
import { openReasons } from './history.ts';
import { penaltyWindow, type PenaltyWindow } from './penalty.ts';
import { mainEnrolment, type EnrolmentOfPupil, type PupilRecord, type RegisterYear } from './record.ts';
import { marksOf, sessionsOf, type Session } from './sessions.ts';

/** Everything the panels of a record show, worked out once for one day. */
export interface RecordView {
  readonly pupil: PupilRecord;
  /** The day the record is shown for: today, or the day it is shown as it stood on. */
  readonly on: IsoDate;
  readonly isPast: boolean;
  readonly academicYear: number;
  readonly main: EnrolmentOfPupil | undefined;
  readonly calendar: readonly SchoolWeek[];
  /** Null where the role may not read registers. */
  readonly registers: RegisterView | null;
}

export interface RegisterView {
  /** Main roll first. */
  readonly thisYear: readonly RegisterYear[];
  readonly earlier: readonly RegisterYear[];
  readonly sessions: readonly Session[];
  readonly counts: MarkCounts;
  /** Null while it is too early in the year to say, or without a session. */
  readonly tier: AbsenceTier | null;
  readonly window: PenaltyWindow;
  readonly reasons: readonly UnresolvedReason[];
}

export function viewOf(pupil: PupilRecord, today: IsoDate, asOf: IsoDate | null): RecordView {
  const on = asOf ?? today;
  const academicYear = academicYearOfWeek(weekStartOf(on));
  const main = mainEnrolment(pupil.enrolments, on);
  const calendar = weeksOfSchool(main?.school);
  const base = { pupil, on, isPast: asOf !== null, academicYear, main, calendar };
  if (!pupil.registers) return { ...base, registers: null };
  const years = asOf === null ? pupil.registers : asItStood(pupil.registers, asOf);
  const isMain = (year: RegisterYear): boolean => String(year.enrolmentId) === main?.id;
  const thisYear = years.filter((year) => year.academicYear === academicYear).sort((one, other) => Number(isMain(other)) - Number(isMain(one)));
  const sessions = sessionsOf(thisYear);
  const counts = countMarks(marksOf(sessions));
  const weeks = new Set(sessions.map(({ weekStart }) => weekStart)).size;
  const isEarly = weeks < ruleValue('persistent-absence.shown-from-week', on);
  return {
    ...base,
    registers: {
      thisYear, sessions, counts,
      earlier: years.filter((year) => year.academicYear < academicYear),
      tier: isEarly ? null : absenceTier(counts.authorised + counts.unauthorised, counts.possible, absenceThresholds(on)),
      window: penaltyWindow(years, calendar, on),
      reasons: openReasons(thisYear, openDaysOf(calendar), on),
    },
  };
}
