import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Actor } from './actor.ts';
import type { MeType } from './me.type.ts';
import { endSessionsOf, setSessionRole, type Statements } from './session.repository.ts';

/** An actor as the person is told of it. */
export function describeMe({ userId, name, jobTitle, role, roleLabel, permissions, reach, otherRoles }: Actor): MeType {
  return { id: userId, name, jobTitle, role, roleLabel, permissions: [...permissions].sort(), schools: [...reach.schools], otherRoles: [...otherRoles] };
}

/** What one may ask and do about oneself through GraphQL. */
export class MeService {
  me(operation: Operation): MeType {
    return describeMe(actorOf(operation));
  }

  /** Remembers the choice in the session; the rights of it hold from the next request. */
  async changeRole(operation: Operation, role: string): Promise<void> {
    const { sessionKey, otherRoles, role: before } = actorOf(operation);
    if (sessionKey === undefined) throw notForMachines();
    if (!otherRoles.some(({ key }) => key === role)) {
      throw new Refusal(RefusalCode.INVALID, 'You do not hold that role now. Nothing was changed. Choose one from the list.', { role: 'Choose a role from the list' });
    }
    operation.audit.as(AuditKind.CHANGED, { from: before, to: role });
    await operation.asPortal(() => setSessionRole(statementsOf(operation), sessionKey, role));
  }

  async signOutEverywhere(operation: Operation): Promise<number> {
    const { userId } = actorOf(operation);
    if (userId === null) throw notForMachines();
    const sessions = await operation.asPortal(() => endSessionsOf(statementsOf(operation), userId));
    operation.audit.as(AuditKind.CHANGED, { sessions });
    return sessions;
  }
}

const notForMachines = (): Refusal => new Refusal(RefusalCode.FORBIDDEN, 'A machine client has no session. Nothing was changed.');

const statementsOf = (operation: Operation): Statements => ({
  query: async <Rows>(text: string, parameters: unknown[] = []): Promise<Rows> => (await operation.sql(text, parameters)) as Rows,
});

/** The platform knows an actor only by its rights; the rest was put there by `authenticate`. */
function actorOf(operation: Operation): Actor {
  const { actor } = operation;
  if (!('roleLabel' in actor)) throw new Error('This actor was not made by identity.');
  return actor as Actor;
}
