import type { Response } from 'express';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Config } from '../../platform/config/config.ts';
import { identityOf } from './authenticate.ts';
import { describeMe } from './me.service.ts';
import type { OwnAuthority } from './session.repository.ts';

interface Deps {
  readonly config: Config;
  readonly clock: Clock;
  /** Whose portal this is. */
  readonly authority: () => Promise<OwnAuthority | null>;
}

export type SessionState = Awaited<ReturnType<ReturnType<typeof sessionState>>>;

/** Everything a page must know before it can ask for its own rows: who is here, what they may do, and the token that proves a page is ours. */
export function sessionState({ config, clock, authority }: Deps) {
  return async (response: Response) => {
    const { actor, session, reason } = identityOf(response);
    return {
      me: actor === null ? null : describeMe(actor),
      authority: actor === null ? null : { ...(await authority()), today: clock.today() },
      signedIn: session !== null,
      reason,
      name: session?.name ?? null,
      role: actor?.role ?? null,
      roleLabel: actor?.roleLabel ?? null,
      csrfToken: session?.csrfToken ?? null,
      idleMinutes: config.sessionIdleMinutes,
      expiresAt: session?.expiresAt.toISOString() ?? null,
    };
  };
}
