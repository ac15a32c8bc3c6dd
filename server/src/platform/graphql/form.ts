import { Refusal, RefusalCode } from '../errors/refusal.ts';

/** Words as they are kept: on one line, without what no keyboard types. */
export const oneLine = (text: string): string => text.replaceAll('\u0000', '').replace(/\s+/gu, ' ').trim();
/** Words whose lines stay lines. */
export const manyLines = (text: string): string => text.replaceAll('\u0000', '').replace(/\r\n?/gu, '\n').trim();

/** What a form is told whose answers cannot be taken, by field. */
export const invalidAnswers = (fields: Readonly<Record<string, string>>): Refusal =>
  new Refusal(RefusalCode.INVALID, 'Some answers need to be corrected. Nothing was saved, and nothing you typed is lost.', fields);

/** The number a form carries, by which its second sending is known. */
export function formKey(key: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return key;
  throw new Refusal(RefusalCode.INVALID, 'This form has no number of its own. Nothing was saved. Open it anew and send it again.');
}
