import { schoolReader } from '../../analysis/index.ts';
import { PlannerRepository } from '../planner.repository.ts';
import { PackFiguresRepository } from './pack-figures.repository.ts';
import { PackFreezer, type RunAsPortal } from './pack-freezer.ts';
import { PackMaker } from './pack-maker.ts';
import { PackRepository } from './pack.repository.ts';
import { PackResolver } from './pack.resolver.ts';
import { PackService } from './pack.service.ts';
import { draftTexts } from '../../tasks/index.ts';
import { TopicsResolver } from './topics.resolver.ts';
import { TopicsService } from './topics.service.ts';

/** Packs of meetings: what freezes them, what reads them, and the operations on both. */
export function packParts(asPortal: RunAsPortal) {
  const [packs, planner] = [new PackRepository(), new PlannerRepository()];
  const freezer = new PackFreezer(packs, new PackMaker(schoolReader(), new PackFiguresRepository(), planner), planner, asPortal);
  const service = new PackService(packs, freezer);
  const topics = new TopicsService(packs, service, draftTexts());
  return { freezer, packs: service, resolver: new PackResolver(service, topics), topicsResolver: new TopicsResolver(topics) };
}
