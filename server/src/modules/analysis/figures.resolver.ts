import { Arg, Args, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import { PupilFilter, PupilMeasure, PupilSort, SchoolFilter, SchoolSort, SortDirection } from './figures.inputs.ts';
import type { FiguresService } from './figures.service.ts';
import { FreshnessType, OverviewType, PupilFiguresPageType, SchoolFiguresPageType } from './figures.type.ts';
import type { PupilFiguresService } from './pupil-figures.service.ts';

@Resolver()
export class FiguresResolver {
  constructor(private readonly figures: FiguresService, private readonly pupils: PupilFiguresService) {}

  @Allow('school:read')
  @Query(() => FreshnessType, { description: 'How far the marks reach, and which schools are silent. Stands above every figure.' })
  async freshness(@Ctx() operation: Operation): Promise<FreshnessType> {
    return this.figures.freshness(operation);
  }

  @Allow('area:read')
  @Query(() => OverviewType, { description: 'The area, or one phase of it.' })
  async areaOverview(@Ctx() operation: Operation, @Arg('phase', () => String, { nullable: true }) phase: string | null = null): Promise<OverviewType> {
    return this.figures.overview(operation, { phase, schoolId: null });
  }

  @Allow('school:read')
  @Query(() => OverviewType, { description: 'One school within reach.' })
  async schoolOverview(@Ctx() operation: Operation, @Arg('schoolId', () => Int) schoolId: number): Promise<OverviewType> {
    return this.figures.overview(operation, { phase: null, schoolId });
  }

  @Allow('school:read')
  @Query(() => SchoolFiguresPageType, { description: 'The school table.' })
  async schoolFigures(
    @Ctx() operation: Operation,
    @Arg('filter', () => SchoolFilter, { nullable: true }) filter: SchoolFilter | null,
    @Arg('sort', () => SchoolSort, { defaultValue: SchoolSort.PERSISTENT }) sort: SchoolSort,
    @Arg('direction', () => SortDirection, { defaultValue: SortDirection.DESC }) direction: SortDirection,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<SchoolFiguresPageType> {
    return this.figures.schools(operation, filter ?? {}, sort, direction, page.offset, page.take);
  }

  @Allow('pupil:read')
  @Query(() => PupilFiguresPageType, { description: 'The enrolments behind a figure, named: as many as it counts, or with as many sessions.' })
  async pupilFigures(
    @Ctx() operation: Operation,
    @Arg('filter', () => PupilFilter, { nullable: true }) filter: PupilFilter | null,
    @Arg('sort', () => PupilSort, { defaultValue: PupilSort.ABSENCE }) sort: PupilSort,
    @Arg('direction', () => SortDirection, { defaultValue: SortDirection.DESC }) direction: SortDirection,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<PupilFiguresPageType> {
    return this.pupils.list(operation, filter ?? { measure: PupilMeasure.COUNTED }, sort, direction, page.offset, page.take);
  }
}
