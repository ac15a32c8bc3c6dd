import { useEffect, useState } from 'react';

export type LoadingStateProps = { /** "Still fetching marks for 19 schools…" */ words?: string; /** Lines to hold the place of what comes. */ lines?: number };

const WORDS_AFTER_MS = 2000;

/** Keeps the page's shape; after two seconds it says what it is waiting for. */
export function LoadingState({ words = 'Still fetching…', lines = 3 }: LoadingStateProps) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), WORDS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="app-state">
      <div className="app-skeleton" aria-hidden="true">{Array.from({ length: lines }, (_, index) => <span key={index} />)}</div>
      <p role="status">{isSlow ? words : '\u00a0'}</p>
    </div>
  );
}
