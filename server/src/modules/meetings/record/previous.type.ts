import { TaskStatus } from '@attendance/shared/tasks';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('PreviousAction', { description: 'A task that an earlier meeting of the school agreed: open still, or of the last one.' })
export class PreviousActionType {
  @Field(() => Int) taskId: number;
  @Field(() => Int) schoolId: number;
  @Field(() => Int, { nullable: true }) pupilId: number | null;
  @Field(() => String, { nullable: true, description: 'Null where it is about no pupil.' }) pupilName: string | null;
  @Field(() => String, { nullable: true, description: 'A code of the list of kinds.' }) type: string | null;
  @Field(() => String) what: string;
  @Field(() => String) owner: string;
  @Field(() => String) dueOn: string;
  @Field(() => TaskStatus) status: TaskStatus;
  @Field(() => String, { description: 'What came of it.' }) note: string;
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'The day of the meeting that agreed it.' }) agreedOn: string;
  @Field(() => Boolean, { description: 'It is past its day and open.' }) overdue: boolean;
  @Field(() => Boolean, { description: 'It goes on as an action of this meeting.' }) carriedOn: boolean;
}
