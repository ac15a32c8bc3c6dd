import { countMarks, WEEK_LENGTH, type MarkCounts } from './marks.ts';

function marksAt(weeks: Iterable<string>): string[] {
  const columns = Array.from({ length: WEEK_LENGTH }, () => '');
  for (const week of weeks) for (let slot = 0; slot < WEEK_LENGTH; slot++) columns[slot] += week[slot] ?? ' ';
  return columns;
}

/** Session counts for each of the 14 slots of the week, over any number of weeks. */
export function countBySlot(weeks: Iterable<string>): MarkCounts[] {
  return marksAt(weeks).map(countMarks);
}

/** Session counts for each day of the week, Monday first, over any number of weeks. */
export function countByWeekday(weeks: Iterable<string>): MarkCounts[] {
  const columns = marksAt(weeks);
  return Array.from({ length: 7 }, (_, day) => countMarks(`${columns[day * 2]}${columns[day * 2 + 1]}`));
}

/** Session counts for mornings and for afternoons, over any number of weeks. */
export function countByHalfDay(weeks: Iterable<string>): { morning: MarkCounts; afternoon: MarkCounts } {
  const columns = marksAt(weeks);
  return {
    morning: countMarks(columns.filter((_, slot) => slot % 2 === 0).join('')),
    afternoon: countMarks(columns.filter((_, slot) => slot % 2 === 1).join('')),
  };
}
