import { SummaryState, TermSeason } from '@attendance/shared/meetings';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { MeetingTermType } from '../planner.type.ts';

@ObjectType('TermSummaryVersion', { description: 'Counts of a school from the first day of the school year up to a day, as somebody entered them.' })
export class TermSummaryVersionType {
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'The day the counts go up to.' }) asOfOn: string;
  @Field(() => Int) roll: number;
  @Field(() => Int) possible: number;
  @Field(() => Int) authorised: number;
  @Field(() => Int) unauthorised: number;
  @Field(() => Int) persistent: number;
  @Field(() => Int) severe: number;
  @Field(() => Int, { description: 'Pupils the school is concerned about.' }) concern: number;
  @Field(() => String, { description: 'What the school says about them; it is asked to name nobody.' }) concerns: string;
  @Field(() => String) enteredOn: string;
  @Field(() => String, { nullable: true }) by: string | null;
}

@ObjectType('TermSummary', { description: 'What a school that sends no registers says of a term.' })
export class TermSummaryType {
  @Field(() => Int) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => MeetingTermType) term: MeetingTermType;
  @Field(() => TermSeason) season: TermSeason;
  @Field(() => SummaryState) state: SummaryState;
  @Field(() => String, { nullable: true }) enteredOn: string | null;
  @Field(() => String, { nullable: true, description: 'The day the preparation of its first meeting of the term is due; null without a meeting offered or booked.' }) dueOn: string | null;
  @Field(() => Int, { description: 'Goes up each time it is entered: the next change names it. 0 where there is none.' }) version: number;
  @Field(() => Boolean, { description: 'Whether the sender may enter it.' }) mayEnter: boolean;
  @Field(() => [TermSummaryVersionType], { description: 'Latest first; at most 20.' }) versions: TermSummaryVersionType[];
}

@InputType({ description: 'Whole numbers from the first day of the school year up to a day. What is left empty is refused in words, beside its field.' })
export class TermSummaryInput {
  @Field(() => String) asOfOn: string;
  @Field(() => Int, { nullable: true }) roll?: number | null;
  @Field(() => Int, { nullable: true }) possible?: number | null;
  @Field(() => Int, { nullable: true }) authorised?: number | null;
  @Field(() => Int, { nullable: true }) unauthorised?: number | null;
  @Field(() => Int, { nullable: true }) persistent?: number | null;
  @Field(() => Int, { nullable: true }) severe?: number | null;
  @Field(() => Int, { nullable: true }) concern?: number | null;
  @Field(() => String) concerns: string;
}
