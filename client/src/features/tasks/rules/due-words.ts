import { CLOCK_UNIT_WORDS, TASK_STATUS_WORDS, type ClockState, type ClockUnit, type TaskStatus, type WorkWhen } from '@attendance/shared/tasks';
import { dayNumber, formatDay, plural } from '../../../lib/format.ts';

/** How a deadline reads: a sign with a shape of its own, a strong word and a line below. Colour says nothing alone. */
export interface DueWords { readonly tone: 'over' | 'now' | 'soon' | 'later' | 'closed'; readonly sign: string; readonly head: string; readonly line: string }

/** Signs by tone, from a filled triangle to an empty ring. */
export const SIGNS: Readonly<Record<DueWords['tone'], string>> = { over: '▲', now: '◆', soon: '●', later: '○', closed: '✓' };
const worded = (tone: DueWords['tone'], head: string, line: string): DueWords => ({ tone, sign: SIGNS[tone], head, line });

/** "9 days over", "was Fri 6 Nov". Days of the calendar: what counts as overdue was judged by the school's. */
export function dueWords({ when, status, dueOn, doneOn }: { readonly when: WorkWhen | null; readonly status: TaskStatus; readonly dueOn: string; readonly doneOn: string | null }, today: string): DueWords {
  const days = dayNumber(dueOn) - dayNumber(today);
  switch (when) {
    case null: return worded('closed', TASK_STATUS_WORDS[status], doneOn === null ? `was due ${formatDay(dueOn)}` : formatDay(doneOn));
    case 'OVERDUE': return worded('over', `${plural(-days, 'day')} over`, `was ${formatDay(dueOn)}`);
    case 'TODAY': return worded('now', days === 0 ? 'Today' : 'Due now', days === 0 ? formatDay(dueOn) : `was ${formatDay(dueOn)}`);
    default: return worded(when === 'THIS_WEEK' ? 'soon' : 'later', formatDay(dueOn), days === 1 ? 'tomorrow' : `in ${plural(days, 'day')}`);
  }
}

/** "2 school days over", "was Tue 17 Nov"; "Today"; "Fri 20 Nov", "1 school day left". */
export function clockWords({ state, counted, daysLeft, dueOn, metOn }: { readonly state: ClockState; readonly counted: ClockUnit; readonly daysLeft: number | null; readonly dueOn: string; readonly metOn: string | null }): DueWords {
  const [one, many] = CLOCK_UNIT_WORDS[counted];
  if (state === 'MET') return worded('closed', metOn !== null && metOn > dueOn ? 'Met late' : 'Met', `${formatDay(metOn ?? dueOn)}, due ${formatDay(dueOn)}`);
  if (state === 'BROKEN') return worded('over', daysLeft === null || daysLeft === 0 ? 'Over' : `${plural(-daysLeft, one, many)} over`, `was ${formatDay(dueOn)}`);
  if (daysLeft === 0) return worded('now', 'Today', formatDay(dueOn));
  return worded(daysLeft === 1 ? 'soon' : 'later', formatDay(dueOn), daysLeft === null ? 'beyond the calendar' : `${plural(daysLeft, one, many)} left`);
}
