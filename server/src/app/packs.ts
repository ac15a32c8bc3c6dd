import { packParts } from '../modules/meetings/index.ts';
import { asPortal } from './as-portal.ts';
import type { OperationDeps } from './execute.ts';

/** What a run did: for how many schools a pack was due and missing, and how many it froze. */
export interface PacksRun { readonly due: number; readonly frozen: number }

/** Freezes the packs whose day has come, as the portal itself, each in an operation of its own. A run that ends half way is finished by the next. */
export async function freezeDuePacks(deps: OperationDeps): Promise<PacksRun> {
  return packParts(asPortal(() => deps)).freezer.freezeDue();
}
