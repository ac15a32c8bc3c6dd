import type { RouteObject } from 'react-router';

/** Paths of this feature, each page loaded when it is first opened. */
export const analysisRoutes: RouteObject[] = [
  { path: 'area', lazy: () => import('./pages/area-page.tsx') },
  { path: 'schools', lazy: () => import('./pages/schools-page.tsx') },
  { path: 'schools/:id', lazy: () => import('./pages/school-page.tsx') },
  { path: 'schools/:id/reasons', lazy: () => import('./pages/school-reasons-page.tsx') },
  { path: 'reasons', lazy: () => import('./pages/reasons-page.tsx') },
  { path: 'about/published-figures', lazy: () => import('./pages/published-page.tsx') },
  { path: 'lists', lazy: () => import('./pages/lists-page.tsx') },
  { path: 'lists/:kind', lazy: () => import('./pages/list-page.tsx') },
  { path: 'watching', lazy: () => import('./watching/watching-page.tsx') },
  { path: 'watching/:id', lazy: () => import('./watching/watch-list-page.tsx') },
  { path: 'pupils', lazy: () => import('./pages/pupils-page.tsx') },
];
