import { similarService } from '../../analysis/index.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import { EffectSummaryService } from './effect-summary.service.ts';
import { ImpactRepository } from './impact.repository.ts';
import { ImpactResolver } from './impact.resolver.ts';
import { ImpactService } from './impact.service.ts';
import { MatchingRepository } from './matching.repository.ts';
import { WideDetailMaker } from './wide-detail.ts';
import { WideRepository } from './wide.repository.ts';
import { WideResolver } from './wide.resolver.ts';
import { WideEffectService } from './wide.service.ts';

/** The effect of actions. */
export function impactResolvers(planner: PlannerRepository) {
  const [wide, matching] = [new WideRepository(), new MatchingRepository()];
  return [
    new ImpactResolver(new ImpactService(), new EffectSummaryService(new ImpactRepository(), matching, planner, wide)),
    new WideResolver(new WideEffectService(wide, planner, new WideDetailMaker(wide, matching, similarService()))),
  ];
}
