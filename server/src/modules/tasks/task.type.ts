import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RowResult, TaskScope, TaskSide, TaskSource, TaskStatus, WorkWhen } from './task.inputs.ts';

@ObjectType('Task', { description: 'Something to be done by a day, by an owner.' })
export class TaskType {
  @Field(() => ID) id: number;
  @Field(() => TaskSource) source: TaskSource;
  @Field(() => String, { nullable: true, description: 'The kind of action, where a meeting named one.' }) type: string | null;
  @Field(() => TaskScope) scope: TaskScope;
  @Field(() => String) what: string;
  @Field(() => TaskSide) side: TaskSide;
  @Field(() => TaskStatus) status: TaskStatus;
  @Field(() => Boolean) isUrgent: boolean;
  @Field(() => Int, { nullable: true }) schoolId: number | null;
  @Field(() => String, { nullable: true }) schoolName: string | null;
  @Field(() => Int, { nullable: true }) pupilId: number | null;
  @Field(() => String, { nullable: true }) pupilName: string | null;
  @Field(() => Int, { nullable: true, description: 'Nobody who signs in, where it is null: then `owner` says who.' }) ownerId: number | null;
  @Field(() => String) owner: string;
  @Field(() => Boolean, { description: 'Whether its owner holds no role any more.' }) ownerHasLeft: boolean;
  @Field(() => String) fromOn: string;
  @Field(() => String) dueOn: string;
  @Field(() => String, { description: 'The school day after it was due: from then on it shows as overdue.' }) overdueFrom: string;
  @Field(() => String, { nullable: true }) doneOn: string | null;
  @Field(() => String, { description: 'What came of it; empty while it is open.' }) note: string;
  @Field(() => Int, { nullable: true, description: 'The task of an earlier meeting that it goes on with.' }) carriedFrom: number | null;
  @Field(() => Int, { description: 'Goes up with every change: the next one names it.' }) version: number;
  @Field(() => WorkWhen, { nullable: true, description: 'Nothing once it is closed.' }) when: WorkWhen | null;
  @Field(() => [TaskStatus], { description: 'What the sender may make of it.' }) nextStatuses: TaskStatus[];
  @Field(() => Boolean) mayReassign: boolean;
  @Field(() => Boolean) mayPostpone: boolean;
}

@ObjectType('TaskPage')
export class TaskPageType {
  @Field(() => [TaskType]) items: TaskType[];
  @Field(() => Int) total: number;
  @Field(() => Int, { description: 'Of all, not only of this page.' }) overdue: number;
}

@ObjectType('WorkCounts', { description: 'Open tasks by when they ask for their owner.' })
export class WorkCountsType {
  @Field(() => Int) overdue: number;
  @Field(() => Int) today: number;
  @Field(() => Int) thisWeek: number;
  @Field(() => Int) later: number;
}

@ObjectType('MyWork', { description: 'What the sender has to do: own tasks, and those of their schools and side that nobody who signs in owns.' })
export class MyWorkType {
  @Field(() => WorkCountsType) counts: WorkCountsType;
  @Field(() => [TaskType], { description: 'Overdue first, then due now, this week and later.' }) items: TaskType[];
  @Field(() => TaskPageType, { description: 'Overdue tasks of others at the schools the sender is officer or champion of.' }) atMySchools: TaskPageType;
}

@ObjectType('TaskChange', { description: 'One line of the history of a task. Lines are added and never taken away.' })
export class TaskChangeType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'MADE, MOVED, REASSIGNED, POSTPONED or NOTED.' }) kind: string;
  @Field(() => TaskStatus) status: TaskStatus;
  @Field(() => String) owner: string;
  @Field(() => String) dueOn: string;
  @Field(() => String) note: string;
  @Field(() => String) at: string;
  @Field(() => String, { nullable: true }) by: string | null;
}

@ObjectType('TaskOwner', { description: 'Somebody who may own a task.' })
export class TaskOwnerType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
  @Field(() => String) jobTitle: string;
  @Field(() => TaskSide) side: TaskSide;
}

@ObjectType('TaskRowResult', { description: 'What came of one of several that were changed at once.' })
export class TaskRowResultType {
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true, description: 'Nothing where it is not within reach.' }) what: string | null;
  @Field(() => RowResult) result: RowResult;
  @Field(() => String, { description: 'What was done, or why not, in words.' }) reason: string;
}

@ObjectType('BulkReport', { description: 'What came of a change of several at once, row by row, in the order they were sent.' })
export class BulkReportType {
  @Field(() => Int) done: number;
  @Field(() => Int) skipped: number;
  @Field(() => Int) failed: number;
  @Field(() => [TaskRowResultType]) rows: TaskRowResultType[];
}
