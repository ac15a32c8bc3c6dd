import { EstablishmentGroup, Provision, type EstablishmentType, type Phase } from './establishments.ts';

/** What a school is counted and listed as here: by whom it teaches first, then by its phase. */
export type SchoolPhase = 'NURSERY' | 'PRIMARY' | 'SECONDARY' | 'SPECIAL' | 'ALTERNATIVE' | 'ALL_THROUGH' | 'SIXTEEN_PLUS' | 'INDEPENDENT';

const BY_PROVISION: Partial<Record<Provision, SchoolPhase>> = {
  [Provision.SPECIAL]: 'SPECIAL', [Provision.ALTERNATIVE]: 'ALTERNATIVE', [Provision.SECURE]: 'ALTERNATIVE', [Provision.NURSERY]: 'NURSERY', [Provision.POST_16]: 'SIXTEEN_PLUS',
};
const BY_PHASE: Readonly<Record<string, SchoolPhase>> = {
  1: 'NURSERY', 2: 'PRIMARY', 3: 'PRIMARY', 4: 'SECONDARY', 5: 'SECONDARY', 6: 'SIXTEEN_PLUS', 7: 'ALL_THROUGH',
};

/** The phase of a school by its kind and its published phase. A kind in no published phase is listed with the independent schools. */
export function schoolPhaseOf(type: EstablishmentType, phase: Phase): SchoolPhase {
  const provision = BY_PROVISION[type.provision];
  if (provision !== undefined) return provision;
  return type.group === EstablishmentGroup.INDEPENDENT ? 'INDEPENDENT' : (BY_PHASE[phase.code] ?? 'INDEPENDENT');
}

const LABELS: Readonly<Record<SchoolPhase, string>> = {
  NURSERY: 'Nursery', PRIMARY: 'Primary', ALL_THROUGH: 'All-through', SECONDARY: 'Secondary', SIXTEEN_PLUS: '16 plus', SPECIAL: 'Special', ALTERNATIVE: 'Alternative provision', INDEPENDENT: 'Independent',
};

/** "All-through": a phase as people say it; a word that is no phase stays as it is. */
export function schoolPhaseLabel(phase: string): string {
  return Object.hasOwn(LABELS, phase) ? LABELS[phase as SchoolPhase] : phase;
}
