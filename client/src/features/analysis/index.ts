export { FreshnessStrip } from './freshness-strip.tsx';
export { analysisRoutes } from './routes.tsx';
