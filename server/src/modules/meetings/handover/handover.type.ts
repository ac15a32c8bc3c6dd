import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { BulkReportType } from '../../tasks/index.ts';

@ObjectType('MeetingOfficer', { description: 'Somebody who may hold meetings, or still holds one though they may not any more.' })
export class MeetingOfficerType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
  @Field(() => String) jobTitle: string;
  @Field(() => Int, { description: 'Meetings of theirs within reach that are not closed.' }) holds: number;
  @Field(() => Boolean, { description: 'Whether a role in force lets them hold meetings.' }) mayHold: boolean;
}

@InputType({ description: 'A meeting as the sender saw it.' })
export class HeldMeetingInput {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType({ description: 'A school and its named officer as the sender saw it.' })
export class NamedSchoolInput {
  @Field(() => Int) id: number;
  @Field(() => Int, { nullable: true, description: 'Nothing where it had none.' }) officerId?: number | null;
}

@ObjectType('NamedSchool', { description: 'A school, as far as naming its officer goes.' })
export class NamedSchoolType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
  @Field(() => Int, { nullable: true }) officerId: number | null;
}

@ObjectType('NamedSchools')
export class NamedSchoolsType {
  @Field(() => [NamedSchoolType], { description: 'By name; at most 100.' }) items: NamedSchoolType[];
  @Field(() => Int) total: number;
}

@ObjectType('HandoverReport', { description: 'What came of giving somebody’s work to another officer, row by row.' })
export class HandoverReportType {
  @Field(() => BulkReportType) meetings: BulkReportType;
  @Field(() => BulkReportType) tasks: BulkReportType;
  @Field(() => BulkReportType) schools: BulkReportType;
}
