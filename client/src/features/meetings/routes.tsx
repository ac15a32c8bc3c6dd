import type { RouteObject } from 'react-router';

/** Paths of targeting support meetings. */
export const meetingRoutes: RouteObject[] = [
  { path: 'meetings', lazy: () => import('./pages/planner-page.tsx') },
  { path: 'meetings/new', lazy: () => import('./pages/new-page.tsx') },
  { path: 'meetings/effect', lazy: () => import('./pages/effect-page.tsx') },
  { path: 'meetings/effect/rows', lazy: () => import('./pages/effect-rows-page.tsx') },
  { path: 'meetings/effect/actions/:taskId', lazy: () => import('./pages/effect-action-page.tsx') },
  { path: 'meetings/effect/pupils/:pupilId', lazy: () => import('./pages/effect-pupil-page.tsx') },
  { path: 'meetings/report', lazy: () => import('./pages/term-report-page.tsx') },
  { path: 'meetings/:id', lazy: () => import('./pages/meeting-page.tsx') },
  { path: 'meetings/:id/:command', lazy: () => import('./pages/command-page.tsx') },
];
