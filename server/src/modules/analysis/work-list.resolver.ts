import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import { SortDirection } from './figures.inputs.ts';
import { ListKind, WorkListFilter, WorkListSort } from './work-list.inputs.ts';
import type { WorkListService } from './work-list.service.ts';
import { WorkListPageType, WorkListType } from './work-list.type.ts';

@Resolver()
export class WorkListResolver {
  constructor(private readonly lists: WorkListService) {}

  @Allow('pupil:read')
  @Query(() => [WorkListType], { description: 'Every list of work with its number of rows, of all pupils within reach or of fewer.' })
  async workLists(@Ctx() operation: Operation, @Arg('filter', () => WorkListFilter, { nullable: true }) filter: WorkListFilter | null): Promise<WorkListType[]> {
    return this.lists.totals(operation, filter ?? {});
  }

  @Allow('pupil:read')
  @Query(() => WorkListPageType, { description: 'One list of work, named: as many rows as workLists says.' })
  async workList(
    @Ctx() operation: Operation,
    @Arg('kind', () => ListKind) kind: ListKind,
    @Arg('filter', () => WorkListFilter, { nullable: true }) filter: WorkListFilter | null,
    @Arg('sort', () => WorkListSort, { defaultValue: WorkListSort.OWN }) sort: WorkListSort,
    @Arg('direction', () => SortDirection, { defaultValue: SortDirection.DESC }) direction: SortDirection,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<WorkListPageType> {
    return this.lists.page(operation, kind, { filter: filter ?? {}, sort, direction, offset: page.offset, take: page.take });
  }
}
