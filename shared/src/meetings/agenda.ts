import { ruleValue, type MeetingRuleName } from '../kernel/index.ts';
import type { MeetingTier } from './tier.ts';

/** The ten items of a meeting, in order. */
export const AgendaItem = {
  OPENING: 'OPENING', PREVIOUS_ACTIONS: 'PREVIOUS_ACTIONS', SCHOOL_PICTURE: 'SCHOOL_PICTURE', COHORTS: 'COHORTS', SEVERE_PUPILS: 'SEVERE_PUPILS',
  OTHER_PUPILS: 'OTHER_PUPILS', PRACTICE: 'PRACTICE', AREA_BARRIERS: 'AREA_BARRIERS', RATINGS: 'RATINGS', NEXT_MEETING: 'NEXT_MEETING',
} as const;
export type AgendaItem = (typeof AgendaItem)[keyof typeof AgendaItem];
export const AGENDA_ITEMS: readonly AgendaItem[] = Object.values(AgendaItem);

const ITEMS: Readonly<Record<AgendaItem, { readonly title: string; readonly outcome: string; readonly minutes: MeetingRuleName }>> = {
  OPENING: { title: 'Who is here, purpose, conflicts of interest, confidentiality', outcome: 'List of those present', minutes: 'agenda.opening.minutes' },
  PREVIOUS_ACTIONS: { title: 'Actions of the last meeting', outcome: 'Each action closed, with what came of it', minutes: 'agenda.previous-actions.minutes' },
  SCHOOL_PICTURE: { title: 'The school: trend, comparison, quality of its registers, punctuality', outcome: 'What was found', minutes: 'agenda.school-picture.minutes' },
  COHORTS: { title: 'Groups of pupils', outcome: 'Actions for groups', minutes: 'agenda.cohorts.minutes' },
  SEVERE_PUPILS: { title: 'Severely absent pupils, one by one', outcome: 'A plan and a lead practitioner for each', minutes: 'agenda.severe-pupils.minutes' },
  OTHER_PUPILS: { title: 'Other priority pupils, children with a social worker, part-time timetables', outcome: 'Actions for pupils, requests for services', minutes: 'agenda.other-pupils.minutes' },
  PRACTICE: { title: 'The school’s practice: policy, escalation, self-review, training', outcome: 'Actions for the school', minutes: 'agenda.practice.minutes' },
  AREA_BARRIERS: { title: 'Barriers of the area to pass on', outcome: 'Area barriers', minutes: 'agenda.area-barriers.minutes' },
  RATINGS: { title: 'Ratings by school and officer; the school’s word on the service', outcome: 'Two ratings', minutes: 'agenda.ratings.minutes' },
  NEXT_MEETING: { title: 'Date of the next meeting', outcome: 'Next meeting booked', minutes: 'agenda.next-meeting.minutes' },
};

const SHARES: Readonly<Record<MeetingTier, MeetingRuleName>> = { INTENSIVE: 'agenda.intensive.percent', TARGETED: 'agenda.targeted.percent', UNIVERSAL: 'agenda.universal.percent' };

export interface AgendaLine { readonly number: number; readonly item: AgendaItem; readonly title: string; readonly outcome: string; readonly minutes: number }

/** The length of a meeting by tier, in minutes: a share of the whole agenda, and no less than the floor. */
export function meetingMinutes(tier: MeetingTier, on: string): number {
  const full = AGENDA_ITEMS.reduce((sum, item) => sum + ruleValue(ITEMS[item].minutes, on), 0);
  return Math.max(ruleValue('agenda.floor.minutes', on), Math.floor((full * ruleValue(SHARES[tier], on) + 50) / 100));
}

/** The usual length of a meeting of so many schools, in minutes: by the tier of the one that needs most, and so much more for each further school. */
export function usualMinutes(tier: MeetingTier, schools: number, on: string): number {
  return meetingMinutes(tier, on) + Math.max(0, schools - 1) * ruleValue('slots.group-more.minutes', on);
}

/** The agenda by tier. Minutes are shared out in the proportions of the full agenda, at least one an item, so that they add up to the length of the meeting. */
export function agendaOf(tier: MeetingTier, on: string): AgendaLine[] {
  return agendaOfMinutes(meetingMinutes(tier, on), on);
}

/** The agenda of a meeting of so many minutes. */
export function agendaOfMinutes(total: number, on: string): AgendaLine[] {
  const base = AGENDA_ITEMS.map((item) => ruleValue(ITEMS[item].minutes, on));
  const minutes = sharedOut(base, Math.max(total, AGENDA_ITEMS.length));
  return AGENDA_ITEMS.map((item, index) => ({ number: index + 1, item, title: ITEMS[item].title, outcome: ITEMS[item].outcome, minutes: minutes[index]! }));
}

/** A total in whole parts after weights, one at least each: every further minute goes where the share is least served; of two alike the earlier. */
function sharedOut(weights: readonly number[], total: number): number[] {
  const parts = weights.map(() => 1);
  for (let left = total - parts.length; left > 0; left--) {
    let next = 0;
    weights.forEach((weight, index) => {
      if (weight * (2 * parts[next]! + 1) > weights[next]! * (2 * parts[index]! + 1)) next = index;
    });
    parts[next]! += 1;
  }
  return parts;
}
