import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TaskScope as ActionScope } from '../../tasks/index.ts';

// One object has one name in the schema, and `tasks` gives it: named here as well, whichever file is read last would win.
export { ActionScope };

/** Who does it: the council, the school, or a partner agency. */
export const ActionSide = { LA: 'LA', SCHOOL: 'SCHOOL', PARTNER: 'PARTNER' } as const;
export type ActionSide = (typeof ActionSide)[keyof typeof ActionSide];
registerEnumType(ActionSide, { name: 'ActionSide', description: 'Whose an action is.' });

@ObjectType('MeetingAction', { description: 'An action agreed in a meeting; once the record is issued, a task of its owner.' })
export class MeetingActionType {
  @Field(() => ID) id: number;
  @Field(() => Int) schoolId: number;
  @Field(() => Int, { nullable: true }) pupilId: number | null;
  @Field(() => String, { nullable: true, description: 'A code of the list of kinds.' }) type: string | null;
  @Field(() => ActionScope) scope: ActionScope;
  @Field(() => String) what: string;
  @Field(() => ActionSide) side: ActionSide;
  @Field(() => Int, { nullable: true, description: 'Null for somebody who cannot sign in here.' }) ownerId: number | null;
  @Field(() => String) owner: string;
  @Field(() => String) dueOn: string;
  @Field(() => String) priority: string;
  @Field(() => String, { nullable: true, description: 'A code of the list of services, where one is asked for.' }) service: string | null;
  @Field(() => String, { nullable: true, description: 'The group an action of scope COHORT is about, as meetingCohorts names it; null where none was named.' }) cohort: string | null;
  @Field(() => Int, { nullable: true, description: 'The task of an earlier meeting it goes on from.' }) carriedFrom: number | null;
  @Field(() => Int, { nullable: true }) taskId: number | null;
  @Field(() => Int, { nullable: true, description: 'The draft of a referral made of it, where it asks for a service and its record is issued.' }) referralId: number | null;
  @Field(() => Int) version: number;
}

@ObjectType('MeetingPerson', { description: 'Somebody who may be given an action.' })
export class MeetingPersonType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'The role, as the list of roles has it.' }) role: string;
  @Field(() => Boolean) isOfSchool: boolean;
}
