import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { MeetingCommand } from '../meeting.inputs.ts';
import type { RecipientsService } from './recipients.service.ts';
import { MeetingRecipientsType } from './recipients.type.ts';

@Resolver()
export class RecipientsResolver {
  constructor(private readonly recipients: RecipientsService) {}

  @Allow('meeting:prepare')
  @Query(() => MeetingRecipientsType, { description: 'Whom a command to a meeting would write to, and what, before it is given. Nobody where the command tells nobody.' })
  async meetingRecipients(
    @Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('command', () => MeetingCommand) command: MeetingCommand, @Arg('officerId', () => Int, { nullable: true, description: 'Who is to hold it, with HAND_ON.' }) officerId: number | null = null,
  ): Promise<MeetingRecipientsType> {
    return this.recipients.of(operation, id, command, officerId);
  }

  @Allow('meeting:record')
  @Query(() => MeetingRecipientsType, { description: 'Whom planning a meeting of these schools would write to, before it is planned.' })
  async plannedRecipients(
    @Ctx() operation: Operation, @Arg('command', () => MeetingCommand, { description: 'OFFER or BOOK.' }) command: MeetingCommand, @Arg('schoolIds', () => [Int]) schoolIds: number[], @Arg('officerId', () => Int, { nullable: true }) officerId: number | null = null,
  ): Promise<MeetingRecipientsType> {
    return this.recipients.ofPlan(operation, command, schoolIds, officerId);
  }
}
