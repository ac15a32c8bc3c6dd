import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { RefusalCode } from '../../platform/errors/refusal.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { identityOf } from './authenticate.ts';
import { requestIdOf } from './request-id.ts';
import { isSameSecret } from './secrets.ts';

export const CSRF_HEADER = 'x-csrf-token';

/** Methods that may not change anything, and so need no proof of where they come from. */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Why a request with a live session is taken for a forged one, or undefined. Two proofs, both needed: the browser says the
 * page is the portal's own (Origin, and Sec-Fetch-Site where sent), and the page knows the session's token, which must come
 * in a header because no form, image or link of another site can set one.
 */
export function signOfForgery(headers: IncomingHttpHeaders, origin: string, csrfToken: string): string | undefined {
  if (headers.origin === undefined) return 'NO_ORIGIN';
  if (headers.origin !== origin) return 'OTHER_ORIGIN';
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return 'OTHER_SITE';
  const token = headers[CSRF_HEADER];
  if (typeof token !== 'string' || token === '') return 'NO_TOKEN';
  return isSameSecret(token, csrfToken) ? undefined : 'WRONG_TOKEN';
}

/**
 * Refuses forged requests before anything runs; stands after `authenticate`. Machine clients send no cookie, so nothing can
 * be forged in their name. With `everyMethod` reading is guarded too: GraphQL can change things by GET.
 */
export function refuseForgery({ publicUrl, log, everyMethod = false }: { publicUrl: string; log: Logger; everyMethod?: boolean }): RequestHandler {
  const { origin } = new URL(publicUrl);
  return (request, response, next) => {
    const { session } = identityOf(response);
    if (session === null || (!everyMethod && SAFE.has(request.method))) {
      next();
      return;
    }
    const why = signOfForgery(request.headers, origin, session.csrfToken);
    if (why === undefined) {
      next();
      return;
    }
    const requestId = requestIdOf(response);
    log.warn({ requestId, actor: session.userId, why }, 'request refused as forged');
    response.status(403).set('Cache-Control', 'no-store').json({
      errors: [{
        message: 'This did not come from a page of the portal, so nothing was done. Reload the page and try again.',
        extensions: { code: RefusalCode.FORBIDDEN, requestId },
      }],
    });
  };
}
