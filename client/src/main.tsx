import './styles/main.scss';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { isOpen, Portal, type OpenSession } from './app/portal.tsx';
import { fetchPageCode, portalRoutes } from './app/router.tsx';
import { TakeOver, touchedFields } from './app/take-over.tsx';
import { Welcome } from './app/welcome.tsx';
import { expectFirstAnswers, firstSession, whenParsed } from './graphql/first-answers.ts';
import { setAsker, setClient } from './graphql/page-query.ts';
import { lateClient, readyWhenTouched } from './graphql/portal-client.ts';
import { fetchSession } from './graphql/session.ts';
import { ErrorState } from './ui/error-state.tsx';

/** Finds out who is here, then shows the portal, the way in, or why neither is possible. */
async function start(): Promise<void> {
  // This code may be here before the page is, which comes with its answers.
  const parsed = whenParsed();
  try {
    // The question first: there are more files of a page than a browser asks for at once.
    const told = firstSession();
    const asked = told ?? fetchSession();
    fetchPageCode(window.location.pathname);
    const [session] = await Promise.all([asked, parsed]);
    if (!isOpen(session)) {
      fresh().render(<Welcome reason={session.reason ?? 'NOT_SIGNED_IN'} name={session.name} />);
      return;
    }
    if (told !== null) expectFirstAnswers();
    await open(session);
  } catch {
    await parsed;
    fresh().render(<main id="main" className="app-width app-main"><h1>Attendance Support</h1><ErrorState title="The portal did not answer." onRetry={() => window.location.reload()}>Check the connection and try again.</ErrorState></main>);
  }
}

/** Shows the portal: takes over what the server has drawn, once the page has its code and its answers, or draws it. */
async function open(session: OpenSession): Promise<void> {
  let root: Root | undefined;
  const ended = (): void => root?.render(<Welcome reason="ENDED" name={session.name} />);
  const client = lateClient(async () => (await import('./graphql/client.ts')).createClient(session.csrfToken, ended));
  readyWhenTouched(client);
  setClient(client);
  setAsker(session.me);
  const router = createBrowserRouter(portalRoutes(session.idleMinutes));
  const portal = <Portal session={session} client={client}><RouterProvider router={router} /></Portal>;
  const element = rootElement();
  if (element.hasChildNodes()) await Promise.all([initialised(router), shown()]);
  if (element.hasChildNodes() && router.state.errors === null) {
    root = hydrateRoot(element, <TakeOver root={element} kept={touchedFields(element)}>{portal}</TakeOver>);
    element.inert = false;
  } else {
    root = fresh();
    root.render(portal);
  }
}

/** Waits until the page of the address has its code and its answers. */
async function initialised(router: ReturnType<typeof createBrowserRouter>): Promise<void> {
  if (router.state.initialized) return;
  await new Promise<void>((resolve) => {
    const stop = router.subscribe((state) => {
      if (!state.initialized) return;
      stop();
      resolve();
    });
  });
}

/** Lets the browser show what was drawn before this code takes its time: a page out of sight is never shown, so nothing waits for it. */
async function shown(): Promise<void> {
  if (!document.hidden) await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
}

function rootElement(): HTMLElement {
  const element = document.getElementById('root');
  if (element === null) throw new Error('The page has no place for the portal.');
  return element;
}

/** A root of our own, in place of whatever was drawn. */
function fresh(): Root {
  const element = rootElement();
  window.earlyPage?.end();
  element.replaceChildren();
  element.inert = false;
  element.removeAttribute('data-drawn');
  return createRoot(element);
}

void start();
