import { LEFT_OUT_WORDS, type CoverageState, type LeftOut } from './coverage.ts';
import type { SchoolStep } from './next-step.ts';
import { MeetingStatus } from './status.ts';

/** Where a school of a term may stand, as the filter of the planner names it. */
export const STANDING_WORDS = {
  COUNTED: 'Counted this term', COVERED: 'Covered', IN_HAND: 'In hand', DECLINED: 'Declined', OUTSTANDING: 'No offer yet', OFFERED: 'Offered', OVERDUE: 'Overdue', LESS_THAN_TERMLY: 'Less than termly', LEFT_OUT: 'Not counted',
  WITHOUT_PLAN: 'With severely absent pupils without a plan', ACTIONS_LATE: 'With actions not done on time', RECORD_LATE: 'With a record issued late', NOT_CHECKED_IN: 'No check-in this half term', SUMMARY_MISSING: 'Summary of the term missing',
} as const;

/** How an establishment is run. */
export const ESTABLISHMENT_KIND_WORDS: Readonly<Record<string, string>> = {
  LA_MAINTAINED: 'Maintained by the authority', ACADEMY: 'Academy', FREE_SCHOOL: 'Free school', SPECIAL: 'Special', INDEPENDENT: 'Independent', COLLEGE: 'College', UNIVERSITY: 'University', ONLINE: 'Online', WELSH: 'Welsh', OTHER: 'Other',
};

interface SteppedSchool {
  readonly next: { readonly step: SchoolStep['step']; readonly meetingId: number | string | null; readonly onDay: string | null; readonly isLate: boolean };
  readonly meetings: readonly { readonly id: number | string; readonly status: MeetingStatus; readonly onDay: string; readonly atTime: string }[];
  readonly refusedOffers: number; readonly leftOut: LeftOut | null; readonly state: CoverageState | null;
}

/** What is to be done next about a school, in a few words; `say` writes a day. */
export function stepWords({ next, meetings, refusedOffers, leftOut, state }: SteppedSchool, today: string, say: (day: string) => string): string {
  const meeting = meetings.find(({ id }) => id === next.meetingId);
  const day = next.onDay === null ? '' : say(next.onDay);
  const when = meeting === undefined ? '' : `${meeting.onDay === today ? 'Today' : say(meeting.onDay)}, ${meeting.atTime}`;
  switch (next.step) {
    case 'RECORD_DUE': return next.onDay === today ? 'Record due today' : next.isLate ? `Record was due ${day}` : `Record due ${day}`.trim();
    case 'SAY_WHETHER_HELD': return `Was for ${day}: was it held?`;
    case 'MEETING': return `${when}${meeting?.status === MeetingStatus.PREPARED ? ', prepared' : ''}`;
    case 'PREPARATION_MISSING': return `${when}, preparation missing`;
    case 'NO_REPLY': return `Offered for ${day}, no reply`;
    case 'REPLY': return `${refusedOffers > 0 ? 'Second offer' : 'Offered'} for ${day}`;
    case 'OFFER_AGAIN': return refusedOffers > 1 ? `${refusedOffers} offers refused` : 'Offer it again';
    case 'OFFER': return 'No offer made';
    case 'CHECK_IN': return `Check-in by ${day}`;
    case 'SECTION_OPEN': return 'Its section is not complete';
    default: return leftOut !== null ? `Not counted: ${LEFT_OUT_WORDS[leftOut].toLowerCase()}` : state === 'COVERED' ? 'Done' : '';
  }
}
