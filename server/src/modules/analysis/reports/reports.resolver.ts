import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import { SortDirection } from '../figures.inputs.ts';
import { ReportFilter } from './reports.inputs.ts';
import type { ReportsService } from './reports.service.ts';
import { ReportPageType, ReportType } from './reports.type.ts';

@Resolver()
export class ReportsResolver {
  constructor(private readonly service: ReportsService) {}

  @Allow('report:read-aggregate')
  @Query(() => [ReportType], { description: 'The standard reports whoever asks may open, each with the parts they may open.' })
  reports(@Ctx() operation: Operation): ReportType[] {
    return this.service.list(operation);
  }

  @Allow('report:read-aggregate')
  @Query(() => ReportPageType, { description: 'One page of one part of a standard report. Parts that name pupils need the right to reports that do.' })
  async report(
    @Ctx() operation: Operation,
    @Arg('number', () => Int) number: number,
    @Arg('part', () => String, { nullable: true }) part: string | null | undefined,
    @Arg('filter', () => ReportFilter, { nullable: true }) filter: ReportFilter | null | undefined,
    @Arg('sort', () => String, { nullable: true, description: 'The key of a sortable column.' }) sort: string | null | undefined,
    @Arg('direction', () => SortDirection, { nullable: true }) direction: SortDirection | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ReportPageType> {
    return this.service.page(operation, { number, part: part ?? null, filter: filter ?? {}, sort: sort ?? null, descending: direction ? direction === SortDirection.DESC : null }, page.offset, page.take);
  }
}
