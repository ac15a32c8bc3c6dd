import type { RouteObject } from 'react-router';

/** Paths of this feature, each page loaded when it is first opened. */
export const registerRoutes: RouteObject[] = [
  { path: 'data', lazy: () => import('./deliveries-page.tsx') },
  { path: 'data/send', lazy: () => import('./send-page.tsx') },
  { path: 'data/deliveries/:id', lazy: () => import('./delivery-page.tsx') },
  { path: 'data/deliveries/:id/undo', lazy: () => import('./undo-page.tsx') },
];
