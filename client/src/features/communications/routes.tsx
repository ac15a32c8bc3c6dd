import type { RouteObject } from 'react-router';

/** Paths of the outbox. */
export const communicationRoutes: RouteObject[] = [
  { path: 'outbox', lazy: () => import('./pages/outbox-page.tsx') },
  { path: 'outbox/:id', lazy: () => import('./pages/message-page.tsx') },
  { path: 'outbox/:id/:command', lazy: () => import('./pages/command-page.tsx') },
];
