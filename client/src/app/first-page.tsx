import { print } from 'graphql';
import { renderToString } from 'react-dom/server';
import { createMemoryRouter, matchRoutes, RouterProvider, type RouteObject } from 'react-router';
import { isOpen, Portal } from './portal.tsx';
import { pages, portalRoutes } from './router.tsx';
import { shellQuestions } from './shell-questions.ts';
import { holdAnswers, type Answered } from '../graphql/first-answers.ts';
import { pageOf, setAsker, type PartsOf, type QuestionsOf } from '../graphql/page-query.ts';
import { lateClient } from '../graphql/portal-client.ts';
import type { SessionState } from '../graphql/session.ts';

type Asker = NonNullable<SessionState['me']>;
/** One question, as an operation of GraphQL. */
interface Ask { readonly operation: string; readonly query: string; readonly variables: Record<string, unknown> }
interface PageModule { readonly Component?: RouteObject['Component']; readonly loader?: { readonly questions?: QuestionsOf; readonly parts?: PartsOf }; readonly pageSource?: string }

/** What the server must know of a page before it sends it: the file it is written in, what it asks, and how it is drawn. */
export interface FirstPage {
  readonly source: string | null;
  readonly asks: readonly Ask[];
  /** The page as text, once its questions are answered; null where it would not show what was asked for. */
  draw(session: SessionState, answers: readonly Answered[]): string | null;
}

/** Nobody asks anything while a page is drawn: what is not at hand is asked for in the browser. */
const nobody = lateClient(async () => Promise.reject(new Error('Nothing is asked while a page is drawn.')));
const PAGE = 'page';

/**
 * The page at an address, as its own code says, built once more for the server: so that both always ask and draw the same. The
 * server answers the questions and sends the page drawn, and the browser takes it over.
 */
export async function firstPage(address: string, asker: Asker): Promise<FirstPage> {
  const { pathname, searchParams } = new URL(address, 'http://portal');
  const match = matchRoutes(pages, pathname)?.at(-1);
  // Which page it is may depend on who asks. Nothing is awaited between saying who asks and what follows from it.
  setAsker(asker);
  const page = (typeof match?.route.lazy === 'function' ? await match.route.lazy() : {}) as PageModule;
  setAsker(asker);
  const questions = questionsOf(page, match?.params ?? {}, searchParams);
  const ofShell = shellQuestions(asker);
  const parts = page.loader?.parts?.(match?.params ?? {}, searchParams) ?? [];
  await Promise.all(parts.map((part) => part.ready()));
  const draw = (session: SessionState, answers: readonly Answered[]): string | null => {
    const first = answers.find(({ operation }) => operation === questions[0]?.operation);
    if (!isOpen(session) || match === undefined || page.Component === undefined || first === undefined || problemOf(first.answer)) return null;
    const route = { ...match.route, lazy: undefined, id: PAGE, Component: page.Component, loader: () => null } as RouteObject;
    const router = createMemoryRouter(portalRoutes(session.idleMinutes, pages.map((each) => (each === match.route ? route : each))), { initialEntries: [address], hydrationData: { loaderData: { [PAGE]: pageOf(first.answer) } } });
    setAsker(session.me);
    holdAnswers(answers);
    try {
      return renderToString(<Portal session={session} client={nobody}><RouterProvider router={router} /></Portal>);
    } finally {
      holdAnswers([]);
      router.dispose();
    }
  };
  return { source: page.pageSource ?? null, draw, asks: [...questions, ...ofShell].map(({ operation, document, variables }) => ({ operation, query: print(document), variables })) };
}

/** Whether the page would not show what was asked for, but say why. */
function problemOf(answer: Answered['answer']): boolean {
  try {
    pageOf(answer);
    return false;
  } catch {
    return true;
  }
}

function questionsOf({ loader }: PageModule, ...at: Parameters<QuestionsOf>): ReturnType<QuestionsOf> {
  try {
    return loader?.questions?.(...at) ?? [];
  } catch {
    return []; // an address that is no page, or not for this role: the page itself has the words for it
  }
}
