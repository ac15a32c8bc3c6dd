import { question } from '../../../graphql/first-answers.ts';
import { may } from '../../../graphql/page-query.ts';
import { late } from '../../../lib/late.tsx';
import { BandMovementFiguresDocument } from './band-figures-panel.generated.ts';

/** Movement between bands for people who see figures only; nobody else’s page needs its code. */
export const BandFiguresPanel = late(async () => (await import('./band-figures-panel.tsx')).BandFiguresPanel);

/** What the panel asks, for a page that comes with its answers; nothing for those who open names. */
export const bandFiguresQuestions = (isTold: boolean) => (isTold && !may('pupil:read') ? [question(BandMovementFiguresDocument, {})] : []);

/** The panel, for a page that is drawn with it. */
export const bandFiguresParts = () => (may('pupil:read') ? [] : [BandFiguresPanel]);
