import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';

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
