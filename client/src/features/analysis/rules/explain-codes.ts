import { Category, NATIONAL_CODES, type NationalCode } from '@attendance/shared/attendance';
import type { ExplainedMeasure } from '../../../graphql/schema.generated.ts';

export interface CodeGroup { readonly heading: string; readonly lines: readonly string[] }

const codes = (test: (code: NationalCode) => boolean): string => NATIONAL_CODES.filter((code) => !code.legacy && test(code)).map((code) => code.code).sort().join(' ');
const of = (category: Category): string => codes((code) => code.category === category);

/** Which codes a figure counts, and which stay out of both sides of every rate. */
export function codesOf(measure: ExplainedMeasure): CodeGroup[] {
  const left: CodeGroup = { heading: 'Left out of both sides', lines: [`Not possible: ${of(Category.NOT_POSSIBLE)}`, `Closed, or not yet on roll: ${of(Category.ADMIN)}`, 'Sessions without a mark'] };
  if (measure === 'MISSING') return [left];
  if (measure === 'LATE') return [{ heading: 'Counted as late', lines: [`Before the register closed, attended: ${codes((code) => code.isLate && code.category === Category.PRESENT)}`, `After it closed, unauthorised: ${codes((code) => code.isLate && code.category === Category.UNAUTHORISED)}`] }, left];
  const absent: CodeGroup = { heading: 'Counted as absent', lines: [`Authorised: ${of(Category.AUTHORISED)}`, `Unauthorised: ${of(Category.UNAUTHORISED)}`] };
  if (measure !== 'ATTENDANCE') return [absent, left];
  return [{ heading: 'Counted as attended', lines: [`Present: ${of(Category.PRESENT)}`, `Approved education elsewhere: ${of(Category.APPROVED_EDUCATION)}`] }, absent, left];
}
