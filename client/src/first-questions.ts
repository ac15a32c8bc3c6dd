import { print } from 'graphql';
import { matchRoutes } from 'react-router';
import { pages } from './app/router.tsx';
import { shellQuestions } from './app/shell-questions.ts';
import { setAsker, type Asker, type QuestionsOf } from './graphql/page-query.ts';

/** What one page asks first, as an operation of GraphQL, and the file that it is written in. */
export interface FirstPage { readonly source: string | null; readonly asks: readonly { readonly operation: string; readonly query: string; readonly variables: object }[] }

/**
 * What the page at an address asks of the server as soon as it is there. This is the page's own code, built once more for the
 * server, so that both always ask the same: the server answers it in the page that it sends.
 */
export async function firstPage(address: string, asker: Asker): Promise<FirstPage> {
  const { pathname, searchParams } = new URL(address, 'http://portal');
  const match = matchRoutes(pages, pathname)?.at(-1);
  // Which page it is may depend on who asks. Nothing is awaited between saying who asks and what follows from it.
  setAsker(asker);
  const page = typeof match?.route.lazy === 'function' ? ((await match.route.lazy()) as { loader?: { questions?: QuestionsOf }; pageSource?: string }) : {};
  setAsker(asker);
  let questions: ReturnType<QuestionsOf> = [];
  try {
    questions = page.loader?.questions?.(match?.params ?? {}, searchParams) ?? [];
  } catch { /* an address that is no page: the page itself has the words for it */ }
  return { source: page.pageSource ?? null, asks: [...questions, ...shellQuestions(asker)].map(({ operation, document, variables }) => ({ operation, query: print(document), variables })) };
}
