import type { RouteObject } from 'react-router';

/** Paths of this feature, each page loaded when it is first opened. */
export const pupilRoutes: RouteObject[] = [
  { path: 'pupils/:id', lazy: () => import('./pages/pupil-page.tsx') },
];
