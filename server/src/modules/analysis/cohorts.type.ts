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
  @Field(() => Int, { nullable: true, description: 'Possible sessions of the last four school weeks.' }) recentPossible: number | null;
  @Field(() => Int, { nullable: true, description: 'Sessions missed in the last four school weeks.' }) recentAbsent: number | null;
  @Field(() => Int, { nullable: true, description: 'Possible sessions of the week that holds the last marks.' }) weekPossible: number | null;
  @Field(() => Int, { nullable: true }) weekAbsent: number | null;
}

@ObjectType('CohortPoint', { description: 'Counts of one group last year, by the end of the same school week. Any of them is null where it is hidden as this year’s are; sessions are rounded to five for people who see figures only.' })
export class CohortPointType {
  @Field(() => Int, { nullable: true }) possible: number | null;
  @Field(() => Int, { nullable: true }) attended: number | null;
  @Field(() => Int, { nullable: true }) authorised: number | null;
  @Field(() => Int, { nullable: true }) unauthorised: number | null;
  @Field(() => Int, { nullable: true }) lateBefore: number | null;
  @Field(() => Int, { nullable: true }) lateAfter: number | null;
  @Field(() => Int, { nullable: true, description: 'Enrolments with at least one possible session by then.' }) enrolments: number | null;
  @Field(() => Int, { nullable: true, description: 'Enrolments that had missed 10% or more of their own by then.' }) persistent: number | null;
  @Field(() => Int, { nullable: true }) severe: number | null;
  @Field(() => Int, { nullable: true, description: 'Of the same last four school weeks; not told to people who see figures only.' }) recentPossible: number | null;
  @Field(() => Int, { nullable: true }) recentAbsent: number | null;
  @Field(() => Int, { nullable: true, description: 'Of the last week compared; not told to people who see figures only.' }) weekPossible: number | null;
  @Field(() => Int, { nullable: true }) weekAbsent: number | null;
}

@ObjectType('CohortGroup')
export class CohortGroupType {
  @Field(() => String, { description: 'The code of the value, or NOT_RECORDED.' }) value: string;
  @Field(() => String) label: string;
  @Field(() => CohortCountsType) figures: CohortCountsType;
  @Field(() => CohortPointType, { nullable: true, description: 'Last year to the end of the same school week: of those in the group today, or for ages and joiners of who was in it then. Null where groups of two years are not alike, or no last year is held.' }) lastYear: CohortPointType | null;
}

@ObjectType('CohortSplit', { description: 'The figures of the year so far, split by who pupils are today.' })
export class CohortSplitType {
  @Field(() => CohortAxisEnum) axis: CohortAxis;
  @Field(() => [CohortGroupType]) groups: CohortGroupType[];
  @Field(() => CohortCountsType, { description: 'All groups together.' }) whole: CohortCountsType;
  @Field(() => CohortPointType, { nullable: true }) wholeLastYear: CohortPointType | null;
  @Field(() => String, { nullable: true, description: 'The Monday of the last week of last year that is compared; null where there is none.' }) lastYearTo: string | null;
  @Field(() => String, { nullable: true, description: 'The Monday of the first of the last four school weeks compared.' }) lastYearRecentFrom: string | null;
}

@ObjectType('CohortValue')
export class CohortValueType {
  @Field(() => String) value: string;
  @Field(() => String) label: string;
}

@ObjectType('CrossedGroup')
export class CrossedGroupType extends CohortValueType {
  @Field(() => [CohortCountsType], { description: 'One for each column, in order.' }) cells: CohortCountsType[];
}

@ObjectType('CrossedFigures', { description: 'The figures of the year so far, split two ways at once.' })
export class CrossedFiguresType {
  @Field(() => CohortAxisEnum) axis: CohortAxis;
  @Field(() => CohortAxisEnum) across: CohortAxis;
  @Field(() => [CohortValueType]) columns: CohortValueType[];
  @Field(() => [CrossedGroupType]) rows: CrossedGroupType[];
  @Field(() => CohortCountsType) whole: CohortCountsType;
}
