import type { Role } from '../access/index.ts';
import { PARTNER_WORDS } from './answers.ts';
import { packDay } from './pack-words.ts';

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

/** A partner's line about a pupil of a meeting as it was last written: the day and the time of day in England. */
export interface PartnerLine { readonly pupilId: number; readonly name: string; readonly field: string; readonly value: string; readonly by: string | null; readonly on: string; readonly time: string; readonly isAfterPack: boolean }

/** What a line says of itself where it came in after the pack was frozen. */
export const AFTER_PACK_WORDS = 'Written after the pack was made';
/** Whose line it is. */
export const partnerWords = (field: string): string => (Object.hasOwn(PARTNER_WORDS, field) ? PARTNER_WORDS[field as PartnerField] : field);
/** "Yusuf Karim, 17 November 2026, 14:05". */
export const partnerAsOf = ({ by, on, time }: Pick<PartnerLine, 'by' | 'on' | 'time'>): string => `${by ?? 'Somebody who left'}, ${packDay(on)}, ${time}`;
