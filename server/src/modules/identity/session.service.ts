import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Config } from '../../platform/config/config.ts';
import { preparedOn } from '../../platform/database/prepared.ts';
import type { Actor } from './actor.ts';
import { rightsOf } from './rights.ts';
import { hashOf, newSecret } from './secrets.ts';
import { addSession, auditSession, endSession, endSessionsOf, findSession, knowPerson, touchSession, type SessionRow, type Statements } from './session.repository.ts';

const TOUCH_EVERY_MS = 60_000;

/** A live session, and who acts in it: null for an active person without any right in force. */
export interface LiveSession {
  readonly key: Buffer;
  readonly userId: number;
  readonly name: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
  readonly actor: Actor | null;
}

/** Whom the identity provider vouches for. */
export interface VouchedPerson { readonly issuer: string; readonly subject: string; readonly name: string; readonly email: string; readonly idToken: string | null }

export interface SignInDetails { readonly person: VouchedPerson; readonly oldCookie: string | undefined; readonly requestId: string; readonly address: string }

/** Sessions: begun at sign-in, resolved on every request, ended by the person, by time or by an administrator. */
export class SessionService {
  constructor(
    private readonly app: () => DataSource,
    private readonly clock: Clock,
    private readonly config: Pick<Config, 'sessionIdleMinutes' | 'sessionAbsoluteHours'>,
  ) {}

  /**
   * Begins a session under a new secret, ends the one this browser had, and writes the audit entry, all or nothing. Gives
   * the cookie's value, or null where the account is turned off. `also` runs in the same transaction.
   */
  async signIn({ person, oldCookie, requestId, address }: SignInDetails, also: (db: EntityManager) => Promise<void>): Promise<string | null> {
    const now = this.clock.now();
    return this.app().transaction(async (db) => {
      const { userId, active } = await knowPerson(db, person.issuer, person.subject, person.name, person.email);
      if (!active) {
        await auditSession(db, { operation: 'signInRefused', userId, role: null, requestId, details: { why: 'DISABLED', address } });
        return null;
      }
      await also(db);
      if (oldCookie !== undefined) await endSession(db, hashOf(oldCookie));
      const secret = newSecret();
      const key = hashOf(secret);
      const expiresAt = new Date(now.getTime() + this.config.sessionAbsoluteHours * 3_600_000);
      await addSession(db, { key, userId, csrfToken: newSecret(), idToken: person.idToken, now, expiresAt });
      const row = await this.find(db, key, now);
      const role = row && rightsOf(row, null, this.clock.today())?.role;
      await auditSession(db, { operation: 'signIn', userId, role: role ?? null, requestId, details: { address } });
      return secret;
    });
  }

  /** The live session of a cookie, with rights as they are at this moment; null where there is none. One statement. */
  async resolve(cookie: string): Promise<LiveSession | null> {
    const now = this.clock.now();
    const key = hashOf(cookie);
    const row = await this.find(preparedOn(this.app()), key, now);
    if (row === undefined) return null;
    if (now.getTime() - row.lastSeenAt.getTime() >= TOUCH_EVERY_MS) await touchSession(this.app(), key, now);
    const { userId, fullName: name, jobTitle, csrfToken, expiresAt } = row;
    const rights = rightsOf(row, row.role, this.clock.today());
    return { key, userId, name, csrfToken, expiresAt, actor: rights && { userId, name, jobTitle, ...rights, sessionKey: key } };
  }

  /** Ends the session of a cookie; gives the identity provider's token of it, to end the session there too. */
  async signOut(cookie: string, requestId: string): Promise<string | null> {
    const key = hashOf(cookie);
    return this.app().transaction(async (db) => {
      const row = await this.find(db, key, this.clock.now());
      const ended = await endSession(db, key);
      if (ended === undefined) return null;
      const role = row && rightsOf(row, row.role, this.clock.today())?.role;
      await auditSession(db, { operation: 'signOut', userId: ended.userId, role: role ?? ended.role, requestId });
      return row?.idToken ?? null;
    });
  }

  /** Ends every session of the person behind a cookie; gives the identity provider's token of this one. */
  async signOutEverywhere(cookie: string, requestId: string): Promise<string | null> {
    return this.app().transaction(async (db) => {
      const row = await this.find(db, hashOf(cookie), this.clock.now());
      if (row === undefined) return null;
      const sessions = await endSessionsOf(db, row.userId);
      const role = rightsOf(row, row.role, this.clock.today())?.role ?? null;
      await auditSession(db, { operation: 'signOutEverywhere', userId: row.userId, role, requestId, details: { sessions } });
      return row.idToken;
    });
  }

  private find(db: Statements, key: Buffer, now: Date): Promise<SessionRow | undefined> {
    return findSession(db, key, now, this.clock.today(), this.config.sessionIdleMinutes);
  }
}
