import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';

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

/** What the server says of the session: kept in memory only, and asked again on each page load. */
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


export async function fetchSession(): Promise<SessionState> {
  const response = await fetch('/auth/session', { headers: { accept: 'application/json' }, cache: 'no-store' });
  if (!response.ok) throw new Error(`The session could not be read (${response.status}).`);
  return (await response.json()) as SessionState;
}

/** The client of one signed-in session. `onEnded` is called once the server no longer knows the session. */
export function createClient(csrfToken: string, onEnded: () => void): ApolloClient {
  const ended = new ErrorLink(({ error }) => {
    if (CombinedGraphQLErrors.is(error) && error.errors.some((each) => each.extensions?.code === 'NOT_SIGNED_IN')) onEnded();
  });
  const http = new HttpLink({ uri: '/graphql', headers: { 'x-csrf-token': csrfToken } });
  return new ApolloClient({
    link: ApolloLink.from([ended, http]),
    cache: new InMemoryCache({
      typePolicies: {
        // Rows of figures have no identity of their own beyond the list they stand in.
        SchoolFigures: { keyFields: false }, PupilFigures: { keyFields: false }, SilentSchool: { keyFields: false }, FoundPupil: { keyFields: false },
        Carer: { keyFields: false }, Look: { keyFields: false }, RegisterYear: { keyFields: false }, RegisterChange: { keyFields: false },
      },
    }),
    // A page asks when it is opened: figures change with every delivery.
    defaultOptions: { query: { fetchPolicy: 'network-only' }, watchQuery: { fetchPolicy: 'network-only' } },
  });
}
