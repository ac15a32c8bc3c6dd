import { useEffect, useState, type ComponentType } from 'react';

/** A part that comes late, and how a page whose address opens it has its code beforehand. */
export type Late<Props> = ComponentType<Props> & { readonly ready: () => Promise<void> };

/**
 * A part of a page that is rarely opened: its code is fetched when it first is. Until then nothing is seen in its place, nor where
 * the server draws the page, but that it is on its way; unless the page names it as opened by its address (`pageLoader`). A file
 * that does not come is a problem of the page.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): Late<Props> {
  let loaded: ComponentType<Props> | undefined;
  function LatePart(props: Props) {
    const [Part, setPart] = useState(() => loaded);
    const [problem, setProblem] = useState<Error | null>(null);
    useEffect(() => {
      if (loaded === undefined) load().then((part) => { loaded = part; setPart(() => part); }, (error: unknown) => setProblem(error as Error));
    }, []);
    if (problem !== null) throw problem;
    return Part === undefined ? <span hidden aria-busy="true" /> : <Part {...props} />;
  }
  return Object.assign(LatePart, { ready: async () => { loaded ??= await load(); } });
}
