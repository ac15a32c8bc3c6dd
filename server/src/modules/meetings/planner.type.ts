import { CheckInState, CoverageState, LeftOut, MeetingStatus, NextStep, SummaryState, TermSeason } from '@attendance/shared/meetings';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MeetingMode, MeetingType } from './meeting.inputs.ts';
import { MeetingActionLineType, MeetingFrequency, RequirementChangeType, SchoolTierType, SeverePupilType, TierOverrideType } from './tier.type.ts';

registerEnumType(CoverageState, { name: 'CoverageState', description: 'Where a school that is counted stands in a term.' });
registerEnumType(CheckInState, { name: 'CheckInState', description: 'Where a school stands in one half of a term.' });
registerEnumType(LeftOut, { name: 'LeftOut', description: 'Why a school is not counted in a term.' });
registerEnumType(SummaryState, { name: 'SummaryState', description: 'Where the summary of a term stands that a school without registers enters. ASKED once a meeting is offered or booked; LATE once the day is over on which the preparation is due.' });
registerEnumType(TermSeason, { name: 'TermSeason', description: 'A term of a school year.' });
registerEnumType(NextStep, { name: 'NextStep', description: 'What is to be done next about a school’s meeting of the term.' });

@ObjectType('MeetingTerm')
export class MeetingTermType {
  @Field(() => String, { description: 'Such as 2026-AUTUMN.' }) key: string;
  @Field(() => String) label: string;
  @Field(() => Int) academicYear: number;
  @Field(() => String) startsOn: string;
  @Field(() => String) endsOn: string;
}

@ObjectType('PlannerWeek', { description: 'A week of the term by the calendar most schools keep.' })
export class PlannerWeekType {
  @Field(() => String) weekStart: string;
  @Field(() => Int, { description: 'Days schools are open; 0 in half term.' }) openDays: number;
}

@ObjectType('CoverageTotals', { description: 'Schools of a term. Covered, declined, in hand and outstanding add up to schools; the others cut across them.' })
export class CoverageTotalsType {
  @Field(() => Int) schools: number;
  @Field(() => Int) covered: number;
  @Field(() => Int) offered: number;
  @Field(() => Int) declined: number;
  @Field(() => Int) inHand: number;
  @Field(() => Int) outstanding: number;
  @Field(() => Int) overdue: number;
  @Field(() => Int, { description: 'Met once a year by a manager’s choice.' }) lessThanTermly: number;
  @Field(() => Int, { description: 'Not counted: listed apart, with the reason.' }) leftOut: number;
}

@ObjectType('CoverageGroup', { description: 'Coverage of the schools of one phase, kind of establishment, tier or officer.' })
export class CoverageGroupType {
  @Field(() => String, { description: 'The phase, kind or tier, or the number of the officer; empty for schools without an officer.' }) key: string;
  @Field(() => CoverageTotalsType) totals: CoverageTotalsType;
}

@ObjectType('PlannerOfficer', { description: 'Somebody who is the named officer of schools today.' })
export class PlannerOfficerType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
  @Field(() => Int) schools: number;
}

@ObjectType('PlannerWork', { description: 'What stands beside coverage, of the schools of the filter that are counted. Each is a whole number of a whole number.' })
export class PlannerWorkType {
  @Field(() => Int, { description: 'Severely absent pupils on roll.' }) severe: number;
  @Field(() => Int, { description: '…whose plan is in place, as last said in a meeting.' }) severeWithPlan: number;
  @Field(() => Int, { description: 'Actions of meetings whose day in the term is over.' }) actionsDue: number;
  @Field(() => Int) actionsOnTime: number;
  @Field(() => Int, { description: 'Meetings held whose record is issued, or was to be by now.' }) recordsDue: number;
  @Field(() => Int) recordsOnTime: number;
  @Field(() => Int, { description: 'Schools of a tier with a check-in in each half term.' }) checkIns: number;
  @Field(() => Int, { description: '…met in this half term, or with a day planned in it.' }) checkInsMade: number;
  @Field(() => Int, { description: 'Schools that send no registers: a summary of the term is asked of each.' }) withoutFeed: number;
  @Field(() => Int, { description: '…whose summary of the term is entered.' }) summariesEntered: number;
}

@ObjectType('PlannerMeeting', { description: 'A meeting in a cell of the planner.' })
export class PlannerMeetingType {
  @Field(() => ID) id: number;
  @Field(() => MeetingType) type: MeetingType;
  @Field(() => MeetingStatus) status: MeetingStatus;
  @Field(() => MeetingMode) mode: MeetingMode;
  @Field(() => String) onDay: string;
  @Field(() => String) atTime: string;
}

@ObjectType('CheckIn', { description: 'Whether a school is met in one half of the term, by its meeting or by a check-in.' })
export class CheckInType {
  @Field(() => String) startsOn: string;
  @Field(() => String) endsOn: string;
  @Field(() => CheckInState) state: CheckInState;
  @Field(() => ID, { nullable: true }) meetingId: number | null;
}

@ObjectType('PlannerStep', { description: 'What is to be done next.' })
export class PlannerStepType {
  @Field(() => NextStep) step: NextStep;
  @Field(() => ID, { nullable: true }) meetingId: number | null;
  @Field(() => String, { nullable: true, description: 'The day of the meeting, or the day something is due.' }) onDay: string | null;
  @Field(() => Boolean) isLate: boolean;
}

@ObjectType('PlannerSummary', { description: 'The summary of the term of a school that sends no registers.' })
export class PlannerSummaryType {
  @Field(() => SummaryState) state: SummaryState;
  @Field(() => TermSeason) season: TermSeason;
  @Field(() => String, { nullable: true }) enteredOn: string | null;
  @Field(() => String, { nullable: true }) dueOn: string | null;
}

@ObjectType('PlannerRow', { description: 'A school in a term.' })
export class PlannerRowType {
  @Field(() => Int) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => String) phase: string;
  @Field(() => Int, { description: 'Kind of establishment, as Get Information About Schools numbers it.' }) typeCode: number;
  @Field(() => String, { nullable: true }) trust: string | null;
  @Field(() => String, { nullable: true, description: 'The named officer.' }) officer: string | null;
  @Field(() => LeftOut, { nullable: true }) leftOut: LeftOut | null;
  @Field(() => CoverageState, { nullable: true, description: 'Null where it is left out.' }) state: CoverageState | null;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => Int, { description: 'Offers of the term that were refused.' }) refusedOffers: number;
  @Field(() => SchoolTierType) tier: SchoolTierType;
  @Field(() => MeetingFrequency) frequency: MeetingFrequency;
  @Field(() => Boolean, { description: 'Whether it is met in a group of small schools or of a trust in this term.' }) inGroup: boolean;
  @Field(() => Int, { description: 'Severely absent pupils on roll.' }) severe: number;
  @Field(() => Int) severeWithPlan: number;
  @Field(() => Int) actionsDue: number;
  @Field(() => Int) actionsOnTime: number;
  @Field(() => PlannerStepType) next: PlannerStepType;
  @Field(() => [PlannerMeetingType], { description: 'Meetings of the term that name it, earliest first.' }) meetings: PlannerMeetingType[];
  @Field(() => PlannerSummaryType, { nullable: true, description: 'Null where figures come from its registers, or are to.' }) summary: PlannerSummaryType | null;
  @Field(() => [CheckInType], { description: 'Of each half of the term, for a tier that has check-ins; else empty.' }) checkIns: CheckInType[];
}

@ObjectType('MeetingPlanner', { description: 'The term of targeting support meetings.' })
export class MeetingPlannerType {
  @Field(() => MeetingTermType) term: MeetingTermType;
  @Field(() => [MeetingTermType]) terms: MeetingTermType[];
  @Field(() => [PlannerWeekType]) weeks: PlannerWeekType[];
  @Field(() => [PlannerOfficerType], { description: 'Everybody named for a school, whatever the filter.' }) officers: PlannerOfficerType[];
  @Field(() => String, { description: 'From this day on a school that is not covered is overdue.' }) overdueFrom: string;
  @Field(() => CoverageTotalsType, { description: 'Of the schools of the filter.' }) totals: CoverageTotalsType;
  @Field(() => [CoverageGroupType], { description: 'The same by what `by` names.' }) groups: CoverageGroupType[];
  @Field(() => PlannerWorkType) work: PlannerWorkType;
  @Field(() => [PlannerRowType], { description: 'One page of schools, worst tier first, and in a tier those that need somebody first.' }) items: PlannerRowType[];
  @Field(() => Int, { description: 'Schools of the filter and the standing.' }) total: number;
}

@ObjectType('PlannedSchool', { description: 'A school in the term planner, with all that is behind its row.' })
export class PlannedSchoolType {
  @Field(() => MeetingTermType) term: MeetingTermType;
  @Field(() => PlannerRowType) row: PlannerRowType;
  @Field(() => Boolean, { description: 'Whether the sender may set its tier by hand.' }) maySetTier: boolean;
  @Field(() => Boolean, { description: 'Whether the sender may set how often it is met.' }) maySetFrequency: boolean;
  @Field(() => Int, { description: 'Goes up each time the tier is set by hand: the next change names it.' }) tierVersion: number;
  @Field(() => Int) requirementVersion: number;
  @Field(() => [TierOverrideType], { description: 'Latest first.' }) overrides: TierOverrideType[];
  @Field(() => [RequirementChangeType], { description: 'Of the academic year of the term, latest first.' }) requirements: RequirementChangeType[];
  @Field(() => [SeverePupilType], { description: 'Those without a plan first; at most 200.' }) severePupils: SeverePupilType[];
  @Field(() => [MeetingActionLineType], { description: 'Actions of meetings whose day in the term is over, late ones first; at most 200.' }) actions: MeetingActionLineType[];
}
