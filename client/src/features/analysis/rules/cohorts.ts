import { COHORT_AXES, COHORT_AXIS_NAMES, isAboutCare, isOfOthersLastYear, NOT_RECORDED, ratePercent, type CohortAxis } from '@attendance/shared/attendance';
import { may, oneOf } from '../../../graphql/page-query.ts';
import { formatDate, formatPercent } from '../../../lib/format.ts';

/** Counts of one group; null where hidden because it, or another it could be worked out from, is small. */
export interface GroupFigures {
  readonly possible: number | null; readonly authorised: number | null; readonly unauthorised: number | null; readonly enrolments: number | null; readonly persistent: number | null; readonly severe: number | null;
  /** Of the last four school weeks, and of the latest week with marks. */
  readonly recentPossible: number | null; readonly recentAbsent: number | null; readonly weekPossible: number | null; readonly weekAbsent: number | null;
}
/** The same of last year, by the end of the same school week. */
export type PointFigures = Pick<GroupFigures, 'possible' | 'authorised' | 'unauthorised' | 'enrolments' | 'persistent' | 'severe' | 'recentPossible' | 'recentAbsent' | 'weekPossible' | 'weekAbsent'>;
export interface CohortGroup { readonly value: string; readonly label: string; readonly figures: GroupFigures; /** Null where groups of two years are not alike, or no last year is held. */ readonly lastYear: PointFigures | null }

/** What last year's figures of groups are of, in a sentence: which children, and up to which week. */
export function lastYearOfGroups(axis: CohortAxis, lastYearTo: string): string {
  const whose = isOfOthersLastYear(axis) ? 'who was in each group then, mostly other children' : 'of those in each group today';
  return `Last year: ${whose}, up to the week of ${formatDate(lastYearTo)}, as far as marks reach this year.`;
}

const FIRST = 'SEN' satisfies CohortAxis;

/** Whether groups and codes are told of a place: to people who see figures only, for all they see together and not for a part of it. */
export const seesGroups = (isWholeReach: boolean): boolean => may('pupil:read') || isWholeReach;

/** The axes a person may split by. */
export function axesFor(mayReadCare: boolean): CohortAxis[] {
  return COHORT_AXIS_NAMES.filter((axis) => mayReadCare || !isAboutCare(axis));
}

/** The axis an address asks for, of those the person may split by. */
export function axisIn(search: URLSearchParams, mayReadCare: boolean): CohortAxis {
  return oneOf(search, 'split', axesFor(mayReadCare), FIRST);
}

export const axisLabel = (axis: CohortAxis): string => COHORT_AXES[axis].label;

/** Sessions missed; null where hidden. */
export function missedOf({ authorised, unauthorised }: Pick<GroupFigures, 'authorised' | 'unauthorised'>): number | null {
  return authorised === null || unauthorised === null ? null : authorised + unauthorised;
}

/** A percentage of two counts; null where either is hidden or there is nothing to divide by. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null ? null : ratePercent(part, whole);
}

export const missedPercent = (figures: GroupFigures): number | null => shareOf(missedOf(figures), figures.possible);
export const persistentPercent = (figures: GroupFigures): number | null => shareOf(figures.persistent, figures.enrolments);

/** "Missed most: looked after, 12.4% of sessions, against 6.6% of all", of groups whose figures are shown; that nothing is recorded is no group to name. */
export function groupsFinding(groups: readonly CohortGroup[], whole: GroupFigures): string {
  const rates = groups.flatMap(({ value, label, figures }) => {
    const rate = missedPercent(figures);
    return rate === null || (value === NOT_RECORDED && groups.length > 2) ? [] : [{ label, rate }];
  }).sort((a, b) => b.rate - a.rate);
  const [first] = rates;
  if (first === undefined) return 'No group has sessions to show';
  if (rates.length === 1) return `Only one group has sessions to show: ${first.label}`;
  const all = missedPercent(whole);
  return `Missed most: ${first.label}, ${formatPercent(first.rate)} of sessions${all === null ? '' : `, against ${formatPercent(all)} of all`}`;
}

/** Bands of absence are made of absence: how many pupils stand in each is what they tell. */
export const isBand = (axis: CohortAxis): boolean => axis === 'ABSENCE_BAND';

/** "61.2% of pupils have missed less than 5%": the share of the lowest band. */
export function bandFinding(groups: readonly CohortGroup[], whole: GroupFigures): string {
  const lowest = groups.find(({ value }) => value === '0');
  const share = shareOf(lowest === undefined ? 0 : lowest.figures.enrolments, whole.enrolments);
  return share === null ? 'Pupils by how much they have missed' : `${formatPercent(share)} of pupils have missed less than 5%`;
}

/** What a table split two ways may show. */
export const CROSSED = { MISSED: 'Sessions missed, %', PERSISTENT: 'Persistently absent, % of pupils', PUPILS: 'Pupils' } as const;
export type CrossedMeasure = keyof typeof CROSSED;

/** The second axis an address asks for; never the same as the first. */
export function acrossIn(search: URLSearchParams, mayReadCare: boolean, axis: CohortAxis): CohortAxis {
  const others = axesFor(mayReadCare).filter((each) => each !== axis);
  return oneOf(search, 'across', others, others.find((each) => each === 'FSM') ?? 'SEN');
}

export interface Crossed { readonly across: CohortAxis; readonly columns: readonly { readonly label: string }[]; readonly rows: readonly { readonly label: string; readonly cells: readonly GroupFigures[] }[] }
/** Below this many pupils a cell is not named as the highest: a few children make any rate. */
const ENOUGH = 10;

/** "Highest: SEN support; free school meals now: yes, 14.2%", of cells with ten pupils or more. */
export function crossedFinding({ across, columns, rows }: Crossed, measure: CrossedMeasure): string {
  const rateOf = (figures: GroupFigures): number | null => (measure === 'PUPILS' ? figures.enrolments : measure === 'PERSISTENT' ? persistentPercent(figures) : missedPercent(figures));
  const cells = rows.flatMap((row) => row.cells.flatMap((figures, index) => {
    const rate = rateOf(figures);
    return rate === null || (figures.enrolments ?? 0) < ENOUGH ? [] : [{ rate, label: `${row.label}; ${axisLabel(across).toLowerCase()}: ${columns[index]?.label.toLowerCase() ?? ''}` }];
  })).sort((a, b) => b.rate - a.rate);
  const [first] = cells;
  if (first === undefined) return 'No group is large enough to compare';
  return measure === 'PUPILS' ? `Largest group: ${first.label}` : `Highest: ${first.label}, ${formatPercent(first.rate)}`;
}
