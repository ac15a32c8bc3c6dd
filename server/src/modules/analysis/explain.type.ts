import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export const ExplainedMeasure = { ATTENDANCE: 'ATTENDANCE', UNAUTHORISED: 'UNAUTHORISED', PERSISTENT: 'PERSISTENT', SEVERE: 'SEVERE', LATE: 'LATE' } as const;
export type ExplainedMeasure = (typeof ExplainedMeasure)[keyof typeof ExplainedMeasure];
registerEnumType(ExplainedMeasure, { name: 'ExplainedMeasure' });

@ObjectType('ExplainStep', { description: 'One line of the way from everything recorded to the figure.' })
export class ExplainStepType {
  @Field(() => Int) count: number;
  @Field(() => String) words: string;
  @Field(() => String, { nullable: true, description: 'The pupil measure whose list has exactly this many rows, or this many sessions in its rows.' }) opens: string | null;
  @Field(() => String, { description: 'START, LESS, TOTAL, PART, or OF for some of the part before it.' }) kind: string;
}

@ObjectType('ExplainDefinition', { description: 'The same figure, counted another way.' })
export class ExplainDefinitionType {
  @Field(() => String) name: string;
  @Field(() => Int) part: number;
  @Field(() => Int) whole: number;
  @Field(() => String) why: string;
  @Field(() => Boolean) ours: boolean;
}

@ObjectType('Explanation')
export class ExplanationType {
  @Field(() => ExplainedMeasure) measure: ExplainedMeasure;
  @Field(() => Int) part: number;
  @Field(() => Int) whole: number;
  @Field(() => String) firstWeek: string;
  @Field(() => String, { nullable: true }) marksTo: string | null;
  @Field(() => String, { nullable: true, description: 'The session of that day the marks reach: AM or PM.' }) marksToSession: string | null;
  @Field(() => [ExplainStepType]) steps: ExplainStepType[];
  @Field(() => [ExplainDefinitionType]) definitions: ExplainDefinitionType[];
}
