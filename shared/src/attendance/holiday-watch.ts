import { daysBetween, ruleValue } from '../kernel/index.ts';
import { COUNTED_MARKS } from './codes.ts';
import { countOf } from './marks.ts';
import { dayAndMonth, many } from './plain-words.ts';
import { continuousRuns, type DayMarks } from './runs.ts';

const HOLIDAY_WITHOUT_LEAVE = 'G';
const ABSENT = COUNTED_MARKS.authorised + COUNTED_MARKS.unauthorised;

/** Which breaks are half-term holidays, in days from one school day to the next, and how many sessions missed beside them are worth a look. */
export interface HalfTermWatch { readonly gapDays: number; readonly longestDays: number; readonly sessions: number }

/** The numbers in force on an ISO day. */
export const halfTermWatch = (on: string): HalfTermWatch => ({ gapDays: ruleValue('holiday-edge.gap-days', on), longestDays: ruleValue('half-term.longest-gap-days', on), sessions: ruleValue('half-term-edge.sessions', on) });

/**
 * The school days beside a half-term holiday: the last before it and the first after it, as a rule a Friday and a Monday. School days in
 * order. A longer break is one between terms, and a calendar's first and last day are beside none. Twin of half-term-edge.sql.ts.
 */
export function halfTermEdges(days: readonly string[], { gapDays, longestDays }: Pick<HalfTermWatch, 'gapDays' | 'longestDays'>): string[] {
  const isHalfTerm = (from: string | undefined, to: string | undefined): boolean => {
    if (from === undefined || to === undefined) return false;
    const gap = daysBetween(from, to);
    return gap >= gapDays && gap <= longestDays;
  };
  return days.filter((day, index) => isHalfTerm(days[index - 1], day) || isHalfTerm(day, days[index + 1]));
}

/** The sessions missed on some days, for whatever reason. */
export const missedOn = (days: readonly DayMarks[], which: ReadonlySet<string>): number => days.reduce((sum, { on, marks }) => (which.has(on) ? sum + countOf(marks, ABSENT) : sum), 0);

/** The longest run of holiday without leave that holds a session on the last day before a holiday or on the first after it, in sessions; 0 without one. */
export const longestHolidayRun = (days: readonly DayMarks[], edges: ReadonlySet<string>): number =>
  Math.max(0, ...continuousRuns(days, HOLIDAY_WITHOUT_LEAVE).filter(({ sessionDays }) => sessionDays.some((day) => edges.has(day))).map(({ sessions }) => sessions));

/** Which days beside half term were missed and by which code: "Missed 3 sessions beside half term: 23 October (O, O) and 2 November (I)". Takes the days in order and the code of each mark. */
export function besideHalfTermWords(days: readonly DayMarks[], which: ReadonlySet<string>, codeOf: (mark: string) => string): string {
  const missed = days.filter(({ on, marks }) => which.has(on) && countOf(marks, ABSENT) > 0).map(({ on, marks }) => `${dayAndMonth(on)} (${[...marks].filter((mark) => ABSENT.includes(mark)).map(codeOf).join(', ')})`);
  const said = missed.length > 1 ? `${missed.slice(0, -1).join(', ')} and ${missed.at(-1) ?? ''}` : missed.join('');
  return `Missed ${many(missedOn(days, which), 'session')} beside half term: ${said}`;
}
