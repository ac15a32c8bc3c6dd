import type { ApolloClient } from '@apollo/client';
import { createContext, useContext } from 'react';

/**
 * What pages and forms ask with. Apollo Client stands behind it, and its code is fetched when the first question is asked or
 * somebody first touches the page: a page that came with its answers has nothing to ask.
 */
export interface PortalClient extends Pick<ApolloClient, 'query' | 'mutate'> {
  /** Apollo Client itself, fetched by now or from now. A file that did not come is asked for again by the next who needs it. */
  ready(): Promise<ApolloClient>;
  /** Apollo Client once anybody has needed it; waiting for it fetches nothing. */
  readonly made: Promise<ApolloClient>;
}

/** A client that is made when it is first needed. */
export function lateClient(make: () => Promise<ApolloClient>): PortalClient {
  let tell: (client: ApolloClient) => void;
  const made = new Promise<ApolloClient>((resolve) => { tell = resolve; });
  let making: Promise<ApolloClient> | undefined;
  const ready = (): Promise<ApolloClient> => {
    making ??= make().then((client) => {
      tell(client);
      return client;
    }, (problem: unknown) => {
      making = undefined;
      throw problem;
    });
    return making;
  };
  return {
    ready,
    made,
    query: (async (options: ApolloClient.QueryOptions) => (await ready()).query(options)) as ApolloClient['query'],
    mutate: (async (options: ApolloClient.MutateOptions) => (await ready()).mutate(options)) as ApolloClient['mutate'],
  };
}

const AFTER_TOUCH_MS = 200;

/** Fetches the client at the first sign that somebody is there: it has then arrived before they have chosen what to do. */
export function readyWhenTouched(client: PortalClient): void {
  const signs = ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'focusin'];
  const fetchIt = (): void => {
    for (const sign of signs) removeEventListener(sign, fetchIt);
    // Not within the first touch itself: what it does is shown first.
    setTimeout(() => { client.ready().catch(() => undefined); }, AFTER_TOUCH_MS);
  };
  for (const sign of signs) addEventListener(sign, fetchIt, { passive: true });
}

export const ClientContext = createContext<PortalClient | null>(null);

export function usePortalClient(): PortalClient {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('There is no client outside the portal.');
  return client;
}
