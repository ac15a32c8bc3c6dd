import { Field, ID, Int, ObjectType } from 'type-graphql';

/** Whom a row of a list is of, and where. Every list of enrolments begins with this. */
@ObjectType()
export abstract class NamedEnrolmentType {
  @Field(() => ID) enrolmentId: number;
  @Field(() => ID) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String) ncYear: string;
  @Field(() => String, { nullable: true }) form: string | null;
  @Field(() => Int) schoolId: number;
  @Field(() => String) schoolName: string;
}
