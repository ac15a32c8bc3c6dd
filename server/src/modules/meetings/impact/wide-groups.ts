import { academicYearOf } from '@attendance/shared/calendar';
import { impactClass, ImpactClass, matchedEffect, type CountPair, type ImpactLimits } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { MatchingRepository } from './matching.repository.ts';
import type { GroupPlace, MemberFound, WideRepository } from './wide.repository.ts';

/** One pupil of a group: the effect beside pupils alike, and the same weeks a year earlier; null where there is none to tell, or nothing was set beside the group. */
export interface MemberBeside extends MemberFound { readonly matched: number | null; readonly lastYear: CountPair | null }
/** The pupils of a group; `isCompared` is whether they were set beside others. */
export interface GroupMeasured { readonly members: readonly MemberBeside[]; readonly isCompared: boolean }

/** How far the days of a group were counted: as far as those of whoever was there longest. */
export const daysOfGroup = (members: readonly MemberFound[]): { beforeDays: number; days: number; laterDays: number } => ({
  beforeDays: Math.max(0, ...members.map(({ beforeDays }) => beforeDays)), days: Math.max(0, ...members.map(({ days }) => days)), laterDays: Math.max(0, ...members.map(({ laterDays }) => laterDays)),
});
const isEnough = (pair: CountPair, limits: ImpactLimits): boolean => impactClass(pair.before, pair.after, limits) !== ImpactClass.INSUFFICIENT;

/** Groups of pupils around the days of actions, and what their pupils are set beside: as many statements for many groups as for one. */
export class WideGroups {
  constructor(private readonly wide: WideRepository, private readonly matching: MatchingRepository) {}

  /** By the order of the places. The first of them are set beside others, as many as hold so many pupils together, and one at least unless none is asked for. */
  async measure(operation: Operation, places: readonly GroupPlace[], limits: ImpactLimits, mostCompared: number): Promise<GroupMeasured[]> {
    const groups = places.map(() => [] as MemberFound[]);
    for (const member of await this.wide.members(operation, places.map((place, key) => ({ ...place, key })), limits)) groups[member.key]?.push(member);
    const compared = firstOf(groups.map(({ length }) => length), mostCompared);
    const asked = groups.slice(0, compared).flatMap((members, group) => { const days = daysOfGroup(members); return members.filter((member) => isEnough(member, limits)).map((member) => ({ member, group, days })); });
    const effects = await this.alike(operation, places, asked, limits);
    const lastYears = await this.lastYear(operation, places.slice(0, compared), asked);
    const keyOf = new Map(asked.map(({ member }, key) => [member, key]));
    return groups.map((members, group) => ({
      isCompared: group < compared,
      members: members.map((member) => { const key = keyOf.get(member); return { ...member, matched: (key === undefined ? undefined : effects.get(key)) ?? null, lastYear: (key === undefined ? undefined : lastYears.get(key)) ?? null }; }),
    }));
  }

  /** The effect of each pupil beside pupils alike; of those without enough alike there is none. */
  private async alike(operation: Operation, places: readonly GroupPlace[], asked: readonly Asked[], limits: ImpactLimits): Promise<Map<number, number>> {
    const found = await this.matching.matchesOfGroups(operation, asked.map(({ member, group, days }, key) => ({ key, group, enrolmentId: member.enrolmentId, anchorOn: places[group]?.anchorOn ?? '', ...days })), academicYearOf(operation.today), limits);
    return new Map(found.flatMap(({ taskId: key, matches }) => { const own = asked[key]; const effect = own === undefined ? null : matchedEffect(own.member, matches, limits); return effect === null ? [] : [[key, effect]]; }));
  }

  /** The same pupils a year earlier, counted no further than this year is. */
  private async lastYear(operation: Operation, places: readonly GroupPlace[], asked: readonly Asked[]): Promise<Map<number, CountPair>> {
    const then = asked.length === 0 ? new Map<number, { day: string }>() : await this.wide.lastYears(operation, places.map((place, key) => ({ ...place, key })));
    return this.wide.pupilsThen(operation, asked.flatMap(({ member: { pupilId }, group, days }, key) => {
      const [day, place] = [then.get(group)?.day, places[group]];
      return day === undefined || place === undefined ? [] : [{ key, pupilId, schoolId: place.schoolId, anchorOn: day, span: { beforeDays: days.beforeDays, firstDays: days.days, secondDays: days.days } }];
    }));
  }
}

interface Asked { readonly member: MemberFound; readonly group: number; readonly days: { readonly beforeDays: number; readonly days: number } }

/** How many of these sizes fit, the first in any case. */
export function firstOf(sizes: readonly number[], most: number): number {
  if (most <= 0) return 0;
  let sum = 0;
  const past = sizes.findIndex((size, index) => { sum += size; return index > 0 && sum > most; });
  return past < 0 ? sizes.length : past;
}
