import { ClockState, ClockUnit, TaskScope, TaskSide, TaskSource, TaskStatus, WorkWhen } from '@attendance/shared/tasks';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

export { ClockState, ClockUnit, TaskScope, TaskSide, TaskSource, TaskStatus, WorkWhen };
registerEnumType(TaskStatus, { name: 'TaskStatus', description: 'How far a task has come.' });
registerEnumType(TaskScope, { name: 'TaskScope', description: 'Whom a task is about.' });
registerEnumType(TaskSide, { name: 'TaskSide', description: 'Who owes it.' });
registerEnumType(TaskSource, { name: 'TaskSource', description: 'Who made it: somebody by hand, or the record of a meeting.' });
registerEnumType(WorkWhen, { name: 'WorkWhen', description: 'When an open task asks for its owner.' });
registerEnumType(ClockUnit, { name: 'ClockUnit', description: 'In what a deadline is counted.' });
registerEnumType(ClockState, { name: 'ClockState', description: 'BROKEN: its day is past and nothing met it.' });

export const TaskSort = { DUE: 'DUE', OWNER: 'OWNER', SCHOOL: 'SCHOOL', STATUS: 'STATUS' } as const;
export type TaskSort = (typeof TaskSort)[keyof typeof TaskSort];
registerEnumType(TaskSort, { name: 'TaskSort', description: 'By what a list of tasks is ordered; first due first within each.' });

export const RowResult = { DONE: 'DONE', SKIPPED: 'SKIPPED', FAILED: 'FAILED' } as const;
export type RowResult = (typeof RowResult)[keyof typeof RowResult];
registerEnumType(RowResult, { name: 'RowResult', description: 'SKIPPED: there was nothing to do. FAILED: it could not be done.' });

@InputType()
export class TaskFilter {
  @Field(() => Int, { nullable: true }) ownerId?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Only tasks whose owner holds no role any more.' }) ownerHasLeft?: boolean | null;
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => Int, { nullable: true }) pupilId?: number | null;
  @Field(() => TaskStatus, { nullable: true }) status?: TaskStatus | null;
  @Field(() => Boolean, { nullable: true, description: 'Open ones only, or closed ones only. Both where nothing is said.' }) open?: boolean | null;
  @Field(() => Boolean, { nullable: true }) overdue?: boolean | null;
  @Field(() => TaskSource, { nullable: true }) source?: TaskSource | null;
  @Field(() => TaskSide, { nullable: true }) side?: TaskSide | null;
}

@InputType()
export class TaskInput {
  @Field(() => String, { description: 'What is to be done.' }) what: string;
  @Field(() => String, { description: 'The day it is due, such as 2026-12-04.' }) dueOn: string;
  @Field(() => Int, { nullable: true, description: 'Somebody of `taskOwners`; the sender where nobody is named.' }) ownerId?: number | null;
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => Int, { nullable: true }) pupilId?: number | null;
}

@InputType({ description: 'A task as the sender saw it.' })
export class HeldTaskInput {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class ClockFilter {
  @Field(() => Int, { nullable: true, description: '0 asks for those without a named officer.' }) officerId?: number | null;
  @Field(() => Int, { nullable: true, description: 'Only those whose officer is of this team.' }) teamId?: number | null;
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => TaskSide, { nullable: true }) side?: TaskSide | null;
  @Field(() => Boolean, { nullable: true, description: 'Only running ones that end this week.' }) thisWeek?: boolean | null;
  @Field(() => ClockState, { nullable: true, description: 'Broken and running ones where nothing is said.' }) state?: ClockState | null;
}
