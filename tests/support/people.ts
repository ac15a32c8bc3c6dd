import { PERMISSIONS, type Reach } from '@attendance/shared/access';
import { Operation, type OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { asOwner } from './register-state.ts';
import { TODAY } from './small-authority.ts';
import { acting, type Role, type TestPortal } from './test-portal.ts';

/** A signed-in person in a role, whole: with the parts that only `identity` knows and with an id of their own. */
export function person(role: Role, rows: { schools?: readonly number[]; pupils?: readonly number[] } = {}, userId = 41): OperationActor {
  return Object.assign({ ...acting(role, rows), userId }, { jobTitle: role, roleLabel: role, roles: [role], otherRoles: [], sessionKey: Buffer.from('no such session') });
}

export const NOWHERE: Reach = { kind: 'NONE', full: false, address: false, protectedAddress: false, wholeArea: false, schools: [], pupils: [] };

/** Someone the application's guards let do everything, so that only the database stands between them and the rows. */
export function unguarded(reach: Partial<Reach>, userId = 42): OperationActor {
  return { ...person('SYSTEM_ADMIN', {}, userId), role: 'UNGUARDED', permissions: new Set<string>(PERMISSIONS), reach: { ...NOWHERE, ...reach } };
}

/** Runs work in one operation of this actor, then rolls it back. */
export async function underReach<T>(portal: TestPortal, actor: OperationActor, work: (operation: Operation) => Promise<T>): Promise<T> {
  const runner = portal.app.createQueryRunner();
  const operation = new Operation(actor, systemClock(TODAY), 'TEST', 'test', runner);
  try {
    await operation.begin();
    return await work(operation);
  } finally {
    await operation.rollback().catch(() => undefined);
    await runner.release();
  }
}

/** The code of each error of an answer. */
export const codesOf = (answer: { errors: readonly { extensions?: Record<string, unknown> }[] }): unknown[] => answer.errors.map((error) => error.extensions?.code);

/** Puts the person whom `person` gives by default among those who may sign in: what they do to a delivery names them by number. */
export async function knowOfficer(ownerUrl: string, userId = 41): Promise<void> {
  await asOwner(ownerUrl, (owner) => owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1::int, 'test', 'officer ' || $1::int, 'An officer', 'officer@example.org')`, [userId]));
}
