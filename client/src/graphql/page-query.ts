import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { firstAnswer, question, type Answer, type Question } from './first-answers.ts';
import type { PortalClient } from './portal-client.ts';

/** Where a route's loader finds the client: set once, before the router starts. */
let shared: PortalClient | undefined;

export function setClient(client: PortalClient): void {
  shared = client;
}

/** What a loader, which has no hooks, must know of the person asking: it leaves out of a page's query what they may not read. */
export interface Asker { readonly role: string; readonly permissions: readonly string[]; readonly schools: readonly number[] }

let asking: Asker = { role: '', permissions: [], schools: [] };

export function setAsker(asker: Asker): void {
  asking = asker;
}

/** Who is asking, for the variables of a page's query. */
export function asker(): Asker {
  return asking;
}

/** Whether the person asking has a permission, for `@include(if: …)`. */
export function may(permission: string): boolean {
  return asking.permissions.includes(permission);
}

/** A page that could not be shown, in the server's own plain words. */
export class PageProblem extends Error {
  constructor(readonly code: string, message: string, readonly reference: string | null) {
    super(message);
  }
}

/** A field the actor may not see comes back empty with an error at its path: that is not a problem of the page. */
export interface PageData<Data> { readonly data: Data; readonly hidden: readonly string[] }

const PARTIAL = new Set(['FORBIDDEN']);

/** What a page asks at an address, and what its parts ask as soon as they are there. */
export type QuestionsOf = (params: LoaderFunctionArgs['params'], search: URLSearchParams) => readonly Question[];

/** Late parts that an address opens: the page is drawn once their code is there, on the server as in the browser. */
export type PartsOf = (params: LoaderFunctionArgs['params'], search: URLSearchParams) => readonly { readonly ready: () => Promise<void> }[];

/** A route's loader that also says what it would ask: the server asks it for the page that it is about to send. */
export interface PageLoader<Data> {
  (args: LoaderFunctionArgs): Promise<PageData<Data>>;
  readonly questions: QuestionsOf;
  readonly parts: PartsOf;
}

/** One query for one page, run in the route's loader. `beside` names what parts of the page ask by themselves at once, `parts` which late ones are open. */
export function pageLoader<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variablesOf: (params: LoaderFunctionArgs['params'], search: URLSearchParams) => Variables,
  beside: QuestionsOf = () => [],
  parts: PartsOf = () => [],
): PageLoader<Data> {
  const load = async ({ params, request }: LoaderFunctionArgs): Promise<PageData<Data>> => {
    if (shared === undefined) throw new PageProblem('NOT_SIGNED_IN', 'You are not signed in.', null);
    const search = new URL(request.url).searchParams;
    const asked = question(document, variablesOf(params, search));
    // One whose code does not come says so itself when it is shown.
    const ready = Promise.allSettled(parts(params, search).map((part) => part.ready()));
    const answer = await firstAnswer(asked) ?? await answerTo(shared, asked);
    await ready;
    return pageOf<Data>(answer);
  };
  return Object.assign(load, { parts, questions: ((params, search) => [question(document, variablesOf(params, search)), ...beside(params, search)]) satisfies QuestionsOf });
}

async function answerTo(client: PortalClient, { document, variables }: Question): Promise<Answer> {
  const result = await client.query({ query: document, variables, errorPolicy: 'all' }).catch((error: unknown) => ({ data: undefined, error }));
  if (CombinedGraphQLErrors.is(result.error)) return { data: result.data, errors: result.error.errors };
  if (result.error) throw new PageProblem('NETWORK', 'The portal did not answer. Nothing you typed is lost. Check the connection and try again.', null);
  return { data: result.data };
}

/** What a page is shown with, or why it cannot be. */
export function pageOf<Data>({ data, errors = [] }: Answer): PageData<Data> {
  const serious = errors.find((error) => !PARTIAL.has(String(error.extensions?.code)) || (error.path?.length ?? 0) < 2);
  if (serious) throw new PageProblem(String(serious.extensions?.code ?? 'INTERNAL'), serious.message, (serious.extensions?.requestId as string | undefined) ?? null);
  if (data === undefined || data === null) throw new PageProblem('INTERNAL', 'The page came back empty. Nothing you typed is lost. Try again.', null);
  return { data: data as Data, hidden: errors.map((error) => (error.path ?? []).join('.')) };
}

/** The data that `pageLoader(document, …)` brought for this route; the document says its shape. */
export function usePageData<Data, Variables>(_document: TypedDocumentNode<Data, Variables>): PageData<Data> {
  return useLoaderData() as PageData<Data>;
}

/** The query string with some keys changed; a null or empty value leaves the key out, and the page starts at 1 again. */
export function searchWith(search: URLSearchParams, changes: Readonly<Record<string, string | number | null | undefined>>): string {
  const next = new URLSearchParams(search);
  if (!('page' in changes)) next.delete('page');
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') next.delete(key);
    else next.set(key, String(value));
  }
  const text = next.toString();
  return text === '' ? '?' : `?${text}`;
}

/** A filter in force, as a chip that takes its key out of the address; what was opened beside the list is closed with it. */
export function chip(search: URLSearchParams, key: string, label: string): { key: string; label: string; removeHref: string } {
  return { key, label, removeHref: searchWith(search, { [key]: null, explain: null }) };
}

/** A whole number of the query string within bounds, or the fallback: an address typed by hand must not break a page. */
export function numberIn(search: URLSearchParams, key: string, fallback: number, most: number): number {
  const value = Number(search.get(key));
  return Number.isInteger(value) && value >= 1 && value <= most ? value : fallback;
}

/** One of a closed set from the query string, or the fallback. */
export function oneOf<T extends string>(search: URLSearchParams, key: string, allowed: readonly T[], fallback: T): T {
  const value = search.get(key) as T | null;
  return value !== null && allowed.includes(value) ? value : fallback;
}
