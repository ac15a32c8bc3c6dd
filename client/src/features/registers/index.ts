export { registerRoutes } from './routes.tsx';
