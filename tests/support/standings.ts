import { standingOf, type CalendarWeek, type RegisterWeek, type Standing } from '@attendance/shared/attendance';
import type { TestPortal } from './test-portal.ts';

/** The columns of a standing, by the names the rules give them. */
const COLUMNS: Readonly<Record<keyof Standing, string>> = {
  schoolWeeks: '(select count(*)::int from school_week w where w.school_id = pupil_standing.school_id and w.open_days <> 0 and w.week_start between make_date(pupil_standing.academic_year, 8, 26) and pupil_standing.marks_to)',
  academicYear: 'academic_year', marksTo: 'marks_to', possible: 'possible', absent: 'absent', recentFrom: 'recent_from', recentPossible: 'recent_possible', recentAbsent: 'recent_absent', weekPossible: 'week_possible', weekAbsent: 'week_absent', partTimeSessions: 'part_time_sessions',
  lastPossible: 'last_possible', lastAbsent: 'last_absent', sessionsLeft: 'sessions_left', awaySessions: 'away_sessions', awaySince: 'away_since', backSessions: 'back_sessions', backAfter: 'back_after',
  backOn: 'back_on', unauthorisedRun: 'unauthorised_run', illSessions: 'ill_sessions', penalty: 'penalty', penaltyAhead: 'penalty_ahead', nextDay: 'next_day', lateSessions: 'late_sessions',
  weekday: 'weekday', weekdayAbsent: 'weekday_absent', holidaySessions: 'holiday_sessions',
};

export type StandingRow = Standing & { enrolmentId: number };

/** The standings that the database keeps, in order. */
export function keptStandings(portal: TestPortal): Promise<StandingRow[]> {
  return portal.rows<StandingRow>(`select enrolment_id as "enrolmentId", ${Object.entries(COLUMNS).map(([name, column]) => `${column} as "${name}"`).join(', ')} from pupil_standing order by 1`);
}

/** The standings worked out by the rules alone, from the marks, the calendars and the days that marks reach, in order. */
export async function standingsByRule(portal: TestPortal): Promise<StandingRow[]> {
  const weeks = await portal.rows<RegisterWeek & { enrolmentId: number; schoolId: number }>('select enrolment_id as "enrolmentId", school_id as "schoolId", week_start as "weekStart", marks from register_week order by 1, 3');
  const calendar = await portal.rows<CalendarWeek & { schoolId: number }>('select school_id as "schoolId", week_start as "weekStart", open_days as "openDays" from school_week order by 1, 2');
  const reach = new Map((await portal.rows<{ schoolId: number; marksTo: string }>('select school_id as "schoolId", marks_to as "marksTo" from school_coverage')).map(({ schoolId, marksTo }) => [schoolId, marksTo]));
  const byEnrolment = new Map<number, typeof weeks>();
  for (const week of weeks) {
    const own = byEnrolment.get(week.enrolmentId);
    if (own) own.push(week);
    else byEnrolment.set(week.enrolmentId, [week]);
  }
  return [...byEnrolment].flatMap(([enrolmentId, own]) => {
    const schoolId = own[0]?.schoolId ?? 0;
    const marksTo = reach.get(schoolId);
    const standing = marksTo === undefined ? null : standingOf(own, calendar.filter((week) => week.schoolId === schoolId), marksTo);
    return standing === null ? [] : [{ enrolmentId, ...standing }];
  });
}
