import { similarService } from '../../analysis/index.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import { EffectSummaryService } from './effect-summary.service.ts';
import { ImpactRepository } from './impact.repository.ts';
import { ImpactResolver } from './impact.resolver.ts';
import { ImpactService } from './impact.service.ts';
import { MatchingRepository } from './matching.repository.ts';
import { WideDetailMaker } from './wide-detail.ts';
import { WideGroups } from './wide-groups.ts';
import { WidePeopleResolver } from './wide-people.resolver.ts';
import { WidePeopleService } from './wide-people.service.ts';
import { WidePlaces } from './wide-places.ts';
import { WideRepository } from './wide.repository.ts';
import { WideResolver } from './wide.resolver.ts';
import { WideSchools } from './wide-schools.ts';
import { WideEffectService } from './wide.service.ts';

/** The effect of actions. */
export function impactResolvers(planner: PlannerRepository) {
  const [wide, matching, impact] = [new WideRepository(), new MatchingRepository(), new ImpactRepository()];
  const [groups, schools] = [new WideGroups(wide, matching), new WideSchools(wide, similarService())];
  const places = new WidePlaces(groups, schools);
  return [
    new ImpactResolver(new ImpactService(), new EffectSummaryService(impact, matching, planner, wide)),
    new WideResolver(new WideEffectService(wide, planner, places, new WideDetailMaker(wide, groups, schools))),
    new WidePeopleResolver(new WidePeopleService(wide, impact, planner, places, schools)),
  ];
}
