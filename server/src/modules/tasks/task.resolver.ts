import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import type { BulkService } from './bulk.service.ts';
import type { TaskChangeService } from './task-change.service.ts';
import { HeldTaskInput, TaskFilter, TaskInput, TaskSort, TaskStatus } from './task.inputs.ts';
import type { TaskService } from './task.service.ts';
import { BulkReportType, MyWorkType, TaskChangeType, TaskOwnerType, TaskPageType, TaskType } from './task.type.ts';

@Resolver(() => TaskType)
export class TaskResolver {
  constructor(private readonly reading: TaskService, private readonly changing: TaskChangeService, private readonly bulk: BulkService) {}

  @Allow('task:read')
  @Query(() => MyWorkType, { description: 'The sender’s open tasks, and what is overdue at their schools; at most `take` of each.' })
  async myWork(@Ctx() operation: Operation, @Args(() => PageArgs) { take }: PageArgs): Promise<MyWorkType> {
    return this.reading.mine(operation, take);
  }

  @Allow('task:read')
  @Query(() => TaskPageType, { description: 'Tasks within reach.' })
  async tasks(
    @Ctx() operation: Operation, @Arg('filter', () => TaskFilter, { nullable: true }) filter: TaskFilter | null = null, @Arg('sort', () => TaskSort, { defaultValue: TaskSort.DUE }) sort: TaskSort, @Args(() => PageArgs) page: PageArgs,
  ): Promise<TaskPageType> {
    return this.reading.list(operation, filter ?? {}, sort, page.offset, page.take);
  }

  @Allow('task:read')
  @Query(() => TaskType, { description: 'One task within reach.' })
  async task(@Ctx() operation: Operation, @Arg('id', () => ID) id: string): Promise<TaskType> {
    return this.reading.open(operation, id);
  }

  @Allow('task:write')
  @Query(() => [TaskOwnerType], { description: 'The people a task about a school and a pupil may be given to.' })
  async taskOwners(@Ctx() operation: Operation, @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null, @Arg('pupilId', () => Int, { nullable: true }) pupilId: number | null = null): Promise<TaskOwnerType[]> {
    return this.changing.owners(operation, schoolId ?? null, pupilId ?? null);
  }

  @Allow('task:write')
  @Mutation(() => TaskType, { description: 'Adds a task of one’s own, for oneself or a colleague. `key` is made once for each form: sent again, it gives the task it made.' })
  async addTask(@Ctx() operation: Operation, @Arg('key', () => String) key: string, @Arg('input', () => TaskInput) input: TaskInput): Promise<TaskType> {
    return this.changing.add(operation, key, input);
  }

  @Allow('task:write')
  @Mutation(() => TaskType, { description: 'Gives a task one of `nextStatuses`, or a note to the status it has. Closing needs a note. Refused where it was changed since `version`.' })
  async changeTask(
    @Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('status', () => TaskStatus) status: TaskStatus, @Arg('note', () => String, { defaultValue: '' }) note: string,
  ): Promise<TaskType> {
    return this.changing.change(operation, id, version, status, note);
  }

  @Allow('task:write')
  @Mutation(() => TaskType, { description: 'Gives a task another day, with the reason. Refused where it was changed since `version`.' })
  async postponeTask(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('dueOn', () => String) dueOn: string, @Arg('reason', () => String) reason: string): Promise<TaskType> {
    return this.changing.postpone(operation, id, version, dueOn, reason);
  }

  @Allow('task:write')
  @Mutation(() => BulkReportType, { description: 'Gives up to a hundred tasks one status and one note. Each row says what came of it; a row that fails keeps no other from being done.' })
  async changeTasks(
    @Ctx() operation: Operation, @Arg('rows', () => [HeldTaskInput]) rows: HeldTaskInput[], @Arg('status', () => TaskStatus) status: TaskStatus, @Arg('note', () => String, { defaultValue: '' }) note: string,
  ): Promise<BulkReportType> {
    return this.bulk.change(operation, rows, status, note);
  }

  @Allow('task:write')
  @Mutation(() => BulkReportType, { description: 'Gives up to a hundred tasks to another person, with the reason. Each row says what came of it.' })
  async reassignTasks(@Ctx() operation: Operation, @Arg('rows', () => [HeldTaskInput]) rows: HeldTaskInput[], @Arg('toOwnerId', () => Int) toOwnerId: number, @Arg('reason', () => String) reason: string): Promise<BulkReportType> {
    return this.bulk.reassign(operation, rows, toOwnerId, reason);
  }

  @FieldResolver(() => [TaskChangeType], { description: 'Everything that was done to it, latest first; at most 200 lines.' })
  async changes(@Root() task: TaskType, @Ctx() operation: Operation): Promise<TaskChangeType[]> {
    return this.reading.changes(operation, task);
  }
}
