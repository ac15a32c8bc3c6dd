import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Config } from '../../platform/config/config.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { identityOf } from './authenticate.ts';
import { ATTEMPT_COOKIE, dropCookie, readCookie, SESSION_COOKIE, writeCookie } from './cookies.ts';
import { refuseForgery } from './csrf.ts';
import { GUESS_MINUTES } from './guess-limit.ts';
import { noStore } from './headers.ts';
import { isLoopback, whyRefused, type IdentityProvider } from './identity-provider.ts';
import { PLAIN_CSS, sendPage } from './plain-page.ts';
import { requestIdOf } from './request-id.ts';
import { localPath } from './return-to.ts';
import type { SessionService } from './session.service.ts';
import type { SessionState } from './session-state.ts';
import { PAGES } from './sign-in-pages.ts';
import { ATTEMPT_MINUTES } from './sign-in.repository.ts';
import type { Caller, SignInService } from './sign-in.service.ts';

interface Deps {
  readonly config: Config;
  readonly log: Logger;
  readonly provider: IdentityProvider;
  readonly sessions: SessionService;
  readonly signIn: SignInService;
  readonly authenticate: RequestHandler;
  readonly sessionOf: (response: Response) => Promise<SessionState>;
}

const STATUS = { REFUSED: 400, DISABLED: 403, LIMITED: 429, UNAVAILABLE: 503 } as const;

const callerOf = (request: Request, response: Response): Caller => ({ address: request.ip ?? 'unknown', requestId: requestIdOf(response) });

/** What follows the path of an address, with its question mark. */
const queryOf = (request: Request): string => (request.originalUrl.includes('?') ? request.originalUrl.slice(request.originalUrl.indexOf('?')) : '');

/** Everything below /auth: to the identity provider and back, who is signed in, and out again. */
export function signInRouter({ config, log, provider, sessions, signIn, authenticate, sessionOf }: Deps): Router {
  const router = Router();
  const ownHost = new URL(config.publicUrl).host;
  const guarded: RequestHandler[] = [authenticate, refuseForgery({ publicUrl: config.publicUrl, log })];

  const refuse = (response: Response, kind: keyof typeof STATUS): void => {
    if (kind === 'LIMITED') response.set('Retry-After', String(GUESS_MINUTES * 60));
    if (kind === 'UNAVAILABLE') response.set('Retry-After', '60');
    sendPage(response, STATUS[kind], PAGES[kind]);
  };

  router.get('/plain.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(PLAIN_CSS);
  });
  router.use(noStore);

  router.get('/sign-in', async (request, response) => {
    const returnTo = localPath(request.query.returnTo);
    if (returnTo === undefined) {
      sendPage(response, 400, PAGES.BAD_LINK);
      return;
    }
    // On one's own machine 127.0.0.1 and localhost are one portal but two cookie jars: begin where the answer will arrive.
    const host = request.headers.host ?? ownHost;
    if (host !== ownHost && isLoopback(config.publicUrl) && isLoopback(`http://${host}`)) {
      response.redirect(303, `${config.publicUrl}/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
      return;
    }
    const begun = await signIn.begin(returnTo, callerOf(request, response));
    if (begun.kind !== 'SENT') {
      refuse(response, begun.kind);
      return;
    }
    writeCookie(response, ATTEMPT_COOKIE, begun.cookie, ATTEMPT_MINUTES * 60);
    response.redirect(303, begun.url);
  });

  router.get('/callback', async (request, response) => {
    const cookies = { attempt: readCookie(request, ATTEMPT_COOKIE), session: readCookie(request, SESSION_COOKIE) };
    const finished = await signIn.finish(queryOf(request), cookies, callerOf(request, response));
    dropCookie(response, ATTEMPT_COOKIE);
    if (finished.kind !== 'SIGNED_IN') {
      refuse(response, finished.kind);
      return;
    }
    writeCookie(response, SESSION_COOKIE, finished.cookie);
    response.redirect(303, finished.returnTo);
  });

  // For a page that was sent without it, and for one that stays open.
  router.get('/session', authenticate, async (_request, response) => {
    response.json(await sessionOf(response));
  });

  const ending = (end: (cookie: string, requestId: string) => Promise<string | null>): RequestHandler => async (request, response) => {
    const cookie = readCookie(request, SESSION_COOKIE);
    const requestId = requestIdOf(response);
    const idToken = cookie === undefined ? null : await end(cookie, requestId);
    dropCookie(response, SESSION_COOKIE);
    // Not "cookies": the practice identity provider lives on the same host and still needs its own.
    response.set('Clear-Site-Data', '"cache", "storage"');
    const signedOut = `${config.publicUrl}/auth/signed-out`;
    const elsewhere = identityOf(response).session === null ? null : await provider.signOutUrl(idToken, signedOut).catch((error: unknown) => {
      log.warn({ requestId, why: whyRefused(error) }, 'signed out here but not at the identity provider');
      return null;
    });
    response.json({ redirectTo: elsewhere ?? '/auth/signed-out' });
  };
  router.post('/sign-out', ...guarded, ending((cookie, requestId) => sessions.signOut(cookie, requestId)));
  router.post('/sign-out-everywhere', ...guarded, ending((cookie, requestId) => sessions.signOutEverywhere(cookie, requestId)));

  router.get('/signed-out', (_request, response) => {
    sendPage(response, 200, PAGES.SIGNED_OUT);
  });
  return router;
}
