import type { RouteObject } from 'react-router';

/** Paths of targeting support meetings. */
export const meetingRoutes: RouteObject[] = [
  { path: 'meetings', lazy: () => import('./pages/planner-page.tsx') },
  { path: 'meetings/new', lazy: () => import('./pages/new-page.tsx') },
  { path: 'meetings/:id', lazy: () => import('./pages/meeting-page.tsx') },
  { path: 'meetings/:id/pack', lazy: () => import('./pages/pack-page.tsx') },
  { path: 'meetings/:id/pack/freeze', lazy: () => import('./pages/pack-freeze-page.tsx') },
  { path: 'meetings/:id/pack/topics', lazy: () => import('./pages/pack-topics-page.tsx') },
  { path: 'meetings/:id/:command', lazy: () => import('./pages/command-page.tsx') },
];
