import type { SchoolCalendar } from '../calendar/index.ts';
import type { MeetingTerm } from './meeting-dates.ts';
import { isMeetingHeld, MeetingStatus } from './status.ts';
import { hasCheckIns, type MeetingTier } from './tier.ts';

/** Where a school of the intensive tier stands in one half of a term. MISSED: the half is over and nobody met. */
export const CheckInState = { SEEN: 'SEEN', PLANNED: 'PLANNED', OWED: 'OWED', MISSED: 'MISSED' } as const;
export type CheckInState = (typeof CheckInState)[keyof typeof CheckInState];
export const CHECK_IN_WORDS: Readonly<Record<CheckInState, string>> = { SEEN: 'Met', PLANNED: 'Planned', OWED: 'Nothing planned yet', MISSED: 'Nobody met' };

/** First and last day, both included. */
export interface TermHalf { readonly startsOn: string; readonly endsOn: string }
export interface CheckInMeeting { readonly id: number; readonly status: MeetingStatus; readonly onDay: string; readonly heldOn: string | null }
export interface CheckIn extends TermHalf { readonly state: CheckInState; readonly meetingId: number | null }

/** The stretches of a term on either side of half term; one where its calendar knows of no half term. */
export const termHalves = ({ terms }: SchoolCalendar, { startsOn, endsOn }: Pick<MeetingTerm, 'startsOn' | 'endsOn'>): TermHalf[] =>
  terms.filter((each) => each.startsOn <= endsOn && each.endsOn >= startsOn).map((each) => ({ startsOn: each.startsOn, endsOn: each.endsOn })).sort((one, other) => one.startsOn.localeCompare(other.startsOn));

const PLANNED: readonly MeetingStatus[] = [MeetingStatus.OFFERED, MeetingStatus.BOOKED, MeetingStatus.PREPARED];
const lies = (day: string | null, { startsOn, endsOn }: TermHalf): boolean => day !== null && startsOn <= day && day <= endsOn;

/**
 * Whether a school is met in each half of a term: by its meeting of the term in one, by a check-in in the other. Asked of tiers with check-ins alone; of
 * others the list is empty. A meeting of any kind that was held there will do; a day that is over without word that it was held is still planned until the half is over.
 */
export function checkIns(tier: MeetingTier, halves: readonly TermHalf[], meetings: readonly CheckInMeeting[], today: string): CheckIn[] {
  if (!hasCheckIns(tier)) return [];
  return halves.map(({ startsOn, endsOn }): CheckIn => {
    const half = { startsOn, endsOn };
    const held = meetings.find(({ status, heldOn }) => isMeetingHeld(status) && lies(heldOn, half));
    if (held) return { ...half, state: 'SEEN', meetingId: held.id };
    if (today > endsOn) return { ...half, state: 'MISSED', meetingId: null };
    const planned = meetings.find(({ status, onDay }) => PLANNED.includes(status) && lies(onDay, half));
    return { ...half, state: planned ? 'PLANNED' : 'OWED', meetingId: planned?.id ?? null };
  });
}

/** The half of today; between two the one that comes, and after the term its last. */
export const checkInNow = (found: readonly CheckIn[], today: string): CheckIn | null => found.find(({ endsOn }) => endsOn >= today) ?? found.at(-1) ?? null;
