import { PublishedPhase, PublishedSeries } from '@attendance/shared/attendance';
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { OverviewType, SchoolFiguresType } from './figures.type.ts';
import type { ScopedOverview } from './figures.service.ts';
import type { PublishedService } from './published.service.ts';
import { PublishedCareType, PublishedComparisonType, PublishedFigureType, PublishedHoldingType } from './published.type.ts';

@Resolver()
export class PublishedResolver {
  constructor(private readonly published: PublishedService) {}

  @Public('national statistics are published for everyone')
  @Query(() => [PublishedComparisonType], { description: 'The latest published figures of a phase, by series: of England, of this authority and its region, and of its statistical neighbours.' })
  async publishedFigures(@Ctx() operation: Operation, @Arg('phase', () => PublishedPhase, { defaultValue: PublishedPhase.ALL }) phase: PublishedPhase): Promise<PublishedComparisonType[]> {
    return this.published.compare(operation, phase);
  }

  @Public('national statistics are published for everyone')
  @Query(() => [PublishedCareType], { description: 'The latest published figures of children with a social worker, by group; none where none are held.' })
  async publishedCareFigures(@Ctx() operation: Operation, @Arg('phase', () => PublishedPhase, { defaultValue: PublishedPhase.ALL }) phase: PublishedPhase): Promise<PublishedCareType[]> {
    return this.published.compareCare(operation, phase);
  }

  @Public('national statistics are published for everyone')
  @Query(() => [PublishedHoldingType], { description: 'Which published figures are held here, with source and dates; the latest first.' })
  async publishedHoldings(@Ctx() operation: Operation): Promise<PublishedHoldingType[]> {
    return this.published.holdings(operation);
  }
}

@Resolver(() => OverviewType)
export class OverviewPublishedResolver {
  constructor(private readonly published: PublishedService) {}

  @FieldResolver(() => [PublishedFigureType], { description: 'The latest figures of England, one a series; of the same phase where this is of one phase or of a school of one.' })
  async england(@Root() overview: ScopedOverview, @Ctx() operation: Operation): Promise<PublishedFigureType[]> {
    return this.published.besideOverview(operation, overview);
  }
}

@Resolver(() => SchoolFiguresType)
export class SchoolPublishedResolver {
  constructor(private readonly published: PublishedService) {}

  @FieldResolver(() => PublishedFigureType, { nullable: true, description: 'England for the phase of the school, in the daily series.' })
  async england(@Root() school: SchoolFiguresType, @Ctx() operation: Operation): Promise<PublishedFigureType | null> {
    return (await this.published.england(operation, school.phase)).find(({ series }) => series === PublishedSeries.DAILY) ?? null;
  }
}
