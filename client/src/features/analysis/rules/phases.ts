import { schoolPhaseLabel } from '@attendance/shared/organisations';

/** The phases schools of an area stand in, in the order lists show them. */
export const PHASES = ['NURSERY', 'PRIMARY', 'ALL_THROUGH', 'SECONDARY', 'SIXTEEN_PLUS', 'SPECIAL', 'ALTERNATIVE', 'INDEPENDENT'] as const;
export type PhaseName = (typeof PHASES)[number];

/** "Primary": a phase as people say it. */
export function phaseLabel(phase: string): string {
  return schoolPhaseLabel(phase);
}

/** "primary schools", "alternative provision": the schools of a phase, inside a sentence. */
export function phaseSchools(phase: string): string {
  const label = phaseLabel(phase).toLowerCase();
  return phase === 'ALTERNATIVE' ? label : `${label} schools`;
}

/** The phase an address asks for, or none. */
export function phaseIn(search: URLSearchParams): PhaseName | null {
  const phase = search.get('phase');
  return PHASES.find((each) => each === phase) ?? null;
}
