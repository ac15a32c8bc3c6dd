export { searchPupils, yearWords } from './find-pupils.ts';
export { lookKind, lookWords, opensOneRecord } from './look-words.ts';
export { PupilGlance } from './record/glance.tsx';
export { RecordActions } from './record/record-actions.ts';
export { pupilRoutes } from './routes.tsx';
