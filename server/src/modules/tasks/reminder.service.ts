import { isoWeekOf } from '@attendance/shared/attendance';
import { addDays } from '@attendance/shared/kernel';
import { mondayReminders, TASK_SCOPE_WORDS, taskPath, WORK_PATH, type ReminderLine } from '@attendance/shared/tasks';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { CalendarRepository } from './calendar.repository.ts';
import type { DueTask, ReminderRepository } from './reminder.repository.ts';

/** One message a person and week of what they owe or are to know of, left to be sent. */
export class ReminderService {
  constructor(private readonly reminders: ReminderRepository, private readonly calendars: CalendarRepository) {}

  /** Writes this Monday's message of whoever the operation is of, under their reach, unless there is one or nothing is due. */
  async write(operation: Operation, championOf: readonly number[]): Promise<boolean> {
    const { today } = operation;
    const me = String(operation.actor.userId);
    const due = await this.reminders.due(operation, addDays(today, 6), championOf);
    const openDays = await this.calendars.openDays(operation, due.map(({ schoolId }) => schoolId), today, addDays(today, 6));
    const schools = [...new Set(due.map(({ schoolId }) => schoolId))];
    // Each school's own week decides whether it is one: in the half term of one, another is open.
    const lines = schools.flatMap((schoolId) => mondayReminders(due.filter((task) => task.schoolId === schoolId).map((task) => ({
      taskId: String(task.id), status: task.status, dueOn: task.dueOn, overdueFrom: task.overdueFrom, ownerId: task.isOwner ? me : null, championId: task.isChampion ? me : null, officerId: task.isOfficer ? me : null,
    })), today, openDays.of(schoolId)).flatMap((reminder) => reminder.lines));
    if (lines.length === 0) return false;
    const body = bodyOf(lines, new Map(due.map((task) => [String(task.id), task])));
    if (!(await this.reminders.write(operation, isoWeekOf(today), body))) return false;
    operation.audit.as(AuditKind.CHANGED, { reminder: isoWeekOf(today), tasks: lines.length });
    return true;
  }
}

/** In counts and addresses: what a task is about is said in the portal's own words, because whoever typed them may have named a child. */
function bodyOf(lines: readonly ReminderLine[], tasks: ReadonlyMap<string, DueTask>): object {
  const inOrder = [...lines].sort((one, other) => Number(other.isOverdue) - Number(one.isOverdue) || one.dueOn.localeCompare(other.dueOn) || Number(one.taskId) - Number(other.taskId));
  return {
    path: WORK_PATH, overdue: lines.filter(({ isOverdue }) => isOverdue).length, due: lines.filter(({ isOverdue }) => !isOverdue).length,
    lines: inOrder.map(({ taskId, dueOn, isOverdue, role }) => ({ taskId: Number(taskId), what: `About: ${TASK_SCOPE_WORDS[tasks.get(taskId)?.scope ?? 'AREA'].toLowerCase()}`, dueOn, isOverdue, role, path: taskPath(taskId) })),
  };
}
