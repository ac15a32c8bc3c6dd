import { MEETING_CLOCK_WORDS, type MeetingClock } from '@attendance/shared/meetings';

/** What deadlines hang on: a meeting, or a term of a school. */
export const ClockSource = { MEETING: 'MEETING', TERM: 'TERM' } as const;

/** A deadline as `set_clock` takes it; what it hangs on is said by whoever sets it. */
export interface KeptClock { readonly kind: string; readonly what: string; readonly side: 'LA' | 'SCHOOL'; readonly school_id: number; readonly officer_id: number | null; readonly counted: 'SCHOOL_DAYS'; readonly days: number | null; readonly started_on: string; readonly due_on: string }

/** Deadlines of the rules, as the database keeps them. */
export const keptClocks = (clocks: readonly MeetingClock[], officerId: number | null): KeptClock[] => clocks.map(({ kind, side, schoolId, days, startedOn, dueOn }) => ({
  kind, what: MEETING_CLOCK_WORDS[kind], side, school_id: schoolId, officer_id: officerId, counted: 'SCHOOL_DAYS', days, started_on: startedOn, due_on: dueOn,
}));
