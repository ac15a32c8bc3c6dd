import { academicYearOfWeek } from '@attendance/shared/calendar';
import { ruleValue, weekStartOf } from '@attendance/shared/kernel';

/** The percentages in force for the figures of one academic year. */
export interface YearRules { readonly year: number; readonly persistentPercent: number; readonly severePercent: number }

/** The academic years that a span of days touches, by its weeks, each with the rules for its figures. */
export function rulesOfYears(firstDay: string, lastDay: string): YearRules[] {
  const years: YearRules[] = [];
  for (let year = academicYearOfWeek(weekStartOf(firstDay)); year <= academicYearOfWeek(weekStartOf(lastDay)); year += 1) {
    const on = `${year + 1}-08-31`;
    years.push({ year, persistentPercent: ruleValue('persistent-absence.percent', on), severePercent: ruleValue('severe-absence.percent', on) });
  }
  return years;
}
