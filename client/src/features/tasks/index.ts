export { taskRoutes } from './routes.tsx';
export { SchoolActionsPanel, WorkPanel } from './parts/home-panels.tsx';
