import { isMeetingHeld, MeetingStatus, MeetingType } from './status.ts';
import type { CheckIn } from './check-in.ts';
import type { CoverageState } from './coverage.ts';

/** What is to be done next about a school's meeting of the term. */
export const NextStep = {
  RECORD_DUE: 'RECORD_DUE', SAY_WHETHER_HELD: 'SAY_WHETHER_HELD', MEETING: 'MEETING', PREPARATION_MISSING: 'PREPARATION_MISSING', NO_REPLY: 'NO_REPLY', REPLY: 'REPLY',
  OFFER_AGAIN: 'OFFER_AGAIN', OFFER: 'OFFER', SECTION_OPEN: 'SECTION_OPEN', CHECK_IN: 'CHECK_IN', NOTHING: 'NOTHING',
} as const;
export type NextStep = (typeof NextStep)[keyof typeof NextStep];

/** A meeting of the term that names the school. `dueOn`: of a held one the day its record is due, of a booked one the school's preparation. */
export interface StepMeeting { readonly id: number; readonly type: MeetingType; readonly status: MeetingStatus; readonly onDay: string; readonly dueOn: string | null; readonly isSectionComplete: boolean }
export interface SchoolStep { readonly step: NextStep; readonly meetingId: number | null; readonly onDay: string | null; readonly isLate: boolean }

const step = (kind: NextStep, meeting: StepMeeting | null, onDay: string | null, isLate: boolean): SchoolStep => ({ step: kind, meetingId: meeting?.id ?? null, onDay, isLate });
const isComing = ({ status }: StepMeeting): boolean => status === MeetingStatus.BOOKED || status === MeetingStatus.PREPARED;

/** The most pressing step: first what is owed for a meeting that was, then the meeting that comes, then an answer, then an offer, then a check-in of the half term (`checkIn`: where the school stands in it). Meetings in order of their day. */
export function nextStep(meetings: readonly StepMeeting[], state: CoverageState | null, isOverdue: boolean, today: string, checkIn: CheckIn | null = null): SchoolStep {
  if (state === null) return step('NOTHING', null, null, false);
  const unrecorded = meetings.find(({ status, type }) => status === MeetingStatus.HELD && type !== MeetingType.CHECK_IN);
  if (unrecorded) return step('RECORD_DUE', unrecorded, unrecorded.dueOn, unrecorded.dueOn !== null && today >= unrecorded.dueOn);
  const past = meetings.find((meeting) => isComing(meeting) && meeting.onDay < today);
  if (past) return step('SAY_WHETHER_HELD', past, past.onDay, true);
  const coming = meetings.find((meeting) => isComing(meeting));
  if (coming) {
    const isMissing = coming.type !== MeetingType.CHECK_IN && coming.status === MeetingStatus.BOOKED && coming.dueOn !== null && today > coming.dueOn;
    return step(isMissing ? 'PREPARATION_MISSING' : 'MEETING', coming, coming.onDay, isMissing);
  }
  if (state === 'COVERED' && checkIn?.state === 'OWED') return step('CHECK_IN', null, checkIn.endsOn, false);
  if (state === 'COVERED') return step('NOTHING', meetings.findLast(({ status }) => isMeetingHeld(status)) ?? null, null, false);
  const offered = meetings.find(({ status }) => status === MeetingStatus.OFFERED);
  if (offered) return offered.onDay < today ? step('NO_REPLY', offered, offered.onDay, true) : step('REPLY', offered, offered.onDay, isOverdue);
  const halfDone = meetings.findLast(({ status, isSectionComplete, type }) => isMeetingHeld(status) && type !== MeetingType.CHECK_IN && !isSectionComplete);
  if (halfDone) return step('SECTION_OPEN', halfDone, null, isOverdue);
  return step(state === 'OUTSTANDING' ? 'OFFER' : 'OFFER_AGAIN', meetings.at(-1) ?? null, null, isOverdue);
}
