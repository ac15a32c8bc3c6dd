import { BandMovesRepository } from './band-moves.repository.ts';
import { BandMovesResolver } from './band-moves.resolver.ts';
import { BandMovesService } from './band-moves.service.ts';
import { barrierResolver } from './barriers/barrier.wiring.ts';
import { CohortsRepository } from './cohorts.repository.ts';
import { CohortsResolver } from './cohorts.resolver.ts';
import { CohortsService } from './cohorts.service.ts';
import { ComparisonResolver } from './comparison.resolver.ts';
import { ComparisonService } from './comparison.service.ts';
import { PeriodsRepository } from './periods.repository.ts';
import { PeriodsResolver } from './periods.resolver.ts';
import { PeriodsService } from './periods.service.ts';
import { EarlyRepository } from './early.repository.ts';
import { EarlyResolver } from './early.resolver.ts';
import { ExplainRepository } from './explaining/explain.repository.ts';
import { ExplainResolver } from './explaining/explain.resolver.ts';
import { ExplainService } from './explaining/explain.service.ts';
import { RowsRepository } from './explaining/rows.repository.ts';
import { RowsService } from './explaining/rows.service.ts';
import { FiguresRepository } from './figures.repository.ts';
import { FiguresResolver } from './figures.resolver.ts';
import { FiguresService } from './figures.service.ts';
import { PatternsRepository } from './patterns.repository.ts';
import { PatternsResolver } from './patterns.resolver.ts';
import { PatternsService } from './patterns.service.ts';
import { PlanListRepository } from './plan-list.repository.ts';
import { PupilFiguresRepository } from './pupil-figures.repository.ts';
import { PupilFiguresService } from './pupil-figures.service.ts';
import { PublishedRepository } from './published.repository.ts';
import { OverviewPublishedResolver, PublishedResolver, SchoolPublishedResolver } from './published.resolver.ts';
import { PublishedService } from './published.service.ts';
import { ReasonsRepository } from './reasons.repository.ts';
import { ReasonsResolver } from './reasons.resolver.ts';
import { ReasonsService } from './reasons.service.ts';
import { HalfTermRepository } from './reports/half-term.repository.ts';
import { HolidayRepository } from './reports/holiday.repository.ts';
import { RollRepository } from './reports/roll.repository.ts';
import { LineFiles } from './reports/line-files.ts';
import { ListFiles } from './reports/list-files.ts';
import { reportSources } from './reports/report-sources.ts';
import { ReportsRepository } from './reports/reports.repository.ts';
import { ReportsResolver } from './reports/reports.resolver.ts';
import { ReportsService } from './reports/reports.service.ts';
import { ResidenceRepository } from './residence/residence.repository.ts';
import { ResidenceResolver } from './residence/residence.resolver.ts';
import { ResidenceService } from './residence/residence.service.ts';
import { SimilarRepository } from './similar.repository.ts';
import { SimilarResolver } from './similar.resolver.ts';
import { SimilarService } from './similar.service.ts';
import { TogetherRepository } from './together/together.repository.ts';
import { TogetherResolver } from './together/together.resolver.ts';
import { TogetherService } from './together/together.service.ts';
import { watchingResolvers, watchListService } from './watching/index.ts';
import { WorkListRepository } from './work-list.repository.ts';
import { WorkListResolver } from './work-list.resolver.ts';
import { WorkListService } from './work-list.service.ts';

export { neighboursKind } from './loading/neighbours.kind.ts';
export { publishedKind } from './loading/published.kind.ts';
export { reportRouter } from './reports/report.router.ts';
export { digestService } from './watching/index.ts';

/** The figures of one school as the pages show them, for what a later module makes of them. */
export function schoolReader() {
  const figures = new FiguresService(new FiguresRepository());
  return {
    figures, published: new PublishedService(new PublishedRepository()), patterns: new PatternsService(figures, new PatternsRepository()), reasons: new ReasonsService(new ReasonsRepository()),
    pupils: new PupilFiguresRepository(), together: new TogetherService(new TogetherRepository()),
  };
}
export type SchoolReader = ReturnType<typeof schoolReader>;
export { isLive, saidOf, statusSaid } from './plan.sql.ts';
export { STANDING } from './work-list.sql.ts';
export { AXIS_PLACES, valueOn } from './cohorts.sql.ts';
export { SimilarOutcome } from './similar.type.ts';
/** Schools like one, for what is measured against them. */
export type SimilarReader = Pick<SimilarService, 'nearTo'>;
export type { SchoolsAlike } from './similar.service.ts';
export const similarService = (): SimilarReader => new SimilarService(new FiguresService(new FiguresRepository()), new SimilarRepository());
/** Published national figures, for what is measured against them. */
export const publishedService = (): PublishedService => new PublishedService(new PublishedRepository());

/** Measures, the lists behind them, and "explain this number". */
export function analysisModule() {
  const figures = new FiguresService(new FiguresRepository());
  const pupils = new PupilFiguresService(figures, new PupilFiguresRepository());
  const published = publishedService();
  const explaining = new ExplainService(figures, new ExplainRepository(), new EarlyRepository());
  const rows = new RowsService(figures, pupils, new RowsRepository(), new ExplainRepository(), new EarlyRepository());
  const reports = reportsService(figures, published, pupils, new LineFiles(explaining, rows, new ReasonsService(new ReasonsRepository()), watchListService()));
  return {
    reports,
    entities: [],
    resolvers: [
      barrierResolver(), new TogetherResolver(new TogetherService(new TogetherRepository())),
      new PatternsResolver(new PatternsService(figures, new PatternsRepository())), new CohortsResolver(new CohortsService(figures, new CohortsRepository())),
      new ResidenceResolver(new ResidenceService(figures, new CohortsRepository(), new CohortsService(figures, new CohortsRepository()), new ResidenceRepository())),
      new WorkListResolver(new WorkListService(new WorkListRepository(), new PlanListRepository(), new PupilFiguresRepository(), new TogetherRepository())),
      new FiguresResolver(figures, pupils), new ExplainResolver(explaining, rows), new ReasonsResolver(new ReasonsService(new ReasonsRepository())),
      new ReportsResolver(reports), new EarlyResolver(new EarlyRepository()),
      new ComparisonResolver(new ComparisonService(figures, published)), new PeriodsResolver(new PeriodsService(figures, new PeriodsRepository())),
      new BandMovesResolver(new BandMovesService(figures, new BandMovesRepository(), new CohortsRepository(), new CohortsService(figures, new CohortsRepository()))), new SimilarResolver(new SimilarService(figures, new SimilarRepository())), new PublishedResolver(published), new OverviewPublishedResolver(published), new SchoolPublishedResolver(published), ...watchingResolvers(),
    ],
  };
}

/** Reports over the same places as the pages. */
function reportsService(figures: FiguresService, published: PublishedService, pupils: PupilFiguresService, further: LineFiles): ReportsService {
  const [reports, schools] = [new ReportsRepository(), new FiguresRepository()];
  return new ReportsService(reportSources({
    figures, schools, published, reports, pupils: new PupilFiguresRepository(), lists: new WorkListRepository(), families: new TogetherRepository(), early: new EarlyRepository(), halfTerms: new HalfTermRepository(), holidays: new HolidayRepository(), rolls: new RollRepository(), plans: new PlanListRepository(), patterns: new PatternsService(figures, new PatternsRepository()),
    cohorts: new CohortsService(figures, new CohortsRepository()), reasons: new ReasonsService(new ReasonsRepository()),
  }), reports, schools, new ListFiles(pupils, new WorkListService(new WorkListRepository(), new PlanListRepository(), new PupilFiguresRepository(), new TogetherRepository()), new TogetherService(new TogetherRepository())), further);
}
