import type { DailyJob } from '../../platform/jobs/daily-jobs.ts';
import { BulkService } from './bulk.service.ts';
import { CalendarRepository } from './calendar.repository.ts';
import { ClockRepository } from './clock.repository.ts';
import { ClockResolver } from './clock.resolver.ts';
import { ClockService } from './clock.service.ts';
import { DraftRepository } from './drafts/draft.repository.ts';
import { DraftResolver } from './drafts/draft.resolver.ts';
import { DraftService } from './drafts/draft.service.ts';
import { ReminderRepository } from './reminder.repository.ts';
import { ReminderService } from './reminder.service.ts';
import { TaskChangeService } from './task-change.service.ts';
import { TaskRepository } from './task.repository.ts';
import { TaskResolver } from './task.resolver.ts';
import { TaskService } from './task.service.ts';

/** Tasks with an owner and a day, one's own work, and the clocks that run. */
export function tasksModule() {
  const [tasks, calendars] = [new TaskRepository(), new CalendarRepository()];
  const reading = new TaskService(tasks);
  return {
    entities: [],
    resolvers: [new TaskResolver(reading, taskChanges(), new BulkService(tasks)), new ClockResolver(new ClockService(new ClockRepository(), calendars)), new DraftResolver(draftTexts())],
    dailyJobs: [{ name: 'draft-texts', run: async (turn) => turn.asPortal('forgetDraftTexts', [], async (operation) => draftTexts().forget(operation)) }] satisfies DailyJob[],
  };
}

/** What answers a task, for modules that made it. */
export function taskChanges(): TaskChangeService {
  const tasks = new TaskRepository();
  return new TaskChangeService(tasks, new TaskService(tasks), new CalendarRepository(), draftTexts());
}

/** What changes several tasks at once, for modules that hand on what hangs on them. */
export const bulkTasks = (): BulkService => new BulkService(new TaskRepository());
export type { BulkService } from './bulk.service.ts';
export { HeldTaskInput, RowResult } from './task.inputs.ts';
export { BulkReportType } from './task.type.ts';

/** What people have typed and not sent, for modules whose forms it is kept of. */
export const draftTexts = (): DraftService => new DraftService(new DraftRepository(), new TaskService(new TaskRepository()));
export type { DraftService } from './drafts/draft.service.ts';
export { TaskScope } from './task.inputs.ts';
export { once, type TaskChangeService } from './task-change.service.ts';

/** What writes the reminders of a Monday. */
export const reminderService = (): ReminderService => new ReminderService(new ReminderRepository(), new CalendarRepository());
