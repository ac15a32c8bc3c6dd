import { impactLimits, type EffectBy, type WideScope } from '@attendance/shared/meetings';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import { effectQuestion } from './effect-summary.service.ts';
import type { EffectFilter } from './impact.type.ts';
import type { WideDetailMaker } from './wide-detail.ts';
import { bothLimits, countedIn, isOf, SchoolCount, wideActionOf, wideCaveats, wideRows } from './wide-measures.ts';
import { behind, isOfSinglePupils, type FoundPlaces, type WidePlaces } from './wide-places.ts';
import type { WideRepository } from './wide.repository.ts';
import type { WideActionDetailType, WideActionPageType, WideEffectsType } from './wide.type.ts';

const SINGLE_PUPILS = 'You reach single pupils, so actions about groups, schools and the area are not worked out for you.';
const COMPARED: ReadonlySet<SchoolCount> = new Set([SchoolCount.BESIDE, SchoolCount.LAST_YEAR]);

/** What followed actions about groups, schools and the area: apart from what followed actions about single pupils, and never added to it. */
export class WideEffectService {
  constructor(private readonly wide: WideRepository, private readonly planner: PlannerRepository, private readonly places: WidePlaces, private readonly details: WideDetailMaker) {}

  async summary(operation: Operation, by: EffectBy, filter: EffectFilter): Promise<WideEffectsType> {
    const { terms, asked } = await effectQuestion(operation, this.planner, filter);
    Object.assign(operation.audit.details, { wideEffectBy: by, filter: { ...filter } });
    if (isOfSinglePupils(operation)) return { groups: [], schools: [], areaActions: 0, words: SINGLE_PUPILS, caveats: wideCaveats(null) };
    const limits = bothLimits(operation.today, impactLimits(operation.today));
    const actions = await this.wide.actions(operation, asked);
    const found = await this.places.find(operation, actions, limits, { isCompared: true });
    return {
      groups: wideRows(by, 'COHORT', actions, terms, found, limits), schools: wideRows(by, 'SCHOOL', actions, terms, found, limits), areaActions: actions.filter(({ scope }) => scope === 'AREA').length,
      words: `The middle of the differences stands beside each change: a pupil’s, or school’s, own change less that of what it is set beside.${leftWords(found, 'groups')}${leftWords(found, 'schools')}`, caveats: wideCaveats(null),
    };
  }

  /** The actions behind a row, or behind one count of a row about schools, latest first. */
  async list(operation: Operation, by: EffectBy, key: string | null, scope: WideScope, count: SchoolCount | null, filter: EffectFilter, offset: number, take: number): Promise<WideActionPageType> {
    const { terms, asked } = await effectQuestion(operation, this.planner, filter);
    const limits = bothLimits(operation.today, impactLimits(operation.today));
    const everything = isOfSinglePupils(operation) ? [] : await this.wide.actions(operation, asked);
    const all = everything.filter((action) => action.scope === scope);
    if (count !== null && scope !== 'SCHOOL') throw new Refusal(RefusalCode.INVALID, 'Only counts of schools open into their actions. Nothing was opened. Open the row without a count.');
    const { label, rows: whole } = behind(by, key, all, terms);
    // The same places as the table measures: those of every action it was asked about, not of this row alone.
    const counted = count === null ? null : await this.places.find(operation, all, limits, { isCompared: COMPARED.has(count) });
    const rows = count === null || counted === null ? whole : [...countedIn(whole, counted, limits).schools.values()].filter((each) => isOf(each, count)).map(({ action }) => action);
    const page = rows.reverse().slice(offset, offset + take);
    const found = counted ?? (await this.places.find(operation, page, limits, { isCompared: false }));
    Object.assign(operation.audit.details, { wideEffectBy: by, key, scope, count, filter: { ...filter }, offset, total: rows.length });
    return { label, total: rows.length, items: page.map((action) => wideActionOf(action, found, limits)) };
  }

  async detail(operation: Operation, taskId: number): Promise<WideActionDetailType> {
    const action = isOfSinglePupils(operation) ? null : await this.wide.find(operation, taskId);
    if (action === null) throw notFound('action about a group, a school or the area');
    operation.audit.schoolIds.add(action.schoolId);
    return this.details.of(operation, action, bothLimits(operation.today, impactLimits(operation.today)));
  }
}

const days = (count: number): string => `what was agreed on ${count} earlier ${count === 1 ? 'day' : 'days'}`;
/** What a table leaves out. */
function leftWords({ left, alone }: FoundPlaces, of: 'groups' | 'schools'): string {
  const untold = left[of] === 0 ? '' : ` Of ${of}, ${days(left[of])} is not worked out here: choose a term or a school to see it.`;
  return `${untold}${alone[of] === 0 ? '' : ` Of ${of}, ${days(alone[of])} is measured and set beside nothing here: choose a term or a school, or open the action.`}`;
}
