import type { RequestHandler } from 'express';
import helmet from 'helmet';

const YEAR_SECONDS = 31_536_000;

/**
 * What every answer tells the browser. Everything comes from the portal itself; nothing inline runs, in script or style.
 * `providerOrigin` may be the target of a form, because browsers also check where a form is redirected to.
 */
export function securityHeaders({ production, providerOrigin }: { production: boolean; providerOrigin: string }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'self'`],
        imgSrc: [`'self'`, 'data:'],
        objectSrc: [`'none'`],
        baseUri: [`'none'`],
        frameAncestors: [`'none'`],
        formAction: [`'self'`, providerOrigin],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // Not no-referrer: with it browsers send `Origin: null` from the portal's own forms.
    referrerPolicy: { policy: 'same-origin' },
    // Not on http://localhost, where it would shut out every other program of the machine for a year.
    strictTransportSecurity: production ? { maxAge: YEAR_SECONDS, includeSubDomains: true } : false,
  }) as RequestHandler;
}

/** For answers that hold children or sessions: no copy is kept, by browser or proxy. */
export const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
