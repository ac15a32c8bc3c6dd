import { ruleValue, weekStartOf } from '../kernel/index.ts';
import { usualMinutes } from './agenda.ts';
import { groupLimits, mayJoinGroup, type GroupSchool } from './group.ts';
import { MeetingMode, MeetingType } from './status.ts';
import { MEETING_TIERS, MeetingTier } from './tier.ts';

/** A school that needs a date. */
export interface SlotSchool extends GroupSchool {
  readonly schoolId: number;
  readonly name: string;
  readonly tier: MeetingTier;
  readonly trustId: number | null;
  readonly locality: string;
  /** Days on which it is open, of the whole weeks looked at, in order. */
  readonly openDays: readonly string[];
}

/** What stands in an officer's diary already: a day, such as 14:00, and how long. */
export interface TakenSlot { readonly onDay: string; readonly atTime: string; readonly minutes: number }

export interface SlotLimits { mostADay: number; mostAWeek: number; fromMinute: number; untilMinute: number; between: number; groupMost: number; }

/** The limits in force on an ISO day. Minutes are those after midnight. */
export function slotLimits(on: string): SlotLimits {
  return {
    mostADay: ruleValue('slots.most-a-day.meetings', on), mostAWeek: ruleValue('slots.most-a-week.meetings', on), fromMinute: 60 * ruleValue('slots.from.hour', on), untilMinute: 60 * ruleValue('slots.until.hour', on),
    between: ruleValue('slots.between.minutes', on), groupMost: ruleValue('slots.group-most.schools', on),
  };
}

export interface SlotProposal extends TakenSlot { readonly type: MeetingType; readonly schoolIds: readonly number[]; readonly mode: MeetingMode; readonly tier: MeetingTier; readonly reason: string }
export interface SlotsFound {
  readonly proposals: readonly SlotProposal[];
  /** Schools for which the stretch has no room. */
  readonly withoutRoom: readonly number[];
}

/** The first and the last day proposed. */
export interface Stretch { readonly from: string; readonly to: string }

/** Who is met together: one school, or several. */
interface Party { readonly type: MeetingType; readonly schools: readonly SlotSchool[]; readonly tier: MeetingTier; readonly reason: string }

const HALF_HOUR = 30;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const timeOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const worstFirst = (one: { tier: MeetingTier }, other: { tier: MeetingTier }): number => MEETING_TIERS.indexOf(other.tier) - MEETING_TIERS.indexOf(one.tier);

/**
 * A date for every school, worst tier first: within the stretch, on a day on which it is open, where the officer's diary has room, in a whole week
 * before a shorter one, and the earliest such. Small schools of the universal tier are met together, of one trust or one place.
 */
export function proposeSlots(schools: readonly SlotSchool[], taken: readonly TakenSlot[], on: string, within: Stretch, limits: SlotLimits = slotLimits(on)): SlotsFound {
  const diary: TakenSlot[] = [...taken];
  const proposals: SlotProposal[] = [];
  const withoutRoom: number[] = [];
  const place = (party: Party): boolean => {
    const minutes = usualMinutes(party.tier, party.schools.length, on);
    const found = firstRoom(party, minutes, diary, within, limits);
    if (found === null) return false;
    const slot = { ...found, minutes };
    diary.push(slot);
    proposals.push({ ...slot, type: party.type, schoolIds: party.schools.map(({ schoolId }) => schoolId), mode: modeOf(party), tier: party.tier, reason: party.reason });
    return true;
  };
  for (const party of parties(schools, on, limits)) {
    if (place(party)) continue;
    // What finds no day together may find one alone.
    const alone = party.schools.length === 1 ? [] : party.schools.map(single);
    for (const school of party.schools) {
      const own = alone.find(({ schools: [only] }) => only === school);
      if (own === undefined || !place(own)) withoutRoom.push(school.schoolId);
    }
  }
  return { proposals, withoutRoom };
}

const single = (school: SlotSchool): Party => ({ type: MeetingType.SINGLE_SCHOOL, schools: [school], tier: school.tier, reason: 'By itself' });

/** Schools far apart would travel for half an hour's talk, so a group of several places meets on a screen. */
const modeOf = ({ schools }: Party): MeetingMode => (new Set(schools.map(({ locality }) => locality)).size > 1 ? MeetingMode.REMOTE : MeetingMode.FACE_TO_FACE);

/** Single schools and groups, worst tier first, in the order given. */
function parties(schools: readonly SlotSchool[], on: string, limits: SlotLimits): Party[] {
  const small = groupLimits(on);
  const mayJoin = (school: SlotSchool): boolean => school.tier === MeetingTier.UNIVERSAL && mayJoinGroup(school, small).may;
  const joined = new Set<SlotSchool>();
  const groups: Party[] = [];
  const gather = (type: MeetingType, keyOf: (school: SlotSchool) => string | null, reason: (key: string) => string): void => {
    const byKey = new Map<string, SlotSchool[]>();
    for (const school of schools) {
      const key = joined.has(school) || !mayJoin(school) ? null : keyOf(school);
      if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), school]);
    }
    for (const [key, found] of byKey) {
      for (let at = 0; at + 1 < found.length; at += limits.groupMost) {
        const part = found.slice(at, at + limits.groupMost);
        if (part.length < 2) break;
        for (const school of part) joined.add(school);
        groups.push({ type, schools: part, tier: MeetingTier.UNIVERSAL, reason: reason(key) });
      }
    }
  };
  gather(MeetingType.TRUST, ({ trustId }) => (trustId === null ? null : String(trustId)), () => 'Small schools of one trust');
  gather(MeetingType.SMALL_SCHOOLS_GROUP, ({ locality }) => (locality === '' ? null : locality), (key) => `Small schools in ${key}`);
  return [...schools.filter((school) => !joined.has(school)).map(single), ...groups].sort(worstFirst);
}

/** The best day and time with room, or null. */
function firstRoom({ schools: [first, ...others] }: Party, minutes: number, diary: readonly TakenSlot[], { from, to }: Stretch, limits: SlotLimits): Pick<TakenSlot, 'onDay' | 'atTime'> | null {
  if (first === undefined) return null;
  const days = first.openDays.filter((day) => from <= day && day <= to && others.every(({ openDays }) => openDays.includes(day)));
  const inWeek = new Map<string, number>();
  for (const day of first.openDays) inWeek.set(weekStartOf(day), (inWeek.get(weekStartOf(day)) ?? 0) + 1);
  const isShort = (day: string): number => ((inWeek.get(weekStartOf(day)) ?? 0) < 5 ? 1 : 0);
  for (const onDay of [...days].sort((one, other) => isShort(one) - isShort(other) || one.localeCompare(other))) {
    const week = weekStartOf(onDay);
    if (diary.filter((each) => weekStartOf(each.onDay) === week).length >= limits.mostAWeek) continue;
    const atTime = roomOn(diary.filter((each) => each.onDay === onDay), minutes, limits);
    if (atTime !== null) return { onDay, atTime };
  }
  return null;
}

/** The first half hour of a day from which a meeting fits, with time between it and the others. */
function roomOn(day: readonly TakenSlot[], minutes: number, { mostADay, fromMinute, untilMinute, between }: SlotLimits): string | null {
  if (day.length >= mostADay) return null;
  for (let start = fromMinute; start + minutes <= untilMinute; start += HALF_HOUR) {
    const isFree = day.every(({ atTime, minutes: length }) => start >= minuteOf(atTime) + length + between || start + minutes + between <= minuteOf(atTime));
    if (isFree) return timeOf(start);
  }
  return null;
}
