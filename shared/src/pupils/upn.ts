/** The 23 letters a unique pupil number may use; I, O and S are left out because they read as digits. */
export const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

const SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/;
const BODY = /^\d{11}[0-9A-HJ-NP-RT-Z]$/;

/** What is wrong with a pupil number: missing, wrong shape, wrong check letter, or spoiled by a spreadsheet. */
export const UpnFault = { MISSING: 'UPN-01', SHAPE: 'UPN-02', CHECK_LETTER: 'UPN-03', SPREADSHEET: 'UPN-07' } as const;
export type UpnFault = (typeof UpnFault)[keyof typeof UpnFault];

/** The check letter for the 12 characters that follow it, or null when they have not that shape. Source: DfE, UPN guide. */
export function upnCheckLetter(body: string): string | null {
  if (!BODY.test(body)) return null;
  let sum = 0;
  for (let index = 0; index < 12; index++) {
    const character = body[index]!;
    const letter = UPN_LETTERS.indexOf(character);
    sum += (letter >= 0 ? letter : Number(character)) * (index + 2);
  }
  return UPN_LETTERS[sum % 23]!;
}

/** Whether the text is a unique pupil number as it should be written, check letter included. */
export function isUpn(text: string): boolean {
  return SHAPE.test(text) && upnCheckLetter(text.slice(1)) === text[0];
}

/** Whether a well-formed pupil number is temporary, which its last character says by being a letter. Never proof of identity. */
export function isTemporaryUpn(upn: string): boolean {
  return SHAPE.test(upn) && !/\d$/.test(upn);
}

/** The three-digit code of the local authority that issued a well-formed pupil number; it stays for life. */
export function localAuthorityOfUpn(upn: string): string {
  return upn.slice(1, 4);
}

/** A cell of the pupil-number column once read: the number, or its fault. A suggestion is for a person to accept, a placeholder is social care's reason for having no number. */
export type NormalisedUpn =
  | { readonly upn: string; readonly fault?: undefined }
  | { readonly upn?: undefined; readonly fault: UpnFault; readonly suggestion?: string; readonly placeholder?: string };

const NOTHING = new Set(['', 'N/A', 'NA', 'TBC', '-', 'NONE', '#N/A', 'NULL', '0000000000000', '0']);
const INVISIBLE = /[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+/g;

function cleaned(raw: string): string {
  let text = raw.replace(INVISIBLE, '').replace(/[‘’`]/g, "'");
  // Apostrophes are put there to keep a spreadsheet from reading the number as one.
  if (text.startsWith("'")) text = text.slice(1);
  if (text.endsWith("'")) text = text.slice(0, -1);
  return text.replace(/\.$/, '').toUpperCase();
}

/** Reads a cell that should hold a unique pupil number, repairing what typing and spreadsheets do to it, and never guessing a child. */
export function normaliseUpn(raw: string): NormalisedUpn {
  // Nearly every cell is already right; only the rest pays for cleaning.
  if (isUpn(raw)) return { upn: raw };
  const text = cleaned(raw);
  if (NOTHING.has(text)) return { fault: UpnFault.MISSING };
  if (/^UN[1-7]$/.test(text)) return { fault: UpnFault.MISSING, placeholder: text };
  if (SHAPE.test(text)) return isUpn(text) ? { upn: text } : { fault: UpnFault.CHECK_LETTER };
  if (/^\d{12}$/.test(text)) return { fault: UpnFault.SPREADSHEET, suggestion: `${upnCheckLetter(text)}${text}` };
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return { fault: UpnFault.SPREADSHEET };
  return { fault: UpnFault.SHAPE };
}
