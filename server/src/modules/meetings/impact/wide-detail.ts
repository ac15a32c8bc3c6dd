import { academicYearOf } from '@attendance/shared/calendar';
import {
  areaEffectWords, areaImpact, besideSchoolsWords, changeInPoints, GROUP_PEOPLE_WORDS, groupEffectWords, groupImpact, groupLastYearWords, groupMatchedWords, ImpactClass, lastYearWords, NO_SCHOOLS_BESIDE, PeopleCount, SCHOOL_PEOPLE_WORDS, schoolEffectWords, schoolImpact,
  type BesideLastYear, type GroupImpact, type ImpactSummary,
} from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { daysOfGroup, type WideGroups } from './wide-groups.ts';
import { groupAlone, groupPlace, NO_GROUP, placeOf, schoolPlace, wideActionOf, wideCaveats, type BothLimits } from './wide-measures.ts';
import type { SchoolMeasured, WideSchools } from './wide-schools.ts';
import type { WideAction, WideRepository } from './wide.repository.ts';
import type { WideActionDetailType, WideComparisonType, WidePeopleType } from './wide.type.ts';

const NOTHING = { possible: 0, attended: 0 };
type Part = Omit<WideActionDetailType, keyof ReturnType<typeof wideActionOf> | 'caveats'> & Pick<WideActionDetailType, 'impact' | 'words'>;
type Beside = Pick<WideComparisonType, 'code' | 'label' | 'words'> & Partial<WideComparisonType>;
const beside = ({ code, label, words, change = null, effect = null, interval = null, size = 0 }: Beside): WideComparisonType => ({ code, label, change, effect, interval, size, words });
const byDays = ({ beforeDays, days }: { beforeDays: number; days: number }): string => `${beforeDays} school days before the first day of the action and ${days} from it are held, by the calendar of the school.`;

/** Everything of one action about more than one pupil, with what it may honestly be set beside. */
export class WideDetailMaker {
  constructor(private readonly wide: WideRepository, private readonly groups: WideGroups, private readonly schools: WideSchools) {}

  async of(operation: Operation, action: WideAction, limits: BothLimits): Promise<WideActionDetailType> {
    const part = action.scope === 'AREA' ? await this.area(operation, action, limits) : action.scope === 'SCHOOL' ? await this.school(operation, action, limits) : await this.group(operation, action, limits);
    return { ...wideActionOf(action, { schools: new Map(), groups: new Map() }, limits), ...part, caveats: wideCaveats(action.scope) };
  }

  private async school(operation: Operation, action: WideAction, limits: BothLimits): Promise<Part> {
    const [own] = await this.schools.measure(operation, [schoolPlace(action, 0)], limits, 1);
    if (own === undefined) throw new Error('One place gives one school.');
    for (const id of own.similarIds) operation.audit.schoolIds.add(id);
    const impact = schoolImpact(own, limits.wide);
    const later = { pupils: own.laterPupils, others: 0, before: own.laterBefore, after: own.later };
    return {
      before: own.before, after: own.after, change: impact === ImpactClass.INSUFFICIENT ? null : changeInPoints(own.before, own.after), impact, words: schoolEffectWords(own, impact, { anchorOn: action.anchorOn, ...own }),
      laterWords: schoolEffectWords(later, schoolImpact(later, limits.wide), { anchorOn: action.anchorOn, beforeDays: own.beforeDays, days: own.laterDays }), asOf: byDays(own),
      comparisons: [similarSchools(own), sameWeeks(own.lastYear, action, 'the school', own.lastYear?.pupils ?? 0)], people: peopleOfSchool(own),
    };
  }

  private async group(operation: Operation, action: WideAction, { pupil }: BothLimits): Promise<Part> {
    if (placeOf(action) === null) return untold(NO_GROUP);
    const [measured] = await this.groups.measure(operation, [groupPlace(action, 0)], pupil, 1);
    const members = measured?.members ?? [];
    const days = daysOfGroup(members);
    const found = groupImpact(members, pupil);
    const later = groupAlone(members.map((member) => ({ ...member, after: member.later })), pupil);
    return {
      ...shownPair(found), impact: null, change: found.own.median, words: groupEffectWords(found, pupil.shownFrom, { anchorOn: action.anchorOn, ...days }),
      laterWords: groupEffectWords(later, pupil.shownFrom, { anchorOn: action.anchorOn, beforeDays: days.beforeDays, days: days.laterDays }), asOf: byDays(days),
      comparisons: [
        beside({ code: 'PUPILS_ALIKE', label: 'Pupils alike', words: groupMatchedWords(found), ...told(found.matched) }),
        beside({ code: 'LAST_YEAR', label: 'Same weeks last year', words: groupLastYearWords(found, academicYearOf(action.anchorOn)), ...told(found.lastYear) }),
      ],
      people: [...peopleOfGroup(found, false), ...peopleOfGroup(later, true)],
    };
  }

  private async area(operation: Operation, { anchorOn }: WideAction, { wide }: BothLimits): Promise<Part> {
    if (operation.actor.reach.kind !== 'AUTHORITY') return untold('The area is told to those who see all its schools. The attendance team does.');
    const { beforeWeeks, firstWeeks, secondWeeks } = wide;
    const first = areaImpact(await this.wide.area(operation, anchorOn, wide, firstWeeks), wide);
    const second = areaImpact(await this.wide.area(operation, anchorOn, wide, secondWeeks), wide);
    return {
      before: first.before, after: first.after, change: changeInPoints(first.before, first.after), impact: null, words: areaEffectWords(first, anchorOn, beforeWeeks, firstWeeks), laterWords: areaEffectWords(second, anchorOn, beforeWeeks, secondWeeks),
      asOf: 'Whole school weeks, by the calendar of each school, as far as its marks reach.', comparisons: [sameWeeks(first.lastYear, { anchorOn }, first.lastYear?.schools === 1 ? 'the same school' : `the same ${first.lastYear?.schools ?? 0} schools`, first.lastYear?.schools ?? 0)], people: [],
    };
  }
}

/** A group too small is told as a number of pupils and nothing else. */
const shownPair = ({ own, before, after }: GroupImpact): Pick<Part, 'before' | 'after'> => (own.isHidden ? { before: NOTHING, after: NOTHING } : { before, after });
const untold = (words: string): Part => ({ before: NOTHING, after: NOTHING, change: null, impact: null, words, laterWords: words, asOf: '', comparisons: [], people: [] });
const told = ({ median, interval, pupils }: ImpactSummary): Pick<WideComparisonType, 'effect' | 'interval' | 'size'> => ({ effect: median, interval, size: median === null ? 0 : pupils });

function similarSchools({ similar, why }: SchoolMeasured): WideComparisonType {
  const words = similar === null ? NO_SCHOOLS_BESIDE[why ?? 'TOO_FEW'] : besideSchoolsWords(similar);
  return beside({ code: 'SIMILAR_SCHOOLS', label: 'Similar schools', words, ...(similar === null ? {} : { change: similar.meanChange, effect: similar.effect, size: similar.schools }) });
}

function sameWeeks(found: BesideLastYear | null, { anchorOn }: Pick<WideAction, 'anchorOn'>, who: string, size: number): WideComparisonType {
  return beside({ code: 'LAST_YEAR', label: 'Same weeks last year', words: lastYearWords(found, academicYearOf(anchorOn), who), ...(found === null ? {} : { change: found.change, effect: found.effect, size }) });
}

const counted = (words: Readonly<Partial<Record<PeopleCount, string>>>, isLater: boolean) => ([count, pupils]: readonly [PeopleCount, number]): WidePeopleType => ({ count, isLater, pupils, words: words[count] ?? '' });

function peopleOfGroup({ own, matched, lastYear }: GroupImpact, isLater: boolean): WidePeopleType[] {
  const classes = own.classes === null ? [] : ([[PeopleCount.IMPROVED, own.classes.IMPROVED], [PeopleCount.STABLE, own.classes.STABLE], [PeopleCount.WORSE, own.classes.WORSE]] as const);
  const others = isLater ? [] : ([[PeopleCount.BESIDE, matched.pupils], [PeopleCount.NOT_BESIDE, own.pupils - matched.pupils], [PeopleCount.LAST_YEAR, lastYear.pupils], [PeopleCount.NOT_LAST_YEAR, own.pupils - lastYear.pupils]] as const);
  return ([[PeopleCount.MEASURED, own.pupils], ...classes, [PeopleCount.INSUFFICIENT, own.insufficient], ...others] as const).map(counted(GROUP_PEOPLE_WORDS, isLater));
}

function peopleOfSchool({ pupils, others, laterPupils, lastYear }: SchoolMeasured): WidePeopleType[] {
  return [
    ...([[PeopleCount.MEASURED, pupils], [PeopleCount.LEFT_OUT, others], ...(lastYear === null ? [] : [[PeopleCount.LAST_YEAR, lastYear.pupils] as const])] as const).map(counted(SCHOOL_PEOPLE_WORDS, false)),
    ...([[PeopleCount.MEASURED, laterPupils], [PeopleCount.LEFT_OUT, pupils + others - laterPupils]] as const).map(counted(SCHOOL_PEOPLE_WORDS, true)),
  ];
}
