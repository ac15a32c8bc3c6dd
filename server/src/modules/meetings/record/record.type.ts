import { Rating } from '@attendance/shared/meetings';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

registerEnumType(Rating, { name: 'Rating', description: 'Red, amber or green.' });

@ObjectType('ProposedRating', { description: 'The rating the rules propose for a pupil, with why.' })
export class ProposedRatingType {
  @Field(() => Int) pupilId: number;
  @Field(() => Rating) rating: Rating;
  @Field(() => String) reason: string;
}

@ObjectType('SaidBefore', { description: 'What the last issued record that filled a box of a pupil said in it.' })
export class SaidBeforeType {
  @Field(() => Int) schoolId: number;
  @Field(() => Int) pupilId: number;
  @Field(() => String, { description: 'The box, as the papers name it.' }) field: string;
  @Field(() => String) value: string;
  @Field(() => String, { description: 'The day of that meeting.' }) on: string;
  @Field(() => Boolean, { description: 'False: it told of a plan in place so long ago that it is out of date, and counts as none.' }) isInDate: boolean;
}

@ObjectType('SectionState', { description: 'How one school’s section of the record stands.' })
export class SectionStateType {
  @Field(() => Int) schoolId: number;
  @Field(() => Boolean) complete: boolean;
  @Field(() => Boolean, { description: 'The school did not take part.' }) isAbsent: boolean;
  @Field(() => Rating) proposedRating: Rating;
  @Field(() => String) proposedReason: string;
  @Field(() => [ProposedRatingType], { description: 'Of the pupils on the list.' }) ratings: ProposedRatingType[];
  @Field(() => [String], { description: 'What it still needs before the record can be issued, in words.' }) gaps: string[];
}

@ObjectType('MeetingCalendarTerm')
export class MeetingCalendarTermType {
  @Field(() => String) name: string;
  @Field(() => String) startsOn: string;
  @Field(() => String) endsOn: string;
}

@ObjectType('MeetingCalendarClosure')
export class MeetingCalendarClosureType {
  @Field(() => String) on: string;
  @Field(() => String) kind: string;
  @Field(() => String) label: string;
}

@ObjectType('MeetingCalendar', { description: 'The calendar days are read and counted by: that of the meeting’s first school.' })
export class MeetingCalendarType {
  @Field(() => [MeetingCalendarTermType]) terms: readonly MeetingCalendarTermType[];
  @Field(() => [MeetingCalendarClosureType]) closures: readonly MeetingCalendarClosureType[];
}
