import { keepUnsent, unsentText } from './unsent-text.ts';

interface KeptField { readonly field: string; readonly value: string }
const isField = (row: unknown): row is KeptField => typeof row === 'object' && row !== null && typeof (row as KeptField).field === 'string' && typeof (row as KeptField).value === 'string';
/** No field has this name: the version the form was filled in over stands under it. */
const VERSION = '#version';

/** Keeps on this machine what stands in a form that is sent as a whole, with the version it was filled in over. */
export function keepForm(name: string, form: HTMLFormElement, version: number): void {
  const fields = [...new FormData(form)].flatMap(([field, value]) => (typeof value === 'string' ? [{ field, value }] : []));
  keepUnsent(name, [{ field: VERSION, value: String(version) }, ...fields]);
}

/** Puts back into a form what an earlier page of it kept, and says over which version that was filled in; null where nothing was. */
export function putBack(name: string, form: HTMLFormElement): number | null {
  const kept = unsentText(name, isField);
  for (const { field, value } of kept) {
    const found = form.elements.namedItem(field);
    if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) found.value = value;
  }
  const version = kept.find(({ field }) => field === VERSION)?.value;
  return version === undefined ? null : Number(version);
}

/** Takes it away, once the server has it or it is put aside. */
export function forgetForm(name: string): void {
  keepUnsent(name, []);
}
