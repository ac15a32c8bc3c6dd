import { MeetingRepository } from './meeting.repository.ts';
import { MeetingResolver } from './meeting.resolver.ts';
import { MeetingService } from './meeting.service.ts';
import type { RunAsPortal } from './packs/pack-freezer.ts';
import { packParts } from './packs/pack.wiring.ts';
import { PlannerRepository } from './planner.repository.ts';
import { PlannerService } from './planner.service.ts';

export { PACK_FILES, packRouter } from './packs/pack.router.ts';
export { packParts } from './packs/pack.wiring.ts';

/** Targeting support meetings: the term, its dates and how many schools are covered. */
export function meetingsModule({ asPortal }: { readonly asPortal: RunAsPortal }) {
  const [meetings, planner] = [new MeetingRepository(), new PlannerRepository()];
  const { freezer, packs, resolver: packResolver } = packParts(asPortal);
  return {
    freezer,
    packs,
    entities: [],
    resolvers: [
      new MeetingResolver(new MeetingService(meetings, planner), new PlannerService(planner, meetings)),
      packResolver,
    ],
  };
}
