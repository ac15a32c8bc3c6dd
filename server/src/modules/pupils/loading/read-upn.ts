import { normaliseUpn, UpnFault } from '@attendance/shared/pupils';
import type { Cells } from '../../../platform/loading/index.ts';

const UPN_REASONS: Readonly<Record<UpnFault, string>> = {
  [UpnFault.MISSING]: 'There is no UPN. A child is never guessed from a name and a date of birth: give the UPN, or a temporary one.',
  [UpnFault.SHAPE]: 'This is not a UPN: a letter, eleven digits, and a digit (or, in a temporary one, a letter).',
  [UpnFault.CHECK_LETTER]: 'The first letter does not fit the digits, so one of them is wrong. Take the UPN from the school’s system again.',
  [UpnFault.SPREADSHEET]: 'A spreadsheet took this for a number and spoiled it. Format the column as text, and take the UPN from the school’s system again.',
};

/** The UPN of a cell, which must be one: nothing is repaired. */
export function readUpn<Field extends string>(cells: Cells<Field>, field: Field): string {
  const read = normaliseUpn(cells.text(field) ?? '');
  return read.upn ?? cells.refuse(field, `${UPN_REASONS[read.fault]}${read.suggestion === undefined ? '' : ` It may have been ${read.suggestion}.`}`);
}
