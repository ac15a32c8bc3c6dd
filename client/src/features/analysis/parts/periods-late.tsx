import { useTouched } from '../../../graphql/hooks.ts';
import { late } from '../../../lib/late.tsx';
import type { PeriodsProps } from '../rules/periods.ts';

const Shown = late<PeriodsProps>(async () => (await import('./periods-panel.tsx')).PeriodsShown);

/** Figures by week, term and year: further down a page, so code and answer come once somebody has touched it. */
export function PeriodsPanel(props: PeriodsProps) {
  return useTouched() && <Shown {...props} />;
}
