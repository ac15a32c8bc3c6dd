import { lazy, Suspense, type ComponentType } from 'react';

/** A part of a page that is rarely opened: its code is fetched when it first is. Until then, and in its place meanwhile, there is nothing. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  return (props) => <Suspense fallback={null}><Part {...props} /></Suspense>;
}
