import { late } from '../../../lib/late.tsx';

/** The sheet that explains a figure, on pages that mostly stand without it. */
export const ExplainSheet = late(async () => (await import('./explain-sheet.tsx')).ExplainSheet);
