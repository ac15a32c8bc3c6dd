import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MessageChannel, MessageKind, OutboxCommand, OutboxEvent, OutboxStatus } from './outbox.inputs.ts';

@ObjectType('OutboxFile', { description: 'A document a message points to. It is opened in the portal, by whoever may.' })
export class OutboxFileType {
  @Field(() => ID) id: number;
  @Field(() => String) title: string;
  @Field(() => Int) version: number;
}

@ObjectType('OutboxHappening', { description: 'One line of what happened to a message.' })
export class OutboxHappeningType {
  @Field(() => ID) id: string;
  @Field(() => OutboxEvent) event: OutboxEvent;
  @Field(() => OutboxStatus, { description: 'Where it led.' }) status: OutboxStatus;
  @Field(() => String) note: string;
  @Field(() => String, { nullable: true, description: 'Nobody where the portal did it.' }) by: string | null;
  @Field(() => String) at: string;
}

@ObjectType('OutboxMessage', { description: 'A message that waits, was sent, or would be sent: to whom, where, and in which words.' })
export class OutboxMessageType {
  @Field(() => ID) id: number;
  @Field(() => MessageKind) kind: MessageKind;
  @Field(() => MessageChannel) channel: MessageChannel;
  @Field(() => String) to: string;
  @Field(() => String, { description: 'An email address, or the lines of a postal one.' }) address: string;
  @Field(() => String) subject: string;
  @Field(() => String) text: string;
  @Field(() => OutboxStatus) status: OutboxStatus;
  @Field(() => String, { nullable: true, description: 'Why it is where it is, in the gateway’s words or the portal’s.' }) outcome: string | null;
  @Field(() => String, { description: 'By which the gateway knows it.' }) reference: string;
  @Field(() => String, { nullable: true, description: 'The gateway’s own number of it.' }) gatewayId: string | null;
  @Field(() => Int, { description: 'How often it was tried to hand it over.' }) attempts: number;
  @Field(() => String, { nullable: true, description: 'When the portal does something about it next.' }) nextAttemptAt: string | null;
  @Field(() => String) writtenAt: string;
  @Field(() => String) changedAt: string;
  @Field(() => String, { nullable: true, description: 'Who caused it.' }) by: string | null;
  @Field(() => Int, { nullable: true }) schoolId: number | null;
  @Field(() => Int, { description: 'Goes up with every change: a command names the one it was given at.' }) version: number;
  @Field(() => [OutboxCommand]) allowedCommands: OutboxCommand[];
  pupilId: number | null;
  documentIds: number[];
}

@ObjectType('OutboxCount')
export class OutboxCountType {
  @Field(() => OutboxStatus) status: OutboxStatus;
  @Field(() => Int) count: number;
}

@ObjectType('OutboxPage')
export class OutboxPageType {
  @Field(() => [OutboxMessageType]) items: OutboxMessageType[];
  @Field(() => Int) total: number;
  @Field(() => [OutboxCountType], { description: 'How many stand where, of all within reach.' }) counts: OutboxCountType[];
  @Field(() => Boolean, { description: 'False where this portal keeps messages and sends them to nobody.' }) sends: boolean;
}
