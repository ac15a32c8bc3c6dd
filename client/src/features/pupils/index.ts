export { searchPupils, yearWords } from './find-pupils.ts';
export { lookKind, lookWords, opensOneRecord } from './look-words.ts';
export { pupilRoutes } from './routes.tsx';
