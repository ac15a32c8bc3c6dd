import { CoverageState, MeetingCommand, MeetingMode, MeetingType } from '@attendance/shared/meetings';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';

export { MeetingCommand, MeetingMode, MeetingType };
registerEnumType(MeetingCommand, { name: 'MeetingCommand', description: 'What may be done to a targeting support meeting.' });
registerEnumType(MeetingMode, { name: 'MeetingMode', description: 'In person or remote.' });
registerEnumType(MeetingType, { name: 'MeetingType', description: 'Whom a meeting names. A check-in does not count towards coverage.' });

/** What a school of a term may be looked for by. */
export const PlannerStanding = { ...CoverageState, COUNTED: 'COUNTED', OFFERED: 'OFFERED', OVERDUE: 'OVERDUE', LEFT_OUT: 'LEFT_OUT' } as const;
export type PlannerStanding = (typeof PlannerStanding)[keyof typeof PlannerStanding];
registerEnumType(PlannerStanding, { name: 'PlannerStanding', description: 'Rows behind one figure of CoverageTotals.' });

@InputType()
export class MeetingInput {
  @Field(() => MeetingType) type: MeetingType;
  @Field(() => [Int], { description: 'The schools it names: one, unless it is of a group or a trust.' }) schoolIds: number[];
  @Field(() => MeetingMode) mode: MeetingMode;
  @Field(() => String, { description: 'A school day of every school named, such as 2026-12-02.' }) onDay: string;
  @Field(() => String, { description: 'When it begins, such as 14:00.' }) atTime: string;
  @Field(() => Int) minutes: number;
  @Field(() => String, { description: 'Where: an address, or how to join. Schools read it.' }) place: string;
}

@InputType()
export class MeetingChangeInput {
  @Field(() => String, { nullable: true }) onDay?: string | null;
  @Field(() => String, { nullable: true }) atTime?: string | null;
  @Field(() => MeetingMode, { nullable: true }) mode?: MeetingMode | null;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => String, { nullable: true, description: 'Why: needed where a meeting is moved, declined or called off.' }) reason?: string | null;
}

@InputType()
export class PlannerFilter {
  @Field(() => String, { nullable: true, description: 'The key of a term; the term of today, or the next one, where none is named.' }) term?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only schools one is the named officer of.' }) mine?: boolean | null;
  @Field(() => String, { nullable: true }) phase?: string | null;
  @Field(() => PlannerStanding, { nullable: true, description: 'Narrows the rows, not the totals.' }) standing?: PlannerStanding | null;
}
