import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import { OutboxCommand, OutboxFilter } from './outbox.inputs.ts';
import type { OutboxService } from './outbox.service.ts';
import { OutboxFileType, OutboxHappeningType, OutboxMessageType, OutboxPageType } from './outbox.type.ts';

@Resolver(() => OutboxMessageType)
export class OutboxResolver {
  constructor(private readonly service: OutboxService) {}

  @Allow('communication:read')
  @Query(() => OutboxPageType, { description: 'What the council sends: first what somebody has to decide about, then the latest.' })
  async outbox(@Ctx() operation: Operation, @Arg('filter', () => OutboxFilter, { nullable: true }) filter: OutboxFilter | null, @Args(() => PageArgs) page: PageArgs): Promise<OutboxPageType> {
    return this.service.list(operation, filter ?? {}, page.offset, page.take);
  }

  @Allow('communication:read')
  @Query(() => OutboxMessageType, { description: 'One message, as it goes out.' })
  async outboxMessage(@Ctx() operation: Operation, @Arg('id', () => ID) id: string): Promise<OutboxMessageType> {
    return this.service.open(operation, id);
  }

  @Allow('communication:write')
  @Mutation(() => OutboxMessageType, { description: 'Gives one of `allowedCommands`. Refused where the message has changed since `version`.' })
  async changeOutboxMessage(
    @Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('command', () => OutboxCommand) command: OutboxCommand,
    @Arg('note', () => String, { nullable: true, description: 'Why, for its history.' }) note: string | null = null,
  ): Promise<OutboxMessageType> {
    return this.service.change(operation, id, version, command, note ?? '');
  }

  @FieldResolver(() => [OutboxHappeningType], { description: 'Everything that happened to it, latest first; at most 200.' })
  async happenings(@Root() message: OutboxMessageType, @Ctx() operation: Operation): Promise<OutboxHappeningType[]> {
    return this.service.happenings(operation, message);
  }

  @FieldResolver(() => [OutboxFileType], { description: 'Documents it points to, as far as you reach them.' })
  async files(@Root() message: OutboxMessageType, @Ctx() operation: Operation): Promise<OutboxFileType[]> {
    return this.service.files(operation, message);
  }
}
