import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { TierSettingsService } from './tier-settings.service.ts';
import { TierPreviewType, TierSettingsType, TierValueInput } from './tier-settings.type.ts';

/** How the authority has its tiers worked out. */
@Resolver()
export class TierSettingsResolver {
  constructor(private readonly settings: TierSettingsService) {}

  @Allow('meeting:record')
  @Query(() => TierSettingsType, { description: 'Weights and limits of the tiers as they hold today, and everything that was set.' })
  async tierSettings(@Ctx() operation: Operation): Promise<TierSettingsType> {
    return this.settings.read(operation);
  }

  @Allow('meeting:record')
  @Query(() => TierPreviewType, { description: 'How many schools stand in each tier now, and would by these values; which would move. Writes nothing.' })
  async tierPreview(@Ctx() operation: Operation, @Arg('values', () => [TierValueInput]) values: TierValueInput[]): Promise<TierPreviewType> {
    return this.settings.preview(operation, values);
  }

  @Allow('meeting:approve')
  @Mutation(() => TierSettingsType, { description: 'Sets weights and limits of the tiers from a day on, with a reason. What is not given holds as the portal comes with it. Refused where they were set since `version`.' })
  async setTierValues(
    @Ctx() operation: Operation, @Arg('version', () => Int) version: number, @Arg('fromOn', () => String) fromOn: string, @Arg('values', () => [TierValueInput]) values: TierValueInput[], @Arg('reason', () => String) reason: string,
  ): Promise<TierSettingsType> {
    await this.settings.set(operation, version, fromOn, values, reason);
    return this.settings.read(operation);
  }
}
