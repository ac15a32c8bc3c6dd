import { MeetingStatus } from '@attendance/shared/meetings';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MeetingCommand, MeetingMode, MeetingType } from './meeting.inputs.ts';

registerEnumType(MeetingStatus, { name: 'MeetingStatus', description: 'How far a targeting support meeting has come.' });

@ObjectType('MeetingSchool', { description: 'A school a meeting names.' })
export class MeetingSchoolType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
  @Field(() => Boolean, { description: 'Whether its own section of the record is complete: only then is it covered.' }) complete: boolean;
  @Field(() => Boolean, { description: 'Whether it submitted its preparation.' }) prepared: boolean;
  @Field(() => String, { nullable: true, description: 'When its headteacher approved the preparation as it stands; null where that was not done. A meeting does not wait for it.' }) approvedAt: string | null;
  @Field(() => String, { nullable: true }) approvedBy: string | null;
}

@ObjectType('TargetingMeeting', { description: 'A targeting support meeting of one or more schools.' })
export class MeetingRecordType {
  @Field(() => ID) id: number;
  @Field(() => MeetingType) type: MeetingType;
  @Field(() => MeetingStatus) status: MeetingStatus;
  @Field(() => MeetingMode) mode: MeetingMode;
  @Field(() => String) onDay: string;
  @Field(() => String) atTime: string;
  @Field(() => Int) minutes: number;
  @Field(() => String) place: string;
  @Field(() => Int) officerId: number;
  @Field(() => String) officer: string;
  @Field(() => String, { nullable: true, description: 'When somebody pressed start.' }) startedAt: string | null;
  @Field(() => String, { nullable: true, description: 'The day the record was sent to the school.' }) issuedOn: string | null;
  @Field(() => String, { nullable: true, description: 'The last day on which the school may comment on the issued record.' }) commentsUntil: string | null;
  @Field(() => String, { nullable: true }) lockedOn: string | null;
  @Field(() => Int, { description: 'Goes up with each command: the next one names it.' }) version: number;
  @Field(() => [MeetingSchoolType], { description: 'Schools it names, within reach.' }) schools: MeetingSchoolType[];
  @Field(() => [MeetingCommand], { description: 'What the sender may do with it as it stands.' }) allowedCommands: MeetingCommand[];
  schoolIds: number[];
}

@ObjectType('MeetingDates', { description: 'The days around a meeting, on the calendar of its first school; null where that does not reach so far.' })
export class MeetingDatesType {
  @Field(() => String, { nullable: true }) preparationDue: string | null;
  @Field(() => String, { nullable: true, description: 'The pack is a snapshot of this day.' }) packFrozenOn: string | null;
  @Field(() => String, { nullable: true }) partnerLinesBy: string | null;
  @Field(() => String, { nullable: true }) recordDue: string | null;
  @Field(() => String, { nullable: true, description: 'The last day on which the school may comment on the record.' }) commentsUntil: string | null;
}

@ObjectType('MeetingChange', { description: 'A command that was given, in the order of giving.' })
export class MeetingChangeType {
  @Field(() => ID) id: string;
  @Field(() => MeetingCommand) command: MeetingCommand;
  @Field(() => String) at: string;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => String, { description: 'The day the meeting was for after it.' }) onDay: string;
  @Field(() => String) atTime: string;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => String, { nullable: true, description: 'Who held it before, where it was given to another officer.' }) fromOfficer: string | null;
  @Field(() => String, { nullable: true, description: 'Who holds it since, where it was given to another officer.' }) toOfficer: string | null;
}
