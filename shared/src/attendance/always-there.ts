import type { Standing } from './standing.ts';

/** Where a pupil stands in November who has missed nothing: what tests of lists begin with. */
export const ALWAYS_THERE: Standing = {
  academicYear: 2026, marksTo: '2026-11-18', possible: 100, absent: 0, schoolWeeks: 11, recentFrom: '2026-10-19', recentPossible: 40, recentAbsent: 0, weekPossible: 6, weekAbsent: 0, partTimeSessions: 0, lastPossible: 10, lastAbsent: 0, sessionsLeft: 280,
  awaySessions: 0, awaySince: null, backSessions: 0, backAfter: 0, backOn: null, unauthorisedRun: 0, illSessions: 0, penalty: 0, penaltyAhead: 0, nextDay: '2026-11-19', lateSessions: 0, weekday: 0, weekdayAbsent: 0, holidaySessions: 0,
};
