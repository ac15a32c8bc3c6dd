import { MeetingFrequency, MeetingTier, TierData } from '@attendance/shared/meetings';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

registerEnumType(MeetingTier, { name: 'MeetingTier', description: 'How much support a school is offered. Least first.' });
registerEnumType(TierData, { name: 'TierData', description: 'Where the figures behind a tier come from. NO_FEED: none are expected of this school.' });
registerEnumType(MeetingFrequency, { name: 'MeetingFrequency', description: 'How often a school is to be met.' });
export { MeetingFrequency, MeetingTier };

@ObjectType('TierMeasure', { description: 'Points of one measure, before its weight, and why.' })
export class TierMeasureType {
  @Field(() => String, { description: 'ATTENDANCE, PERSISTENT, SEVERE, CHANGE or PRACTICE.' }) measure: string;
  @Field(() => Int, { description: '0 to 2.' }) points: number;
  @Field(() => Int) weight: number;
  @Field(() => String) reason: string;
}

@ObjectType('TierFloor', { description: 'A tier below which a school is not put, and why.' })
export class TierFloorType {
  @Field(() => MeetingTier) tier: MeetingTier;
  @Field(() => String) reason: string;
}

@ObjectType('SchoolTier', { description: 'The tier of a school today: points against national averages, and floors, which raise it and never lower it.' })
export class SchoolTierType {
  @Field(() => MeetingTier) tier: MeetingTier;
  @Field(() => TierData) data: TierData;
  @Field(() => Int, { nullable: true, description: 'Null where nothing could be scored.' }) score: number | null;
  @Field(() => [TierMeasureType]) measures: TierMeasureType[];
  @Field(() => [TierFloorType]) floors: TierFloorType[];
}

@ObjectType('TierOverride', { description: 'A tier set by hand. Without a tier, the one before was taken back.' })
export class TierOverrideType {
  @Field(() => Int) version: number;
  @Field(() => MeetingTier, { nullable: true }) tier: MeetingTier | null;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true, description: 'The last day on which it holds.' }) untilOn: string | null;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => String) at: string;
}

@ObjectType('RequirementChange', { description: 'How often a school is to be met in an academic year, as somebody set it.' })
export class RequirementChangeType {
  @Field(() => Int) version: number;
  @Field(() => MeetingFrequency) frequency: MeetingFrequency;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => String) at: string;
}

@ObjectType('SeverePupil', { description: 'A severely absent pupil on roll, and what was last said of a plan in a meeting.' })
export class SeverePupilType {
  @Field(() => ID) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String) ncYear: string;
  @Field(() => Int) absent: number;
  @Field(() => Int) possible: number;
  @Field(() => String, { nullable: true, description: 'NONE, IN_PLACE_WORKING, IN_PLACE_NOT_WORKING or COMPLETED; null where no meeting has said.' }) planStatus: string | null;
}

@ObjectType('MeetingActionLine', { description: 'An action of a meeting that is due in a term.' })
export class MeetingActionLineType {
  @Field(() => ID) id: number;
  @Field(() => String, { description: 'Empty where it is about a child: what it says stands on the child’s own page.' }) what: string;
  @Field(() => String) owner: string;
  @Field(() => String) dueOn: string;
  @Field(() => String) status: string;
  @Field(() => String, { nullable: true }) doneOn: string | null;
  @Field(() => Boolean, { description: 'Not done by its day.' }) late: boolean;
}

@InputType()
export class TierOverrideInput {
  @Field(() => MeetingTier, { nullable: true, description: 'Null takes back the tier set by hand.' }) tier?: MeetingTier | null;
  @Field(() => String, { nullable: true, description: 'The last day on which it holds.' }) untilOn?: string | null;
  @Field(() => String) reason: string;
}

@ObjectType('UsualMeetingLength', { description: 'A proposal, to be changed by whoever plans.' })
export class UsualLengthType {
  @Field(() => MeetingTier) tier: MeetingTier;
  @Field(() => Int) minutes: number;
}
