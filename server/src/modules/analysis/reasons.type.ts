import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('OverdueReasons', { description: 'Sessions of one school still marked N after the school days allowed for finding the reason.' })
export class OverdueReasonsType {
  @Field(() => ID) schoolId: number;
  @Field(() => String) schoolName: string;
  @Field(() => Int) sessions: number;
  @Field(() => Int) pupils: number;
  @Field(() => String, { description: 'The oldest day still without a reason, of the last six weeks.' }) oldestOn: string;
}

@ObjectType('PupilWithoutReason', { description: 'A pupil with sessions still marked N after the school days allowed.' })
export class PupilWithoutReasonType {
  @Field(() => ID) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String) ncYear: string;
  @Field(() => String, { nullable: true }) form: string | null;
  @Field(() => Int) sessions: number;
  @Field(() => String) oldestOn: string;
}

@ObjectType('PupilsWithoutReason')
export class PupilsWithoutReasonType {
  @Field(() => [PupilWithoutReasonType]) items: PupilWithoutReasonType[];
  @Field(() => Int, { description: 'Pupils on the whole list.' }) total: number;
  @Field(() => Int, { description: 'Their sessions without a reason, added up over the whole list.' }) sessions: number;
}
