const LONGEST = 2000;
const BASE = 'http://portal.invalid';

/**
 * The local path a person goes back to after sign-in, or undefined where what was asked is not one. Browsers read `\` as
 * `/` and skip tabs and line breaks, so whatever holds such a character is refused rather than cleaned.
 */
export function localPath(asked: unknown): string | undefined {
  if (asked === undefined || asked === '') return '/';
  if (typeof asked !== 'string' || asked.length > LONGEST) return undefined;
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return undefined;
  try {
    const url = new URL(asked, BASE);
    // Dots are resolved by now: `/./auth/sign-in` would begin a sign-in again and again.
    if (url.origin !== BASE || url.pathname.startsWith('//') || /^\/auth(\/|$)/i.test(url.pathname)) return undefined;
    return url.pathname + url.search + url.hash;
  } catch {
    return undefined;
  }
}
