import { MessageChannel, MessageKind, OutboxCommand, OutboxEvent, OutboxStatus } from '@attendance/shared/communications';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';

export { MessageChannel, MessageKind, OutboxCommand, OutboxEvent, OutboxStatus };
registerEnumType(MessageKind, { name: 'MessageKind', description: 'What a message is about.' });
registerEnumType(MessageChannel, { name: 'MessageChannel', description: 'By which way a message goes.' });
registerEnumType(OutboxStatus, { name: 'OutboxStatus', description: 'How far a message has come. UNKNOWN: handed over without an answer, and being checked.' });
registerEnumType(OutboxEvent, { name: 'OutboxEvent', description: 'What happened to a message.' });
registerEnumType(OutboxCommand, { name: 'OutboxCommand', description: 'What a person may ask for.' });

@InputType()
export class OutboxFilter {
  @Field(() => OutboxStatus, { nullable: true }) status?: OutboxStatus | null;
  @Field(() => MessageKind, { nullable: true }) kind?: MessageKind | null;
  @Field(() => Int, { nullable: true, description: 'Only messages about this school.' }) schoolId?: number | null;
}
