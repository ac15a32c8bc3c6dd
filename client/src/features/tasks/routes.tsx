import type { RouteObject } from 'react-router';

/** Paths of one's own work, tasks and clocks. */
export const taskRoutes: RouteObject[] = [
  { path: 'work', lazy: () => import('./pages/work-page.tsx') },
  { path: 'work/tasks', lazy: () => import('./pages/tasks-page.tsx') },
  { path: 'work/tasks/new', lazy: () => import('./pages/new-page.tsx') },
  { path: 'work/tasks/:id', lazy: () => import('./pages/task-page.tsx') },
  { path: 'work/clocks', lazy: () => import('./pages/clocks-page.tsx') },
];
