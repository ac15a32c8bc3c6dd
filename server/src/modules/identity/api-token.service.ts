import { NO_REACH, Permission, PERMISSIONS } from '@attendance/shared/access';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock/clock.ts';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { MACHINE, type Actor } from './actor.ts';
import { addToken, findLiveToken, listTokens, revokeToken, unknownSchools, type ApiTokenRow, type ListedToken } from './api-token.repository.ts';
import { hashOf, newSecret } from './secrets.ts';
import { auditSession } from './session.repository.ts';

/** Begins every token, so that tools which look for leaked secrets know one when they see it. */
const PREFIX = 'attendance_';
const DEFAULT_DAYS = 90;
const MOST_DAYS = 366;

export interface TokenRequest { readonly name: string; readonly permissions: readonly string[]; readonly schools?: readonly number[]; readonly days?: number }
export interface IssuedToken { readonly id: number; readonly token: string; readonly expiresAt: Date }

const KNOWN: ReadonlySet<string> = new Set(PERMISSIONS);

/** A machine client's rights: the named permissions and no more, over its schools or the whole authority. */
export function machineActor({ id, name, permissions, schoolIds }: ApiTokenRow): Actor {
  const allowed = new Set(permissions.filter((permission) => KNOWN.has(permission)));
  const everywhere = schoolIds.length === 0;
  return {
    userId: null, name, jobTitle: 'Machine client', role: MACHINE, roleLabel: 'Machine client', roles: [], otherRoles: [],
    permissions: allowed, tokenId: id,
    reach: {
      ...NO_REACH, kind: everywhere ? 'AUTHORITY' : 'SCHOOLS', wholeArea: everywhere, schools: [...schoolIds].sort((one, other) => one - other), pupils: [],
      full: allowed.has(Permission.PUPIL_READ_RESTRICTED),
      address: allowed.has(Permission.PUPIL_READ_ADDRESS),
      protectedAddress: allowed.has(Permission.PUPIL_READ_PROTECTED_ADDRESS),
    },
  };
}

/** Who a bearer token stands for, or null. */
export async function machineOf(app: DataSource, token: string, clock: Clock): Promise<Actor | null> {
  if (!token.startsWith(PREFIX)) return null;
  const row = await findLiveToken(app, hashOf(token), clock.now());
  return row === undefined ? null : machineActor(row);
}

/** Making and revoking tokens: for the command line of whoever runs the portal, with the owner's connection. */
export class ApiTokenService {
  constructor(private readonly owner: DataSource, private readonly clock: Clock) {}

  /** Issues a token, which is shown this once; the portal keeps a hash. */
  async issue({ name, permissions, schools = [], days = DEFAULT_DAYS }: TokenRequest, requestId: string): Promise<IssuedToken> {
    const now = this.clock.now();
    if (name.trim() === '') throw refuse('Give the token a name that says what it is for.');
    if (permissions.length === 0) throw refuse('Name at least one permission.');
    const strange = permissions.filter((permission) => !KNOWN.has(permission));
    if (strange.length > 0) throw refuse(`There is no permission called ${strange.join(', ')}. The permissions are: ${PERMISSIONS.join(', ')}.`);
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw refuse(`A token lasts from 1 to ${MOST_DAYS} days.`);
    const missing = await unknownSchools(this.owner, schools);
    if (missing.length > 0) throw refuse(`The portal knows no school with URN ${missing.join(', ')}.`);
    const token = PREFIX + newSecret();
    const expiresAt = new Date(now.getTime() + days * 86_400_000);
    return this.owner.transaction(async (db) => {
      const id = await addToken(db, { name: name.trim(), hash: hashOf(token), permissions, schoolIds: schools, now, expiresAt });
      const details = { tokenId: id, permissions, schools, expiresAt: expiresAt.toISOString() };
      await auditSession(db, { operation: 'issueApiToken', userId: null, role: 'OPERATOR', requestId, details });
      return { id, token, expiresAt };
    });
  }

  /** Revokes a token: the next request with it is refused. Gives its name. */
  async revoke(id: number, requestId: string): Promise<string> {
    return this.owner.transaction(async (db) => {
      const name = await revokeToken(db, id, this.clock.now());
      if (name === undefined) throw new Refusal(RefusalCode.NOT_FOUND, `There is no token ${id} that still works.`);
      await auditSession(db, { operation: 'revokeApiToken', userId: null, role: 'OPERATOR', requestId, details: { tokenId: id } });
      return name;
    });
  }

  /** Every token, without its secret. */
  async list(): Promise<ListedToken[]> {
    return listTokens(this.owner);
  }
}

const refuse = (message: string): Refusal => new Refusal(RefusalCode.INVALID, `${message} Nothing was changed.`);
