import { isTaskOpen, mayAnswerTask, mayPostponeTask, mayReassignTask, nextTaskStatuses, type TaskAsker } from '@attendance/shared/tasks';
import { notFound } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { TaskFilter, TaskSort } from './task.inputs.ts';
import type { TaskRepository, TaskRow, Worker } from './task.repository.ts';
import type { MyWorkType, TaskChangeType, TaskPageType, TaskType } from './task.type.ts';

/** Who asks, as the rules of tasks need to know it. */
export const askerOf = (operation: Operation): TaskAsker => ({ userId: operation.actor.userId, reach: operation.actor.reach.kind, can: (permission) => operation.can(permission) });

/** Reading tasks: one's own work, lists and one task. Whatever shows a child says so to the trail. */
export class TaskService {
  constructor(private readonly tasks: TaskRepository) {}

  async mine(operation: Operation, take: number): Promise<MyWorkType> {
    const worker = await this.workerOf(operation);
    const items = shown(operation, await this.tasks.mine(operation, worker, take));
    const atMySchools = await this.tasks.atSchools(operation, worker, take);
    return { counts: await this.tasks.counts(operation, worker), items, atMySchools: { ...atMySchools, items: shown(operation, atMySchools.items) } };
  }

  async list(operation: Operation, filter: TaskFilter, sort: TaskSort, offset: number, take: number): Promise<TaskPageType> {
    const page = await this.tasks.list(operation, filter, sort, offset, take);
    return { ...page, items: shown(operation, page.items) };
  }

  async open(operation: Operation, id: string): Promise<TaskType> {
    const [task] = /^\d{1,9}$/.test(id) ? shown(operation, await this.tasks.find(operation, [Number(id)])) : [];
    if (task === undefined) throw notFound('task');
    return task;
  }

  async changes(operation: Operation, task: TaskType): Promise<TaskChangeType[]> {
    return this.tasks.changes(operation, task.id);
  }

  /** Officers look after the authority's part at the schools named to them; whoever speaks for a school after its own part. */
  private async workerOf(operation: Operation): Promise<Worker> {
    const { userId, reach } = operation.actor;
    if (userId === null) return { userId: 0, schoolIds: [], side: null };
    if (reach.kind === 'AUTHORITY') return { userId, schoolIds: await this.tasks.officerSchools(operation, userId), side: 'LA' };
    if (reach.kind === 'SCHOOLS' && (operation.can('meeting:prepare') || operation.can('meeting:approve'))) return { userId, schoolIds: reach.schools, side: 'SCHOOL' };
    return { userId, schoolIds: [], side: null };
  }
}

/** Tasks with what whoever asks may do, once the trail knows whose record they are of. */
export function shown(operation: Operation, rows: readonly TaskRow[]): TaskType[] {
  const asker = askerOf(operation);
  operation.audit.viewed(rows.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId])));
  return rows.map((row) => ({
    ...row, nextStatuses: mayAnswerTask(asker, row) && isTaskOpen(row.status) ? [...nextTaskStatuses(row.status)] : [], mayReassign: mayReassignTask(asker, row), mayPostpone: mayPostponeTask(asker, row),
  }));
}
