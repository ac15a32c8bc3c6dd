import { ROLE_NAMES, ROLES, permissionsOfRole, type Role } from '@attendance/shared/access';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';

/** Marks an operation as one that changes what somebody keeps: a person, and one change an operation, as the trail has one entry. */
export function changing(operation: Operation, details: Record<string, unknown>): void {
  if (operation.actor.userId === null) throw new Refusal(RefusalCode.FORBIDDEN, 'A machine client keeps no lists. Nothing was changed.');
  if (operation.audit.kind === AuditKind.CHANGED) throw new Refusal(RefusalCode.INVALID, 'One change is made at a time. Nothing was changed.');
  operation.audit.as(AuditKind.CHANGED, details);
}

const UPN = /(?<![a-z\d])[a-z]\d{11}[a-z\d](?![a-z\d])/i;

/** Words a person typed, tidied; refused where there are too few or too many, or a pupil's number among them. */
export function givenWords(given: string, field: 'name' | 'why', least: number, most: number): string {
  const words = given.replace(/\s+/gu, ' ').replace(/[\u0000-\u001f\u007f]/gu, '').trim();
  const what = field === 'name' ? 'Give it a name' : 'Say why';
  const problem = UPN.test(words) ? 'Leave the UPN out' : words.length < least ? `${what}, in at least ${least} characters` : words.length > most ? `${what}, in ${most} characters or fewer` : null;
  if (problem !== null) throw new Refusal(RefusalCode.INVALID, `${problem}. Nothing was changed.`, { [field]: problem });
  return words;
}

/** The key by which the same request is known again. */
export function givenKey(key: string): string {
  if (/^[\w-]{8,64}$/.test(key)) return key;
  throw new Refusal(RefusalCode.INVALID, 'This request has no key to know it by. Nothing was changed. Load the page again.');
}

/** A row's number as it came in; not a number is no row. */
export function numberOf(id: number | string): number {
  const number = Number(id);
  return Number.isSafeInteger(number) && number > 0 && number <= 2_147_483_647 ? number : 0;
}

/** Sharing is for those who read pupils of the whole authority: anybody else's colleagues reach other children. */
export function mayShare(operation: Operation, shared: boolean): boolean {
  if (shared && operation.actor.reach.kind !== 'AUTHORITY') throw new Refusal(RefusalCode.INVALID, 'Lists and views are shared among people who work with the whole authority. Nothing was changed. Keep this one for yourself.', { shared: 'Only people who work with the whole authority share' });
  return shared;
}

/** The roles that read a shared list: pupils of the whole authority. */
export const SHARING_ROLES: readonly Role[] = ROLE_NAMES.filter((role) => ROLES[role].scope === 'AUTHORITY' && permissionsOfRole(role).has('pupil:read'));

/** For a row that was changed since it was read, or given away. */
export function changedMeanwhile(what: string): Refusal {
  return new Refusal(RefusalCode.CONFLICT, `This ${what} was changed meanwhile, or is no longer yours. Nothing you asked for was done. Load the page again to see it as it is now.`);
}
