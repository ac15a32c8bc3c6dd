import { randomUUID } from 'node:crypto';
import type { Permission } from '@attendance/shared/access';
import { actorOfPerson } from '../modules/identity/index.ts';
import type { Operation } from '../platform/graphql/operation.ts';
import { runOperation, type OperationDeps } from './execute.ts';

/** In whose role the portal itself acts, in the trail. */
const THE_PORTAL = 'SYSTEM';

/** Work that the portal does for people: what it is called in the trail, the right each of them needs for it, and whether it wrote anything. */
export interface WorkForPeople<Person> { readonly name: string; readonly permission: Permission; readonly write: (operation: Operation, person: Person) => Promise<boolean> }

/**
 * Does something for each person in an operation under that person's own reach as it is today: nobody is told of what they could
 * not open. What wrote nothing leaves nothing behind. Gives for how many it wrote.
 */
export async function forEachPerson<Person extends { readonly id: number }>(deps: OperationDeps, people: readonly Person[], { name, permission, write }: WorkForPeople<Person>): Promise<number> {
  let written = 0;
  for (const each of people) {
    const person = await actorOfPerson(deps.app, each.id, deps.clock.today());
    if (person === null || !person.permissions.has(permission)) continue;
    const isWritten = await runOperation(deps, { actor: { ...person, role: THE_PORTAL }, requestId: `portal-${randomUUID()}` }, name, async (operation) => {
      const value = await write(operation, each);
      return { value, outcome: 'done', keep: value };
    });
    if (isWritten) written += 1;
  }
  return written;
}
