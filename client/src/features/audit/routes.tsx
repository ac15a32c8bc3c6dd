import type { RouteObject } from 'react-router';

/** Paths of this feature, each page loaded when it is first opened. */
export const auditRoutes: RouteObject[] = [
  { path: 'my-access', lazy: () => import('./pages/my-access-page.tsx') },
];
