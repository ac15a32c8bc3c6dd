import { randomUUID } from 'node:crypto';
import { Refusal, RefusalCode } from '../platform/errors/refusal.ts';
import type { Operation, OperationActor } from '../platform/graphql/operation.ts';
import { runOperation, type OperationDeps } from './execute.ts';

/** Runs work as the portal itself, or on the word of a person, in an operation of its own. */
export type AsPortal = <T>(name: string, by: Pick<OperationActor, 'userId' | 'name' | 'role'> | null, work: (operation: Operation) => Promise<T>) => Promise<T>;

/** Each holds a connection while the request it is for holds another: more at once could leave none for either. */
const MOST_AT_ONCE = 2;
const THE_PORTAL = { userId: null, name: 'The portal', role: 'SYSTEM' } as const;

/**
 * What must come out the same whoever asks first is made under one reach: the whole authority without restricted records. It is
 * its own transaction with its own entry in the trail, and nothing it reads is handed to whoever asked but through their own reach.
 */
export function asPortal(deps: () => OperationDeps): AsPortal {
  let running = 0;
  return async (name, by, work) => {
    if (running >= MOST_AT_ONCE) throw new Refusal(RefusalCode.BUSY, 'The portal is making other packs just now. Nothing was changed and nothing is lost. Try again in a few seconds.');
    running += 1;
    try {
      const actor: OperationActor = { ...(by ?? THE_PORTAL), permissions: new Set(), reach: { kind: 'AUTHORITY', wholeArea: true, full: false, address: false, protectedAddress: false, schools: [], pupils: [] } };
      return await runOperation(deps(), { actor, requestId: `portal-${randomUUID()}` }, name, async (operation) => ({ value: await work(operation), outcome: 'done', keep: true }));
    } finally {
      running -= 1;
    }
  };
}
