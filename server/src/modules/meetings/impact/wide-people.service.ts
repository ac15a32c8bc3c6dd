import { academicYearOf } from '@attendance/shared/calendar';
import { besideLastYear, changeInPoints, GROUP_PEOPLE_WORDS, impactClass, impactLimits, lastYearWords, leftOutWords, PeopleCount, pointsWords, SCHOOL_PEOPLE_WORDS, tooFewWords, type EffectBy, type ImpactLimits } from '@attendance/shared/meetings';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import { actionLabel, effectQuestion } from './effect-summary.service.ts';
import { effectOf } from './impact.loaders.ts';
import type { ImpactRepository } from './impact.repository.ts';
import type { EffectFilter } from './impact.type.ts';
import type { MemberBeside } from './wide-groups.ts';
import { aboutOf, bothLimits, countedIn, isOf, placeOf, schoolPlace, type CountedPupil } from './wide-measures.ts';
import { behind, isOfSinglePupils, type WidePlaces } from './wide-places.ts';
import type { WideSchools } from './wide-schools.ts';
import type { MemberFound, RollFound, WideAction, WideRepository } from './wide.repository.ts';
import type { WidePupilPageType, WidePupilType } from './wide.type.ts';

/** A pupil behind a count, not yet named. */
interface Listed { readonly action: WideAction; readonly anchorOn: string; readonly found: MemberFound; readonly note: string }
export interface PeoplePage { readonly offset: number; readonly take: number }

const COMPARED: ReadonlySet<PeopleCount> = new Set([PeopleCount.BESIDE, PeopleCount.NOT_BESIDE, PeopleCount.LAST_YEAR, PeopleCount.NOT_LAST_YEAR]);

/** The very pupils that counts of actions about groups and schools are of, each with what followed and why it is counted or left out. */
export class WidePeopleService {
  constructor(private readonly wide: WideRepository, private readonly impact: ImpactRepository, private readonly planner: PlannerRepository, private readonly places: WidePlaces, private readonly schools: WideSchools) {}

  /** Behind one count of a row about groups. */
  async ofRow(operation: Operation, by: EffectBy, key: string, count: PeopleCount, filter: EffectFilter, page: PeoplePage): Promise<WidePupilPageType> {
    const { terms, asked } = await effectQuestion(operation, this.planner, filter);
    const words = wordsOf(GROUP_PEOPLE_WORDS, count);
    const limits = bothLimits(operation.today, impactLimits(operation.today));
    const all = isOfSinglePupils(operation) ? [] : (await this.wide.actions(operation, asked)).filter(({ scope }) => scope === 'COHORT');
    const { label, rows } = behind(by, key, all, terms);
    // The same places as the table measures and compares, so that it lists whom it counts.
    const found = await this.places.find(operation, all, limits, { isCompared: COMPARED.has(count) });
    const people = [...countedIn(rows, found, limits).pupils.values()].filter((each) => isOf(each, count));
    Object.assign(operation.audit.details, { wideEffectBy: by, key, count, filter: { ...filter } });
    return { label, words, ...(await this.page(operation, people.map((each) => memberOf(each, count, limits.pupil)), page, limits.pupil)) };
  }

  /** Behind one count of an action about a group or a school. */
  async ofAction(operation: Operation, taskId: number, count: PeopleCount, isLater: boolean, page: PeoplePage): Promise<WidePupilPageType> {
    const action = isOfSinglePupils(operation) ? null : await this.wide.find(operation, taskId);
    if (action === null || action.scope === 'AREA') throw notFound('action about a group or a school');
    operation.audit.schoolIds.add(action.schoolId);
    const words = wordsOf(action.scope === 'SCHOOL' ? SCHOOL_PEOPLE_WORDS : GROUP_PEOPLE_WORDS, count);
    if (isLater && COMPARED.has(count)) throw unknownCount();
    const limits = impactLimits(operation.today);
    const people = action.scope === 'SCHOOL' ? await this.ofSchool(operation, action, count, isLater, limits) : await this.ofGroup(operation, action, count, isLater, limits);
    Object.assign(operation.audit.details, { wideAction: taskId, count, isLater });
    return { label: `${actionLabel(action)}, ${aboutOf(action)}`, words: isLater ? `${words}, over the longer time` : words, ...(await this.page(operation, people, page, limits)) };
  }

  private async ofGroup(operation: Operation, action: WideAction, count: PeopleCount, isLater: boolean, limits: ImpactLimits): Promise<Listed[]> {
    const both = bothLimits(operation.today, limits);
    const { groups } = await this.places.find(operation, [action], both, { isCompared: COMPARED.has(count) });
    const members = (groups.get(placeOf(action) ?? '')?.members ?? []).map((member): MemberBeside => (isLater ? { ...member, after: member.later, days: member.laterDays } : member));
    // Each enrolment, as the page of the action counts them: a row of a table counts pupils.
    const counted = members.map((member): CountedPupil => ({ action, member, pair: member, impact: impactClass(member.before, member.after, limits), beside: member.matched, lastYear: besideLastYear(member, member.lastYear, limits)?.effect ?? null }));
    return counted.filter((each) => isOf(each, count)).map((each) => memberOf(each, count, limits));
  }

  private async ofSchool(operation: Operation, action: WideAction, count: PeopleCount, isLater: boolean, limits: ImpactLimits): Promise<Listed[]> {
    const place = count === PeopleCount.LAST_YEAR ? (await this.schools.measure(operation, [schoolPlace(action, 0)], bothLimits(operation.today, limits), 1))[0]?.lastYear?.roll : { ...schoolPlace(action, 0), span: limits };
    if (place === undefined) return [];
    const roll = await this.wide.roll(operation, place);
    const stayed = (each: RollFound): boolean => (isLater ? each.stayedLater : each.stayed);
    return roll.filter((each) => stayed(each) === (count !== PeopleCount.LEFT_OUT)).map((each): Listed => {
      const found = isLater ? { ...each, after: each.later, days: each.laterDays } : each;
      return { action, anchorOn: place.anchorOn, found, note: count === PeopleCount.LEFT_OUT ? leftOutWords({ ...found, from: each.beforeFrom, to: isLater ? each.secondTo : each.firstTo }) : '' };
    });
  }

  /** One page of them with their names, the most improved first, those with too few sessions last; who is on it is in the trail. */
  private async page(operation: Operation, people: readonly Listed[], { offset, take }: PeoplePage, limits: ImpactLimits): Promise<Pick<WidePupilPageType, 'total' | 'items'>> {
    const changeOf = ({ found: { before, after } }: Listed): number => (impactClass(before, after, limits) === 'INSUFFICIENT' ? -Infinity : (changeInPoints(before, after) ?? -Infinity));
    const sorted = people.map((each) => ({ each, change: changeOf(each) })).sort((one, other) => (one.change === other.change ? one.each.found.pupilId - other.each.found.pupilId || one.each.found.enrolmentId - other.each.found.enrolmentId : other.change - one.change));
    const shown = sorted.slice(offset, offset + take).map(({ each }) => each);
    const names = await this.impact.names(operation, shown.map(({ found }) => found.pupilId));
    operation.audit.viewed(shown.map(({ found }) => found.pupilId));
    Object.assign(operation.audit.details, { offset, total: people.length });
    return {
      total: people.length,
      items: shown.map(({ action, anchorOn, found, note }): WidePupilType => ({
        pupilId: found.pupilId, name: names.get(found.pupilId) ?? '', schoolName: action.schoolName, about: aboutOf(action), action: actionLabel(action), note, effect: effectOf({ ...found, taskId: action.taskId, anchorOn }, limits),
      })),
    };
  }
}

const unknownCount = (): Refusal => new Refusal(RefusalCode.INVALID, 'This is no count of pupils of such an action. Nothing was opened. Open the count from the page that shows it.');

function wordsOf(words: Readonly<Partial<Record<PeopleCount, string>>>, count: PeopleCount): string {
  const said = words[count];
  if (said === undefined) throw unknownCount();
  return said;
}

/** A pupil of a group, with why it is told or not. */
function memberOf({ action, member, beside }: CountedPupil, count: PeopleCount, limits: ImpactLimits): Listed {
  return { action, anchorOn: action.anchorOn, found: member, note: noteOf(member, beside, action.anchorOn, count, limits) };
}

function noteOf(member: MemberBeside, beside: number | null, anchorOn: string, count: PeopleCount, limits: ImpactLimits): string {
  if (count === PeopleCount.INSUFFICIENT) return tooFewWords(member, limits.leastSessions);
  if (count === PeopleCount.BESIDE && beside !== null) return `Measured against pupils alike: ${pointsWords(beside)}.`;
  if (count === PeopleCount.NOT_BESIDE) return `Fewer than ${limits.matchLeast} pupils alike, outside the group, with enough sessions.`;
  const year = academicYearOf(anchorOn);
  return count === PeopleCount.LAST_YEAR || count === PeopleCount.NOT_LAST_YEAR ? lastYearWords(besideLastYear(member, member.lastYear, limits), year, 'the pupil') : '';
}
