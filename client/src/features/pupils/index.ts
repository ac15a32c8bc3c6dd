export { searchPupils, yearWords } from './find-pupils.ts';
export { pupilRoutes } from './routes.tsx';
