import type { ApolloClient, OperationVariables, TypedDocumentNode, WatchQueryFetchPolicy } from '@apollo/client';
import { useEffect, useRef, useState } from 'react';
import { answerAtHand, question, takeAnswer } from './first-answers.ts';
import { usePortalClient } from './portal-client.ts';

/** What a part of a page knows of its own question so far. */
export interface Asked<Data> { readonly data: Data | undefined; readonly error: Error | undefined; readonly loading: boolean }

export interface AskOptions<Variables> {
  readonly variables?: Variables;
  /** Do not ask now. */
  readonly skip?: boolean;
  /** Ask again every so many milliseconds; 0 for never. */
  readonly pollInterval?: number;
  readonly fetchPolicy?: 'cache-and-network' | 'network-only';
  /** Costly, and not what the page is opened for: asked at the first touch, or once the page has been looked at for a while. */
  readonly late?: boolean;
}

/** How long a page is looked at before what may come late is asked for though nobody has touched it: it is read, or about to be printed. */
const LATE_MS = 5000;

const WAITING = { data: undefined, error: undefined, loading: true } as const;

/**
 * A question of a part of a page, asked when the part appears: Apollo's watched query, whose code is fetched only where the
 * answer did not come with the page. An answer that did is followed by what the cache learns later.
 */
export function useQuery<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, options: AskOptions<Variables> = {}): Asked<Data> {
  const { skip = false, pollInterval = 0, fetchPolicy = 'network-only', late = false } = options;
  const client = usePortalClient();
  const key = JSON.stringify(options.variables ?? {});
  const [asked, setAsked] = useState<Asked<Data> & { readonly key: string }>(() => {
    const first = skip ? null : answerAtHand(question(document, JSON.parse(key) as Variables));
    return first?.data && !first.errors ? { data: first.data as Data, error: undefined, loading: false, key } : { ...WAITING, loading: !skip, key };
  });
  useEffect(() => {
    if (skip) return undefined;
    let isOver = false;
    let stop: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const looked = async (): Promise<ApolloClient> => new Promise((resolve, reject) => {
      client.made.then(resolve, reject);
      timer = setTimeout(() => { client.ready().then(resolve, reject); }, LATE_MS);
    });
    const variables = JSON.parse(key) as Variables;
    const asks = question(document, variables);
    const tell = (now: Asked<Data>): void => { if (!isOver) setAsked({ ...now, key }); };
    const watch = (apollo: ApolloClient, policy: WatchQueryFetchPolicy): void => {
      if (isOver) return;
      const watched = apollo.watchQuery({ query: asks.document, variables, fetchPolicy: policy, pollInterval }).subscribe(({ data, dataState, error, loading }) => {
        if (dataState === 'complete') tell({ data: data as Data, error, loading });
        else if (policy !== 'cache-only') tell({ data: undefined, error, loading });
      });
      stop = () => watched.unsubscribe();
    };
    const first = takeAnswer(asks);
    const came = first?.data && !first.errors && pollInterval === 0;
    (came ? client.made.then((apollo) => watch(apollo, 'cache-only')) : (late ? looked() : client.ready()).then((apollo) => watch(apollo, fetchPolicy)))
      .catch((error: unknown) => tell({ data: undefined, error: error as Error, loading: false }));
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [client, document, key, skip, pollInterval, fetchPolicy, late]);
  if (skip) return { ...WAITING, loading: false };
  return asked.key === key ? asked : WAITING;
}

/** Whether somebody has touched the page: what lies beyond its first view may come from then on. */
export function useTouched(): boolean {
  const client = usePortalClient();
  const [isTouched, setTouched] = useState(false);
  useEffect(() => { client.made.then(() => setTouched(true), () => undefined); }, [client]);
  return isTouched;
}

/** Sends a change when called; what went wrong is thrown to the caller, who has the words for it. */
export function useMutation<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>): [(options?: { readonly variables?: Variables }) => Promise<{ data?: Data | null | undefined }>, { readonly loading: boolean }] {
  const client = usePortalClient();
  const [sent, setSent] = useState(0);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => { isThere.current = false; };
  }, []);
  const send = async (options: { readonly variables?: Variables } = {}): Promise<{ data?: Data | null | undefined }> => {
    setSent((n) => n + 1);
    try {
      return await client.mutate({ mutation: document, ...options } as never) as { data?: Data | null };
    } finally {
      if (isThere.current) setSent((n) => n - 1);
    }
  };
  return [send, { loading: sent > 0 }];
}
