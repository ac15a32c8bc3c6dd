import { question } from '../../../graphql/first-answers.ts';
import { late } from '../../../lib/late.tsx';
import { weeksAsked, type PeriodsProps } from '../rules/periods.ts';
import { PeriodsDocument } from './periods-panel.generated.ts';

/** What the panel asks, for a page that comes with its answers. */
export const periodsQuestion = (search: URLSearchParams, phase: string | null, schoolId: number | null) => question(PeriodsDocument, { phase, schoolId, ...weeksAsked(search) });

/** Figures by week, term and year: further down a page, so its code comes after the first view. */
export const PeriodsPanel = late<PeriodsProps>(async () => (await import('./periods-panel.tsx')).PeriodsShown);
