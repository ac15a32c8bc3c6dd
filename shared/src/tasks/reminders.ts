import { addDays, dayOfIso, weekday } from '../kernel/index.ts';
import { isTaskOpen, type TaskStatus } from './status.ts';

/** Why somebody gets a reminder: the task is theirs, or they are to know. */
export const ReminderRole = { OWNER: 'OWNER', CHAMPION: 'CHAMPION', OFFICER: 'OFFICER' } as const;
export type ReminderRole = (typeof ReminderRole)[keyof typeof ReminderRole];

/** A task with those of its school who get a copy; null where nobody is named. */
export interface RemindedTask {
  readonly taskId: string;
  readonly status: TaskStatus;
  readonly dueOn: string;
  readonly overdueFrom: string;
  readonly ownerId: string | null;
  readonly championId: string | null;
  readonly officerId: string | null;
}

/** One line of a reminder. Who is both owner and copied is told once, as owner. */
export interface ReminderLine { readonly taskId: string; readonly dueOn: string; readonly isOverdue: boolean; readonly role: ReminderRole }
export interface Reminder { readonly personId: string; readonly lines: readonly ReminderLine[] }

/** Whether reminders are written on a day: on the Monday of a week in which the school opens. */
export function isReminderDay(today: string, openDays: readonly string[]): boolean {
  const sunday = addDays(today, 6);
  return weekday(dayOfIso(today)) === 0 && openDays.some((day) => today <= day && day <= sunday);
}

/** One message a person on a Monday of a school week: tasks due by Sunday, and overdue ones first. On any other day, and in the holidays, none. Open days in order. */
export function mondayReminders(tasks: readonly RemindedTask[], today: string, openDays: readonly string[]): Reminder[] {
  if (!isReminderDay(today, openDays)) return [];
  const sunday = addDays(today, 6);
  const byPerson = new Map<string, ReminderLine[]>();
  for (const { taskId, dueOn, overdueFrom, status, ownerId, championId, officerId } of [...tasks].sort((one, other) => one.dueOn.localeCompare(other.dueOn) || one.taskId.localeCompare(other.taskId))) {
    if (!isTaskOpen(status) || dueOn > sunday) continue;
    const told = new Set<string>();
    for (const [personId, role] of [[ownerId, ReminderRole.OWNER], [championId, ReminderRole.CHAMPION], [officerId, ReminderRole.OFFICER]] as const) {
      if (personId === null || told.has(personId)) continue;
      told.add(personId);
      byPerson.set(personId, [...(byPerson.get(personId) ?? []), { taskId, dueOn, isOverdue: today >= overdueFrom, role }]);
    }
  }
  return [...byPerson].map(([personId, lines]) => ({ personId, lines })).sort((one, other) => (one.personId < other.personId ? -1 : 1));
}
