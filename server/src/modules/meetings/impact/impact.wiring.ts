import { ImpactResolver } from './impact.resolver.ts';
import { ImpactService } from './impact.service.ts';

/** The effect of actions. */
export function impactResolvers() {
  return [new ImpactResolver(new ImpactService())];
}
