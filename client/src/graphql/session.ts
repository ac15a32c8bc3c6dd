/** Who is signed in and what they may do. */
export interface Me {
  readonly id: number | null;
  readonly name: string;
  readonly jobTitle: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly permissions: readonly string[];
  /** The schools a school role reaches; empty for any wider or other reach. */
  readonly schools: readonly number[];
  readonly otherRoles: readonly { readonly key: string; readonly label: string }[];
}

/** What the server says of the session: kept in memory only, and said again on each page load. */
export interface SessionState {
  readonly signedIn: boolean;
  readonly reason: 'NOT_SIGNED_IN' | 'NO_ACCESS' | null;
  readonly name: string | null;
  readonly csrfToken: string | null;
  readonly idleMinutes: number;
  readonly expiresAt: string | null;
  /** Who is asking, and what they may do; null without a right in force. */
  readonly me: Me | null;
  readonly authority: { readonly name: string; readonly practice: boolean; readonly today: string } | null;
}

/** Asks who is signed in; it counts as a sign of life. */
export async function fetchSession(): Promise<SessionState> {
  const response = await fetch('/auth/session', { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!response.ok) throw new Error(`The session could not be read (${response.status}).`);
  return (await response.json()) as SessionState;
}
