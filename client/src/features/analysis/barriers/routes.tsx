import type { RouteObject } from 'react-router';

/** Paths of area barriers. */
export const barrierRoutes: RouteObject[] = [
  { path: 'barriers', lazy: () => import('./barriers-page.tsx') },
  { path: 'barriers/new', lazy: () => import('./new-page.tsx') },
  { path: 'barriers/for', lazy: () => import('./for-page.tsx') },
  { path: 'barriers/:id', lazy: () => import('./barrier-page.tsx') },
  { path: 'barriers/:id/change', lazy: () => import('./change-page.tsx') },
  { path: 'barriers/:id/status', lazy: () => import('./status-page.tsx') },
  { path: 'barriers/:id/actions/:actionId', lazy: () => import('./action-page.tsx') },
];
