import { ruleValue } from '@attendance/shared/kernel';
import { impactLimits, type EffectBy, type ImpactLimits, type WideScope } from '@attendance/shared/meetings';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import { EFFECT_PLACES, effectQuestion, type EffectTerm } from './effect-summary.service.ts';
import type { EffectFilter } from './impact.type.ts';
import type { WideDetailMaker } from './wide-detail.ts';
import { bothLimits, countedBy, groupPlace, placeOf, schoolPlace, wideActionOf, wideCaveats, wideRows, type Found, type SchoolCount } from './wide-measures.ts';
import type { MemberFound, WideAction, WideRepository } from './wide.repository.ts';
import type { WideActionDetailType, WideActionPageType, WideEffectsType } from './wide.type.ts';

const SINGLE_PUPILS = 'You reach single pupils, so actions about groups, schools and the area are not worked out for you.';
const isOfSinglePupils = ({ actor }: Operation): boolean => actor.reach.kind === 'PUPILS';

/** What followed actions about groups, schools and the area: apart from what followed actions about single pupils, and never added to it. */
export class WideEffectService {
  constructor(private readonly wide: WideRepository, private readonly planner: PlannerRepository, private readonly details: WideDetailMaker) {}

  async summary(operation: Operation, by: EffectBy, filter: EffectFilter): Promise<WideEffectsType> {
    const { terms, asked } = await effectQuestion(operation, this.planner, filter);
    Object.assign(operation.audit.details, { wideEffectBy: by, filter: { ...filter } });
    if (isOfSinglePupils(operation)) return { groups: [], schools: [], areaActions: 0, words: SINGLE_PUPILS, caveats: wideCaveats(null) };
    const limits = bothLimits(operation.today, impactLimits(operation.today));
    const actions = await this.wide.actions(operation, asked);
    const { found, left } = await this.found(operation, actions, limits.pupil);
    return {
      groups: wideRows(by, 'COHORT', actions, terms, found, limits), schools: wideRows(by, 'SCHOOL', actions, terms, found, limits), areaActions: actions.filter(({ scope }) => scope === 'AREA').length,
      words: `How each stood beside pupils alike, similar schools and the same weeks last year is on its own page.${leftWords(left.groups, 'groups')}${leftWords(left.schools, 'schools')}`, caveats: wideCaveats(null),
    };
  }

  /** The actions behind a row, or behind one count of a row about schools, latest first. */
  async list(operation: Operation, by: EffectBy, key: string | null, scope: WideScope, count: SchoolCount | null, filter: EffectFilter, offset: number, take: number): Promise<WideActionPageType> {
    const { terms, asked } = await effectQuestion(operation, this.planner, filter);
    const limits = bothLimits(operation.today, impactLimits(operation.today));
    const all = isOfSinglePupils(operation) ? [] : (await this.wide.actions(operation, asked)).filter((action) => action.scope === scope);
    if (count !== null && scope !== 'SCHOOL') throw new Refusal(RefusalCode.INVALID, 'Only counts of schools open into their actions. Nothing was opened. Open the row without a count.');
    const { label, rows: whole } = behind(by, key, all, terms);
    // The same places as the table measures: those of every action it was asked about, not of this row alone.
    const everything = count === null ? null : (await this.found(operation, all, limits.pupil)).found;
    const rows = count === null || everything === null ? whole : countedBy(count, whole, everything.schools, limits.wide);
    const page = rows.reverse().slice(offset, offset + take);
    const found = everything ?? (await this.found(operation, page, limits.pupil)).found;
    Object.assign(operation.audit.details, { wideEffectBy: by, key, scope, count, filter: { ...filter }, offset, total: rows.length });
    return { label, total: rows.length, items: page.map((action) => wideActionOf(action, found, limits)) };
  }

  async detail(operation: Operation, taskId: number): Promise<WideActionDetailType> {
    const action = isOfSinglePupils(operation) ? null : await this.wide.find(operation, taskId);
    if (action === null) throw notFound('action about a group, a school or the area');
    operation.audit.schoolIds.add(action.schoolId);
    return this.details.of(operation, action, bothLimits(operation.today, impactLimits(operation.today)));
  }

  /** The latest places of groups, and the latest of schools, each measured once and all in one statement. */
  private async found(operation: Operation, actions: readonly WideAction[], limits: ImpactLimits): Promise<{ readonly found: Found; readonly left: { readonly groups: number; readonly schools: number } }> {
    const most = ruleValue('impact.wide-asked.actions', operation.today);
    const [groups, schools] = [placesOf(actions, 'COHORT'), placesOf(actions, 'SCHOOL')];
    const [someGroups, someSchools] = [groups.slice(0, most), schools.slice(0, most)];
    const members = await this.wide.members(operation, someGroups.map(([, action], key) => groupPlace(action, key)), limits);
    const sums = await this.wide.schools(operation, someSchools.map(([, action], key) => schoolPlace(action, key)), limits);
    const byGroup = new Map<string, MemberFound[]>(someGroups.map(([place]) => [place, []]));
    for (const member of members) byGroup.get(someGroups[member.key]?.[0] ?? '')?.push(member);
    return { found: { groups: byGroup, schools: new Map(sums.map((sum) => [someSchools[sum.key]?.[0] ?? '', sum])) }, left: { groups: groups.length - someGroups.length, schools: schools.length - someSchools.length } };
  }
}

/** What a table leaves out. */
const leftWords = (left: number, of: string): string => (left === 0 ? '' : ` Of ${of}, what was agreed on ${left} earlier ${left === 1 ? 'day' : 'days'} is not worked out here: choose a term or a school to see it.`);

/** The places of actions of a scope, latest first. */
function placesOf(actions: readonly WideAction[], scope: WideScope): [string, WideAction][] {
  const places = new Map(actions.filter((action) => action.scope === scope).flatMap((action) => { const place = placeOf(action); return place === null ? [] : [[place, action] as const]; }));
  return [...places].sort(([one], [other]) => (one < other ? 1 : -1));
}

/** Actions behind a row; all of them where none is named. */
function behind(by: EffectBy, key: string | null, actions: readonly WideAction[], terms: readonly EffectTerm[]): { label: string; rows: WideAction[] } {
  if (key === null) return { label: '', rows: [...actions] };
  const placed = actions.map((action) => ({ action, at: EFFECT_PLACES[by](action, terms) })).filter(({ at }) => at?.key === key);
  return { label: placed[0]?.at?.label ?? '', rows: placed.map(({ action }) => action) };
}

