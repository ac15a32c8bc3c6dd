import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IncomingHttpHeaders } from 'node:http';
import type { ApolloServer } from '@apollo/server';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from '../platform/logging/logger.ts';
import type { SessionState } from '../modules/identity/index.ts';
import type { RequestContext } from './execute.ts';

interface Ask { readonly operation: string; readonly query: string; readonly variables: Record<string, unknown> }
interface Answered { readonly operation: string; readonly variables: Record<string, unknown>; readonly answer: { readonly data?: unknown; readonly errors?: readonly unknown[] | undefined } }
/** What the client's own code says of an address: built beside the pages, so that page and server always ask and draw the same. */
interface FirstPage { readonly source: string | null; readonly asks: readonly Ask[]; readonly draw: (session: SessionState, answers: readonly Answered[]) => string | null }
interface Pages { readonly firstPage: (address: string, asker: NonNullable<SessionState['me']>) => Promise<FirstPage> }
type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[]; readonly isEntry?: boolean }>>;

/** What lets a drawn page be used before its code is there (client/src/app/early-page.ts). */
const EARLY = 'src/early.ts';

/** What the build left for the server. */
export interface ClientBuild { readonly page: string; readonly manifest: Manifest; readonly firstPage: Pages['firstPage'] }

/** Reads it; null where the client was built without that, or not at all. */
export async function readBuild(clientDir: string): Promise<ClientBuild | null> {
  const code = path.join(clientDir, '.server', 'first-page.js');
  if (!fs.existsSync(code)) return null;
  const { firstPage } = (await import(pathToFileURL(code).href)) as Pages;
  const read = (file: string): string => fs.readFileSync(path.join(clientDir, file), 'utf8');
  return { firstPage, page: read('index.html'), manifest: JSON.parse(read('.vite/manifest.json')) as Manifest };
}

export interface FirstPageDeps {
  readonly build: ClientBuild;
  readonly apollo: Pick<ApolloServer<RequestContext>, 'executeOperation'>;
  readonly log: Logger;
  readonly authenticate: RequestHandler;
  readonly sessionOf: (response: Response) => Promise<SessionState>;
  readonly contextOf: (response: Response) => RequestContext;
}

/**
 * Whether a browser opens a page for a person to see. Nothing is asked for anything else: a page fetched ahead, framed or read
 * by a program would be a look at a child that nobody made. Browsers say so in headers that no page can set.
 */
export function isOpening({ method, headers }: { readonly method: string; readonly headers: IncomingHttpHeaders }): boolean {
  return method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
    && headers['sec-purpose'] === undefined && headers.purpose === undefined && headers.authorization === undefined;
}

/** Data within a page: no browser runs it, and no text in it can end it. */
const block = (id: string, data: unknown): string => `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;

/**
 * Sends the page drawn, with what it would ask as its first questions: who is here at its head, the answers at its end. While
 * they are found the browser already fetches the files. Each question is an operation as any other, with its own entry in the
 * trail, and its answer goes to the one page that asks it. What is drawn is inert until a few lines are there that hold back forms: one
 * that was sent before would carry what was typed into the address. From then on it can be used; its own code, which comes later, hears of it.
 */
export function firstPages({ build: { page, manifest, firstPage }, apollo, log, authenticate, sessionOf, contextOf }: FirstPageDeps): RequestHandler {
  const [top, middle, bottom] = parts(page);
  const early = manifest[EARLY] === undefined ? '' : `<script type="module" async crossorigin fetchpriority="high" src="/${manifest[EARLY].file}"></script>`;

  const answerTo = async (response: Response, { operation, query, variables }: Ask): Promise<Answered> => {
    const { body } = await apollo.executeOperation({ query, operationName: operation, variables }, { contextValue: contextOf(response) });
    if (body.kind !== 'single') throw new Error('An answer in parts does not fit into a page.');
    const { data, errors } = body.singleResult;
    return { operation, variables, answer: { data, errors } };
  };

  const failed = (response: Response, err: unknown): void => log.error({ requestId: response.locals.requestId as string, err }, 'a page was sent without all of its first answers');

  /** Who is here and what the page asks, or null where that cannot be found out: the plain page then says so in its own words. */
  const lookUp = async (request: Request, response: Response): Promise<{ session: SessionState; opened: FirstPage | null } | null> => {
    try {
      await new Promise<void>((resolve, reject) => {
        Promise.resolve(authenticate(request, response, (error?: unknown) => { if (error) reject(error as Error); else resolve(); })).catch(reject);
      });
      const session = await sessionOf(response);
      return { session, opened: session.me === null ? null : await firstPage(request.originalUrl, session.me) };
    } catch (error) {
      failed(response, error);
      return null;
    }
  };

  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const found = await lookUp(request, response);
    if (found === null) {
      next();
      return;
    }
    const { session, opened } = found;
    response.status(200).type('html');
    response.write(`${top}${block('first-session', session)}${early}${filesOf(manifest, opened?.source ?? null).map((file) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${file}">`).join('')}${middle}`);
    // One that fails is left out: the page then asks by itself, and says what is wrong.
    const settled = await Promise.allSettled((opened?.asks ?? []).map((ask) => answerTo(response, ask)));
    for (const each of settled) if (each.status === 'rejected') failed(response, each.reason);
    const answers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    let drawn: string | null = null;
    try {
      drawn = opened?.draw(session, answers) ?? null;
    } catch (error) {
      failed(response, error); // drawn in the browser then, as everything else
    }
    response.end(`<div id="root"${drawn === null ? '' : ' inert data-drawn'}>${drawn ?? ''}</div>${block('first-answers', answers)}${bottom}`);
  };
}

/**
 * The page cut where the blocks go. It need not ask who is here, since it is told. Its style comes before every script: what is
 * drawn can then be shown while they are still on their way.
 */
function parts(page: string): [string, string, string] {
  const style = /[ \t]*<link rel="stylesheet"[^>]*>\n?/;
  const told = page.replace(/[ \t]*<link rel="preload" href="\/auth\/session"[^>]*>\n?/, '').replace(style, '').replace(/(?=[ \t]*<script)/, style.exec(page)?.[0] ?? '');
  const root = '<div id="root"></div>';
  const [head, body] = [told.indexOf('<script'), told.indexOf(root)];
  return [told.slice(0, head), told.slice(head, body), told.slice(body + root.length)];
}

/** The files of a page beyond those that every page has: named at once, they need not wait until the first of them is read. */
function filesOf(manifest: Manifest, source: string | null): string[] {
  const reach = (key: string, seen: Set<string>): Set<string> => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const next of manifest[key]?.imports ?? []) reach(next, seen);
    return seen;
  };
  if (source === null || manifest[source] === undefined) return [];
  const always = new Set(Object.keys(manifest).filter((key) => manifest[key]?.isEntry).flatMap((key) => [...reach(key, new Set())]));
  return [...reach(source, new Set())].filter((key) => !always.has(key)).flatMap((key) => manifest[key]?.file ?? []);
}
