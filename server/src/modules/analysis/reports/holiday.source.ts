import { besideHalfTermWords, codeOfMark, daysOfSessions, daysOfWeeks, furtherClauses, halfTermEdges, halfTermWatch, holidayEdges, longestHolidayRun, workListLimits, type DayMarks, type ReportCell } from '@attendance/shared/attendance';
import { openDaysOfWeek } from '@attendance/shared/calendar';
import { ruleValue } from '@attendance/shared/kernel';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { siblingsOf, type TogetherRepository } from '../together/together.repository.ts';
import { WorkListSort } from '../work-list.inputs.ts';
import type { StandingRow } from '../work-list.sql.ts';
import type { HolidayRepository } from './holiday.repository.ts';
import { directionOf, named, WORK_SORTS } from './pupils.source.ts';
import type { ReportRow, ReportSource } from './report-source.ts';

/** The days of a row's register and those of its school, up to the day its marks reach. */
async function daysOf(operation: Operation, holidays: HolidayRepository, rows: readonly StandingRow[]): Promise<(row: StandingRow) => { readonly own: readonly DayMarks[]; readonly school: readonly string[] }> {
  const year = rows[0]?.academicYear;
  if (year === undefined) return () => ({ own: [], school: [] });
  const weeks = await holidays.weeks(operation, year, rows.map(({ enrolmentId }) => enrolmentId));
  const calendars = await holidays.calendars(operation, year, rows.map(({ schoolId }) => schoolId));
  const open = new Map([...calendars].map(([schoolId, calendar]) => [schoolId, calendar.flatMap(openDaysOfWeek)]));
  return ({ enrolmentId, schoolId, marksTo }) => ({ own: daysOfWeeks(weeks.get(enrolmentId) ?? []).filter(({ on }) => on <= marksTo), school: open.get(schoolId) ?? [] });
}

/** Report 7, of whom the list of holiday beside a school holiday holds: how long they were away around it. */
export const holidayRuns = (holidays: HolidayRepository) => async (operation: Operation, rows: readonly StandingRow[]): Promise<(row: StandingRow) => Record<string, ReportCell>> => {
  const gapDays = ruleValue('holiday-edge.gap-days', operation.today);
  const of = await daysOf(operation, holidays, rows);
  return (row) => {
    const { own, school } = of(row);
    return { run: daysOfSessions(longestHolidayRun(own, new Set(holidayEdges(school, gapDays)))) };
  };
};

/** Report 7: who was away beside half term, whatever the reason. */
export function halfTermTable(holidays: HolidayRepository, families: TogetherRepository): ReportSource {
  return async (operation, question) => {
    const { phase, schoolId, ncYear, mine } = question.filter;
    const filter = { phase, schoolId, ncYear, mine };
    const watch = halfTermWatch(operation.today);
    return {
      total: await holidays.awayTotal(operation, filter, watch), compared: [],
      rows: async (offset, take) => {
        const rows = await holidays.awayRows(operation, filter, watch, WORK_SORTS[question.sort] ?? WorkListSort.OWN, directionOf(question), offset, take);
        const of = await daysOf(operation, holidays, rows);
        const siblings = await siblingsOf(operation, families, rows.map((row) => row.enrolmentId));
        return rows.map((row): ReportRow => {
          const { own, school } = of(row);
          const words = besideHalfTermWords(own, new Set(halfTermEdges(school, watch)), (mark) => codeOfMark(mark) ?? mark);
          return named(row, { missed: row.missed }, [words, ...furtherClauses('HOLIDAY_EDGE', row, workListLimits(row.marksTo), siblings.get(row.enrolmentId) ?? null)].join('; '));
        });
      },
    };
  };
}
