import { LEFT_OUT_WORDS, MEETING_TIER_WORDS, MEETING_TIERS, type MeetingTier } from '@attendance/shared/meetings';
import { formatDay } from '../../../lib/format.ts';
import { phaseLabel } from '../../analysis/index.ts';
import type { PlannerPageQuery, PlannerRowFieldsFragment } from '../pages/planner-page.generated.ts';

/** Where a school may stand, as the address and the filter name it. */
export const STANDINGS = {
  COUNTED: 'Counted this term', COVERED: 'Covered', IN_HAND: 'In hand', DECLINED: 'Declined', OUTSTANDING: 'No offer yet', OFFERED: 'Offered', OVERDUE: 'Overdue', LESS_THAN_TERMLY: 'Less than termly', LEFT_OUT: 'Not counted',
  WITHOUT_PLAN: 'With severely absent pupils without a plan', ACTIONS_LATE: 'With actions not done on time', RECORD_LATE: 'With a record issued late',
} as const;
export type Standing = keyof typeof STANDINGS;

/** By what coverage is told, and the key of the address that narrows the rows to one of them. */
export const COVERAGE_BY = { PHASE: ['phase', 'Phase'], KIND: ['kind', 'Kind of school'], TIER: ['tier', 'Tier'], OFFICER: ['officer', 'Officer'] } as const;
export type CoverageBy = keyof typeof COVERAGE_BY;

/** How an establishment is run. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  LA_MAINTAINED: 'Maintained by the authority', ACADEMY: 'Academy', FREE_SCHOOL: 'Free school', SPECIAL: 'Special', INDEPENDENT: 'Independent', COLLEGE: 'College', UNIVERSITY: 'University', ONLINE: 'Online', WELSH: 'Welsh', OTHER: 'Other',
};

export const TIER_NOTES: Readonly<Record<MeetingTier, string>> = { INTENSIVE: 'one meeting and a half-term check-in', TARGETED: 'one meeting a term', UNIVERSAL: 'one meeting a term' };
export const TIER_COLOURS = { INTENSIVE: 'red', TARGETED: 'orange', UNIVERSAL: 'grey' } as const;
export const TIERS_WORST_FIRST: readonly MeetingTier[] = [...MEETING_TIERS].reverse();
export const MEASURE_WORDS: Readonly<Record<string, string>> = { ATTENDANCE: 'Attendance', PERSISTENT: 'Persistent absence', SEVERE: 'Severe absence', CHANGE: 'Change since last year', PRACTICE: 'Actions and returns' };

/** A group of coverage in words. */
export function groupWords(by: CoverageBy, key: string, officers: PlannerPageQuery['meetingPlanner']['officers']): string {
  if (by === 'TIER') return MEETING_TIER_WORDS[key as MeetingTier];
  if (by === 'KIND') return KIND_WORDS[key] ?? key;
  return by === 'PHASE' ? phaseLabel(key) : (officers.find(({ id }) => String(id) === key)?.name ?? 'Without an officer');
}

/** What is to be done next about a school, in a few words. */
export function stepWords({ next, meetings, refusedOffers, leftOut, state }: PlannerRowFieldsFragment, today: string): string {
  const meeting = meetings.find(({ id }) => id === next.meetingId);
  const day = next.onDay === null ? '' : formatDay(next.onDay);
  const when = meeting === undefined ? '' : `${meeting.onDay === today ? 'Today' : formatDay(meeting.onDay)}, ${meeting.atTime}`;
  switch (next.step) {
    case 'RECORD_DUE': return next.onDay === today ? 'Record due today' : next.isLate ? `Record was due ${day}` : `Record due ${day}`.trim();
    case 'SAY_WHETHER_HELD': return `Was for ${day}: was it held?`;
    case 'MEETING': return `${when}${meeting?.status === 'PREPARED' ? ', prepared' : ''}`;
    case 'PREPARATION_MISSING': return `${when}, preparation missing`;
    case 'NO_REPLY': return `Offered for ${day}, no reply`;
    case 'REPLY': return `${refusedOffers > 0 ? 'Second offer' : 'Offered'} for ${day}`;
    case 'OFFER_AGAIN': return refusedOffers > 1 ? `${refusedOffers} offers refused` : 'Offer it again';
    case 'OFFER': return 'No offer made';
    case 'SECTION_OPEN': return 'Its section is not complete';
    default: return leftOut !== null ? `Not counted: ${LEFT_OUT_WORDS[leftOut].toLowerCase()}` : state === 'COVERED' ? 'Done' : '';
  }
}
