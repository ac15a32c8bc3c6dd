import { DOCUMENT_KIND_WORDS, MEDIA_TYPE_WORDS, type MediaType } from '@attendance/shared/documents';
import { formatDate, formatInstant } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import type { DocumentItemFragment } from '../documents.generated.ts';
import { sizeWords } from '../send-document.ts';
import { FileForm, type FileFormProps } from './file-form.tsx';

export interface DocumentsPanelProps {
  /** Rows of `documents(filter: …)`, brought by the page’s own query with the fragment DocumentItem. */
  readonly documents: readonly DocumentItemFragment[];
  /** What a document added here is about. */
  readonly about: NonNullable<FileFormProps['about']>;
  /** Schools to choose from, where the page is about several. */
  readonly schools?: FileFormProps['schools'];
  /** A document was added: the rows are to be asked for again. */
  readonly onKept: () => void;
  readonly title?: string;
}

/** What kind of file a version is and how large, such as "PDF, 340 KB". */
export const fileWords = ({ mediaType, bytes }: { readonly mediaType: string; readonly bytes: number }): string => `${MEDIA_TYPE_WORDS[mediaType as MediaType] ?? mediaType}, ${sizeWords(bytes)}`;

/** The columns every list of documents begins with. */
export const documentColumns: DataColumn<DocumentItemFragment>[] = [
  { key: 'title', heading: 'Document', cell: ({ id, title, kind }) => <><Link href={`/documents/${id}`}>{title}</Link><span className="app-line">{DOCUMENT_KIND_WORDS[kind]}</span></> },
  {
    key: 'file', heading: 'Latest file', wide: true,
    cell: ({ id, title, versions: [latest] }) => (latest === undefined ? null : <><a className="govuk-link" href={`/files/documents/${id}/${latest.number}`} download>Download<span className="govuk-visually-hidden"> {title}</span></a><span className="app-line">{fileWords(latest)}{latest.number > 1 ? `, version ${latest.number}` : ''}</span></>),
  },
  { key: 'added', heading: 'Added', cell: ({ versions: [latest] }) => (latest === undefined ? null : <>{formatInstant(latest.at)}<span className="app-line">{latest.by ?? 'The portal'}</span></>) },
  { key: 'kept', heading: 'Kept until', nowrap: true, cell: ({ retainUntil }) => formatDate(retainUntil) },
];

/** Documents of whatever lends its page this panel: to read, to download, and to add to. */
export function DocumentsPanel({ documents, about, schools, onKept, title = 'Documents' }: DocumentsPanelProps) {
  const { can } = useMe();
  return (
    <Panel title={title} count={documents.length} foot="Every download is recorded." flush>
      <DataTable caption={title} rows={documents} rowKey={({ id }) => id} columns={documentColumns} empty={<p>No document yet.</p>} />
      {can('document:write') && <div className="app-panel__body"><Details summary="Add a document"><FileForm name="add-document" about={about} {...(schools === undefined ? {} : { schools })} onKept={onKept} /></Details></div>}
    </Panel>
  );
}
