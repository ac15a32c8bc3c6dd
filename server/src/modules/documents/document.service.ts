import path from 'node:path';
import { MEDIA_TYPE_ENDING, mediaTypeOf, retainUntil, usualClass } from '@attendance/shared/documents';
import { ruleValue } from '@attendance/shared/kernel';
import { notFound, Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { formKey, oneLine } from '../../platform/graphql/form.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { DocumentFilter, DocumentKind, RetentionClass } from './document.inputs.ts';
import type { DocumentRepository, FileContent, KeptFile } from './document.repository.ts';
import type { DocumentPageType, DocumentType } from './document.type.ts';

const MEGABYTE = 1024 * 1024;
const TITLE_LENGTH = 200;

/** A file to be kept as a document of its own. */
export interface NewDocument {
  /** A UUID made once for this file: kept again under it, it is the same document. */
  readonly key: string;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Whose it is. About neither a school nor a child, it is the authority's own. */
  readonly schoolId?: number | null;
  readonly pupilId?: number | null;
  /** What it belongs to: the word of a module and a number of its own, such as MEETING and 12. */
  readonly about?: { readonly source: string; readonly id: number } | null;
  /** The usual one of its kind unless said. */
  readonly retention?: RetentionClass | null;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The largest file that is kept, in bytes. */
export const mostBytes = (today: string): number => ruleValue('document.most.megabytes', today) * MEGABYTE;

/** Said of a file that is too large, before or after it was read. */
export const tooLarge = (today: string): Refusal => new Refusal(RefusalCode.FILE_REFUSED, `The file is larger than ${ruleValue('document.most.megabytes', today)} MB. It was not kept, so nothing changed. Send a smaller one, or split it.`);

/** Keeps files and gives them out. A file is kept in the transaction of the operation that brings it: with it, or not at all. */
export class DocumentService {
  constructor(private readonly documents: DocumentRepository) {}

  async list(operation: Operation, filter: DocumentFilter, offset: number, take: number): Promise<DocumentPageType> {
    const page = await this.documents.list(operation, filter, offset, take);
    operation.audit.viewed(page.items.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId])));
    return page;
  }

  async open(operation: Operation, id: string): Promise<DocumentType> {
    const document = /^\d{1,9}$/.test(id) ? await this.documents.find(operation, Number(id)) : null;
    if (document === null) throw notFound('document');
    note(operation, document);
    return document;
  }

  /** Keeps a file as a new document and gives its number. Throws a Refusal for a file of another type or too large, and for a child or school out of reach. */
  async keep(operation: Operation, { key, kind, title, schoolId = null, pupilId = null, about = null, retention, fileName, bytes }: NewDocument): Promise<number> {
    const retentionClass = retention ?? usualClass(kind, about?.source ?? null);
    const named = oneLine(title);
    if (named === '' || named.length > TITLE_LENGTH) throw new Refusal(RefusalCode.INVALID, `Give the document a title of at most ${TITLE_LENGTH} characters. Nothing was kept.`, { title: 'Enter a title' });
    if (pupilId !== null && (await operation.sql('select 1 from pupil where id = $1', [pupilId])).length === 0) throw notFound('pupil');
    if (schoolId !== null && !reachesSchool(operation, schoolId)) throw notFound('school');
    if (pupilId === null && schoolId === null && operation.actor.reach.kind !== 'AUTHORITY') throw new Refusal(RefusalCode.INVALID, 'Say which school or child the document is about. Nothing was kept.');
    const id = await this.documents.keep(operation, formKey(key), null, {
      ...judged(operation, fileName, bytes), kind, title: named, schoolId, pupilId, aboutSource: about?.source ?? null, aboutId: about?.id ?? null, retentionClass, retainUntil: retainUntil(retentionClass, operation.today),
    }, bytes);
    if (id === null) throw new Refusal(RefusalCode.CONFLICT, 'Somebody else used this form’s number. Nothing was kept. Open the form anew and send the file again.');
    operation.audit.details.document = id;
    note(operation, { schoolId, pupilId });
    return id;
  }

  /** Keeps a file as the next version of a document. Refused where there is a newer one than `version`. */
  async keepVersion(operation: Operation, id: string, version: number, key: string, fileName: string, bytes: Buffer): Promise<number> {
    const was = await this.open(operation, id);
    const kept = await this.documents.keep(operation, formKey(key), { id: was.id, version }, {
      ...judged(operation, fileName, bytes), kind: was.kind, title: was.title, schoolId: was.schoolId, pupilId: was.pupilId, aboutSource: was.aboutSource, aboutId: was.aboutId, retentionClass: was.retentionClass, retainUntil: retainUntil(was.retentionClass, operation.today),
    }, bytes);
    if (kept === null) {
      const [latest] = was.versions;
      throw new Refusal(RefusalCode.CONFLICT, `${latest?.by ?? 'Somebody'} added version ${was.version} while you had this open. Your file was not kept. Look at that version, and send yours again if it is still needed.`);
    }
    Object.assign(operation.audit.details, { document: was.id });
    return was.id;
  }

  /** One version's bytes. The caller writes into the trail that they were given out. */
  async content(operation: Operation, id: string, number: string): Promise<FileContent> {
    const file = /^\d{1,9}$/.test(id) && /^\d{1,6}$/.test(number) ? await this.documents.content(operation, Number(id), Number(number)) : null;
    if (file === null) throw notFound('document');
    note(operation, file);
    return file;
  }
}

function note(operation: Operation, { schoolId, pupilId }: Pick<DocumentType, 'schoolId' | 'pupilId'>): void {
  if (pupilId !== null) operation.audit.viewed([pupilId]);
  if (schoolId !== null) operation.audit.schoolIds.add(schoolId);
}

const reachesSchool = ({ actor: { reach } }: Operation, schoolId: number): boolean => reach.kind === 'AUTHORITY' || (reach.kind === 'SCHOOLS' && reach.schools.includes(schoolId));

/** What a file is and what it is called from now on; a name is shown and downloaded, never used as a path. */
function judged({ today }: Operation, fileName: string, bytes: Buffer): Pick<KeptFile, 'fileName' | 'mediaType'> {
  if (bytes.length > mostBytes(today)) throw tooLarge(today);
  const mediaType = mediaTypeOf(bytes, fileName);
  if (mediaType === null) throw new Refusal(RefusalCode.FILE_REFUSED, 'This is not a PDF, Word document, Excel workbook, PNG or JPEG picture, CSV, calendar entry or plain text, or it carries macros. It was not kept, so nothing changed. Save it as one of these and send it again.');
  const { name } = path.parse(path.basename(fileName.replaceAll('\\', '/')));
  const plain = name.replace(/[^\p{L}\p{N} ._()-]/gu, '_').slice(0, 100).trim() || 'document';
  return { mediaType, fileName: `${plain}.${MEDIA_TYPE_ENDING[mediaType]}` };
}
