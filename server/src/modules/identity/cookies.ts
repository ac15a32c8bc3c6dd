import type { CookieOptions, Request, Response } from 'express';

/**
 * The portal's two cookies. They are written here and not by a session package because of what the portal asks of a
 * session: only a hash at rest, an absolute end, an end from the server's side for every device at once, and rights
 * taken fresh on each request. A cookie therefore holds a random reference and nothing else.
 * `__Host-` binds a cookie to this very host over a secure channel; browsers count http://localhost as one.
 */
export const SESSION_COOKIE = '__Host-attendance';
export const ATTEMPT_COOKIE = '__Host-attendance-sign-in';

// Lax, not Strict: with Strict the person coming back from the identity provider would arrive without the cookie.
const FIXED: CookieOptions = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' };

/** The value of a request's cookie; a second cookie of the same name is not looked at. */
export function readCookie(request: Pick<Request, 'headers'>, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

/** Sets a cookie that ends with the browser, or after `seconds`. */
export function writeCookie(response: Response, name: string, value: string, seconds?: number): void {
  response.cookie(name, value, { ...FIXED, ...(seconds === undefined ? {} : { maxAge: seconds * 1000 }) });
}

/** Takes a cookie back from the browser. */
export function dropCookie(response: Response, name: string): void {
  response.clearCookie(name, FIXED);
}
