import { CohortsRepository } from './cohorts.repository.ts';
import { CohortsResolver } from './cohorts.resolver.ts';
import { CohortsService } from './cohorts.service.ts';
import { ExplainService } from './explain.service.ts';
import { FiguresRepository } from './figures.repository.ts';
import { FiguresResolver } from './figures.resolver.ts';
import { FiguresService } from './figures.service.ts';
import { PatternsRepository } from './patterns.repository.ts';
import { PatternsResolver } from './patterns.resolver.ts';
import { PatternsService } from './patterns.service.ts';
import { PupilFiguresRepository } from './pupil-figures.repository.ts';
import { PupilFiguresService } from './pupil-figures.service.ts';
import { PublishedRepository } from './published.repository.ts';
import { OverviewPublishedResolver, PublishedResolver, SchoolPublishedResolver } from './published.resolver.ts';
import { PublishedService } from './published.service.ts';
import { ReasonsRepository } from './reasons.repository.ts';
import { ReasonsResolver } from './reasons.resolver.ts';
import { ReasonsService } from './reasons.service.ts';
import { watchingResolvers } from './watching/index.ts';
import { WorkListRepository } from './work-list.repository.ts';
import { WorkListResolver } from './work-list.resolver.ts';
import { WorkListService } from './work-list.service.ts';

export { neighboursKind } from './loading/neighbours.kind.ts';
export { publishedKind } from './loading/published.kind.ts';
export { digestService } from './watching/index.ts';

/** Measures, the lists behind them, and "explain this number". */
export function analysisModule() {
  const figures = new FiguresService(new FiguresRepository());
  const pupils = new PupilFiguresService(figures, new PupilFiguresRepository());
  const published = new PublishedService(new PublishedRepository());
  return {
    entities: [],
    resolvers: [
      new PatternsResolver(new PatternsService(figures, new PatternsRepository())), new CohortsResolver(new CohortsService(figures, new CohortsRepository())),
      new WorkListResolver(new WorkListService(new WorkListRepository(), new PupilFiguresRepository())),
      new FiguresResolver(figures, pupils, new ExplainService(figures)), new ReasonsResolver(new ReasonsService(new ReasonsRepository())),
      new PublishedResolver(published), new OverviewPublishedResolver(published), new SchoolPublishedResolver(published), ...watchingResolvers(),
    ],
  };
}
