import { addDays, weekStartOf } from '@attendance/shared/kernel';

const CLOSED = '#';
const TWO_WEEKS = 28;

/** The last five days with a mark, of last week and this week: oldest first. */
export function lastDays(marks: string, today: string): { date: string; marks: string }[] {
  if (marks.length !== TWO_WEEKS) return [];
  const monday = addDays(weekStartOf(today), -7);
  const days: { date: string; marks: string }[] = [];
  for (let slot = 0; slot < marks.length; slot += 2) {
    const pair = marks.slice(slot, slot + 2);
    if (pair.replaceAll(CLOSED, '').trim() !== '') days.push({ date: addDays(monday, slot / 2), marks: pair });
  }
  return days.slice(-5);
}
