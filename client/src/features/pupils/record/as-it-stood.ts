import { BLANK } from '@attendance/shared/attendance';
import { addDays, dateOfInstant, type IsoDate } from '../../../lib/format.ts';
import type { RegisterYear } from './record.ts';

/**
 * The registers as they stood at the end of a day, as far as their history tells: marks changed later show what they were,
 * and later sessions are blank. A gap filled later stays filled, because only changes keep their old value.
 */
export function asItStood(years: readonly RegisterYear[], on: IsoDate): RegisterYear[] {
  return years
    .map((year) => {
      const kept = year.changes.filter((change) => dateOfInstant(change.changedAt) <= on);
      const undone = year.changes.filter((change) => dateOfInstant(change.changedAt) > on).sort((one, other) => other.changedAt.localeCompare(one.changedAt) || Number(other.id) - Number(one.id));
      const weeks = year.weeks.filter((week) => week.weekStart <= on).map((week) => {
        const marks = Array.from(week.marks, (mark, slot) => (addDays(week.weekStart, Math.floor(slot / 2)) > on ? BLANK : mark));
        for (const change of undone) if (change.weekStart === week.weekStart && marks[change.slot] !== BLANK) marks[change.slot] = change.oldMark;
        const changed = kept.reduce((mask, change) => (change.weekStart === week.weekStart ? mask | (1 << change.slot) : mask), 0);
        return { ...week, marks: marks.join(''), changed };
      });
      return { ...year, weeks, changes: kept };
    })
    .filter((year) => year.weeks.length > 0);
}

/** The day asked for in the address, when it is a real day before today; otherwise nothing, and the page shows today. */
export function dayAskedFor(text: string | null, today: IsoDate): IsoDate | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const parsed = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text) return null;
  return text < today ? text : null;
}
