import { createContext, useContext } from 'react';
import { Role } from '@attendance/shared/access';
import type { SchoolCalendar } from '@attendance/shared/calendar';
import { presentPeople, type ActionPerson, type Answer } from '@attendance/shared/meetings';
import type { EarlierActionFragment, HoldMeetingPageQuery } from '../pages/hold-page.generated.ts';

export type HeldMeeting = HoldMeetingPageQuery['targetingMeeting'];
export type Topic = HeldMeeting['topics'][number]['pupils'][number];

/** What every part of the meeting screen works on. */
export interface Holding { readonly meeting: HeldMeeting; readonly schoolId: number; readonly today: string; readonly pupils: readonly Topic[]; readonly cohorts: HeldMeeting['topics'][number]['cohorts']; readonly calendar: SchoolCalendar;
  /** Actions of earlier meetings as they stand on this screen, and how closing one tells it. */
  readonly previous: readonly EarlierActionFragment[]; readonly onReviewed: (now: readonly EarlierActionFragment[]) => void }

export const HoldingContext = createContext<Holding | null>(null);
export function useHolding(): Holding {
  const holding = useContext(HoldingContext);
  if (holding === null) throw new Error('Nobody holds a meeting here.');
  return holding;
}

/** Other words for people, by their role: "sac: …", "officer: …". */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  [Role.ATTENDANCE_CHAMPION]: ['sac', 'champion', 'school'], [Role.ATTENDANCE_OFFICER]: ['officer', 'council', 'la'], [Role.HEADTEACHER]: ['head'], [Role.DSL]: ['dsl'], [Role.EARLY_HELP_WORKER]: ['early help'], [Role.HEALTH_PARTNER]: ['nurse', 'school nurse'],
  [Role.VIRTUAL_SCHOOL_HEAD]: ['virtual school', 'vsh'], [Role.SEND_OFFICER]: ['send', 'send officer'],
};

/** Somebody who may be given an action, as it is sent: colleagues by their number, others by their name alone. */
export interface Owner extends ActionPerson { readonly userId: number | null; readonly side: 'LA' | 'SCHOOL' | 'PARTNER' }
const OFFICERS: readonly string[] = [Role.ATTENDANCE_OFFICER, Role.TEAM_MANAGER];

/** Everybody an action may be given to: colleagues of the school, of the council and its partners, and who else is in the room. Where several share a role, only the one of this meeting is meant by its name. */
export function ownersOf(meeting: HeldMeeting, answers: readonly Answer[]): Owner[] {
  const colleagues = meeting.people.map(({ id, name, role, isOfSchool }): Owner => ({
    personId: `u${id}`, userId: id, name, side: isOfSchool ? 'SCHOOL' : OFFICERS.includes(role) ? 'LA' : 'PARTNER',
    alsoCalled: OFFICERS.includes(role) && name !== meeting.officer ? [] : meeting.people.filter((other) => other.role === role && other.name !== name && !OFFICERS.includes(role)).length > 0 ? [] : (ALSO_CALLED[role] ?? []),
  }));
  const others = presentPeople(answers).filter(({ name }) => !colleagues.some((person) => person.name === name))
    .map(({ subject, name, part }): Owner => ({ personId: subject, userId: null, name, side: part === 'OFFICER' ? 'LA' : part === 'EARLY_HELP' || part === 'VIRTUAL_SCHOOL' || part === 'SEND' || part === 'HEALTH' || part === 'OTHER' ? 'PARTNER' : 'SCHOOL' }));
  return [...colleagues, ...others];
}

/** Where nobody is named: the school’s champion, or the officer of the meeting. */
export function usualOwner(owners: readonly Owner[], meeting: HeldMeeting, side: 'LA' | 'SCHOOL'): Owner | undefined {
  const isChampion = ({ userId }: Owner): boolean => meeting.people.some(({ id, role }) => id === userId && role === Role.ATTENDANCE_CHAMPION);
  return side === 'LA' ? owners.find(({ name }) => name === meeting.officer) : (owners.find((owner) => owner.side === 'SCHOOL' && isChampion(owner)) ?? owners.find((owner) => owner.side === 'SCHOOL'));
}
