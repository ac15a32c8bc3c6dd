import type { Operation } from '../../platform/graphql/operation.ts';
import type { DocumentFilter } from './document.inputs.ts';
import type { DocumentType } from './document.type.ts';

const DOCUMENT = `d.id, d.kind, d.title, d.school_id as "schoolId", s.name as "schoolName", d.pupil_id as "pupilId", coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as "pupilName",
  d.about_source as "aboutSource", d.about_id as "aboutId", d.retention_class as "retentionClass", d.retain_until as "retainUntil", d.version, to_json(d.made_at) #>> '{}' as "madeAt",
  (select json_agg(json_build_object('number', v.number, 'fileName', v.file_name, 'mediaType', v.media_type, 'bytes', v.bytes, 'sha256', encode(v.sha256, 'hex'), 'by', c.full_name, 'at', to_json(v.made_at) #>> '{}') order by v.number desc)
    from document_version v left join colleague c on c.id = v.made_by where v.document_id = d.id) as versions
  from document d left join school s on s.id = d.school_id left join pupil p on p.id = d.pupil_id`;
/** Documents `d` of a filter: a school $1, a child $2, what they belong to $3 and $4, a kind $5. */
const LISTED = `($1::int is null or $1 = any (d.school_ids)) and ($2::int is null or d.pupil_id = $2) and ($3::text is null or d.about_source = $3) and ($4::int is null or d.about_id = $4) and ($5::text is null or d.kind = $5)`;

/** What is known of a file before it is kept; days are ISO days. */
export interface KeptFile {
  readonly kind: string;
  readonly title: string;
  readonly schoolId: number | null;
  readonly pupilId: number | null;
  readonly aboutSource: string | null;
  readonly aboutId: number | null;
  readonly retentionClass: string;
  readonly retainUntil: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** A file to be given out. */
export interface FileContent { readonly fileName: string; readonly mediaType: string; readonly content: Buffer; readonly schoolId: number | null; readonly pupilId: number | null }

/** SQL of documents. Whose rows is the policies' answer; what writes is a function of the database. */
export class DocumentRepository {
  async find(operation: Operation, id: number): Promise<DocumentType | null> {
    const [row] = await operation.sql<DocumentType>(`select ${DOCUMENT} where d.id = $1`, [id]);
    return row ?? null;
  }

  /** Latest first. */
  async list(operation: Operation, filter: DocumentFilter, offset: number, take: number): Promise<{ items: DocumentType[]; total: number }> {
    const values = [filter.schoolId ?? null, filter.pupilId ?? null, filter.aboutSource ?? null, filter.aboutId ?? null, filter.kind ?? null];
    const items = await operation.sql<DocumentType>(`select ${DOCUMENT} where ${LISTED} order by d.id desc offset $6 limit $7`, [...values, offset, take]);
    const [whole] = await operation.sql<{ total: number }>(`select count(*)::int as total from document d where ${LISTED}`, values);
    return { items, total: whole?.total ?? 0 };
  }

  async content(operation: Operation, id: number, number: number): Promise<FileContent | null> {
    const [row] = await operation.sql<FileContent>(
      `select v.file_name as "fileName", v.media_type as "mediaType", v.content, d.school_id as "schoolId", d.pupil_id as "pupilId" from document_version v join document d on d.id = v.document_id where v.document_id = $1 and v.number = $2`, [id, number]);
    return row ?? null;
  }

  /** The document the file now is a version of; null where the one named is not there or has a newer version than `held`. */
  async keep(operation: Operation, key: string, to: { readonly id: number; readonly version: number } | null, file: KeptFile, content: Buffer): Promise<number | null> {
    const given = {
      kind: file.kind, title: file.title, school_id: file.schoolId, pupil_id: file.pupilId, about_source: file.aboutSource, about_id: file.aboutId,
      retention_class: file.retentionClass, retain_until: file.retainUntil, file_name: file.fileName, media_type: file.mediaType,
    };
    const [row] = await operation.sql<{ id: number | null }>('select keep_document($1, $2, $3, $4::jsonb, $5) as id', [key, to?.id ?? null, to?.version ?? null, JSON.stringify(given), content]);
    return row?.id ?? null;
  }
}
