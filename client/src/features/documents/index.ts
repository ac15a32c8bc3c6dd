export { DocumentsPanel, type DocumentsPanelProps } from './parts/documents-panel.tsx';
export { documentRoutes } from './routes.tsx';
