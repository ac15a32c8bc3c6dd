import { ratePercent, type AreaBeside } from '@attendance/shared/attendance';
import { yearGroupLabel, type YearGroup } from '@attendance/shared/pupils';
import { formatDay, formatNumber, formatPercent, plural } from '../../../lib/format.ts';
import { absentOf, attendancePercent, lateOf, percentOf, type GroupCounts, type SessionCounts } from './counts.ts';
import { phaseLabel } from './phases.ts';
import type { WeekRates } from './weeks.ts';

/** "Absence is below last year in every week so far": this year's weeks against the same weeks of last year. */
export function trendFinding(weeks: readonly WeekRates[]): string {
  const both = weeks.flatMap(({ absent, lastYear }) => (absent === null || lastYear === null ? [] : [absent - lastYear]));
  if (both.length === 0) return weeks.length === 0 ? 'No week has sessions yet' : 'There is no last year to compare with';
  const below = both.filter((difference) => difference < 0).length;
  const above = both.filter((difference) => difference > 0).length;
  if (below === both.length) return 'Absence is below last year in every week so far';
  if (above === both.length) return 'Absence is above last year in every week so far';
  if (below === above) return `Absence is as often above last year as below it, in ${plural(both.length, 'week')}`;
  const [word, count] = below > above ? ['below', below] as const : ['above', above] as const;
  return `Absence is ${word} last year in ${count} of ${plural(both.length, 'week')}`;
}

/** The weekly line in one sentence, for those who do not see it. */
export function trendSentence(weeks: readonly WeekRates[]): string {
  const known = weeks.flatMap(({ week, absent }) => (absent === null ? [] : [{ week, absent }]));
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return 'No week has sessions yet.';
  return `${trendFinding(weeks)}: ${formatPercent(first.absent)} of sessions missed in the week of ${formatDay(first.week)}, ${formatPercent(last.absent)} in the week of ${formatDay(last.week)}.`;
}

/** "Half of absence here is unauthorised", by whole percent of the sessions missed. */
export function kindFinding(counts: Pick<GroupCounts, 'authorised' | 'unauthorised'>): string {
  const { authorised, unauthorised } = counts;
  if (authorised === null || unauthorised === null) return 'Which absence was authorised is hidden: it is of too few';
  const share = ratePercent(unauthorised, authorised + unauthorised, 0);
  if (share === null) return 'No absence is recorded here yet';
  if (share === 0) return 'All absence here is authorised';
  if (share === 100) return 'All absence here is unauthorised';
  if (share >= 48 && share <= 52) return 'Half of absence here is unauthorised';
  return `${formatNumber(share)}% of absence here is unauthorised`;
}

/** Which phase misses most, of phases that have sessions. */
export function phaseFinding(phases: readonly { readonly phase: string; readonly figures: GroupCounts }[]): string {
  const worst = phases.flatMap(({ phase, figures }) => rated(phaseLabel(phase), absentOf(figures), figures.possible)).sort(highestFirst)[0];
  return worst ? `${worst.name} misses most: ${formatPercent(worst.rate)} of sessions` : 'No phase has sessions yet';
}

/** Which year group has most persistent absence, or while that is too early to say, misses most; year groups whose count is hidden cannot be named. */
export function yearGroupFinding(groups: readonly { readonly ncYear: string; readonly figures: GroupCounts }[], persistentShown = true): string {
  if (!persistentShown) {
    const most = groups.flatMap(({ ncYear, figures }) => rated(yearWords(ncYear), absentOf(figures), figures.possible)).sort(highestFirst)[0];
    return most ? `${most.name} misses most: ${formatPercent(most.rate)} of sessions` : 'Year groups have no sessions yet';
  }
  const worst = groups.flatMap(({ ncYear, figures }) => rated(yearWords(ncYear), figures.persistent, figures.enrolments)).sort(highestFirst)[0];
  if (!worst) return 'Year groups have no sessions yet';
  return worst.rate === 0 ? 'Nobody is persistently absent in any year group' : `${worst.name} has most persistent absence, ${formatPercent(worst.rate)}`;
}

const rated = (name: string, part: number | null, whole: number | null): { name: string; rate: number }[] => {
  const rate = percentOf(part, whole);
  return rate === null ? [] : [{ name, rate }];
};
const highestFirst = (a: { rate: number }, b: { rate: number }): number => b.rate - a.rate;

/** What an overview holds of two years, for the sentence that heads it. */
export function besideLastYear({ figures, lastYear, phases }: { readonly figures: GroupCounts; readonly lastYear: GroupCounts; readonly phases: readonly { readonly phase: string; readonly figures: GroupCounts; readonly lastYearPossible: number; readonly lastYearAbsent: number }[] }): AreaBeside {
  // Nothing is said of what is hidden.
  const of = (counts: GroupCounts) => ({ possible: absentOf(counts) === null ? 0 : counts.possible, absent: absentOf(counts) ?? 0 });
  return { now: of(figures), before: of(lastYear), phases: phases.filter((each) => absentOf(each.figures) !== null).map((each) => ({ phase: each.phase, now: of(each.figures), before: { possible: each.lastYearPossible, absent: each.lastYearAbsent } })) };
}

/** What a school table was sorted by, and who therefore stands first. */
export type SchoolSortName = 'NAME' | 'ROLL' | 'ATTENDANCE' | 'CHANGE' | 'UNAUTHORISED' | 'PERSISTENT' | 'SEVERE' | 'LATE' | 'MISSING';
interface SchoolInOrder { readonly name: string; readonly figures: GroupCounts }

const SORTED_BY: Readonly<Record<SchoolSortName, string>> = {
  NAME: 'name', ROLL: 'number of pupils', ATTENDANCE: 'attendance', CHANGE: 'change on last year', UNAUTHORISED: 'unauthorised absence', PERSISTENT: 'persistent absence', SEVERE: 'number severely absent', LATE: 'lateness', MISSING: 'missing marks',
};

/** "by persistent absence, highest first": how the table is sorted. */
export function sortedBy(sort: SchoolSortName, descending: boolean): string {
  if (sort === 'NAME') return descending ? 'by name, from Z' : 'by name';
  return `by ${SORTED_BY[sort]}, ${descending ? 'highest' : 'lowest'} first`;
}

/** "Hollinbank School has the highest persistent absence, 37.1%": only rates are spoken of, only with a school to name, and persistent absence only once the year is old enough. */
export function schoolsFinding(shown: readonly SchoolInOrder[], total: number, { sort, direction, page }: { readonly sort: SchoolSortName; readonly direction: 'ASC' | 'DESC'; readonly page: number }, persistentShown = true): string {
  if (total === 0) return 'No school matches these filters';
  const first = page === 1 ? shown[0] : undefined;
  if (!first) return plural(total, 'school');
  const { figures } = first;
  const rates: Partial<Record<SchoolSortName, number | null>> = {
    ATTENDANCE: attendancePercent(figures), UNAUTHORISED: percentOf(figures.unauthorised, figures.possible),
    PERSISTENT: persistentShown ? percentOf(figures.persistent, figures.enrolments) : null, LATE: percentOf(lateOf(figures), figures.possible),
  };
  const rate = rates[sort] ?? null;
  if (rate === null || total === 1) return plural(total, 'school');
  return `${first.name} has the ${direction === 'DESC' ? 'highest' : 'lowest'} ${SORTED_BY[sort]}, ${formatPercent(rate)}`;
}

/** "Year 9", "Reception": a year group as it is said. */
export function yearWords(ncYear: string): string {
  return yearGroupLabel(ncYear as YearGroup);
}

/** "Missed 52 of 100 sessions, 41 authorised": one pupil's absence, from counts alone. */
export function missedSentence(counts: Pick<SessionCounts, 'possible' | 'authorised' | 'unauthorised'>): string {
  const absent = absentOf(counts);
  if (counts.possible === 0) return 'No possible session yet';
  if (absent === 0) return `Missed none of ${plural(counts.possible, 'session')}`;
  const missed = absent === counts.possible ? `Missed all ${plural(absent, 'session')}` : `Missed ${formatNumber(absent)} of ${plural(counts.possible, 'session')}`;
  if (counts.unauthorised === 0) return `${missed}, ${absent === 1 ? 'authorised' : 'all of them authorised'}`;
  return `${missed}, ${counts.authorised === 0 ? 'none' : formatNumber(counts.authorised)} authorised`;
}
