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

@ObjectType('HandoverReport', { description: 'What came of giving somebody’s work to another officer, row by row.' })
export class HandoverReportType {
  @Field(() => BulkReportType) meetings: BulkReportType;
  @Field(() => BulkReportType) tasks: BulkReportType;
}
