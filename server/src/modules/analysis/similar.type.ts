import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What came of looking for similar schools. */
export const SimilarOutcome = { COMPARED: 'COMPARED', TOO_FEW: 'TOO_FEW', TOO_SMALL: 'TOO_SMALL', OWN_SCHOOL_ONLY: 'OWN_SCHOOL_ONLY', NO_FIGURES: 'NO_FIGURES' } as const;
export type SimilarOutcome = (typeof SimilarOutcome)[keyof typeof SimilarOutcome];
registerEnumType(SimilarOutcome, { name: 'SimilarOutcome', description: 'TOO_FEW: not enough schools of its phase within reach. TOO_SMALL: too few pupils for shares to mean anything. OWN_SCHOOL_ONLY: one school is all that whoever asks sees.' });

@ObjectType('ComparedSchool', { description: 'What is known of a school’s pupils, and its figures of the year so far; all in counts.' })
export class ComparedSchoolType {
  @Field(() => ID) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) marksTo: string | null;
  @Field(() => Int, { description: 'Enrolments with at least one possible session.' }) pupils: number;
  @Field(() => Int, { description: 'Eligible for free school meals in the last six years.' }) fsm6: number;
  @Field(() => Int) senSupport: number;
  @Field(() => Int) senPlan: number;
  @Field(() => Int, { description: 'First language other than English.' }) eal: number;
  @Field(() => Int) ealBelieved: number;
  @Field(() => Int) possible: number;
  @Field(() => Int) absent: number;
  @Field(() => Int) persistent: number;
  @Field(() => Float, { nullable: true, description: 'How far it lies from the school it is compared with; null for that school itself.' }) apart: number | null;
}

@ObjectType('SimilarGroup', { description: 'The similar schools together, without the one they are compared with: counts added up.' })
export class SimilarGroupType {
  @Field(() => Int) pupils: number;
  @Field(() => Int) possible: number;
  @Field(() => Int) absent: number;
  @Field(() => Int) persistent: number;
}

@ObjectType('SimilarSchools', { description: 'A school beside the schools of its phase within reach whose pupils are most like its own.' })
export class SimilarSchoolsType {
  @Field(() => SimilarOutcome) outcome: SimilarOutcome;
  @Field(() => String, { nullable: true }) phase: string | null;
  @Field(() => ComparedSchoolType, { nullable: true }) own: ComparedSchoolType | null;
  @Field(() => [ComparedSchoolType], { description: 'The nearest first.' }) schools: ComparedSchoolType[];
  @Field(() => SimilarGroupType, { nullable: true }) group: SimilarGroupType | null;
}
