export { searchPupils, yearWords } from './find-pupils.ts';
export { lookKind, lookWords, opensOneRecord } from './look-words.ts';
export { RecordActions } from './record/record-actions.ts';
export { pupilRoutes } from './routes.tsx';
