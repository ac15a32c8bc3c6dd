import { Permission } from '@attendance/shared/access';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Public } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { MeService } from './me.service.ts';
import { MeType } from './me.type.ts';

@Resolver(() => MeType)
export class MeResolver {
  constructor(private readonly service: MeService) {}

  @Public('Whoever is signed in may ask who the portal takes them for.')
  @Query(() => MeType, { description: 'Who the portal takes the sender for, and what they may do.' })
  me(@Ctx() operation: Operation): MeType {
    return this.service.me(operation);
  }

  @Allow(Permission.SESSION_MANAGE_OWN)
  @Mutation(() => Boolean, { description: 'Acts in other roles of one’s own from the next request on.' })
  async changeRole(@Arg('role', () => String, { description: 'The key of one of otherRoles.' }) role: string, @Ctx() operation: Operation): Promise<boolean> {
    await this.service.changeRole(operation, role);
    return true;
  }

  @Allow(Permission.SESSION_MANAGE_OWN)
  @Mutation(() => Int, { description: 'Ends every session one has, this one too; how many there were.' })
  signOutEverywhere(@Ctx() operation: Operation): Promise<number> {
    return this.service.signOutEverywhere(operation);
  }
}
