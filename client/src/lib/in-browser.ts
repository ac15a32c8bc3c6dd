import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

/** False where the server draws a page, and until the browser has taken it over; then, and on every later page, true. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
