import { MessageKind } from '@attendance/shared/communications';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ToldPart } from './whom.ts';

registerEnumType(ToldPart, { name: 'ToldPart', description: 'As whom somebody is told of a meeting: its officer, whoever held it before, or an attendance champion of its schools.' });

@ObjectType('MeetingRecipient', { description: 'Somebody a command would write to.' })
export class MeetingRecipientType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
  @Field(() => String) jobTitle: string;
  @Field(() => ToldPart) part: ToldPart;
  @Field(() => MessageKind, { description: 'Which message they get.' }) kind: MessageKind;
  @Field(() => Boolean, { description: 'Whether an email address is known: else the message is kept in the portal, and nobody receives it.' }) hasEmail: boolean;
  @Field(() => [String], { description: 'Schools of the meeting they are told for; none for an officer.' }) schools: string[];
}

@ObjectType('MeetingRecipients', { description: 'Whom a command would write to, asked of the function that writes the messages.' })
export class MeetingRecipientsType {
  @Field(() => [MeetingRecipientType]) people: MeetingRecipientType[];
  @Field(() => Int, { description: 'People of schools beyond the sender’s reach, who are told too.' }) others: number;
  @Field(() => [String], { description: 'Schools within reach of which nobody would be told.' }) untoldSchools: string[];
  @Field(() => Boolean, { description: 'Whether the command tells an officer, and there is none to be told.' }) officerUntold: boolean;
}
