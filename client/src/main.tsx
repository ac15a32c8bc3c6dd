import './styles/main.scss';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createRouter, fetchPageCode } from './app/router.tsx';
import { Welcome } from './app/welcome.tsx';
import { MeContext } from './features/identity/index.ts';
import { expectFirstAnswers, firstSession } from './graphql/first-answers.ts';
import { ClientContext, lateClient, readyWhenTouched } from './graphql/portal-client.ts';
import { fetchSession } from './graphql/session.ts';
import { setAsker, setClient } from './graphql/page-query.ts';
import { ErrorState } from './ui/error-state.tsx';

/** Finds out who is here, then shows the portal, the way in, or why neither is possible. */
async function start(element: HTMLElement): Promise<void> {
  const root = createRoot(element);
  try {
    // The question first: there are more files of a page than a browser asks for at once.
    const told = firstSession();
    const asked = told ?? fetchSession();
    fetchPageCode(window.location.pathname);
    const session = await asked;
    const { me, authority, csrfToken } = session;
    if (!session.signedIn || csrfToken === null || me === null || authority === null) {
      root.render(<Welcome reason={session.reason ?? 'NOT_SIGNED_IN'} name={session.name} />);
      return;
    }
    if (told !== null) expectFirstAnswers();
    const client = lateClient(async () => (await import('./graphql/client.ts')).createClient(csrfToken, () => root.render(<Welcome reason="ENDED" name={session.name} />)));
    readyWhenTouched(client);
    setClient(client);
    setAsker(me);
    const value = { me, authority: authority.name, practice: authority.practice, today: authority.today, csrfToken };
    root.render(
      <ClientContext value={client}>
        <MeContext value={value}>
          <RouterProvider router={createRouter(session.idleMinutes)} />
        </MeContext>
      </ClientContext>,
    );
  } catch {
    root.render(<main id="main" className="app-width app-main"><h1>Attendance Support</h1><ErrorState title="The portal did not answer." onRetry={() => window.location.reload()}>Check the connection and try again.</ErrorState></main>);
  }
}

const element = document.getElementById('root');
if (element) void start(element);
