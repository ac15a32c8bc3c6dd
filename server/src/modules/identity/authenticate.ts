import type { RequestHandler, Response } from 'express';
import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/clock/clock.ts';
import { RefusalCode } from '../../platform/errors/refusal.ts';
import type { Actor } from './actor.ts';
import { machineOf } from './api-token.service.ts';
import { readCookie, SESSION_COOKIE } from './cookies.ts';
import { requestIdOf } from './request-id.ts';
import type { LiveSession, SessionService } from './session.service.ts';

/** Who sent a request. A session without an actor is a person with no right in force (NO_ACCESS). */
export interface Identity {
  readonly actor: Actor | null;
  readonly session: LiveSession | null;
  readonly reason: 'NOT_SIGNED_IN' | 'NO_ACCESS' | null;
}

const NOBODY: Identity = Object.freeze({ actor: null, session: null, reason: 'NOT_SIGNED_IN' });

/** Who sent the request that is being answered; `authenticate` must have run. */
export function identityOf(response: Response): Identity {
  const { identity } = response.locals as { identity?: Identity };
  if (identity === undefined) throw new Error('authenticate() has not run on this route.');
  return identity;
}

/**
 * Finds out who sends a request, afresh each time: a person by the session cookie or a machine by its bearer token, never
 * both. A token that is no good is refused at once; a cookie that is no good means "not signed in".
 */
export function authenticate({ app, clock, sessions }: { app: () => DataSource; clock: Clock; sessions: SessionService }): RequestHandler {
  return async (request, response, next) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer ([\w-]{1,200})$/i.exec(authorization)?.[1];
      const actor = token === undefined ? null : await machineOf(app(), token, clock);
      if (actor === null) {
        response.status(401).set({ 'WWW-Authenticate': 'Bearer', 'Cache-Control': 'no-store' }).json({
          errors: [{
            message: 'This token is unknown, revoked or past its end. Nothing was changed. Ask for a new one.',
            extensions: { code: RefusalCode.NOT_SIGNED_IN, requestId: requestIdOf(response) },
          }],
        });
        return;
      }
      response.locals.identity = { actor, session: null, reason: null } satisfies Identity;
    } else {
      const cookie = readCookie(request, SESSION_COOKIE);
      const session = cookie === undefined ? null : await sessions.resolve(cookie);
      response.locals.identity = session === null ? NOBODY : { actor: session.actor, session, reason: session.actor === null ? 'NO_ACCESS' : null };
    }
    next();
  };
}
