import { Rating, SchoolTrend, SectionDataQuality } from '@attendance/shared/meetings';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MeetingTermType, PlannerMeetingType } from './planner.type.ts';

registerEnumType(SchoolTrend, { name: 'SchoolTrend', description: 'Which way attendance of a school goes.' });
registerEnumType(SectionDataQuality, { name: 'SectionDataQuality', description: 'How good the registers of a school are.' });

@ObjectType('OwnMeeting', { description: 'A meeting of a school within reach, as its people see it in a list.' })
export class OwnMeetingType extends PlannerMeetingType {
  @Field(() => Int) minutes: number;
  @Field(() => String) place: string;
  @Field(() => String) officer: string;
  @Field(() => [String], { description: 'Schools it names, within reach.' }) schools: string[];
  @Field(() => String, { nullable: true, description: 'By when the school prepares; null where it has, or where it is not booked.' }) preparationDue: string | null;
  @Field(() => Boolean, { description: 'Whether a school within reach submitted a preparation that its headteacher has not approved. The meeting does not wait for it.' }) isUnapproved: boolean;
}

@ObjectType('MyMeeting', { description: 'A meeting as whoever holds it sees it in their week.' })
export class MyMeetingType extends PlannerMeetingType {
  @Field(() => [String], { description: 'Schools it names.' }) schools: string[];
  @Field(() => Int, { description: 'Schools that submitted their preparation.' }) prepared: number;
  @Field(() => Int, { description: 'Schools whose pack is made.' }) packed: number;
  @Field(() => String, { nullable: true, description: 'This day and the next two by the calendar of its first school.' }) preparationDue: string | null;
  @Field(() => String, { nullable: true }) packDue: string | null;
  @Field(() => String, { nullable: true }) recordDue: string | null;
}

@ObjectType('OwnMeetings')
export class OwnMeetingsType {
  @Field(() => Int) total: number;
  @Field(() => [OwnMeetingType]) items: OwnMeetingType[];
}

@ObjectType('MeetingBoard', { description: 'What the board of a school is told: choices of the last issued record, and counts without restricted children. No name and no text.' })
export class MeetingBoardType {
  @Field(() => String, { nullable: true, description: 'The day of the last meeting whose record is issued; null where there is none, and then there are no ratings.' }) heldOn: string | null;
  @Field(() => Rating, { nullable: true }) schoolRating: Rating | null;
  @Field(() => Rating, { nullable: true }) officerRating: Rating | null;
  @Field(() => SchoolTrend, { nullable: true }) trend: SchoolTrend | null;
  @Field(() => SectionDataQuality, { nullable: true }) dataQuality: SectionDataQuality | null;
  @Field(() => Int, { nullable: true, description: 'Pupils spoken about in this term’s issued records; null where they are few, or would tell few.' }) discussed: number | null;
  @Field(() => Int, { description: 'Actions of meetings done this term.' }) actionsDone: number;
  @Field(() => Int, { description: 'Actions of meetings that are open, whichever term they are of.' }) actionsOpen: number;
  @Field(() => Int, { description: 'Of the open ones, those that are overdue.' }) actionsOverdue: number;
}

@ObjectType('SchoolMeetingSummary', { description: 'Counts, dates and ratings of one school in a term. No child and no text of a record is in it.' })
export class SchoolMeetingSummaryType {
  @Field(() => Int) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => Int) held: number;
  @Field(() => Int) booked: number;
  @Field(() => Int, { description: 'Offers nobody has answered.' }) offered: number;
  @Field(() => Int) declined: number;
  @Field(() => Int, { description: 'Held meetings in which the school and its officer each gave a rating.' }) ratings: number;
  @Field(() => String, { nullable: true }) lastHeldOn: string | null;
  @Field(() => String, { nullable: true }) nextOn: string | null;
  @Field(() => MeetingBoardType) board: MeetingBoardType;
}

@ObjectType('MeetingSummary', { description: 'The term’s meetings in counts, for people who see no more of them.' })
export class MeetingSummaryType {
  @Field(() => MeetingTermType) term: MeetingTermType;
  @Field(() => Int) schools: number;
  @Field(() => Int, { description: 'Schools with a meeting held in the term.' }) met: number;
  @Field(() => Int, { description: 'Schools with a meeting booked or offered, and none held.' }) ahead: number;
  @Field(() => [SchoolMeetingSummaryType]) items: SchoolMeetingSummaryType[];
}
