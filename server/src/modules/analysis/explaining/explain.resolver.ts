import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import { ExplainedFilter, ExplainedMeasure, FigureInput, FigureLine } from './explain.inputs.ts';
import type { ExplainService } from './explain.service.ts';
import { ExplainedPupilsPageType, ExplanationType, RowsExplanationType } from './explain.type.ts';
import type { RowsService } from './rows.service.ts';

@Resolver()
export class ExplainResolver {
  constructor(private readonly explaining: ExplainService, private readonly rows: RowsService) {}

  @Allow('figure:explain')
  @Query(() => ExplanationType, { description: 'How a figure comes about, how else it could be counted, and how much it covers.' })
  async explain(
    @Ctx() operation: Operation,
    @Arg('measure', () => ExplainedMeasure) measure: ExplainedMeasure,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null = null,
    @Arg('phase', () => String, { nullable: true }) phase: string | null = null,
  ): Promise<ExplanationType> {
    return this.explaining.explain(operation, measure, { schoolId, phase });
  }

  @Allow('pupil:read')
  @Query(() => ExplainedPupilsPageType, { description: 'The enrolments of one line of an explanation, named: as many as it says.' })
  async explainedPupils(@Ctx() operation: Operation, @Arg('filter', () => ExplainedFilter) filter: ExplainedFilter, @Args(() => PageArgs) page: PageArgs): Promise<ExplainedPupilsPageType> {
    return this.explaining.pupils(operation, filter, page.offset, page.take);
  }

  @Allow('pupil:read')
  @Query(() => RowsExplanationType, { description: 'How any figure comes about, asked with the filter of the list of its rows: of a group, of some weeks, of a code, a half day, or a list of work.' })
  async explainRows(@Ctx() operation: Operation, @Arg('figure', () => FigureInput) figure: FigureInput): Promise<RowsExplanationType> {
    return this.rows.explain(operation, figure);
  }

  @Allow('pupil:read')
  @Query(() => ExplainedPupilsPageType, { description: 'The enrolments of one line of explainRows, named: as many as it says, or with as many sessions.' })
  async explainedRows(@Ctx() operation: Operation, @Arg('figure', () => FigureInput) figure: FigureInput, @Arg('line', () => FigureLine) line: FigureLine, @Args(() => PageArgs) page: PageArgs): Promise<ExplainedPupilsPageType> {
    return this.rows.pupils(operation, figure, line, page.offset, page.take);
  }
}
