import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import { BarrierActionInput, BarrierFilter, BarrierInput, BarrierStatus } from './barrier.inputs.ts';
import type { BarrierService } from './barrier.service.ts';
import { BarrierActionType, BarrierChangeType, BarrierEffectRowType, BarrierOwnerType, BarrierPageType, BarrierType } from './barrier.type.ts';

@Resolver(() => BarrierType)
export class BarrierResolver {
  constructor(private readonly barriers: BarrierService) {}

  @Allow('barrier:read')
  @Query(() => BarrierPageType, { name: 'barriers', description: 'Area barriers within reach: open ones first, then those with an action past its day, then the oldest.' })
  async list(@Ctx() operation: Operation, @Arg('filter', () => BarrierFilter, { nullable: true }) filter: BarrierFilter | null, @Args(() => PageArgs) page: PageArgs): Promise<BarrierPageType> {
    return this.barriers.list(operation, filter ?? {}, page.offset, page.take);
  }

  @Allow('barrier:read')
  @Query(() => BarrierType, { description: 'One area barrier, as far as the reach goes.' })
  async barrier(@Ctx() operation: Operation, @Arg('id', () => ID) id: string): Promise<BarrierType> {
    return this.barriers.open(operation, id);
  }

  @Allow('barrier:read')
  @Query(() => [BarrierOwnerType], { description: 'The people of the team who may own a barrier.' })
  async barrierOwners(@Ctx() operation: Operation): Promise<BarrierOwnerType[]> {
    return this.barriers.owners(operation);
  }

  @Allow('barrier:write')
  @Mutation(() => BarrierType, { description: 'Logs a barrier, for a school or a pupil where one is named. `key` is made once for each form: sent again, it gives the barrier it made.' })
  async logBarrier(
    @Ctx() operation: Operation, @Arg('key', () => String) key: string, @Arg('input', () => BarrierInput) input: BarrierInput,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null, @Arg('pupilId', () => Int, { nullable: true }) pupilId: number | null,
  ): Promise<BarrierType> {
    return this.barriers.log(operation, key, input, schoolId ?? null, pupilId ?? null);
  }

  @Allow('barrier:write')
  @Mutation(() => BarrierType, { description: 'Changes the words of a barrier. Refused where it was changed since `version`.' })
  async changeBarrier(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => BarrierInput) input: BarrierInput): Promise<BarrierType> {
    return this.barriers.change(operation, id, version, input);
  }

  @Allow('barrier:write')
  @Mutation(() => BarrierType, { description: 'Gives a barrier another status. Closing needs a reason, and so does opening again.' })
  async moveBarrier(
    @Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number,
    @Arg('status', () => BarrierStatus) status: BarrierStatus, @Arg('reason', () => String, { defaultValue: '' }) reason: string,
  ): Promise<BarrierType> {
    return this.barriers.move(operation, id, version, status, reason);
  }

  @Allow('barrier:write')
  @Mutation(() => BarrierType, { description: 'Links one school or one pupil to a barrier, or takes the link away. Done twice it is done once.' })
  async linkBarrier(
    @Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
    @Arg('pupilId', () => Int, { nullable: true }) pupilId: number | null, @Arg('linked', () => Boolean, { defaultValue: true }) linked: boolean,
  ): Promise<BarrierType> {
    return this.barriers.link(operation, id, schoolId ?? null, pupilId ?? null, linked);
  }

  @Allow('barrier:write')
  @Mutation(() => BarrierType, { description: 'Plans an action. `key` is made once for each form.' })
  async planBarrierAction(@Ctx() operation: Operation, @Arg('barrierId', () => ID) barrierId: string, @Arg('key', () => String) key: string, @Arg('input', () => BarrierActionInput) input: BarrierActionInput): Promise<BarrierType> {
    return this.barriers.planAction(operation, barrierId, key, input);
  }

  @Allow('barrier:write')
  @Mutation(() => BarrierType, { description: 'Changes an action, or records its outcome. Refused where it was changed since `version`.' })
  async changeBarrierAction(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => BarrierActionInput) input: BarrierActionInput): Promise<BarrierType> {
    return this.barriers.changeAction(operation, id, version, input);
  }

  @FieldResolver(() => [BarrierActionType], { description: 'What is to be done, first due first; what was done last.' })
  async actions(@Root() barrier: BarrierType, @Ctx() operation: Operation): Promise<BarrierActionType[]> {
    return this.barriers.actions(operation, barrier);
  }

  @FieldResolver(() => [BarrierChangeType], { description: 'What was changed, latest first; at most 200 lines. Pupils and notes only as far as the reach goes.' })
  async changes(@Root() barrier: BarrierType, @Ctx() operation: Operation): Promise<BarrierChangeType[]> {
    return this.barriers.changes(operation, barrier);
  }

  @Allow('barrier:write')
  @FieldResolver(() => String, { nullable: true, description: 'For the team only.' })
  async teamNote(@Root() barrier: BarrierType, @Ctx() operation: Operation): Promise<string> {
    return this.barriers.teamNote(operation, barrier);
  }

  @FieldResolver(() => [BarrierEffectRowType], { description: 'Every school it names. Sessions only of those whose figures are within reach.' })
  async schools(@Root() barrier: BarrierType, @Ctx() operation: Operation): Promise<BarrierEffectRowType[]> {
    return this.barriers.effectOnSchools(operation, barrier);
  }

  @Allow('pupil:read')
  @FieldResolver(() => [BarrierEffectRowType], { nullable: true, description: 'The pupils linked, within reach.' })
  async pupils(@Root() barrier: BarrierType, @Ctx() operation: Operation): Promise<BarrierEffectRowType[]> {
    return this.barriers.effectOnPupils(operation, barrier);
  }
}
