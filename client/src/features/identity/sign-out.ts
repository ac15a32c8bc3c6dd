import { forgetUnsent } from '../../lib/unsent-text.ts';

/** Ends this session, or all of one's sessions, and goes where the server says. */
export async function signOut(csrfToken: string, everywhere: boolean): Promise<void> {
  const response = await fetch(everywhere ? '/auth/sign-out-everywhere' : '/auth/sign-out', { method: 'POST', headers: { 'x-csrf-token': csrfToken, accept: 'application/json' } });
  const answer = (await response.json().catch(() => ({}))) as { redirectTo?: string };
  forgetUnsent();
  window.location.assign(answer.redirectTo ?? '/');
}
