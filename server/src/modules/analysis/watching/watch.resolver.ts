import { Max, Min } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { MOST_ROWS } from '../../../platform/graphql/page.ts';
import type { WatchAlertsService } from './watch-alerts.service.ts';
import type { DigestService } from './digest.service.ts';
import type { WatchListService } from './watch-list.service.ts';
import { NewWatch, NewWatchList, WatchListChange } from './watch.inputs.ts';
import { DigestStateType, WatchAlertsType, WatchColleagueType, WatchListPageType, WatchListType } from './watch.type.ts';

@ArgsType()
class AlertArgs {
  @Field(() => Int, { defaultValue: 25 }) @Min(1) @Max(MOST_ROWS) take: number;
}

@Resolver()
export class WatchResolver {
  constructor(private readonly lists: WatchListService, private readonly alerts: WatchAlertsService, private readonly digests: DigestService) {}

  @Allow('pupil:read')
  @Query(() => [WatchListType], { description: 'Watch lists of one’s own and shared ones; whether each holds a child or a school, where one is asked about.' })
  async watchLists(@Ctx() operation: Operation, @Arg('pupilId', () => ID, { nullable: true }) pupilId: string | null, @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null): Promise<WatchListType[]> {
    return this.lists.all(operation, pupilId ?? null, schoolId ?? null);
  }

  @Allow('pupil:read')
  @Query(() => WatchListPageType, { description: 'A watch list with its members within reach, named.' })
  async watchList(@Ctx() operation: Operation, @Arg('id', () => ID) id: string): Promise<WatchListPageType> {
    return this.lists.page(operation, id);
  }

  @Allow('watch:keep')
  @Query(() => [WatchColleagueType], { description: 'To whom a shared list may be handed over.' })
  async watchColleagues(@Ctx() operation: Operation): Promise<WatchColleagueType[]> {
    return this.lists.colleagues(operation);
  }

  @Allow('pupil:read')
  @Query(() => WatchAlertsType, { description: 'What became so among those one watches since it was last read, named.' })
  async watchAlerts(@Ctx() operation: Operation, @Args(() => AlertArgs) { take }: AlertArgs): Promise<WatchAlertsType> {
    return this.alerts.alerts(operation, take);
  }

  @Allow('pupil:read')
  @Query(() => DigestStateType, { description: 'One’s own weekly message: whether it is wanted, and the latest.' })
  async weeklyDigest(@Ctx() operation: Operation): Promise<DigestStateType> {
    return this.digests.state(operation);
  }

  @Allow('watch:keep')
  @Mutation(() => WatchListType, { description: 'Makes a watch list, empty.' })
  async createWatchList(@Ctx() operation: Operation, @Arg('input', () => NewWatchList) input: NewWatchList): Promise<WatchListType> {
    return this.lists.create(operation, input);
  }

  @Allow('watch:keep')
  @Mutation(() => WatchListType, { description: 'Renames a list of one’s own, shares it, and chooses what it tells.' })
  async changeWatchList(@Ctx() operation: Operation, @Arg('input', () => WatchListChange) input: WatchListChange): Promise<WatchListType> {
    return this.lists.change(operation, input);
  }

  @Allow('watch:keep')
  @Mutation(() => WatchListType, { description: 'Gives a shared list of one’s own to a colleague, who then changes it.' })
  async handOverWatchList(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('to', () => ID) to: string): Promise<WatchListType> {
    return this.lists.handOver(operation, id, version, to);
  }

  @Allow('watch:keep')
  @Mutation(() => Boolean, { description: 'Deletes a list of one’s own; false where there is none any more.' })
  async deleteWatchList(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<boolean> {
    return this.lists.remove(operation, id, version);
  }

  @Allow('watch:keep')
  @Mutation(() => WatchListType, { description: 'Watches a child or a school; the same again changes nothing.' })
  async watch(@Ctx() operation: Operation, @Arg('input', () => NewWatch) input: NewWatch): Promise<WatchListType> {
    return this.lists.watch(operation, input);
  }

  @Allow('watch:keep')
  @Mutation(() => Boolean, { description: 'Stops watching, for a reason; false where nobody was watched any more.' })
  async stopWatching(@Ctx() operation: Operation, @Arg('entryId', () => ID) entryId: string, @Arg('why', () => String) why: string): Promise<boolean> {
    return this.lists.stop(operation, entryId, why);
  }

  @Allow('watch:keep')
  @Mutation(() => Int, { description: 'Marks changes as read; how many are left.' })
  async markAlertsRead(@Ctx() operation: Operation, @Arg('ids', () => [String]) ids: string[]): Promise<number> {
    return this.alerts.markRead(operation, ids);
  }

  @Allow('watch:keep')
  @Mutation(() => DigestStateType, { description: 'Turns one’s own weekly message on or off.' })
  async setWeeklyDigest(@Ctx() operation: Operation, @Arg('on', () => Boolean) on: boolean): Promise<DigestStateType> {
    return this.digests.set(operation, on);
  }
}
