import './styles/main.scss';
import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createRouter, fetchPageCode } from './app/router.tsx';
import { Welcome } from './app/welcome.tsx';
import { MeContext } from './features/identity/index.ts';
import { createClient, fetchSession } from './graphql/client.ts';
import { ClientContext, setAsker, setClient } from './graphql/page-query.ts';
import { ErrorState } from './ui/error-state.tsx';

/** Finds out who is here, then shows the portal, the way in, or why neither is possible. */
async function start(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  try {
    // The question first: there are more files of a page than a browser asks for at once.
    const asked = fetchSession();
    fetchPageCode(window.location.pathname);
    const session = await asked;
    const { me, authority } = session;
    if (!session.signedIn || session.csrfToken === null || me === null || authority === null) {
      root.render(<Welcome reason={session.reason ?? 'NOT_SIGNED_IN'} name={session.name} />);
      return;
    }
    const client = createClient(session.csrfToken, () => root.render(<Welcome reason="ENDED" name={session.name} />));
    setClient(client);
    setAsker(me);
    const value = { me, authority: authority.name, practice: authority.practice, today: authority.today, csrfToken: session.csrfToken };
    root.render(
      <ApolloProvider client={client}>
        <ClientContext value={client}>
          <MeContext value={value}>
            <RouterProvider router={createRouter()} />
          </MeContext>
        </ClientContext>
      </ApolloProvider>,
    );
  } catch {
    root.render(<main id="main" className="app-width app-main"><h1>Attendance Support</h1><ErrorState title="The portal did not answer." onRetry={() => window.location.reload()}>Check the connection and try again.</ErrorState></main>);
  }
}

const element = document.getElementById('root');
if (element) void start(element);
