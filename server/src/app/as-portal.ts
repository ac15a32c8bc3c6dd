import { randomUUID } from 'node:crypto';
import type { RunAsPortal } from '../modules/meetings/index.ts';
import { Refusal, RefusalCode } from '../platform/errors/refusal.ts';
import type { Operation, OperationActor } from '../platform/graphql/operation.ts';
import type { DailyTurn } from '../platform/jobs/daily-jobs.ts';
import { runOperation, type OperationDeps } from './execute.ts';

/** Each holds a connection while the request it is for holds another: more at once could leave none for either. */
const MOST_AT_ONCE = 2;
const THE_PORTAL = { userId: null, name: 'The portal', role: 'SYSTEM' } as const;

/** Does work as one operation of its own that reaches the whole authority and no address. */
async function inAuthority<T>(deps: OperationDeps, by: Pick<OperationActor, 'userId' | 'name' | 'role'>, { permissions, full }: { permissions: readonly string[]; full: boolean }, name: string, work: (operation: Operation) => Promise<T>): Promise<T> {
  const actor: OperationActor = { ...by, permissions: new Set(permissions), reach: { kind: 'AUTHORITY', wholeArea: true, full, address: false, protectedAddress: false, schools: [], pupils: [] } };
  return runOperation(deps, { actor, requestId: `portal-${randomUUID()}` }, name, async (operation) => ({ value: await work(operation), outcome: 'done', keep: true }));
}

/** Work of a day: the portal itself, restricted records included, with what the job needs and no more. */
export const asPortal = (deps: OperationDeps): DailyTurn['asPortal'] => async (name, permissions, work) => inAuthority(deps, THE_PORTAL, { permissions, full: true }, name, work);

/**
 * What must come out the same whoever asks first is made under one reach: the whole authority without restricted records. It is
 * its own transaction with its own entry in the trail, on the word of a person or of nobody, and nothing it reads is handed to
 * whoever asked but through their own reach.
 */
export function underOneReach(deps: () => OperationDeps): RunAsPortal {
  let running = 0;
  return async (name, by, work) => {
    if (running >= MOST_AT_ONCE) throw new Refusal(RefusalCode.BUSY, 'The portal is making other packs and reports just now. Nothing was changed and nothing is lost. Try again in a few seconds.');
    running += 1;
    try {
      return await inAuthority(deps(), by ?? THE_PORTAL, { permissions: [], full: false }, name, work);
    } finally {
      running -= 1;
    }
  };
}
