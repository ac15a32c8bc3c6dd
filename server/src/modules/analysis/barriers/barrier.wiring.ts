import { FiguresRepository } from '../figures.repository.ts';
import { FiguresService } from '../figures.service.ts';
import { BarrierEffectRepository } from './barrier-effect.repository.ts';
import { BarrierRepository } from './barrier.repository.ts';
import { BarrierResolver } from './barrier.resolver.ts';
import { BarrierService } from './barrier.service.ts';

/** What answers about area barriers. */
export const barrierResolver = (): BarrierResolver => new BarrierResolver(new BarrierService(new BarrierRepository(), new BarrierEffectRepository(), new FiguresService(new FiguresRepository())));
