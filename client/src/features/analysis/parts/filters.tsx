import { PHASES, phaseLabel } from '../rules/phases.ts';

export { chip } from '../../../graphql/page-query.ts';
export { Filters } from '../../../ui/filters.tsx';

export const PHASE_ITEMS = [{ text: 'All phases', value: '' }, ...PHASES.map((phase) => ({ text: phaseLabel(phase), value: phase }))];
