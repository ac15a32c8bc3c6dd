import { MARKS_COUNTING_FOR, penaltyRule, penaltySessions, penaltyStanding, type PenaltyRule } from '@attendance/shared/attendance';
import { openDaysOfWeek, type SchoolWeek } from '@attendance/shared/calendar';
import type { IsoDate } from '../../../lib/format.ts';

export interface CountedMark { readonly slot: number; readonly mark: string }
export interface WindowWeek {
  readonly weekStart: IsoDate;
  readonly counted: readonly CountedMark[];
  /** The last school day on which this week is still inside the window; null beyond the dates the school has set. */
  readonly until: IsoDate | null;
}
export interface PenaltyWindow {
  readonly rule: PenaltyRule;
  /** The school weeks of the window, oldest first, the last one running now. */
  readonly weeks: readonly WindowWeek[];
  readonly total: number;
  /** Of the total: sessions whose reason may still come. */
  readonly unexplained: number;
  /** The first day on which the count is smaller, and how large it is then, if nothing is added. */
  readonly falls: { readonly on: IsoDate; readonly to: number } | null;
}

type Registers = readonly { readonly weeks: readonly { readonly weekStart: IsoDate; readonly marks: string }[] }[];

/** The rolling window of school weeks up to a day, over all registers of a child and the dates of the child's school. */
export function penaltyWindow(registers: Registers, calendar: readonly SchoolWeek[], on: IsoDate): PenaltyWindow {
  const rule = penaltyRule(on);
  const marks = new Map<IsoDate, string[]>();
  const known = new Map<IsoDate, SchoolWeek | null>(calendar.map((week) => [week.weekStart, week]));
  for (const { weeks } of registers) {
    for (const week of weeks) {
      // An empty row is no school week: only the calendar or a mark makes one.
      if (week.weekStart > on || week.marks.trim() === '') continue;
      marks.set(week.weekStart, [...(marks.get(week.weekStart) ?? []), week.marks]);
      if (!known.has(week.weekStart)) known.set(week.weekStart, null);
    }
  }
  const starts = [...known.keys()].sort();
  const now = starts.findLastIndex((weekStart) => weekStart <= on);
  const upTo = starts.slice(0, now + 1);
  const standing = penaltyStanding(upTo.map((weekStart) => ({ weekStart, marks: marks.get(weekStart)?.join('') ?? null })), rule);
  const first = Math.max(0, upTo.length - rule.schoolWeeks);
  const weeks = upTo.slice(first).map((weekStart, index): WindowWeek => {
    const end = known.get(starts[first + index + rule.schoolWeeks - 1] ?? '');
    return { weekStart, counted: (marks.get(weekStart) ?? []).flatMap(countedIn), until: end ? (openDaysOfWeek(end).at(-1) ?? null) : null };
  });
  const dropping = weeks.findIndex((week) => week.counted.length > 0);
  const fallWeek = known.get(starts[first + dropping + rule.schoolWeeks] ?? '');
  const fallsOn = dropping >= 0 && fallWeek ? openDaysOfWeek(fallWeek)[0] : undefined;
  return {
    rule, weeks, total: standing.current,
    unexplained: weeks.reduce((sum, week) => sum + week.counted.filter(({ mark }) => MARKS_COUNTING_FOR.temporary.includes(mark)).length, 0),
    falls: fallsOn === undefined ? null : { on: fallsOn, to: standing.current - (weeks[dropping]?.counted.length ?? 0) },
  };
}

/** The sessions of a week that count towards a penalty notice. */
function countedIn(week: string): CountedMark[] {
  return Array.from(week, (mark, slot) => ({ slot, mark })).filter(({ mark }) => penaltySessions(mark) === 1);
}

/** The heading of the window: a count against the threshold, never a decision. */
export function penaltyHeading({ total, rule }: PenaltyWindow): string {
  if (total === 0) return `No unauthorised session in ${rule.schoolWeeks} school weeks`;
  if (total === rule.sessions - 1) return `${total} of ${rule.sessions} unauthorised sessions: one more reaches ${rule.sessions}`;
  if (total >= rule.sessions) return `${total} unauthorised sessions: the threshold of ${rule.sessions} is reached`;
  return `${total} of ${rule.sessions} unauthorised sessions`;
}
