import { PeriodKind, periodsOf, type DaySpan, type WeekSpan } from '@attendance/shared/attendance';
import { halfTermOf } from '@attendance/shared/calendar';
import { addDays, parseIsoDay, ruleValue, weekStartOf } from '@attendance/shared/kernel';
import { termOf } from '@attendance/shared/meetings';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Scope, WeekRow } from './figures.repository.ts';
import { sumOfSessions, WEEKS_A_YEAR, type FiguresService } from './figures.service.ts';
import type { FiguresType } from './figures.type.ts';
import type { PeriodsRepository } from './periods.repository.ts';
import type { PeriodCountsType, PeriodsType } from './periods.type.ts';

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
    const disclosure = await this.figures.disclosure(operation);
    const within = (year: number, { from, to }: WeekSpan): WeekRow[] => rows.filter((row) => row.academicYear === year && row.weekStart >= from && row.weekStart <= to);
    // The year so far is told as everywhere. Any other weeks are rounded one by one, so that no two spans tell more than their weeks do.
    const told = (year: number, kind: PeriodKind, span: WeekSpan): FiguresType => {
      const weeksOf = within(year, span);
      if (kind !== PeriodKind.YEAR) return disclosure.shown(scope, year, sumOfSessions(weeksOf.map((week) => disclosure.inFives(week))));
      return disclosure[year === academicYear ? 'shown' : 'shownToWeek'](scope, year, sumOfSessions(weeksOf));
    };
    const now = (period: WeekSpan & { readonly kind: PeriodKind }): FiguresType => told(academicYear, period.kind, period);
    const before = ({ kind, from, to }: WeekSpan & { readonly kind: PeriodKind }): FiguresType => told(academicYear - 1, kind, { from: addDays(from, -WEEKS_A_YEAR), to: addDays(to, -WEEKS_A_YEAR) });
    const found = periodsOf({ weeks, recentWeeks: ruleValue('standing.recent-school-weeks', operation.today), chosen: asked, ...termsAt(calendar, last) });
    return {
      weeks: weeks.map(({ weekStart }) => weekStart),
      periods: found.map((period) => ({ ...period, figures: countsOf(now(period)), lastYear: countsOf(before(period)) })),
    };
  }
}

/** The half term and the term of a week: of its Friday, as a term may begin within it, or of its Monday where it ended. */
function termsAt(calendar: Parameters<typeof termOf>[0], monday: string): { halfTerm: DaySpan | null; term: DaySpan | null } {
  const days = [addDays(monday, 4), monday];
  const first = <T>(of: (day: string) => T | null): T | null => days.map(of).find((each) => each !== null) ?? null;
  return { halfTerm: first((day) => halfTermOf(calendar, day)?.term ?? null), term: first((day) => termOf(calendar, day)) };
}

/** What of some sessions is told here, of what may be. */
function countsOf({ possible, attended, unauthorised, lateBefore, lateAfter }: FiguresType): PeriodCountsType {
  return { possible, attended, absent: attended === null ? null : possible - attended, unauthorised, late: lateBefore === null || lateAfter === null ? null : lateBefore + lateAfter };
}

function weeksAsked({ from, to }: WeekSpan): WeekSpan {
  if ([from, to].some((week) => parseIsoDay(week) === null || weekStartOf(week) !== week) || from > to) throw new Refusal(RefusalCode.INVALID, 'Weeks are named by their Mondays, the first before the last. Nothing was changed. Choose both weeks again.');
  return { from, to };
}
