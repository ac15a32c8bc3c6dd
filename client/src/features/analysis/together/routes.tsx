import type { RouteObject } from 'react-router';

/** Paths of the lists that set children or years beside each other. They stand before `lists/:kind`. */
export const togetherRoutes: RouteObject[] = [
  { path: 'lists/siblings-together', lazy: () => import('./siblings-page.tsx') },
  { path: 'lists/year-6-to-7', lazy: () => import('./transition-page.tsx') },
];
