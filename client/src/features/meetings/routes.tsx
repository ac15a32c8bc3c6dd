import type { RouteObject } from 'react-router';

/** Paths of targeting support meetings. */
export const meetingRoutes: RouteObject[] = [
  { path: 'meetings', lazy: () => import('./pages/planner-page.tsx') },
  { path: 'meetings/new', lazy: () => import('./pages/new-page.tsx') },
  { path: 'meetings/:id', lazy: () => import('./pages/meeting-page.tsx') },
  { path: 'meetings/:id/hold', lazy: () => import('./pages/hold-page.tsx') },
  { path: 'meetings/:id/prepare', lazy: () => import('./pages/prepare-page.tsx') },
  { path: 'meetings/:id/:command', lazy: () => import('./pages/command-page.tsx') },
];
