/** What came back where a file was not kept, in plain words. */
export class DocumentProblem extends Error {}

export interface SendDocument {
  readonly file: File;
  readonly csrfToken: string;
  /** Made once for the form: sent again, it is the same file. */
  readonly key: string;
  /** What a new document is, or which version of which document the file follows. */
  readonly to: { readonly id: string; readonly version: number } | { readonly kind: string; readonly title: string; readonly schoolId?: number | null; readonly pupilId?: number | null; readonly source?: string; readonly aboutId?: number };
}

const NOT_REACHED = 'The connection broke while the file was on its way. It may have been kept: look at the list. Sending it again from here keeps it once.';

/** Sends one file as the body of a request and gives its document’s number. Throws a DocumentProblem where it was not kept. */
export async function sendDocument({ file, csrfToken, key, to }: SendDocument): Promise<number> {
  const about: Record<string, string> = 'id' in to
    ? { key, version: String(to.version) }
    : { key, kind: to.kind, title: to.title, ...(to.schoolId ? { school: String(to.schoolId) } : {}), ...(to.pupilId ? { pupil: String(to.pupilId) } : {}), ...(to.source && to.aboutId ? { source: to.source, about: String(to.aboutId) } : {}) };
  const response = await fetch(`/uploads/documents${'id' in to ? `/${to.id}/versions` : ''}?${new URLSearchParams(about).toString()}`, {
    method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream', 'x-csrf-token': csrfToken, 'x-file-name': encodeURIComponent(file.name) },
  }).catch(() => null);
  if (response === null) throw new DocumentProblem(NOT_REACHED);
  const answer = (await response.json().catch(() => ({}))) as { id?: unknown; message?: unknown };
  if (response.ok && typeof answer.id === 'number') return answer.id;
  throw new DocumentProblem(typeof answer.message === 'string' && answer.message !== '' ? answer.message : NOT_REACHED);
}

const KILO = 1024;
/** `812 bytes`, `12 KB`, `3.4 MB` */
export function sizeWords(bytes: number): string {
  if (bytes < KILO) return `${bytes} bytes`;
  return bytes < KILO * KILO ? `${Math.ceil(bytes / KILO)} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`;
}
