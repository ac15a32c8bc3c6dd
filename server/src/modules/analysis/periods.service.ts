import { periodsOf, type DaySpan, type WeekSpan } from '@attendance/shared/attendance';
import { halfTermOf } from '@attendance/shared/calendar';
import { addDays, parseIsoDay, ruleValue, weekStartOf } from '@attendance/shared/kernel';
import { termOf } from '@attendance/shared/meetings';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Scope, WeekRow } from './figures.repository.ts';
import { sumOfSessions, type FiguresService } from './figures.service.ts';
import type { PeriodsRepository } from './periods.repository.ts';
import type { PeriodCountsType, PeriodsType } from './periods.type.ts';

/** From one Monday to the Monday of the same school week a year on. */
const WEEKS_A_YEAR = 52 * 7;

/** The latest week, the last school weeks, the half term, the term, the year so far and any weeks somebody chooses, each beside last year. */
export class PeriodsService {
  constructor(private readonly figures: FiguresService, private readonly periods: PeriodsRepository) {}

  async of(operation: Operation, scope: Scope, chosen: WeekSpan | null): Promise<PeriodsType> {
    const { academicYear } = this.figures.span(operation);
    const rows = await this.figures.weeks(operation, scope);
    const weeks = rows.filter((row) => row.academicYear === academicYear);
    const last = weeks.at(-1)?.weekStart;
    const asked = chosen === null ? null : weeksAsked(chosen);
    if (last === undefined) return { periods: [], weeks: [] };
    const calendar = { terms: await this.periods.halfTerms(operation, academicYear, scope), closures: [] };
    const minimum = operation.actor.reach.kind === 'AGGREGATE' ? ruleValue('suppression.minimum', operation.today) : 0;
    const sums = (year: number, { from, to }: WeekSpan): PeriodCountsType => countsOf(rows.filter((row) => row.academicYear === year && row.weekStart >= from && row.weekStart <= to), minimum);
    const found = periodsOf({ weeks, recentWeeks: ruleValue('standing.recent-school-weeks', operation.today), chosen: asked, ...termsAt(calendar, last) });
    return {
      weeks: weeks.map(({ weekStart }) => weekStart),
      periods: found.map((period) => ({ ...period, figures: sums(academicYear, period), lastYear: sums(academicYear - 1, { from: addDays(period.from, -WEEKS_A_YEAR), to: addDays(period.to, -WEEKS_A_YEAR) }) })),
    };
  }
}

/** The half term and the term of a week: of its Friday, as a term may begin within it, or of its Monday where it ended. */
function termsAt(calendar: Parameters<typeof termOf>[0], monday: string): { halfTerm: DaySpan | null; term: DaySpan | null } {
  const days = [addDays(monday, 4), monday];
  const first = <T>(of: (day: string) => T | null): T | null => days.map(of).find((each) => each !== null) ?? null;
  return { halfTerm: first((day) => halfTermOf(calendar, day)?.term ?? null), term: first((day) => termOf(calendar, day)) };
}

/** Sessions of some weeks added up, without counts below a minimum. */
function countsOf(weeks: readonly WeekRow[], minimum: number): PeriodCountsType {
  const sum = sumOfSessions(weeks);
  const shown = (count: number): number | null => (count > 0 && count < minimum ? null : count);
  return { possible: sum.possible, attended: shown(sum.attended), absent: shown(sum.authorised + sum.unauthorised), unauthorised: shown(sum.unauthorised), late: shown(sum.lateBefore + sum.lateAfter) };
}

function weeksAsked({ from, to }: WeekSpan): WeekSpan {
  if ([from, to].some((week) => parseIsoDay(week) === null || weekStartOf(week) !== week) || from > to) throw new Refusal(RefusalCode.INVALID, 'Weeks are named by their Mondays, the first before the last. Nothing was changed. Choose both weeks again.');
  return { from, to };
}
