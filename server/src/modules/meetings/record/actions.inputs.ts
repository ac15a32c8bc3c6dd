import { Field, InputType, Int } from 'type-graphql';
import { ActionScope, ActionSide } from './actions.type.ts';

@InputType()
export class MeetingActionInput {
  @Field(() => Int) schoolId: number;
  @Field(() => Int, { nullable: true, description: 'The pupil an action of scope PUPIL is about.' }) pupilId?: number | null;
  @Field(() => ActionScope) scope: ActionScope;
  @Field(() => String, { nullable: true, description: 'A group this meeting speaks about, for an action of scope COHORT.' }) cohort?: string | null;
  @Field(() => String, { nullable: true, description: 'A code of the list of kinds.' }) type?: string | null;
  @Field(() => String) what: string;
  @Field(() => ActionSide) side: ActionSide;
  @Field(() => Int, { nullable: true, description: 'Somebody of `people`; null for who cannot sign in here.' }) ownerId?: number | null;
  @Field(() => String, { description: 'The name of the owner, as agreed.' }) owner: string;
  @Field(() => String, { nullable: true, description: 'Null: the usual day of its kind.' }) dueOn?: string | null;
  @Field(() => String, { nullable: true, description: 'A code of the list of services, to ask for one.' }) service?: string | null;
  @Field(() => Boolean, { nullable: true }) isUrgent?: boolean | null;
}
