import { ruleValue } from '../kernel/index.ts';
import { MARKS_COUNTING_FOR } from './codes.ts';
import { countOf } from './marks.ts';

/** The size of the penalty window and the sessions that meet it. */
export interface PenaltyRule {
  sessions: number;
  schoolWeeks: number;
}

/** The penalty rule in force on an ISO day. Throws RangeError before the national rule existed. */
export function penaltyRule(onIsoDate: string): PenaltyRule {
  return { sessions: ruleValue('penalty.sessions', onIsoDate), schoolWeeks: ruleValue('penalty.school-weeks', onIsoDate) };
}

/** Sessions that count toward a penalty (G, N, O, U) in any string of marks. Source: DfE, Working together to improve school attendance. */
export function penaltySessions(marks: string): number {
  return countOf(marks, MARKS_COUNTING_FOR.penalty);
}

/** For each school week in order, the total of that week and those before it inside the window. A week without a session is no school week: leave it out. */
export function rollingTotals(perSchoolWeek: readonly number[], windowWeeks: number): number[] {
  let total = 0;
  return perSchoolWeek.map((sessions, index) => {
    total += sessions;
    if (index >= windowWeeks) total -= perSchoolWeek[index - windowWeeks]!;
    return total;
  });
}

/** A school week with what a pupil's register holds for it; no marks means nothing recorded. */
export interface SchoolWeekMarks {
  weekStart: string;
  marks: string | null;
}

/** Where a pupil stands against the penalty threshold. Meeting it asks for a decision by a person; it decides nothing. */
export interface PenaltyStanding {
  /** Sessions in the window that ends with the last week given. */
  current: number;
  /** The fullest window of all, and the Monday of the week it ends in; null without a counting session. */
  highest: number;
  highestWeek: string | null;
  /** The Monday of the first week in which a window reaches the threshold; null when none does. */
  metInWeek: string | null;
  totals: number[];
}

/** A pupil's standing over school weeks given in order, which may cross terms and school years. */
export function penaltyStanding(weeks: readonly SchoolWeekMarks[], rule: PenaltyRule): PenaltyStanding {
  const totals = rollingTotals(
    weeks.map((week) => (week.marks === null ? 0 : penaltySessions(week.marks))),
    rule.schoolWeeks,
  );
  const highest = totals.reduce((most, total) => Math.max(most, total), 0);
  const met = totals.findIndex((total) => total >= rule.sessions);
  return {
    current: totals[totals.length - 1] ?? 0,
    highest,
    highestWeek: highest === 0 ? null : (weeks[totals.indexOf(highest)]?.weekStart ?? null),
    metInWeek: weeks[met]?.weekStart ?? null,
    totals,
  };
}
