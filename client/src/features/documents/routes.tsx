import type { RouteObject } from 'react-router';

/** Paths of documents. */
export const documentRoutes: RouteObject[] = [
  { path: 'documents', lazy: () => import('./pages/documents-page.tsx') },
  { path: 'documents/new', lazy: () => import('./pages/new-page.tsx') },
  { path: 'documents/:id', lazy: () => import('./pages/document-page.tsx') },
];
