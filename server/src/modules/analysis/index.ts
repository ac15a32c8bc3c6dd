import { ExplainService } from './explain.service.ts';
import { FiguresRepository } from './figures.repository.ts';
import { FiguresResolver } from './figures.resolver.ts';
import { FiguresService } from './figures.service.ts';
import { PupilFiguresRepository } from './pupil-figures.repository.ts';
import { PupilFiguresService } from './pupil-figures.service.ts';
import { ReasonsRepository } from './reasons.repository.ts';
import { ReasonsResolver } from './reasons.resolver.ts';
import { ReasonsService } from './reasons.service.ts';

/** Measures, the lists behind them, and "explain this number". */
export function analysisModule() {
  const figures = new FiguresService(new FiguresRepository());
  const pupils = new PupilFiguresService(figures, new PupilFiguresRepository());
  return { entities: [], resolvers: [new FiguresResolver(figures, pupils, new ExplainService(figures)), new ReasonsResolver(new ReasonsService(new ReasonsRepository()))] };
}
