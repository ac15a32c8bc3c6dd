import type { CohortAxis } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import {
  changeInPoints, groupEffectWords, groupImpact, IMPACT_CAVEATS, impactClass, ImpactClass, impactSummary, packGroupLabel, schoolEffectWords, schoolImpact, SUPPORT_SERVICES, WIDE_CAVEATS, WIDE_CAVEATS_OF, wideLimits, wideRowWords,
  type CountPair, type EffectBy, type GroupImpact, type ImpactLimits, type WideLimits, type WideScope,
} from '@attendance/shared/meetings';
import { actionLabel, EFFECT_PLACES, isService, type EffectTerm } from './effect-summary.service.ts';
import type { EffectCaveatType } from './impact.type.ts';
import { GROUP_AXES, type GroupPlace, type MemberFound, type SchoolFound, type WideAction, type WidePlace } from './wide.repository.ts';
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
export interface Found { readonly schools: ReadonlyMap<string, SchoolFound>; readonly groups: ReadonlyMap<string, readonly MemberFound[]> }

interface Judged { readonly impact: ImpactClass; readonly value: number | null }
const judged = (pair: CountPair, impact: ImpactClass): Judged => ({ impact, value: impact === ImpactClass.INSUFFICIENT ? null : changeInPoints(pair.before, pair.after) });

/** The rows of one scope: whoever is in several actions of a row counts once, from the first. */
export function wideRows(by: EffectBy, scope: 'COHORT' | 'SCHOOL', actions: readonly WideAction[], terms: readonly EffectTerm[], found: Found, { pupil, wide }: BothLimits): WideEffectRowType[] {
  const rows = new Map<string, { label: string; actions: number; unmeasured: number; counted: Map<number, Judged> }>();
  for (const action of actions.filter((each) => each.scope === scope)) {
    const at = EFFECT_PLACES[by](action, terms);
    if (at === null) continue;
    const row = rows.get(at.key) ?? { label: at.label, actions: 0, unmeasured: 0, counted: new Map<number, Judged>() };
    rows.set(at.key, row);
    row.actions += 1;
    const place = placeOf(action) ?? '';
    const [school, members] = [found.schools.get(place), found.groups.get(place)];
    if (scope === 'SCHOOL' ? school === undefined : members === undefined) row.unmeasured += 1;
    if (scope === 'SCHOOL' && school !== undefined && !row.counted.has(action.schoolId)) row.counted.set(action.schoolId, judged(school, schoolImpact(school, wide)));
    if (scope === 'COHORT') for (const member of members ?? []) if (!row.counted.has(member.pupilId)) row.counted.set(member.pupilId, judged(member, impactClass(member.before, member.after, pupil)));
  }
  const all = [...rows].map(([key, { label, actions: total, unmeasured, counted }]): WideEffectRowType => {
    const { classes, improvedPercent, median, interval, isHidden, insufficient, pupils } = impactSummary([...counted.values()], pupil);
    const words = wideRowWords({ classes, improvedPercent, median, interval, isHidden, insufficient, pupils }, pupil.shownFrom, scope === 'SCHOOL' ? ['school', 'schools'] : ['pupil', 'pupils']);
    return { key, label, actions: total, unmeasured, counted: pupils, insufficient, isHidden, improved: classes?.IMPROVED ?? null, stable: classes?.STABLE ?? null, worse: classes?.WORSE ?? null, improvedPercent, median, interval, words };
  });
  return by === 'TERM' ? all : all.sort((one, other) => one.label.localeCompare(other.label));
}

/** What a count of a row about schools is of: schools with enough sessions, those of one class of them, or those with too few. */
export const SchoolCount = { MEASURED: 'MEASURED', IMPROVED: 'IMPROVED', STABLE: 'STABLE', WORSE: 'WORSE', INSUFFICIENT: 'INSUFFICIENT' } as const;
export type SchoolCount = (typeof SchoolCount)[keyof typeof SchoolCount];

/** The actions by which the schools of a row count, those of one count: of each school the first that was measured, as in `wideRows`. */
export function countedBy(count: SchoolCount, rows: readonly WideAction[], schools: Found['schools'], limits: WideLimits): WideAction[] {
  const first = new Map<number, readonly [WideAction, ImpactClass]>();
  for (const action of rows) {
    const school = schools.get(placeOf(action) ?? '');
    if (school !== undefined && !first.has(action.schoolId)) first.set(action.schoolId, [action, schoolImpact(school, limits)]);
  }
  return [...first.values()].filter(([, impact]) => (count === SchoolCount.MEASURED ? impact !== ImpactClass.INSUFFICIENT : impact === count)).map(([action]) => action);
}

/** A group without anything beside it. */
export const groupAlone = (members: readonly MemberFound[], limits: ImpactLimits): GroupImpact => groupImpact(members.map(({ before, after }) => ({ before, after, matched: null, lastYear: null })), limits);
/** How far the days of a group were counted: as far as those of whoever was there longest. */
export const daysOfGroup = (members: readonly MemberFound[]): { beforeDays: number; days: number; laterDays: number } => ({
  beforeDays: Math.max(0, ...members.map(({ beforeDays }) => beforeDays)), days: Math.max(0, ...members.map(({ days }) => days)), laterDays: Math.max(0, ...members.map(({ laterDays }) => laterDays)),
});

const UNMEASURED = 'Not worked out in this list: open it.';
/** An action as lists show it. */
export function wideActionOf(action: WideAction, found: Found, { pupil, wide }: BothLimits): WideActionType {
  const place = placeOf(action);
  const [school, members] = [found.schools.get(place ?? ''), found.groups.get(place ?? '')];
  const { taskId, scope, schoolId, schoolName, status, anchorOn } = action;
  const impact = school === undefined ? null : schoolImpact(school, wide);
  const words = place === null && scope === 'COHORT' ? NO_GROUP : school !== undefined && impact !== null ? schoolEffectWords(school, impact, { anchorOn, ...school })
    : members !== undefined ? groupEffectWords(groupAlone(members, pupil), pupil.shownFrom, { anchorOn, ...daysOfGroup(members) }) : UNMEASURED;
  return { taskId, scope, about: aboutOf(action), schoolId, schoolName, action: actionLabel(action), service: isService(action.service) ? SUPPORT_SERVICES[action.service] : null, status, anchorOn, impact, words };
}

const worded = (code: keyof typeof WIDE_CAVEATS): EffectCaveatType => ({ code, words: WIDE_CAVEATS[code] });
/** Everything that must be said beside the effect of an action of this scope; of all without one. */
export function wideCaveats(scope: WideScope | null): EffectCaveatType[] {
  const more = scope === null ? (Object.keys(WIDE_CAVEATS) as (keyof typeof WIDE_CAVEATS)[]) : WIDE_CAVEATS_OF[scope];
  return [...Object.entries(IMPACT_CAVEATS).map(([code, words]) => ({ code, words })), ...more.map(worded)];
}
