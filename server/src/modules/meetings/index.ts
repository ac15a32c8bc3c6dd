import { MeetingRepository } from './meeting.repository.ts';
import { MeetingResolver } from './meeting.resolver.ts';
import { MeetingService } from './meeting.service.ts';
import type { RunAsPortal } from './packs/pack-freezer.ts';
import { packParts } from './packs/pack.wiring.ts';
import { PlannerRepository } from './planner.repository.ts';
import { PlannerService } from './planner.service.ts';
import { recordResolver } from './record/record.wiring.ts';

/** Targeting support meetings: the term, its dates and how many schools are covered; the pack, the papers, the actions and the record of each. */
export function meetingsModule({ asPortal }: { readonly asPortal: RunAsPortal }) {
  const [rows, planner] = [new MeetingRepository(), new PlannerRepository()];
  const meetings = new MeetingService(rows, planner);
  const { freezer, packs, resolver: packResolver, topicsResolver } = packParts(asPortal);
  return {
    freezer,
    packs,
    entities: [],
    resolvers: [
      new MeetingResolver(meetings, new PlannerService(planner, rows)),
      recordResolver(meetings, planner),
      packResolver,
      topicsResolver,
    ],
  };
}
