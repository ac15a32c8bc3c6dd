export { meetingRoutes } from './routes.tsx';
