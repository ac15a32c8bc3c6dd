import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { TermReportService } from './term-report.service.ts';
import { TermReportType } from './term-report.type.ts';

@Resolver()
export class TermReportResolver {
  constructor(private readonly reports: TermReportService) {}

  @Allow('meeting:read-summary')
  @Query(() => TermReportType, { description: 'The report of a term to the director and the lead member; the term of today, or the next one, where none is named. For people who see the whole authority.' })
  async termReport(@Ctx() operation: Operation, @Arg('term', () => String, { nullable: true, description: 'The key of a term, such as 2026-AUTUMN.' }) term: string | null = null): Promise<TermReportType> {
    return this.reports.page(operation, term);
  }
}
