import DataLoader from 'dataloader';
import { effectWords, impactClass, impactLimits, type ImpactLimits, type SessionCount } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { ImpactRepository, type EffectFound } from './impact.repository.ts';
import type { ActionEffectType } from './impact.type.ts';

const NOTHING: SessionCount = { possible: 0, attended: 0 };

/** The effect of one action as the API shows it. */
export function effectOf(found: Omit<EffectFound, 'points'> & { readonly points?: EffectFound['points'] }, limits: ImpactLimits): ActionEffectType {
  const { taskId, anchorOn } = found;
  const [before, after] = [found.before ?? NOTHING, found.after ?? NOTHING];
  const [days, isLeaver, impact] = [found.days ?? 0, found.isLeaver ?? false, impactClass(before, after, limits)];
  return { taskId, anchorOn, before, after, days, impact, isLeaver, points: found.points ?? [], words: effectWords({ anchorOn, impact, before, after, beforeDays: found.beforeDays ?? 0, days, isLeaver, hasRegister: found.before !== null }) };
}

/** The sessions around actions, one statement per request however many rows ask; null for what is out of reach or about no pupil. Whoever shows them notes the pupils in the trail. */
export function effectFoundByTask(operation: Operation): DataLoader<number, EffectFound | null> {
  return operation.loader('effect-by-task', (own) => new DataLoader<number, EffectFound | null>(async (ids) => {
    const found = new Map((await new ImpactRepository().effects(own, ids, impactLimits(own.today))).map((each) => [each.taskId, each]));
    return ids.map((id) => found.get(id) ?? null);
  }));
}

/** The effects of these actions as the API shows them, in the order asked and without those out of reach; their pupils are noted as seen. */
export async function effectsByTask(operation: Operation, taskIds: readonly number[]): Promise<ActionEffectType[]> {
  const loaded = await effectFoundByTask(operation).loadMany([...taskIds]);
  const found = loaded.map((each) => {
    if (each instanceof Error) throw each;
    return each;
  }).filter((each) => each !== null);
  operation.audit.viewed(found.map(({ pupilId }) => pupilId));
  return found.map((each) => effectOf(each, impactLimits(operation.today)));
}
