import { isTaskOpen, TASK_STATUS_WORDS } from '@attendance/shared/tasks';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { invalidAnswers, oneLine } from '../../platform/graphql/form.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { MOST_ROWS } from '../../platform/graphql/page.ts';
import { noteOf, once, OWNING_ROLES, problemOfReason } from './task-change.service.ts';
import { RowResult, type HeldTaskInput, type TaskStatus } from './task.inputs.ts';
import type { TaskRepository } from './task.repository.ts';
import { shown } from './task.service.ts';
import type { BulkReportType, TaskRowResultType, TaskType } from './task.type.ts';

/** Why a row is left alone, or null where it is to be changed. */
type Judge = (task: TaskType) => { readonly result: RowResult; readonly reason: string } | null;
interface Held { readonly id: number; readonly version: number }

const skipped = (reason: string) => ({ result: RowResult.SKIPPED, reason });
const failed = (reason: string) => ({ result: RowResult.FAILED, reason });

/** Changing several tasks at once: each row says whether it was done, skipped or failed, and why. One that fails keeps no other from being done. */
export class BulkService {
  constructor(private readonly tasks: TaskRepository) {}

  async change(operation: Operation, rows: readonly HeldTaskInput[], status: TaskStatus, note: string): Promise<BulkReportType> {
    once(operation);
    const said = noteOf(note, status, false);
    const words = TASK_STATUS_WORDS[status];
    return this.run(operation, rows, { to: status }, (task) => {
      if (task.status === status) return skipped(`It is ${words.toLowerCase()} already`);
      if (!isTaskOpen(task.status)) return skipped(`It is ${TASK_STATUS_WORDS[task.status].toLowerCase()}: what is closed stays closed`);
      return task.nextStatuses.includes(status) ? null : failed('Only its owner, the school it is of and attendance officers can answer it');
    }, (held) => this.tasks.change(operation, held, status, said), `Now: ${words.toLowerCase()}`);
  }

  /** To one person, for one reason: somebody leaves, or is away for long. */
  async reassign(operation: Operation, rows: readonly HeldTaskInput[], toOwnerId: number, reason: string): Promise<BulkReportType> {
    once(operation);
    const why = oneLine(reason);
    const name = await this.tasks.nameOf(operation, toOwnerId);
    const problems = { ...problemOfReason(why), ...(name === null ? { toOwnerId: 'Choose who is to own them' } : {}) };
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    const fits = await this.tasks.mayOwn(operation, idsOf(rows), toOwnerId, OWNING_ROLES);
    operation.audit.reason = why;
    return this.run(operation, rows, { owner: toOwnerId }, (task) => {
      if (task.ownerId === toOwnerId) return skipped(`${name} owns it already`);
      if (!isTaskOpen(task.status)) return skipped(`It is ${TASK_STATUS_WORDS[task.status].toLowerCase()}: what is closed stays with whoever closed it`);
      if (!task.mayReassign) return failed('Only attendance officers, and for its own tasks the school’s attendance champion, can give it to somebody else');
      return fits.has(task.id) ? null : failed(`${name} may not open what it is about`);
    }, (held) => this.tasks.reassign(operation, held, toOwnerId, why, OWNING_ROLES), `Given to ${name}`);
  }

  private async run(operation: Operation, rows: readonly HeldTaskInput[], details: Record<string, unknown>, judge: Judge, write: (held: readonly Held[]) => Promise<Set<number>>, doneWords: string): Promise<BulkReportType> {
    if (rows.length === 0 || rows.length > MOST_ROWS) throw new Refusal(RefusalCode.INVALID, `Choose between 1 and ${MOST_ROWS} tasks. Nothing was changed.`);
    const found = new Map(shown(operation, await this.tasks.find(operation, idsOf(rows))).map((task) => [task.id, task]));
    const left = new Map<number, { result: RowResult; reason: string }>();
    const held: Held[] = [];
    const overtaken = new Set<number>();
    for (const { id, version } of rows) {
      const task = found.get(Number(id));
      if (task === undefined || left.has(task.id) || held.some((each) => each.id === task.id)) continue;
      const verdict = judge(task);
      if (verdict !== null) left.set(task.id, verdict);
      else if (task.version !== version) overtaken.add(task.id);
      else held.push({ id: task.id, version });
    }
    const done = held.length === 0 ? new Set<number>() : await write(held);
    for (const { id } of held) if (!done.has(id)) overtaken.add(id);
    const lastBy = overtaken.size === 0 ? new Map<number, string>() : await this.tasks.lastBy(operation, [...overtaken]);
    const results = rows.filter(({ id }, index) => rows.findIndex((other) => other.id === id) === index).map(({ id }): TaskRowResultType => {
      const task = found.get(Number(id));
      if (task === undefined) return { id, what: null, ...failed('We could not find this task') };
      if (done.has(task.id)) return { id, what: task.what, result: RowResult.DONE, reason: doneWords };
      return { id, what: task.what, ...(left.get(task.id) ?? failed(`${lastBy.get(task.id) ?? 'Somebody'} changed it meanwhile: look at it again`)) };
    });
    operation.audit.as(AuditKind.CHANGED, { tasks: [...done], ...details });
    for (const id of done) { const schoolId = found.get(id)?.schoolId; if (schoolId) operation.audit.schoolIds.add(schoolId); }
    const count = (result: RowResult): number => results.filter((row) => row.result === result).length;
    return { done: count(RowResult.DONE), skipped: count(RowResult.SKIPPED), failed: count(RowResult.FAILED), rows: results };
  }
}

const idsOf = (rows: readonly HeldTaskInput[]): number[] => rows.flatMap(({ id }) => (/^\d{1,9}$/.test(id) ? [Number(id)] : []));
