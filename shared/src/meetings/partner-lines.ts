import type { Role } from '../access/index.ts';
import type { PARTNER_WORDS } from './answers.ts';

/** A partner's own box of a pupil. */
export type PartnerField = keyof typeof PARTNER_WORDS;

/** Whose line each role writes. Where a council has nobody in one of these roles, its officers write the line. */
const FIELD_OF_ROLE: Readonly<Partial<Record<Role, PartnerField>>> = { EARLY_HELP_WORKER: 'EARLY_HELP', VIRTUAL_SCHOOL_HEAD: 'VIRTUAL_SCHOOL', VIRTUAL_SCHOOL_ADVISER: 'VIRTUAL_SCHOOL', SEND_OFFICER: 'SEND' };

/** The box somebody writes in, by the roles they act in, joined by "+"; null for roles that add no line. */
export function partnerField(roles: string): PartnerField | null {
  const fields = new Set(roles.split('+').flatMap((role) => FIELD_OF_ROLE[role as Role] ?? []));
  // Two partners' roles at once would leave open whose line it is.
  return fields.size === 1 ? ([...fields][0] ?? null) : null;
}
