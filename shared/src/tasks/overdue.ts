import { addSchoolDays } from '../calendar/index.ts';
import { addDays, weekStartOf } from '../kernel/index.ts';
import { isTaskOpen, TaskStatus } from './status.ts';

/** The first day an open task shows as overdue: the school day after it was due, so that nothing goes overdue on a weekend. Beyond the calendar, the day after. Open days in order. */
export function overdueFrom(dueOn: string, openDays: readonly string[]): string {
  return addSchoolDays(openDays, dueOn, 1) ?? addDays(dueOn, 1);
}

interface Dated { readonly status: TaskStatus; readonly dueOn: string }

export function isTaskOverdue({ status, dueOn }: Dated, today: string, openDays: readonly string[]): boolean {
  return isTaskOpen(status) && today >= overdueFrom(dueOn, openDays);
}

/** Whether an action counts among those that came due: its day is over, and it was not found to be needed no longer. The twin of action_came_due in the database. */
export const hasComeDue = ({ status, dueOn }: Dated, today: string): boolean => dueOn < today && status !== TaskStatus.NO_LONGER_NEEDED;

/**
 * Of those that came due, on time are the ones done by the day they were due, open days after it or not: the
 * indicator is "done by due, of those due", while overdue, by which people are reminded, waits for the next school day. The twin of action_done_on_time.
 */
export const isDoneOnTime = ({ status, completedOn, dueOn }: Dated & { readonly completedOn: string | null }): boolean => status === TaskStatus.DONE && completedOn !== null && completedOn <= dueOn;

/** Where an open task stands in somebody's work. Most pressing first. */
export const WorkWhen = { OVERDUE: 'OVERDUE', TODAY: 'TODAY', THIS_WEEK: 'THIS_WEEK', LATER: 'LATER' } as const;
export type WorkWhen = (typeof WorkWhen)[keyof typeof WorkWhen];
export const WORK_WHENS: readonly WorkWhen[] = Object.values(WorkWhen);
export const WORK_WHEN_WORDS: Readonly<Record<WorkWhen, string>> = { OVERDUE: 'Overdue', TODAY: 'Due now', THIS_WEEK: 'Due this week', LATER: 'Later' };

/** When an open task asks for its owner. One whose day is past, though not overdue until the school opens again, is today's. Twin of the expression in the tasks' queries. */
export function workWhen({ dueOn, overdueFrom: from }: { readonly dueOn: string; readonly overdueFrom: string }, today: string): WorkWhen {
  if (today >= from) return WorkWhen.OVERDUE;
  if (dueOn <= today) return WorkWhen.TODAY;
  return dueOn <= addDays(weekStartOf(today), 6) ? WorkWhen.THIS_WEEK : WorkWhen.LATER;
}
