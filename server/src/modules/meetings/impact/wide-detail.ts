import { academicYearOf } from '@attendance/shared/calendar';
import {
  areaEffectWords, areaImpact, besideLastYear, besideSchools, besideSchoolsWords, changeInPoints, groupEffectWords, groupImpact, groupLastYearWords, groupMatchedWords, ImpactClass, impactClass, lastYearWords, matchedEffect, NO_SCHOOLS_BESIDE, schoolEffectWords, schoolImpact,
  type BesideLastYear, type CountPair, type GroupImpact, type ImpactLimits, type NoSchoolsBeside,
} from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { SimilarOutcome, type SimilarReader } from '../../analysis/index.ts';
import type { MatchingRepository } from './matching.repository.ts';
import { daysOfGroup, groupAlone, groupPlace, NO_GROUP, placeOf, schoolPlace, wideActionOf, wideCaveats, type BothLimits } from './wide-measures.ts';
import type { MemberFound, SchoolFound, WideAction, WideRepository } from './wide.repository.ts';
import type { WideActionDetailType, WideComparisonType } from './wide.type.ts';

const NOTHING = { possible: 0, attended: 0 };
const NO_ONE: Omit<SchoolFound, 'key'> = { beforeFrom: null, beforeDays: 0, days: 0, laterDays: 0, pupils: 0, others: 0, before: NOTHING, after: NOTHING, laterPupils: 0, laterBefore: NOTHING, later: NOTHING };
type Part = Omit<WideActionDetailType, keyof ReturnType<typeof wideActionOf> | 'caveats'> & Pick<WideActionDetailType, 'impact' | 'words'>;
type Beside = Pick<WideComparisonType, 'code' | 'label' | 'words'> & Partial<WideComparisonType>;
const beside = ({ code, label, words, change = null, effect = null, interval = null, size = 0 }: Beside): WideComparisonType => ({ code, label, change, effect, interval, size, words });
/** The days that have passed, so that what an action is set beside is counted no further than the action itself. */
const reached = (limits: ImpactLimits, { beforeDays, days, laterDays }: Pick<SchoolFound, 'beforeDays' | 'days' | 'laterDays'>): ImpactLimits => ({ ...limits, beforeDays, firstDays: days, secondDays: Math.max(days, laterDays) });
const byDays = ({ beforeDays, days }: { beforeDays: number; days: number }): string => `${beforeDays} school days before the first day of the action and ${days} from it are held, by the calendar of the school.`;

/** Everything of one action about more than one pupil, with what it may honestly be set beside. */
export class WideDetailMaker {
  constructor(private readonly wide: WideRepository, private readonly matching: MatchingRepository, private readonly similar: SimilarReader) {}

  async of(operation: Operation, action: WideAction, limits: BothLimits): Promise<WideActionDetailType> {
    const part = action.scope === 'AREA' ? await this.area(operation, action, limits) : action.scope === 'SCHOOL' ? await this.school(operation, action, limits) : await this.group(operation, action, limits);
    return { ...wideActionOf(action, { schools: new Map(), groups: new Map() }, limits), ...part, caveats: wideCaveats(action.scope) };
  }

  private async school(operation: Operation, action: WideAction, { pupil, wide }: BothLimits): Promise<Part> {
    const [own = NO_ONE] = await this.wide.schools(operation, [schoolPlace(action, 0)], pupil);
    const impact = schoolImpact(own, wide);
    const narrow = reached(pupil, own);
    const last = await this.schoolThen(operation, action, narrow);
    const change = impact === ImpactClass.INSUFFICIENT ? null : changeInPoints(own.before, own.after);
    const later = { pupils: own.laterPupils, others: 0, before: own.laterBefore, after: own.later };
    return {
      before: own.before, after: own.after, change, impact, words: schoolEffectWords(own, impact, { anchorOn: action.anchorOn, ...own }),
      laterWords: schoolEffectWords(later, schoolImpact(later, wide), { anchorOn: action.anchorOn, beforeDays: own.beforeDays, days: own.laterDays }), asOf: byDays(own),
      comparisons: [await this.similarSchools(operation, action, own, narrow, { pupil, wide }), sameWeeks(besideLastYear(own, last, wide.school), action, 'the school', last?.pupils ?? 0)],
    };
  }

  /** The school in the same weeks a year earlier; null where its registers do not hold all of them. */
  private async schoolThen(operation: Operation, action: WideAction, limits: ImpactLimits): Promise<SchoolFound | null> {
    const then = await this.wide.lastYear(operation, action.schoolId, action.anchorOn);
    const [last] = then === null ? [] : await this.wide.schools(operation, [{ ...schoolPlace(action, 0), anchorOn: then.day }], limits);
    const isHeld = last !== undefined && last.beforeDays >= limits.beforeDays && last.days >= limits.firstDays && last.beforeFrom !== null && (then?.heldFrom ?? '9999') <= last.beforeFrom;
    return isHeld ? last : null;
  }

  private async similarSchools(operation: Operation, action: WideAction, own: Omit<SchoolFound, 'key'>, narrow: ImpactLimits, { wide }: BothLimits): Promise<WideComparisonType> {
    const none = (why: NoSchoolsBeside): WideComparisonType => beside({ code: 'SIMILAR_SCHOOLS', label: 'Similar schools', words: NO_SCHOOLS_BESIDE[why] });
    if (schoolImpact(own, wide) === ImpactClass.INSUFFICIENT) return none('INSUFFICIENT');
    const { outcome, schools } = await this.similar.of(operation, action.schoolId);
    if (outcome !== SimilarOutcome.COMPARED) return none(outcome);
    const others = await this.wide.schools(operation, schools.map(({ schoolId }, key) => ({ key, schoolId, anchorOn: action.anchorOn })), narrow);
    const found = besideSchools(own, others, wide);
    return found === null ? none('TOO_FEW') : beside({ code: 'SIMILAR_SCHOOLS', label: 'Similar schools', words: besideSchoolsWords(found), change: found.meanChange, effect: found.effect, size: found.schools });
  }

  private async group(operation: Operation, action: WideAction, { pupil }: BothLimits): Promise<Part> {
    if (placeOf(action) === null) return untold(NO_GROUP);
    const members = await this.wide.members(operation, [groupPlace(action, 0)], pupil);
    const days = daysOfGroup(members);
    const narrow = reached(pupil, days);
    const enough = members.filter(({ before, after }) => impactClass(before, after, pupil) !== ImpactClass.INSUFFICIENT);
    const effects = enough.length < pupil.shownFrom ? new Map<number, number>() : await this.alike(operation, enough, action, narrow);
    const then = enough.length < pupil.shownFrom ? null : await this.wide.lastYear(operation, action.schoolId, action.anchorOn);
    const lastYear = then === null ? new Map<number, CountPair>() : await this.wide.pupilsThen(operation, enough.map(({ pupilId }) => pupilId), action.schoolId, then.day, narrow);
    const found = groupImpact(members.map(({ before, after, enrolmentId, pupilId }) => ({ before, after, matched: effects.get(enrolmentId) ?? null, lastYear: lastYear.get(pupilId) ?? null })), pupil);
    const later = groupAlone(members.map((member) => ({ ...member, after: member.later })), pupil);
    return {
      ...shownPair(found), impact: null, change: found.own.median, words: groupEffectWords(found, pupil.shownFrom, { anchorOn: action.anchorOn, ...days }),
      laterWords: groupEffectWords(later, pupil.shownFrom, { anchorOn: action.anchorOn, beforeDays: days.beforeDays, days: days.laterDays }), asOf: byDays(days),
      comparisons: [
        beside({ code: 'PUPILS_ALIKE', label: 'Pupils alike', words: groupMatchedWords(found), effect: found.matched.median, interval: found.matched.interval, size: found.matched.median === null ? 0 : found.matched.pupils }),
        beside({ code: 'LAST_YEAR', label: 'Same weeks last year', words: groupLastYearWords(found, academicYearOf(action.anchorOn)), effect: found.lastYear.median, interval: found.lastYear.interval, size: found.lastYear.median === null ? 0 : found.lastYear.pupils }),
      ],
    };
  }

  /** The effect of each pupil beside pupils alike, by enrolment; of those without enough alike there is none. */
  private async alike(operation: Operation, members: readonly MemberFound[], { anchorOn }: WideAction, limits: ImpactLimits): Promise<Map<number, number>> {
    const found = new Map((await this.matching.matchesOfGroup(operation, members.map(({ enrolmentId }) => enrolmentId), anchorOn, academicYearOf(operation.today), limits)).map(({ taskId, matches }) => [taskId, matches]));
    return new Map(members.flatMap((member) => { const effect = matchedEffect(member, found.get(member.enrolmentId) ?? [], limits); return effect === null ? [] : [[member.enrolmentId, effect]]; }));
  }

  private async area(operation: Operation, { anchorOn }: WideAction, { wide }: BothLimits): Promise<Part> {
    if (operation.actor.reach.kind !== 'AUTHORITY') return untold('The area is told to those who see all its schools. The attendance team does.');
    const { beforeWeeks, firstWeeks, secondWeeks } = wide;
    const first = areaImpact(await this.wide.area(operation, anchorOn, wide, firstWeeks), wide);
    const second = areaImpact(await this.wide.area(operation, anchorOn, wide, secondWeeks), wide);
    return {
      before: first.before, after: first.after, change: changeInPoints(first.before, first.after), impact: null, words: areaEffectWords(first, anchorOn, beforeWeeks, firstWeeks), laterWords: areaEffectWords(second, anchorOn, beforeWeeks, secondWeeks),
      asOf: 'Whole school weeks, by the calendar of each school, as far as its marks reach.', comparisons: [sameWeeks(first.lastYear, { anchorOn }, first.lastYear?.schools === 1 ? 'the same school' : `the same ${first.lastYear?.schools ?? 0} schools`, first.lastYear?.schools ?? 0)],
    };
  }
}

/** A group too small is told as a number of pupils and nothing else. */
const shownPair = ({ own, before, after }: GroupImpact): Pick<Part, 'before' | 'after'> => (own.isHidden ? { before: NOTHING, after: NOTHING } : { before, after });
const untold = (words: string): Part => ({ before: NOTHING, after: NOTHING, change: null, impact: null, words, laterWords: words, asOf: '', comparisons: [] });

function sameWeeks(found: BesideLastYear | null, { anchorOn }: Pick<WideAction, 'anchorOn'>, who: string, size: number): WideComparisonType {
  return beside({ code: 'LAST_YEAR', label: 'Same weeks last year', words: lastYearWords(found, academicYearOf(anchorOn), who), ...(found === null ? {} : { change: found.change, effect: found.effect, size }) });
}
