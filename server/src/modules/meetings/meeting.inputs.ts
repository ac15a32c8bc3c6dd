import { CoverageState, MeetingCommand, MeetingMode, MeetingType } from '@attendance/shared/meetings';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { MeetingTier } from './tier.type.ts';

export { MeetingCommand, MeetingMode, MeetingType };
registerEnumType(MeetingCommand, { name: 'MeetingCommand', description: 'What may be done to a targeting support meeting.' });
registerEnumType(MeetingMode, { name: 'MeetingMode', description: 'In person or remote.' });
registerEnumType(MeetingType, { name: 'MeetingType', description: 'Whom a meeting names. A check-in does not count towards coverage.' });

/** What a school of a term may be looked for by. */
export const PlannerStanding = { ...CoverageState, COUNTED: 'COUNTED', OFFERED: 'OFFERED', OVERDUE: 'OVERDUE', LEFT_OUT: 'LEFT_OUT', LESS_THAN_TERMLY: 'LESS_THAN_TERMLY', WITHOUT_PLAN: 'WITHOUT_PLAN', ACTIONS_LATE: 'ACTIONS_LATE', RECORD_LATE: 'RECORD_LATE', NOT_CHECKED_IN: 'NOT_CHECKED_IN', SUMMARY_MISSING: 'SUMMARY_MISSING' } as const;
export type PlannerStanding = (typeof PlannerStanding)[keyof typeof PlannerStanding];
registerEnumType(PlannerStanding, { name: 'PlannerStanding', description: 'Rows behind one figure of CoverageTotals or PlannerWork.' });

@InputType()
export class MeetingInput {
  @Field(() => MeetingType) type: MeetingType;
  @Field(() => [Int], { description: 'The schools it names: one, unless it is of a group or a trust.' }) schoolIds: number[];
  @Field(() => MeetingMode) mode: MeetingMode;
  @Field(() => String, { description: 'A school day of every school named, such as 2026-12-02.' }) onDay: string;
  @Field(() => String, { description: 'When it begins, such as 14:00.' }) atTime: string;
  @Field(() => Int) minutes: number;
  @Field(() => String, { description: 'Where: an address, or how to join. Schools read it.' }) place: string;
  @Field(() => Int, { nullable: true, description: 'Who holds it: the sender, or, for whoever approves meetings, the named officer of these schools.' }) officerId?: number | null;
}

@InputType()
export class MeetingChangeInput {
  @Field(() => String, { nullable: true }) onDay?: string | null;
  @Field(() => String, { nullable: true }) atTime?: string | null;
  @Field(() => MeetingMode, { nullable: true }) mode?: MeetingMode | null;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => String, { nullable: true, description: 'Why: needed where a meeting is moved, declined or called off.' }) reason?: string | null;
}

/** By what coverage is told. */
export const CoverageBy = { PHASE: 'PHASE', KIND: 'KIND', TIER: 'TIER', OFFICER: 'OFFICER' } as const;
export type CoverageBy = (typeof CoverageBy)[keyof typeof CoverageBy];
registerEnumType(CoverageBy, { name: 'CoverageBy', description: 'By what coverage is told. KIND: how an establishment is run.' });

@InputType()
export class PlannerFilter {
  @Field(() => String, { nullable: true, description: 'The key of a term; the term of today, or the next one, where none is named.' }) term?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only schools one is the named officer of.' }) mine?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Only schools somebody is the named officer of; 0 for schools without one.' }) officerId?: number | null;
  @Field(() => String, { nullable: true }) phase?: string | null;
  @Field(() => String, { nullable: true, description: 'How an establishment is run, such as ACADEMY.' }) kind?: string | null;
  @Field(() => MeetingTier, { nullable: true }) tier?: MeetingTier | null;
  @Field(() => PlannerStanding, { nullable: true, description: 'Narrows the rows, not the totals.' }) standing?: PlannerStanding | null;
  @Field(() => CoverageBy, { nullable: true, description: 'By what the groups are told; by phase where nothing is named.' }) by?: CoverageBy | null;
}
