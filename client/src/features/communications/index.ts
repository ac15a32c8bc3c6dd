export { SendPreview, type SendPreviewProps } from './parts/send-preview.tsx';
export { communicationRoutes } from './routes.tsx';
