import { academicYearOf } from '@attendance/shared/calendar';
import { addDays, ruleValue } from '@attendance/shared/kernel';
import {
  ACTION_TYPES, actionTypeLabel, besideLastYear, changeInPoints, EffectBy, effectRowWords, IMPACT_CAVEATS, impactClass, impactLimits, impactSummary, INEFFECTIVE_REASONS, lastYearWords, leftBand, matchedEffect, matchedWords, meetingTerms, needsIneffectiveReason, SUPPORT_SERVICES, termLabel, WHY_NOT, whyNotCounts, whyNotOf, type ActionType, type ImpactClass, type ImpactLimits, type IneffectiveReason, type MeetingTerm, type SessionCount, type SupportService, type WhyNot,
} from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { once } from '../../tasks/index.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import type { MeetingTermType } from '../planner.type.ts';
import { effectOf } from './impact.loaders.ts';
import type { AboutAction, ActionFilter, ActionFound, EffectFound, ImpactRepository } from './impact.repository.ts';
import type { ActionEffectDetailType, EffectCaveatType, EffectFilter, EffectRowType, EffectSummaryType, MatchedPupilsType, PupilActionPageType, PupilActionType } from './impact.type.ts';
import type { MatchesFound, MatchingRepository } from './matching.repository.ts';
import type { WideRepository } from './wide.repository.ts';

/** A term with the last day an action may begin to be counted in it: the holidays after a term belong to it. */
export interface EffectTerm extends MeetingTermType { readonly until: string }

export function effectTerms(terms: readonly MeetingTerm[]): EffectTerm[] {
  return terms.map((term, index) => {
    const next = terms[index + 1];
    return { key: `${term.academicYear}-${term.season}`, label: termLabel(term), academicYear: term.academicYear, startsOn: term.startsOn, endsOn: term.endsOn, until: next === undefined ? term.endsOn : addDays(next.startsOn, -1) };
  });
}

export const CAVEATS: readonly EffectCaveatType[] = Object.entries(IMPACT_CAVEATS).map(([code, words]) => ({ code, words }));

/** What an action is called: its kind, or what was agreed. */
export const actionLabel = ({ type, what }: Pick<ActionFound, 'type' | 'what'>): string => (isActionType(type) ? actionTypeLabel(type) : what);
const isActionType = (type: string | null): type is ActionType => type !== null && Object.hasOwn(ACTION_TYPES, type);
/** A service of the list. */
export const isService = (service: string | null): service is SupportService => service !== null && Object.hasOwn(SUPPORT_SERVICES, service);

/** What an action is put together by. */
export type PlacedAction = Pick<ActionFound, 'type' | 'service' | 'schoolId' | 'schoolName' | 'anchorOn'>;
/** Where actions of one kind, service, school or term are put; null for those that have none. */
export const EFFECT_PLACES: Readonly<Record<EffectBy, (action: PlacedAction, terms: readonly EffectTerm[]) => { readonly key: string; readonly label: string } | null>> = {
  ACTION_TYPE: ({ type }) => (isActionType(type) ? { key: type, label: actionTypeLabel(type) } : { key: 'NONE', label: 'Of no kind' }),
  SERVICE: ({ service }) => (isService(service) ? { key: service, label: SUPPORT_SERVICES[service] } : null),
  SCHOOL: ({ schoolId, schoolName }) => ({ key: String(schoolId), label: schoolName }),
  TERM: ({ anchorOn }, terms) => terms.find(({ startsOn, until }) => startsOn <= anchorOn && anchorOn <= until) ?? null,
};

export interface EffectGroup { readonly key: string; readonly label: string; readonly actions: ActionFound[] }

/** Actions put together; of a pupil only the first of each group, so that nobody counts twice in a row. Groups in order of their names, terms in order of time. */
export function effectGroups(by: EffectBy, actions: readonly ActionFound[], terms: readonly EffectTerm[]): EffectGroup[] {
  const groups = new Map<string, EffectGroup & { readonly pupils: Set<number> }>();
  for (const action of actions) {
    const at = EFFECT_PLACES[by](action, terms);
    if (at === null) continue;
    const group = groups.get(at.key) ?? { key: at.key, label: at.label, actions: [], pupils: new Set<number>() };
    groups.set(at.key, group);
    if (group.pupils.has(action.pupilId)) continue;
    group.pupils.add(action.pupilId);
    group.actions.push(action);
  }
  const found = [...groups.values()];
  return by === EffectBy.TERM ? found : found.sort((one, other) => one.label.localeCompare(other.label));
}

type Counted = Pick<ActionFound, 'before' | 'after'>;
const impactOf = ({ before, after }: Counted, limits: ImpactLimits): ImpactClass => (before === null || after === null ? 'INSUFFICIENT' : impactClass(before, after, limits));
/** What was said of an action after which nothing improved; null of others. */
const saidOf = (action: Counted & Pick<ActionFound, 'whyNot'>, limits: ImpactLimits): WhyNot | null => whyNotOf({ impact: impactOf(action, limits), reason: action.whyNot });
const isEnough = (action: Counted, limits: ImpactLimits): boolean => impactOf(action, limits) !== 'INSUFFICIENT';
/** The change of an action that may be told, in percentage points. */
const changeOf = (action: Counted, limits: ImpactLimits): number | null => (action.before === null || action.after === null || !isEnough(action, limits) ? null : changeInPoints(action.before, action.after));

/** Which actions a filter asks for, and the terms there are. */
export async function effectQuestion(operation: Operation, planner: PlannerRepository, { term: key, phase, schoolId }: EffectFilter): Promise<{ terms: EffectTerm[]; term: EffectTerm | null; asked: ActionFilter }> {
  const terms = effectTerms(meetingTerms(await planner.calendar(operation)));
  const term = key ? terms.find((each) => each.key === key) : null;
  if (term === undefined) throw notFound('term');
  return { terms, term, asked: { from: term?.startsOn ?? null, until: term?.until ?? null, phase: phase ?? null, schoolId: schoolId ?? null, pupilId: null } };
}

/** What was followed by improvement, put together from actions within reach. */
export class EffectSummaryService {
  constructor(private readonly impact: ImpactRepository, private readonly matching: MatchingRepository, private readonly planner: PlannerRepository, private readonly wide: WideRepository) {}

  async summary(operation: Operation, by: EffectBy, filter: EffectFilter): Promise<EffectSummaryType> {
    const { terms, term, asked } = await effectQuestion(operation, this.planner, filter);
    const limits = impactLimits(operation.today);
    const actions = await this.impact.actions(operation, asked, limits);
    const groups = effectGroups(by, actions, terms);
    const { effects, words } = await this.effects(operation, groups.flatMap((group) => group.actions), limits);
    Object.assign(operation.audit.details, { effectBy: by, filter: { ...filter } });
    return {
      terms, term, caveats: [...CAVEATS], comparedWords: words, notBegun: await this.impact.notBegun(operation, asked),
      rows: groups.map((group) => rowOf(group, effects, limits)),
    };
  }

  /** The pupils behind a row, most improved first, those with too few sessions last. */
  async pupils(operation: Operation, by: EffectBy, key: string, filter: EffectFilter, { impact, whyNot }: { impact: ImpactClass | null; whyNot: WhyNot | null }, offset: number, take: number): Promise<PupilActionPageType> {
    const { terms, asked } = await effectQuestion(operation, this.planner, filter);
    const limits = impactLimits(operation.today);
    const group = effectGroups(by, await this.impact.actions(operation, asked, limits), terms).find((each) => each.key === key);
    const all = (group?.actions ?? []).filter((action) => (impact === null || impactOf(action, limits) === impact) && (whyNot === null || saidOf(action, limits) === whyNot)).map((action) => ({ action, change: changeOf(action, limits) ?? -Infinity }));
    all.sort((one, other) => (one.change === other.change ? one.action.taskId - other.action.taskId : other.change - one.change));
    const page = all.slice(offset, offset + take);
    Object.assign(operation.audit.details, { effectBy: by, key, impact, whyNot, filter: { ...filter }, offset, total: all.length });
    return { label: group?.label ?? '', total: all.length, items: await this.named(operation, page.map(({ action }) => action), limits) };
  }

  /** The actions about one pupil, latest first, done or not. */
  async ofPupil(operation: Operation, pupilId: string): Promise<PupilActionType[]> {
    const limits = impactLimits(operation.today);
    const id = /^\d{1,9}$/.test(pupilId) ? Number(pupilId) : -1;
    const names = await this.impact.names(operation, [id]);
    if (!names.has(id)) throw notFound('pupil');
    const actions = await this.impact.actions(operation, { from: null, until: null, phase: null, schoolId: null, pupilId: id }, limits);
    operation.audit.viewed(actions.map(({ pupilId: about }) => about));
    return this.named(operation, actions.reverse(), limits, names);
  }

  /** Everything of one action, with pupils alike. */
  async detail(operation: Operation, taskId: number): Promise<ActionEffectDetailType> {
    const limits = impactLimits(operation.today);
    const [found] = await this.impact.effects(operation, [taskId], limits);
    const about = found === undefined ? null : await this.impact.about(operation, taskId);
    if (found === undefined || about === null) throw notFound('action about a pupil');
    operation.audit.viewed([found.pupilId]);
    const [before, after, later] = [found.before ?? NOTHING, found.after ?? NOTHING, found.later ?? NOTHING];
    const left = leftBand(before, after, limits);
    const matches = isEnough(found, limits) && operation.actor.reach.kind !== 'PUPILS' ? await this.matching.matches(operation, [taskId], academicYearOf(operation.today), limits) : [];
    return {
      pupilId: found.pupilId, name: about.name, schoolName: about.schoolName, action: actionLabel(about), effect: effectOf(found, limits), later, laterDays: found.laterDays ?? 0, laterImpact: impactClass(before, later, limits), leftPersistent: left.persistent, leftSevere: left.severe, lastYearWords: await this.lastYear(operation, found, about.schoolId, limits),
      matched: matchedOf({ before, after }, matches[0]?.matches ?? [], limits), caveats: [...CAVEATS], version: about.version, ...explanationOf(operation, about, impactOf(found, limits)),
    };
  }

  /** Says why an action was not followed by better attendance. Refused where it was, where there is too little to say, and where it was changed since `version`. */
  async sayWhyNot(operation: Operation, taskId: number, version: number, reason: IneffectiveReason): Promise<ActionEffectDetailType> {
    once(operation);
    const was = await this.detail(operation, taskId);
    if (!needsIneffectiveReason(was.effect.impact)) throw new Refusal(RefusalCode.CONFLICT, 'Attendance improved after this action, or there is too little to say, so nobody is asked why it did not help. Nothing was saved.');
    if (!was.maySayWhy) throw new Refusal(RefusalCode.FORBIDDEN, 'Only its owner, the school it is of and attendance officers can say why this action did not help. Nothing was saved.');
    if (was.version !== version || !(await this.impact.sayWhyNot(operation, taskId, version, reason, `Why it did not help: ${INEFFECTIVE_REASONS[reason]}`))) {
      throw new Refusal(RefusalCode.CONFLICT, 'Somebody changed this action while you had it open. Nothing was saved. Look at what stands there now, and choose again.');
    }
    operation.audit.as(AuditKind.CHANGED, { task: taskId, whyNot: reason });
    return this.detail(operation, taskId);
  }

  /** The same pupil in the same school weeks a year earlier, counted no further than this year is. */
  private async lastYear(operation: Operation, { pupilId, anchorOn, before, after, beforeDays, days }: EffectFound, schoolId: number | null, limits: ImpactLimits): Promise<string> {
    const place = { key: 0, schoolId: schoolId ?? 0, anchorOn };
    const then = schoolId === null ? undefined : (await this.wide.lastYears(operation, [place])).get(0);
    const held = then === undefined ? null : await this.wide.pupilsThen(operation, [{ ...place, pupilId, anchorOn: then.day, span: { beforeDays: beforeDays ?? 0, firstDays: days ?? 0, secondDays: days ?? 0 } }]);
    return lastYearWords(besideLastYear({ before: before ?? NOTHING, after: after ?? NOTHING }, held?.get(0) ?? null, limits), academicYearOf(anchorOn), 'the pupil');
  }

  private async named(operation: Operation, actions: readonly ActionFound[], limits: ImpactLimits, known?: ReadonlyMap<number, string>): Promise<PupilActionType[]> {
    const names = known ?? (await this.impact.names(operation, actions.map(({ pupilId }) => pupilId)));
    const points = new Map((await this.impact.effects(operation, actions.map(({ taskId }) => taskId), limits)).map((each) => [each.taskId, each]));
    operation.audit.viewed(actions.map(({ pupilId }) => pupilId));
    return actions.map((action) => ({
      taskId: action.taskId, pupilId: action.pupilId, name: names.get(action.pupilId) ?? '', schoolName: action.schoolName, action: actionLabel(action), status: action.status,
      service: isService(action.service) ? SUPPORT_SERVICES[action.service] : null, effect: effectOf(points.get(action.taskId) ?? action, limits),
      whyNotWords: action.whyNot !== null && needsIneffectiveReason(impactOf(action, limits)) ? INEFFECTIVE_REASONS[action.whyNot] : null,
    }));
  }

  /** The effect of each action beside pupils alike, of the latest meetings only: so many schools and first days at a time. */
  private async effects(operation: Operation, actions: readonly ActionFound[], limits: ImpactLimits): Promise<{ readonly effects: ReadonlyMap<number, number>; readonly words: string }> {
    if (operation.actor.reach.kind === 'PUPILS') return { effects: new Map(), words: 'You reach single pupils, so there is nobody to set them beside.' };
    const enough = [...new Map(actions.map((each) => [each.taskId, each])).values()].filter((action) => isEnough(action, limits));
    const places = [...new Set(enough.map(placeOf).sort().reverse())];
    const asked = new Set(places.slice(0, ruleValue('impact.match-asked.meetings', operation.today)));
    const chosen = enough.filter((action) => asked.has(placeOf(action)));
    const found = chosen.length === 0 ? [] : await this.matching.matches(operation, chosen.map(({ taskId }) => taskId), academicYearOf(operation.today), limits);
    const byTask = new Map(chosen.map((action) => [action.taskId, action]));
    const effects = new Map(found.flatMap(({ taskId, matches }) => effectBeside(byTask.get(taskId), matches, limits)));
    const left = places.length - asked.size;
    return { effects, words: `${effects.size} of ${enough.length} actions with enough sessions are set beside at least ${limits.matchLeast} pupils alike${left > 0 ? `; those of the ${asked.size} latest school meetings were looked at, and ${left} earlier ones were not: choose a term or a school to see them` : ''}.` };
  }
}

const NOTHING: SessionCount = { possible: 0, attended: 0 };

/** Why an action did not help, and whether whoever asks may say it: who may answer an action, as the database has it. */
function explanationOf(operation: Operation, { side, ownerId, whyNot, saidOn, saidBy }: AboutAction, impact: ImpactClass): Pick<ActionEffectDetailType, 'whyNot' | 'maySayWhy'> {
  const { actor } = operation;
  const answers = actor.reach.kind === 'AUTHORITY' || (actor.reach.kind === 'SCHOOLS' && side === 'SCHOOL') || (ownerId !== null && ownerId === actor.userId);
  const isAsked = needsIneffectiveReason(impact);
  return { whyNot: isAsked && whyNot !== null ? { reason: whyNot, words: INEFFECTIVE_REASONS[whyNot], on: saidOn ?? '', by: saidBy ?? 'Somebody who has left' } : null, maySayWhy: isAsked && answers && operation.can('task:write') };
}
const meanPercent = (counts: readonly SessionCount[]): number => counts.reduce((sum, { possible, attended }) => sum + (attended * 100) / possible, 0) / counts.length;

/** Pupils alike of one action; null where they are too few. */
function matchedOf(own: { before: SessionCount; after: SessionCount }, matches: MatchesFound['matches'], limits: ImpactLimits): MatchedPupilsType | null {
  const effect = matchedEffect(own, matches, limits);
  if (effect === null) return null;
  const facts = { pupils: matches.length, meanBefore: meanPercent(matches.map(({ before }) => before)), meanAfter: meanPercent(matches.map(({ after }) => after)), effect };
  return { ...facts, words: matchedWords(facts) };
}

const placeOf = ({ anchorOn, schoolId }: ActionFound): string => `${anchorOn} ${schoolId}`;

function effectBeside(own: ActionFound | undefined, matches: MatchesFound['matches'], limits: ImpactLimits): [number, number][] {
  if (own === undefined || own.before === null || own.after === null) return [];
  const effect = matchedEffect({ before: own.before, after: own.after }, matches, limits);
  return effect === null ? [] : [[own.taskId, effect]];
}

function rowOf({ key, label, actions }: EffectGroup, effects: ReadonlyMap<number, number>, limits: ImpactLimits): EffectRowType {
  const measured = actions.map((action) => ({ taskId: action.taskId, impact: impactOf(action, limits), value: changeOf(action, limits) }));
  const whole = impactSummary(measured, limits);
  const beside = impactSummary(measured.flatMap(({ taskId, impact }) => { const value = effects.get(taskId); return value === undefined ? [] : [{ impact, value }]; }), limits);
  return {
    key, label, pupils: whole.pupils, insufficient: whole.insufficient, isHidden: whole.isHidden, improved: whole.classes?.IMPROVED ?? null, stable: whole.classes?.STABLE ?? null, worse: whole.classes?.WORSE ?? null, improvedPercent: whole.improvedPercent,
    median: whole.median, interval: whole.interval, compared: beside.pupils, effect: whole.isHidden ? null : beside.median, effectInterval: whole.isHidden ? null : beside.interval, whyNot: whole.isHidden ? [] : whyNotCounts(actions.map((action) => saidOf(action, limits))).map(({ reason, pupils }) => ({ reason, words: WHY_NOT[reason], pupils })), words: effectRowWords(whole, beside, limits.shownFrom),
  };
}
