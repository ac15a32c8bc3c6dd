import type { CohortAxis } from '@attendance/shared/attendance';
import { Field, Int, ObjectType } from 'type-graphql';
import { CohortAxisEnum } from './cohorts.inputs.ts';

@ObjectType('CohortCounts', { description: 'Counts of one group. Any of them is null where it is hidden because it, or another it could be worked out from, is small.' })
export class CohortCountsType {
  @Field(() => Int, { nullable: true }) possible: number | null;
  @Field(() => Int, { nullable: true }) attended: number | null;
  @Field(() => Int, { nullable: true }) authorised: number | null;
  @Field(() => Int, { nullable: true }) unauthorised: number | null;
  @Field(() => Int, { nullable: true }) lateBefore: number | null;
  @Field(() => Int, { nullable: true }) lateAfter: number | null;
  @Field(() => Int, { nullable: true, description: 'Enrolments with at least one possible session.' }) enrolments: number | null;
  @Field(() => Int, { nullable: true }) persistent: number | null;
  @Field(() => Int, { nullable: true }) severe: number | null;
}

@ObjectType('CohortGroup')
export class CohortGroupType {
  @Field(() => String, { description: 'The code of the value, or NOT_RECORDED.' }) value: string;
  @Field(() => String) label: string;
  @Field(() => CohortCountsType) figures: CohortCountsType;
}

@ObjectType('CohortSplit', { description: 'The figures of the year so far, split by who pupils are today.' })
export class CohortSplitType {
  @Field(() => CohortAxisEnum) axis: CohortAxis;
  @Field(() => [CohortGroupType]) groups: CohortGroupType[];
  @Field(() => CohortCountsType, { description: 'All groups together.' }) whole: CohortCountsType;
}
