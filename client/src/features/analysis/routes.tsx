import type { RouteObject } from 'react-router';
import { barrierRoutes } from './barriers/routes.tsx';
import { togetherRoutes } from './together/routes.tsx';

/** Paths of this feature, each page loaded when it is first opened. */
export const analysisRoutes: RouteObject[] = [
  { path: 'area', lazy: () => import('./pages/area-page.tsx') },
  { path: 'schools', lazy: () => import('./pages/schools-page.tsx') },
  { path: 'schools/:id', lazy: () => import('./pages/school-page.tsx') },
  { path: 'schools/:id/reasons', lazy: () => import('./pages/school-reasons-page.tsx') },
  { path: 'reasons', lazy: () => import('./pages/reasons-page.tsx') },
  { path: 'about/published-figures', lazy: () => import('./pages/published-page.tsx') },
  { path: 'residence', lazy: () => import('./residence/residence-page.tsx') },
  { path: 'groups', lazy: () => import('./pages/groups-page.tsx') },
  { path: 'explained', lazy: () => import('./pages/explained-page.tsx') },
  { path: 'explained/rows', lazy: () => import('./pages/explained-rows-page.tsx') },
  { path: 'lists', lazy: () => import('./pages/lists-page.tsx') },
  ...togetherRoutes, ...barrierRoutes,
  { path: 'lists/:kind', lazy: () => import('./pages/list-page.tsx') },
  { path: 'reports', lazy: () => import('./reports/reports-page.tsx') },
  { path: 'reports/:number', lazy: () => import('./reports/report-page.tsx') },
  { path: 'watching', lazy: () => import('./watching/watching-page.tsx') },
  { path: 'watching/:id', lazy: () => import('./watching/watch-list-page.tsx') },
  { path: 'pupils', lazy: () => import('./pages/pupils-page.tsx') },
];
