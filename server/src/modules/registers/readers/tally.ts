import { isTemporaryUpn, normaliseUpn } from '@attendance/shared/pupils';
import { isoOfDay } from '@attendance/shared/kernel';
import { dayOfSerial } from './dates.ts';
import { REFUSALS_LISTED, type FaultCode, type Refusal } from './types.ts';

const LONGEST_VALUE = 80;

/** Counts what is refused, and keeps the first of it in detail. */
export class Tally {
  readonly faults: Partial<Record<FaultCode, number>> = {};
  readonly refusals: Refusal[] = [];
  rowsRead = 0;
  rowsRefused = 0;
  rowsNearEmpty = 0;
  private listed = 0;

  /** One refusal; `value` is asked for only while refusals are still kept in detail. */
  refuse(line: number, code: FaultCode, column: string | null, schoolId: number | null, value: () => string): void {
    this.count(code, 1);
    this.listed++;
    if (this.refusals.length >= REFUSALS_LISTED) return;
    const full = value();
    const shown = full.length > LONGEST_VALUE ? `${full.slice(0, LONGEST_VALUE)}…` : full;
    this.refusals.push({ line, code, column, value: shown, hint: hintFor(code, full), schoolId });
  }

  /** Counts refusals that have no line of their own to show. */
  count(code: FaultCode, times: number): void {
    this.faults[code] = (this.faults[code] ?? 0) + times;
  }

  get notListed(): number {
    return this.listed - this.refusals.length;
  }

  /** Share of the rows read that were refused, in per cent. */
  get badPercent(): number {
    return this.rowsRead === 0 ? 0 : (this.rowsRefused * 100) / this.rowsRead;
  }
}

/** What a damaged value was probably meant to be: for a person to accept, never for the portal to use. */
export function hintFor(code: FaultCode, value: string): string | null {
  if (code === 'DAT-01') {
    const day = dayOfSerial(value.trim());
    return day === null ? null : `This looks like a spreadsheet day number for ${isoOfDay(day)}. Format the column as a date and export again.`;
  }
  if (code === 'UPN-07') {
    const read = normaliseUpn(value);
    const suggestion = read.upn === undefined ? read.suggestion : undefined;
    if (suggestion) return `The check letter is missing. It may have been ${suggestion}.`;
    return 'A spreadsheet turned the number into a rounded figure. Format the column as text and export again.';
  }
  if (code === 'PUP-01' && isTemporaryUpn(value.trim())) return 'This is a temporary UPN. The pupil may have a permanent one by now.';
  return null;
}
