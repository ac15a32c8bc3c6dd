import { CoverageState, LeftOut } from '@attendance/shared/meetings';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MeetingRecordType } from './meeting.type.ts';

registerEnumType(CoverageState, { name: 'CoverageState', description: 'Where a school that is counted stands in a term.' });
registerEnumType(LeftOut, { name: 'LeftOut', description: 'Why a school is not counted in a term.' });

@ObjectType('MeetingTerm')
export class MeetingTermType {
  @Field(() => String, { description: 'Such as 2026-AUTUMN.' }) key: string;
  @Field(() => String) label: string;
  @Field(() => String) startsOn: string;
  @Field(() => String) endsOn: string;
}

@ObjectType('PlannerWeek', { description: 'A week of the term by the calendar most schools keep.' })
export class PlannerWeekType {
  @Field(() => String) weekStart: string;
  @Field(() => Int, { description: 'Days schools are open; 0 in half term.' }) openDays: number;
}

@ObjectType('CoverageTotals', { description: 'Schools of a term. Covered, declined, in hand and outstanding add up to schools; offered and overdue cut across them.' })
export class CoverageTotalsType {
  @Field(() => Int) schools: number;
  @Field(() => Int) covered: number;
  @Field(() => Int) offered: number;
  @Field(() => Int) declined: number;
  @Field(() => Int) inHand: number;
  @Field(() => Int) outstanding: number;
  @Field(() => Int) overdue: number;
  @Field(() => Int, { description: 'Not counted: listed apart, with the reason.' }) leftOut: number;
}

@ObjectType('PlannerRow', { description: 'A school in a term.' })
export class PlannerRowType {
  @Field(() => Int) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => String) phase: string;
  @Field(() => String, { nullable: true, description: 'The named officer.' }) officer: string | null;
  @Field(() => LeftOut, { nullable: true }) leftOut: LeftOut | null;
  @Field(() => CoverageState, { nullable: true, description: 'Null where it is left out.' }) state: CoverageState | null;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => Int, { description: 'Offers of the term that were refused.' }) refusedOffers: number;
  @Field(() => [MeetingRecordType], { description: 'Meetings of the term that name it, earliest first.' }) meetings: MeetingRecordType[];
}

@ObjectType('PhaseCoverage')
export class PhaseCoverageType {
  @Field(() => String) phase: string;
  @Field(() => CoverageTotalsType) totals: CoverageTotalsType;
}

@ObjectType('MeetingPlanner', { description: 'The term of targeting support meetings.' })
export class MeetingPlannerType {
  @Field(() => MeetingTermType) term: MeetingTermType;
  @Field(() => [MeetingTermType]) terms: MeetingTermType[];
  @Field(() => [PlannerWeekType]) weeks: PlannerWeekType[];
  @Field(() => String, { description: 'From this day on a school that is not covered is overdue.' }) overdueFrom: string;
  @Field(() => CoverageTotalsType, { description: 'Of the schools of the filter.' }) totals: CoverageTotalsType;
  @Field(() => [PhaseCoverageType]) phases: PhaseCoverageType[];
  @Field(() => [PlannerRowType], { description: 'One page of schools, those that need an offer first.' }) items: PlannerRowType[];
  @Field(() => Int, { description: 'Schools of the filter and the standing.' }) total: number;
}
