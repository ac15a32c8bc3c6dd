import { ruleValue } from '@attendance/shared/kernel';
import type { EffectBy, WideScope } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { EFFECT_PLACES, type EffectTerm } from './effect-summary.service.ts';
import type { WideGroups } from './wide-groups.ts';
import { groupPlace, placeOf, schoolPlace, type BothLimits, type Found } from './wide-measures.ts';
import type { WideSchools } from './wide-schools.ts';
import type { WideAction } from './wide.repository.ts';

/** What is found of the places of actions, and how many it leaves out: not measured at all, or set beside nothing. */
export interface FoundPlaces extends Found { readonly left: { readonly groups: number; readonly schools: number }; readonly alone: { readonly groups: number; readonly schools: number } }

/** The places at which actions about groups and schools are counted: the latest of each, measured once and all in a bounded number of statements. */
export class WidePlaces {
  constructor(private readonly groups: WideGroups, private readonly schools: WideSchools) {}

  async find(operation: Operation, actions: readonly WideAction[], limits: BothLimits, { isCompared }: { readonly isCompared: boolean }): Promise<FoundPlaces> {
    const rule = (name: 'impact.wide-asked.actions' | 'impact.wide-beside.pupils' | 'impact.wide-beside.schools'): number => ruleValue(name, operation.today);
    const [groups, schools] = [placesOf(actions, 'COHORT'), placesOf(actions, 'SCHOOL')];
    const [someGroups, someSchools] = [groups.slice(0, rule('impact.wide-asked.actions')), schools.slice(0, rule('impact.wide-asked.actions'))];
    const members = await this.groups.measure(operation, someGroups.map(([, action], key) => groupPlace(action, key)), limits.pupil, isCompared ? rule('impact.wide-beside.pupils') : 0);
    const sums = await this.schools.measure(operation, someSchools.map(([, action], key) => schoolPlace(action, key)), limits, isCompared ? rule('impact.wide-beside.schools') : 0);
    return {
      groups: new Map(members.map((each, key) => [someGroups[key]?.[0] ?? '', each])), schools: new Map(sums.map((each, key) => [someSchools[key]?.[0] ?? '', each])),
      left: { groups: groups.length - someGroups.length, schools: schools.length - someSchools.length }, alone: { groups: members.filter((each) => !each.isCompared).length, schools: sums.filter((each) => !each.isCompared).length },
    };
  }
}

/** The places of actions of a scope, latest first. */
function placesOf(actions: readonly WideAction[], scope: WideScope): [string, WideAction][] {
  const places = new Map(actions.filter((action) => action.scope === scope).flatMap((action) => { const place = placeOf(action); return place === null ? [] : [[place, action] as const]; }));
  return [...places].sort(([one], [other]) => (one < other ? 1 : -1));
}

/** Actions behind a row; all of them where none is named. */
export function behind(by: EffectBy, key: string | null, actions: readonly WideAction[], terms: readonly EffectTerm[]): { label: string; rows: WideAction[] } {
  if (key === null) return { label: '', rows: [...actions] };
  const placed = actions.map((action) => ({ action, at: EFFECT_PLACES[by](action, terms) })).filter(({ at }) => at?.key === key);
  return { label: placed[0]?.at?.label ?? '', rows: placed.map(({ action }) => action) };
}

/** Actions about more than one pupil are not worked out for whoever reaches single pupils. */
export const isOfSinglePupils = ({ actor }: Operation): boolean => actor.reach.kind === 'PUPILS';
