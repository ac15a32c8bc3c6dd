import { academicYearLabel } from '../calendar/index.ts';
import { dayWords, daysWords, pointsWords, rangeWords, shareWords } from './impact-effect.ts';
import { changeInPoints, ImpactClass, type ImpactSummary } from './impact.ts';
import type { AreaImpact, BesideLastYear, BesideSchools, CountPair, GroupImpact, Pooled } from './impact-wide.ts';

/** What stands beside every figure of effect that is about more than one pupil, after what stands beside all. */
export const WIDE_CAVEATS = {
  GROUP_DAY: 'Who is in a group is known by school year and not by day: pupils are those who count in it in the year of the action and were on roll on its first day.',
  GROUP_REACHED: 'Everybody in the group is counted, whether or not the action reached them.',
  SAME_ROLL: 'A school is counted by pupils on roll from the first day before to the last day after. Who joined or left in between is in neither figure.',
  OTHERS_ACT: 'Similar schools hold meetings and act as well. What is measured against them is more or less than theirs, not than nothing.',
  LAST_YEAR: 'Last year had weather, illness and holidays of its own. The same school weeks a year earlier are other pupils in a school, and younger ones in a group.',
  AREA_ALONE: 'There is no other area to set this one beside. What is said of it is what happened, not what an action did.',
} as const;
export type WideCaveat = keyof typeof WIDE_CAVEATS;
/** Which of them belong to what. */
export const WIDE_CAVEATS_OF = { COHORT: ['GROUP_DAY', 'GROUP_REACHED', 'LAST_YEAR'], SCHOOL: ['SAME_ROLL', 'OTHERS_ACT', 'LAST_YEAR'], AREA: ['AREA_ALONE', 'LAST_YEAR'] } as const satisfies Readonly<Record<string, readonly WideCaveat[]>>;

const many = (count: number): string => count.toLocaleString('en-GB');
const of = (count: number, one: string, several: string): string => `${many(count)} ${count === 1 ? one : several}`;
const percent = ({ attended, possible }: CountPair['before']): string => `${((attended * 100) / possible).toFixed(1)}%`;

/** How far the days counted reach. */
export interface WideDays { readonly anchorOn: string; readonly beforeDays: number; readonly days: number }

function sessions({ before, after }: CountPair, { anchorOn, beforeDays, days }: WideDays): string {
  const earlier = before.possible === 0 ? `no sessions before ${dayWords(anchorOn)}` : `${shareWords(before)} in the ${daysWords(beforeDays)} before ${dayWords(anchorOn)}`;
  return `${earlier}, ${after.possible === 0 ? 'and none from it yet' : `and ${shareWords(after)} in the ${daysWords(days)} from it`}`;
}

const CLASS_SAYS: Readonly<Record<Exclude<ImpactClass, 'INSUFFICIENT'>, string>> = { IMPROVED: 'improved', STABLE: 'no great change', WORSE: 'worse' };

/** What followed an action about a school. */
export function schoolEffectWords(pooled: Pooled, impact: ImpactClass, days: WideDays): string {
  const change = changeInPoints(pooled.before, pooled.after);
  if (impact === ImpactClass.INSUFFICIENT || change === null) return `${of(pooled.pupils, 'pupil was', 'pupils were')} on roll throughout: ${sessions(pooled, days)}. Too few sessions to say anything of the school.`;
  const others = pooled.others === 0 ? '' : ` ${of(pooled.others, 'pupil who', 'pupils who')} joined or left in those days or had no session ${pooled.others === 1 ? 'is' : 'are'} not counted.`;
  return `${of(pooled.pupils, 'pupil', 'pupils')} on roll throughout attended ${sessions(pooled, days)}. ${pointsWords(change)}: ${CLASS_SAYS[impact]}.${others}`;
}

/** Why a school stands beside no others. */
export const NO_SCHOOLS_BESIDE = {
  TOO_FEW: 'Too few similar schools have enough sessions over the same days, so nothing is set beside it.',
  TOO_SMALL: 'The school has too few pupils to look for schools like it, so nothing is set beside it.',
  OWN_SCHOOL_ONLY: 'You see one school, so there are no others to set it beside. The attendance team sees them.',
  NO_FIGURES: 'No figures of the school are held this year, so nothing is set beside it.',
  INSUFFICIENT: 'Too few sessions to set the school beside others.',
} as const;
export type NoSchoolsBeside = keyof typeof NO_SCHOOLS_BESIDE;

/** "8 similar schools moved by −0.4 points on average over the same days; measured against them: +2.4 points." */
export const besideSchoolsWords = ({ schools, meanChange, effect }: BesideSchools): string => `${many(schools)} similar schools moved by ${pointsWords(meanChange)} on average over the same days; measured against them: ${pointsWords(effect)}.`;

/** The same weeks of last year, for one whose sessions are added up. `who` as in "the school". */
export function lastYearWords(beside: BesideLastYear | null, academicYear: number, who: string): string {
  if (beside === null) return `The same school weeks of ${academicYearLabel(academicYear - 1)} are not held, or have too few sessions to say.`;
  return `In the same school weeks of ${academicYearLabel(academicYear - 1)} ${who} went from ${percent(beside.before)} to ${percent(beside.after)} (${pointsWords(beside.change)}); measured against that: ${pointsWords(beside.effect)}.`;
}

const middle = ({ median, interval }: ImpactSummary): string => `${pointsWords(median ?? 0)}${interval === null ? '' : `, ${rangeWords(interval)}`}`;

/** What followed an action about a group: its pupils, each judged as a pupil is. */
export function groupEffectWords({ own, before, after }: GroupImpact, leastShown: number, days: WideDays): string {
  const few = own.insufficient === 0 ? '' : ` ${of(own.insufficient, 'pupil', 'pupils')} had too few sessions.`;
  if (own.classes === null || own.median === null) return `Too few to say: ${of(own.pupils, 'pupil', 'pupils')} of the group with enough sessions, and ${leastShown} are needed.${few}`;
  return `${of(own.pupils, 'pupil', 'pupils')} attended ${sessions({ before, after }, days)}. ${own.classes.IMPROVED} of them improved (${own.improvedPercent?.toFixed(1)}%), ${own.classes.STABLE} no great change, ${own.classes.WORSE} worse. The middle change is ${middle(own)}.${few}`;
}

/** A group beside pupils alike. */
export const groupMatchedWords = ({ matched }: GroupImpact): string =>
  matched.median === null ? `Too few of the group could be set beside pupils alike (${matched.pupils}) to say how much of it would have come anyway.` : `Of ${of(matched.pupils, 'pupil', 'pupils')} who could be set beside pupils alike, the middle change measured against them is ${middle(matched)}.`;

/** A group beside its own pupils a year earlier. */
export const groupLastYearWords = ({ lastYear }: GroupImpact, academicYear: number): string =>
  lastYear.median === null ? `Of too few of these pupils (${lastYear.pupils}) enough of the same school weeks of ${academicYearLabel(academicYear - 1)} is held.` : `Of ${of(lastYear.pupils, 'pupil', 'pupils')} whose same school weeks of ${academicYearLabel(academicYear - 1)} are held, the middle change measured against them is ${middle(lastYear)}.`;

/** What the area did: no class, and no claim. */
export function areaEffectWords({ schools, before, after }: AreaImpact, anchorOn: string, beforeWeeks: number, weeks: number): string {
  const change = changeInPoints(before, after);
  if (change === null) return `No whole school week from ${dayWords(anchorOn)} is held yet, so nothing can be told.`;
  return `Pupils of ${of(schools, 'school', 'schools')} attended ${shareWords(before)} in the ${beforeWeeks} school weeks before the week of ${dayWords(anchorOn)}, and ${shareWords(after)} in the whole school weeks from it, ${weeks} at most. ${pointsWords(change)}.`;
}

/** A row of a table set beside something: how many of it, and the middle of the differences where they are enough. */
export interface RowBeside { readonly of: string; readonly found: ImpactSummary }
const besideWords = ({ of: name, found }: RowBeside): string => (found.median === null ? ` Too few could be set beside ${name} (${found.pupils}).` : ` Beside ${name} the middle is ${middle(found)} (${many(found.pupils)} compared).`);

/** What the table of actions about more than one pupil says of a row. */
export function wideRowWords(row: ImpactSummary, leastShown: number, unit: readonly [one: string, several: string], beside: readonly RowBeside[] = []): string {
  const few = row.insufficient === 0 ? '' : ` ${of(row.insufficient, unit[0], unit[1])} had too few sessions.`;
  if (row.classes === null || row.median === null) return `Too few to say: ${of(row.pupils, unit[0], unit[1])} with enough sessions, and ${leastShown} are needed.${few}`;
  return `${row.classes.IMPROVED} of ${of(row.pupils, unit[0], unit[1])} improved (${row.improvedPercent?.toFixed(1)}%), ${row.classes.STABLE} no great change, ${row.classes.WORSE} worse. The middle change is ${middle(row)}.${beside.map(besideWords).join('')}${few}`;
}
