import type { RouteObject } from 'react-router';
import { matchRoutes } from 'react-router';
import { analysisRoutes } from '../features/analysis/index.ts';
import { auditRoutes } from '../features/audit/index.ts';
import { communicationRoutes } from '../features/communications/index.ts';
import { documentRoutes } from '../features/documents/index.ts';
import { meetingRoutes } from '../features/meetings/index.ts';
import { pupilRoutes } from '../features/pupils/index.ts';
import { registerRoutes } from '../features/registers/index.ts';
import { taskRoutes } from '../features/tasks/index.ts';
import { NotFound } from '../ui/not-found.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { PageCodeMissing, ProblemPage } from './problem-page.tsx';
import { Shell } from './shell.tsx';

/** The same page, which says by `PageCodeMissing` that its code did not come. */
function sayingSo(route: RouteObject): RouteObject {
  const { lazy } = route;
  if (typeof lazy !== 'function') return route;
  return { ...route, lazy: () => lazy().catch((cause: unknown) => { throw new PageCodeMissing('The code of the page did not come.', { cause }); }) } as RouteObject;
}

/** Every page, by its address. */
export const pages: RouteObject[] = [
  { index: true, lazy: () => import('./home/home-page.tsx') },
  ...taskRoutes,
  ...analysisRoutes, ...pupilRoutes, ...registerRoutes, ...meetingRoutes, ...auditRoutes,
  ...documentRoutes, ...communicationRoutes,
  { path: 'more', lazy: () => import('./more-page.tsx') },
  { path: 'how-figures-work', lazy: () => import('./about/how-figures-work-page.tsx') },
  { path: 'who-sees-what', lazy: () => import('./about/who-sees-what-page.tsx') },
  { path: 'accessibility', lazy: () => import('./about/accessibility-page.tsx') },
  { path: '*', element: <NotFound /> },
].map(sayingSo);

/** Begins to fetch the code of the page that an address names, so that it comes while the portal is still asked who is here. */
export function fetchPageCode(path: string): void {
  // Nobody waits for it here: a file that does not come is asked for again by the router, which says so.
  for (const { route } of matchRoutes(pages, path) ?? []) if (typeof route.lazy === 'function') route.lazy().catch(() => undefined);
}

/** The map of the portal: every page inside the shell, each with its own answer to a problem. */
export function portalRoutes(idleMinutes: number, children: RouteObject[] = pages): RouteObject[] {
  return [{
    element: <Shell idleMinutes={idleMinutes} />,
    errorElement: <ProblemPage />,
    hydrateFallbackElement: <main id="main" className="app-width app-main"><LoadingState lines={6} /></main>,
    children: [{ errorElement: <ProblemPage />, children }],
  }];
}
