import { question } from '../../../graphql/first-answers.ts';
import { useTouched } from '../../../graphql/hooks.ts';
import { late } from '../../../lib/late.tsx';
import type { PeriodsProps } from '../rules/periods.ts';
import { weeksAsked } from '../rules/weeks.ts';
import { PeriodsDocument } from './periods-panel.generated.ts';

/** What the panel asks, for a page that comes with its answers. */
export const periodsQuestion = (search: URLSearchParams, phase: string | null, schoolId: number | null) => question(PeriodsDocument, { phase, schoolId, ...weeksAsked(search) });

const Shown = late<PeriodsProps>(async () => (await import('./periods-panel.tsx')).PeriodsShown);

/** Figures by week, term and year: further down a page, so its code comes once somebody has touched it. */
export function PeriodsPanel(props: PeriodsProps) {
  return useTouched() ? <Shown {...props} /> : <span hidden aria-busy="true" />;
}
