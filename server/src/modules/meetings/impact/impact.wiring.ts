import type { PlannerRepository } from '../planner.repository.ts';
import { EffectSummaryService } from './effect-summary.service.ts';
import { ImpactRepository } from './impact.repository.ts';
import { ImpactResolver } from './impact.resolver.ts';
import { ImpactService } from './impact.service.ts';
import { MatchingRepository } from './matching.repository.ts';

/** The effect of actions. */
export function impactResolvers(planner: PlannerRepository) {
  return [new ImpactResolver(new ImpactService(), new EffectSummaryService(new ImpactRepository(), new MatchingRepository(), planner))];
}
