import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { GuessLimit } from './guess-limit.ts';
import { whyRefused, type IdentityProvider, type Vouched } from './identity-provider.ts';
import { hashOf, newSecret } from './secrets.ts';
import { auditSession } from './session.repository.ts';
import type { SessionService } from './session.service.ts';
import { addAttempt, takeAttempt } from './sign-in.repository.ts';

/** A request, as far as sign-in needs to know it. */
export interface Caller { readonly address: string; readonly requestId: string }

/** LIMITED: too many failed answers from this address. UNAVAILABLE: the identity provider does not answer. */
export type Begun = { readonly kind: 'SENT'; readonly cookie: string; readonly url: string } | { readonly kind: 'LIMITED' | 'UNAVAILABLE' };
export type Finished = { readonly kind: 'SIGNED_IN'; readonly cookie: string; readonly returnTo: string } | { readonly kind: 'LIMITED' | 'REFUSED' | 'DISABLED' };

/** Sign-in: sends a person to the identity provider and makes a session of a right answer. */
export class SignInService {
  private readonly limit: GuessLimit;

  constructor(
    private readonly app: () => DataSource,
    private readonly clock: Clock,
    private readonly provider: IdentityProvider,
    private readonly sessions: SessionService,
    private readonly log: Logger,
  ) {
    this.limit = new GuessLimit(app);
  }

  /** Begins an attempt; `returnTo` must be a local path. */
  async begin(returnTo: string, { address, requestId }: Caller): Promise<Begun> {
    const now = this.clock.now();
    if (await this.limit.isSpent(address, now)) return { kind: 'LIMITED' };
    const begun = await this.provider.begin().catch((error: unknown) => {
      this.log.error({ requestId, why: whyRefused(error) }, 'the identity provider does not answer');
      return undefined;
    });
    if (begun === undefined) return { kind: 'UNAVAILABLE' };
    const cookie = newSecret();
    await addAttempt(this.app(), hashOf(cookie), { ...begun.challenge, returnTo }, now);
    return { kind: 'SENT', cookie, url: begun.url };
  }

  /** Ends an attempt with the provider's answer (the query string of the callback). */
  async finish(query: string, cookies: { attempt: string | undefined; session: string | undefined }, caller: Caller): Promise<Finished> {
    const now = this.clock.now();
    const guess = await this.limit.begin(caller.address, now);
    if (guess === null) {
      this.log.warn({ requestId: caller.requestId }, 'sign-in limit reached');
      return { kind: 'LIMITED' };
    }
    const attempt = cookies.attempt === undefined ? undefined : await takeAttempt(this.app(), hashOf(cookies.attempt), now);
    if (attempt === undefined) return this.refuse('NO_ATTEMPT', caller);
    let person: Vouched;
    try {
      person = await this.provider.finish(query, attempt);
    } catch (error) {
      return this.refuse(whyRefused(error), caller);
    }
    const cookie = await this.sessions.signIn(
      { person, oldCookie: cookies.session, requestId: caller.requestId, address: caller.address },
      (db) => this.limit.forgive(db, guess),
    );
    return cookie === null ? { kind: 'DISABLED' } : { kind: 'SIGNED_IN', cookie, returnTo: attempt.returnTo };
  }

  private async refuse(why: string, { address, requestId }: Caller): Promise<Finished> {
    this.log.warn({ requestId, why }, 'sign-in refused');
    await auditSession(this.app(), { operation: 'signInRefused', userId: null, role: null, requestId, details: { why, address } });
    return { kind: 'REFUSED' };
  }
}
