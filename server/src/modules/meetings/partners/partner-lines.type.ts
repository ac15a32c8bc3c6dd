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

@ObjectType('PartnerBox', { description: 'One box of a record about a child.' })
export class PartnerBoxType {
  @Field(() => String, { description: 'The box, as the papers name it.' }) field: string;
  @Field(() => String) value: string;
}

@ObjectType('PartnerAction', { description: 'An action agreed about a child.' })
export class PartnerActionType {
  @Field(() => String) what: string;
  @Field(() => String) owner: string;
  @Field(() => String) dueOn: string;
  @Field(() => Int, { nullable: true }) taskId: number | null;
}

@ObjectType('PartnerRecord', { description: 'What an issued record says about a child within reach: that child’s line and actions, and nothing else of the meeting.' })
export class PartnerRecordType {
  @Field(() => Int) meetingId: number;
  @Field(() => String) school: string;
  @Field(() => String) heldOn: string;
  @Field(() => Int) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => [PartnerBoxType], { description: 'Boxes with words in them.' }) said: PartnerBoxType[];
  @Field(() => [PartnerActionType]) actions: PartnerActionType[];
}

@ObjectType('PartnerRecords')
export class PartnerRecordsType {
  @Field(() => Int) total: number;
  @Field(() => [PartnerRecordType]) items: PartnerRecordType[];
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
