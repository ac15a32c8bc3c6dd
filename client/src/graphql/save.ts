import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** What came back instead of a success: in the server's words, for which fields, and whether somebody else was first. */
export interface SaveProblem { readonly text: string; readonly fields: Readonly<Record<string, string>>; readonly isConflict: boolean }

/** The problem behind an error of a mutation. What was typed stays in the form. */
export function problemOf(error: unknown): SaveProblem {
  const first = CombinedGraphQLErrors.is(error) ? error.errors[0] : undefined;
  if (first === undefined) return { text: 'The portal did not answer. Nothing you typed is lost: it is still below. Check the connection and send it again; it is saved once, however often it is sent.', fields: {}, isConflict: false };
  return { text: first.message, fields: (first.extensions?.fields as Record<string, string> | undefined) ?? {}, isConflict: first.extensions?.code === 'CONFLICT' };
}

/** The errors as the summary lists them: each leads to its field, where there is one. */
export function summaryOf({ text, fields }: SaveProblem): { text: string; href?: string }[] {
  const named = Object.entries(fields);
  return named.length === 0 ? [{ text }] : named.map(([field, words]) => ({ text: words, href: `#${field}` }));
}

/** A number for a form, made once: however often it is sent, it is one thing. */
export function newKey(): string {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte, index) => (index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Puts what stands there now into the fields that a person left alone: saving again must not take back what somebody else changed. */
export function takeOver(form: HTMLFormElement, given: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(now)) {
    const field = form.elements.namedItem(name);
    if ((field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) && field.value === given[name]) field.value = value;
  }
}

/** What was typed into a field of a form. */
export function typedIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}
