import { MeetingStatus } from '@attendance/shared/meetings';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('PartnerPupil', { description: 'A pupil on the list of a meeting, with the asking partner’s own line.' })
export class PartnerPupilType {
  @Field(() => Int) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) ncYear: string | null;
  @Field(() => String, { description: 'Why the meeting speaks about the pupil.' }) reason: string;
  @Field(() => String, { description: 'The line of the partner; empty where there is none.' }) value: string;
  @Field(() => Int, { description: 'Goes up with each change of the line; 0 where there is none.' }) version: number;
  @Field(() => String, { nullable: true, description: 'Who wrote it last.' }) by: string | null;
  @Field(() => String, { nullable: true }) at: string | null;
}

@ObjectType('PartnerMeeting', { description: 'A school’s part in a meeting whose record is not issued, as a partner sees it: the pupils within reach and nothing else.' })
export class PartnerMeetingType {
  @Field(() => ID) id: number;
  @Field(() => Int) schoolId: number;
  @Field(() => String) school: string;
  @Field(() => String) onDay: string;
  @Field(() => String) atTime: string;
  @Field(() => MeetingStatus) status: MeetingStatus;
  @Field(() => String, { nullable: true, description: 'By when lines are wanted, so that both sides read them before. Later ones are taken too.' }) linesBy: string | null;
  @Field(() => [PartnerPupilType]) pupils: PartnerPupilType[];
}
