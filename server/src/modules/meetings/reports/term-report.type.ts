import { Field, ID, ObjectType } from 'type-graphql';
import { EffectCaveatType } from '../impact/impact.type.ts';
import { MeetingTermType } from '../planner.type.ts';

@ObjectType('TermReportColumn')
export class TermReportColumnType {
  @Field(() => String) heading: string;
  @Field(() => Boolean, { description: 'Set to the right.' }) isNumber: boolean;
}

@ObjectType('TermReportRow', { description: 'Cells in the order of the columns, as people read them; c is hidden.' })
export class TermReportRowType {
  @Field(() => ID) key: string;
  @Field(() => [String]) cells: string[];
}

@ObjectType('TermReportTable')
export class TermReportTableType {
  @Field(() => ID) key: string;
  @Field(() => String) heading: string;
  @Field(() => String, { description: 'What is counted.' }) note: string;
  @Field(() => [TermReportColumnType]) columns: TermReportColumnType[];
  @Field(() => [TermReportRowType]) rows: TermReportRowType[];
}

@ObjectType('TermReportText', { description: 'What a school wrote, as it stands in its issued record.' })
export class TermReportTextType {
  @Field(() => String) schoolName: string;
  @Field(() => String) text: string;
}

@ObjectType('TermReportTexts')
export class TermReportTextsType {
  @Field(() => ID) key: string;
  @Field(() => String) heading: string;
  @Field(() => String, { description: 'Where they come from, or why none are shown.' }) note: string;
  @Field(() => [TermReportTextType]) items: TermReportTextType[];
}

@ObjectType('TermReport', { description: 'A term of targeting support meetings for the director and the lead member: figures of the whole authority, small numbers of pupils hidden from everybody.' })
export class TermReportType {
  @Field(() => MeetingTermType) term: MeetingTermType;
  @Field(() => [MeetingTermType]) terms: MeetingTermType[];
  @Field(() => String, { description: 'The day it was worked out for.' }) asOf: string;
  @Field(() => String, { nullable: true, description: 'The day the last register mark is of.' }) marksTo: string | null;
  @Field(() => [TermReportTableType]) tables: TermReportTableType[];
  @Field(() => [TermReportTextsType]) texts: TermReportTextsType[];
  @Field(() => String, { description: 'What c means.' }) hidden: string;
  @Field(() => [EffectCaveatType]) caveats: EffectCaveatType[];
}
