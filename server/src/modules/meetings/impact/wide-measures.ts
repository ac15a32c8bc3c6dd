import type { CohortAxis } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import {
  besideLastYear, changeInPoints, groupEffectWords, groupImpact, IMPACT_CAVEATS, impactClass, ImpactClass, impactSummary, packGroupLabel, PeopleCount, schoolEffectWords, schoolImpact, SUPPORT_SERVICES, WIDE_CAVEATS, WIDE_CAVEATS_OF, wideLimits, wideRowWords,
  type CountPair, type EffectBy, type GroupImpact, type ImpactLimits, type ImpactSummary, type WideLimits, type WideScope,
} from '@attendance/shared/meetings';
import { actionLabel, EFFECT_PLACES, isService, type EffectTerm } from './effect-summary.service.ts';
import type { EffectCaveatType } from './impact.type.ts';
import { daysOfGroup, type GroupMeasured, type MemberBeside } from './wide-groups.ts';
import { GROUP_AXES, type GroupPlace, type WideAction, type WidePlace } from './wide.repository.ts';
import type { SchoolMeasured } from './wide-schools.ts';
import type { WideActionType, WideEffectRowType } from './wide.type.ts';

/** The limits of pupils and of schools in force on a day. */
export interface BothLimits { readonly pupil: ImpactLimits; readonly wide: WideLimits }
export const bothLimits = (on: string, pupil: ImpactLimits): BothLimits => ({ pupil, wide: wideLimits(on) });

const isGroupAxis = (axis: string | undefined): axis is CohortAxis => GROUP_AXES.some((each) => each === axis);
/** The group of an action as its axis and value; null where its record names none that is kept with each pupil. */
export function groupOf({ cohort }: Pick<WideAction, 'cohort'>): { readonly axis: CohortAxis; readonly value: string } | null {
  const [axis, value] = (cohort ?? '').split(':');
  return isGroupAxis(axis) && value !== undefined ? { axis, value } : null;
}

export const NO_GROUP = 'The record does not say which group, or the group is not kept with each pupil, so nothing can be told.';
/** What an action is about. */
export function aboutOf(action: WideAction): string {
  if (action.scope !== 'COHORT') return action.scope === 'SCHOOL' ? action.schoolName : 'The area';
  const group = groupOf(action);
  return group === null ? 'A group that was not named' : packGroupLabel(group);
}

/** Where an action is counted; the same of actions of one meeting. Null of the area and of no known group. */
export function placeOf(action: WideAction): string | null {
  if (action.scope === 'AREA' || (action.scope === 'COHORT' && groupOf(action) === null)) return null;
  return `${action.anchorOn} ${action.schoolId} ${action.scope === 'SCHOOL' ? '' : action.cohort}`;
}
export const schoolPlace = ({ schoolId, anchorOn }: WideAction, key: number): WidePlace => ({ key, schoolId, anchorOn });
export const groupPlace = (action: WideAction, key: number): GroupPlace => ({ ...schoolPlace(action, key), academicYear: academicYearOf(action.anchorOn), ...(groupOf(action) ?? { axis: 'SEX', value: '' }) });

/** What was found of the places of actions. */
export interface Found { readonly schools: ReadonlyMap<string, SchoolMeasured>; readonly groups: ReadonlyMap<string, GroupMeasured> }

/** Whoever counts in a row, once, from the first action of it that was measured. */
export interface Counted { readonly action: WideAction; readonly impact: ImpactClass; readonly pair: CountPair; readonly beside: number | null; readonly lastYear: number | null }
export interface CountedPupil extends Counted { readonly member: MemberBeside }
/** What stands behind a row of actions, earliest first. */
export interface CountedRow { readonly pupils: ReadonlyMap<number, CountedPupil>; readonly schools: ReadonlyMap<number, Counted> }

/** The pupils of groups and the schools by which the actions of a row count. */
export function countedIn(actions: readonly WideAction[], found: Found, { pupil, wide }: BothLimits): CountedRow {
  const [pupils, schools] = [new Map<number, CountedPupil>(), new Map<number, Counted>()];
  for (const action of actions) {
    const place = placeOf(action) ?? '';
    const school = found.schools.get(place);
    if (school !== undefined && !schools.has(action.schoolId)) schools.set(action.schoolId, { action, pair: school, impact: schoolImpact(school, wide), beside: school.similar?.effect ?? null, lastYear: school.lastYear?.effect ?? null });
    for (const member of found.groups.get(place)?.members ?? []) {
      if (!pupils.has(member.pupilId)) pupils.set(member.pupilId, { action, member, pair: member, impact: impactClass(member.before, member.after, pupil), beside: member.matched, lastYear: besideLastYear(member, member.lastYear, pupil)?.effect ?? null });
    }
  }
  return { pupils, schools };
}

/** Whether somebody is of a count of a row. */
export function isOf({ impact, beside, lastYear }: Counted, count: PeopleCount): boolean {
  const isEnough = impact !== ImpactClass.INSUFFICIENT;
  switch (count) {
    case PeopleCount.MEASURED: return isEnough;
    case PeopleCount.BESIDE: return isEnough && beside !== null;
    case PeopleCount.NOT_BESIDE: return isEnough && beside === null;
    case PeopleCount.LAST_YEAR: return isEnough && lastYear !== null;
    case PeopleCount.NOT_LAST_YEAR: return isEnough && lastYear === null;
    default: return impact === count;
  }
}

const BESIDE = { COHORT: ['PUPILS_ALIKE', 'pupils alike'], SCHOOL: ['SIMILAR_SCHOOLS', 'similar schools'] } as const;
type RowScope = keyof typeof BESIDE;

/** The rows of one scope: whoever is in several actions of a row counts once, from the first. */
export function wideRows(by: EffectBy, scope: RowScope, actions: readonly WideAction[], terms: readonly EffectTerm[], found: Found, limits: BothLimits): WideEffectRowType[] {
  const rows = new Map<string, { label: string; actions: WideAction[] }>();
  for (const action of actions.filter((each) => each.scope === scope)) {
    const at = EFFECT_PLACES[by](action, terms);
    if (at === null) continue;
    const row = rows.get(at.key) ?? { label: at.label, actions: [] };
    rows.set(at.key, row);
    row.actions.push(action);
  }
  const all = [...rows].map(([key, row]) => rowOf(key, row, scope, found, limits));
  return by === 'TERM' ? all : all.sort((one, other) => one.label.localeCompare(other.label));
}

function rowOf(key: string, { label, actions }: { readonly label: string; readonly actions: readonly WideAction[] }, scope: RowScope, found: Found, limits: BothLimits): WideEffectRowType {
  const { pupil } = limits;
  const counted: Counted[] = [...countedIn(actions, found, limits)[scope === 'SCHOOL' ? 'schools' : 'pupils'].values()];
  const isMeasured = (action: WideAction): boolean => (scope === 'SCHOOL' ? found.schools : found.groups).has(placeOf(action) ?? '');
  const whole = impactSummary(counted.map(({ impact, pair }) => ({ impact, value: impact === ImpactClass.INSUFFICIENT ? null : changeInPoints(pair.before, pair.after) })), pupil);
  const beside = (value: (each: Counted) => number | null): ImpactSummary => impactSummary(counted.flatMap((each) => (each.impact === ImpactClass.INSUFFICIENT || value(each) === null ? [] : [{ impact: each.impact, value: value(each) }])), pupil);
  const sets = [[...BESIDE[scope], beside((each) => each.beside)], ['LAST_YEAR', 'the same weeks last year', beside((each) => each.lastYear)]] as const;
  return {
    key, label, actions: actions.length, unmeasured: actions.filter((action) => !isMeasured(action)).length, counted: whole.pupils, insufficient: whole.insufficient, isHidden: whole.isHidden,
    improved: whole.classes?.IMPROVED ?? null, stable: whole.classes?.STABLE ?? null, worse: whole.classes?.WORSE ?? null, improvedPercent: whole.improvedPercent, median: whole.median, interval: whole.interval,
    beside: sets.map(([code, , set]) => ({ code, compared: set.pupils, effect: whole.isHidden ? null : set.median, interval: whole.isHidden ? null : set.interval })),
    words: wideRowWords(whole, pupil.shownFrom, scope === 'SCHOOL' ? ['school', 'schools'] : ['pupil', 'pupils'], sets.map(([, of, set]) => ({ of, found: set }))),
  };
}

/** What a count of a row about schools is of: schools with enough sessions, those of one class of them, those with too few, and those set beside similar schools or their own last year. */
export const SchoolCount = { MEASURED: 'MEASURED', IMPROVED: 'IMPROVED', STABLE: 'STABLE', WORSE: 'WORSE', INSUFFICIENT: 'INSUFFICIENT', BESIDE: 'BESIDE', LAST_YEAR: 'LAST_YEAR' } as const;
export type SchoolCount = (typeof SchoolCount)[keyof typeof SchoolCount];

/** A group without anything beside it. */
export const groupAlone = (members: readonly CountPair[], limits: ImpactLimits): GroupImpact => groupImpact(members.map(({ before, after }) => ({ before, after, matched: null, lastYear: null })), limits);
const UNMEASURED = 'Not worked out in this list: open it.';
/** An action as lists show it. */
export function wideActionOf(action: WideAction, found: Found, { pupil, wide }: BothLimits): WideActionType {
  const place = placeOf(action);
  const [school, members] = [found.schools.get(place ?? ''), found.groups.get(place ?? '')];
  const { taskId, scope, schoolId, schoolName, status, anchorOn } = action;
  const impact = school === undefined ? null : schoolImpact(school, wide);
  const words = place === null && scope === 'COHORT' ? NO_GROUP : school !== undefined && impact !== null ? schoolEffectWords(school, impact, { anchorOn, ...school })
    : members !== undefined ? groupEffectWords(groupAlone(members.members, pupil), pupil.shownFrom, { anchorOn, ...daysOfGroup(members.members) }) : UNMEASURED;
  return { taskId, scope, about: aboutOf(action), schoolId, schoolName, action: actionLabel(action), service: isService(action.service) ? SUPPORT_SERVICES[action.service] : null, status, anchorOn, impact, words };
}

const worded = (code: keyof typeof WIDE_CAVEATS): EffectCaveatType => ({ code, words: WIDE_CAVEATS[code] });
/** Everything that must be said beside the effect of an action of this scope; of all without one. */
export function wideCaveats(scope: WideScope | null): EffectCaveatType[] {
  const more = scope === null ? (Object.keys(WIDE_CAVEATS) as (keyof typeof WIDE_CAVEATS)[]) : WIDE_CAVEATS_OF[scope];
  return [...Object.entries(IMPACT_CAVEATS).map(([code, words]) => ({ code, words })), ...more.map(worded)];
}
