import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { MOST_ROWS } from '../../../platform/graphql/page.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { effectsByTask } from './impact.loaders.ts';
import type { ActionEffectType } from './impact.type.ts';

/** What followed actions: which are counted, what is said of them, and who was shown. */
export class ImpactService {
  /** In the order asked; those out of reach, or about no pupil, are left out. */
  async effects(operation: Operation, taskIds: readonly number[]): Promise<ActionEffectType[]> {
    const asked = [...new Set(taskIds)];
    if (asked.length > MOST_ROWS) throw new Refusal(RefusalCode.INVALID, `Ask for ${MOST_ROWS} actions at most. Nothing was shown.`);
    return effectsByTask(operation, asked);
  }
}
