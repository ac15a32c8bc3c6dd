import type { ReactNode } from 'react';
import { MeContext } from '../features/identity/index.ts';
import { ClientContext, type PortalClient } from '../graphql/portal-client.ts';
import type { SessionState } from '../graphql/session.ts';

/** A session of somebody with a right in force: with less, no page is shown. */
export type OpenSession = SessionState & { readonly me: NonNullable<SessionState['me']>; readonly authority: NonNullable<SessionState['authority']>; readonly csrfToken: string };

export function isOpen(session: SessionState): session is OpenSession {
  return session.signedIn && session.csrfToken !== null && session.me !== null && session.authority !== null;
}

/** Everything around the router: the same in the browser and where the server draws the first page, so that one can take over from the other. */
export function Portal({ session, client, children }: { session: OpenSession; client: PortalClient; children: ReactNode }) {
  const { me, authority, csrfToken } = session;
  const value = { me, authority: authority.name, practice: authority.practice, today: authority.today, csrfToken };
  return <ClientContext value={client}><MeContext value={value}>{children}</MeContext></ClientContext>;
}
