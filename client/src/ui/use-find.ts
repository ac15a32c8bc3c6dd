import { useCallback, useEffect, useRef, useState } from 'react';

export type FindItem = { id: string; href: string; title: string; /** On the same line: "Year 9, Oakmere Academy". */ context?: string; /** Under it. */ detail?: string };
export type FindGroup = { label: string; items: readonly FindItem[] };
export type FindResults = { total: number; groups: readonly FindGroup[]; /** "names, UPNs, addresses, parents and references" */ searched?: string };
export type OnSearch = (text: string, signal: AbortSignal) => Promise<FindResults>;

export type FindState =
  | { kind: 'empty' }
  | { kind: 'typing' }
  | { kind: 'searching'; isSlow: boolean }
  | { kind: 'results'; results: FindResults }
  | { kind: 'none'; results: FindResults }
  | { kind: 'error' };

const SHORTEST = 2;
const PAUSE_MS = 200;
const SLOW_MS = 2000;

/** Searches as the person types, one question at a time: an older answer never replaces a newer one. */
export function useFind(onSearch: OnSearch): { text: string; state: FindState; ask: (text: string) => void; retry: () => void } {
  const [text, setText] = useState('');
  const [state, setState] = useState<FindState>({ kind: 'empty' });
  const [attempt, setAttempt] = useState(0);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });

  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < SHORTEST) return;
    const abort = new AbortController();
    let slow: ReturnType<typeof setTimeout> | undefined;
    const pause = setTimeout(() => {
      setState({ kind: 'searching', isSlow: false });
      slow = setTimeout(() => setState({ kind: 'searching', isSlow: true }), SLOW_MS);
      search.current(wanted, abort.signal).then(
        (results) => {
          if (!abort.signal.aborted) setState(results.groups.some((group) => group.items.length > 0) ? { kind: 'results', results } : { kind: 'none', results });
        },
        () => {
          if (!abort.signal.aborted) setState({ kind: 'error' });
        },
      ).finally(() => clearTimeout(slow));
    }, PAUSE_MS);
    return () => {
      abort.abort();
      clearTimeout(pause);
      clearTimeout(slow);
    };
  }, [wanted, attempt]);

  const ask = useCallback((next: string) => {
    setText(next);
    const length = next.trim().length;
    if (length < SHORTEST) setState({ kind: length === 0 ? 'empty' : 'typing' });
  }, []);

  return { text, state, ask, retry: () => setAttempt((n) => n + 1) };
}
