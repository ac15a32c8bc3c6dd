import { useRevalidator } from 'react-router';
import { DOCUMENT_KIND_WORDS, RETENTION_CLASS_WORDS } from '@attendance/shared/documents';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatInstant, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { Details } from '../../../ui/details.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { useMe } from '../../identity/index.ts';
import { DocumentPageDocument } from '../documents.generated.ts';
import { fileWords } from '../parts/documents-panel.tsx';
import { FileForm } from '../parts/file-form.tsx';

export const loader = pageLoader(DocumentPageDocument, ({ id }) => ({ id: id ?? '' }));

/** One document: its versions, what it is about, and how long it is kept. */
export function Component() {
  const { data: { document } } = usePageData(DocumentPageDocument);
  const { authority, can } = useMe();
  const { revalidate } = useRevalidator();
  const [latest] = document.versions;
  return (
    <Page windowTitle="Document" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Documents', href: '/documents' }, { text: 'Document' }]}>
      <PageTitle
        title={document.title} lede={`${DOCUMENT_KIND_WORDS[document.kind]}${latest === undefined ? '' : `, ${fileWords(latest)}`}`}
        actions={latest === undefined ? undefined : <Button href={`/files/documents/${document.id}/${latest.number}`} reload download>Download</Button>}
      />
      <Columns>
        <Column span={7}>
          <Panel title={plural(document.versions.length, 'version')} aside="Latest first. A new version keeps the others." lead flush>
            <ul className="app-rows">
              {document.versions.map((version) => (
                <li key={version.number}>
                  <div className="app-rows__main">
                    <a className="govuk-link app-break" href={`/files/documents/${document.id}/${version.number}`} download>{version.fileName}<span className="govuk-visually-hidden">, version {version.number}</span></a>
                    <span className="app-line">Version {version.number}, {fileWords(version)}</span>
                  </div>
                  <span className="app-line">{formatInstant(version.at)}, {version.by ?? 'the portal'}</span>
                </li>
              ))}
            </ul>
            {can('document:write') && <div className="app-panel__body"><Details summary="Add a new version"><FileForm name="new-version" follows={{ id: document.id, version: document.version }} onKept={() => void revalidate()} /></Details></div>}
          </Panel>
        </Column>
        <Column span={5}>
          <Panel title="What it is about" foot="Every download is recorded, with who it was given to.">
            <SummaryList rows={[
              { key: 'Kind', value: DOCUMENT_KIND_WORDS[document.kind] },
              ...(document.pupilId === null ? [] : [{ key: 'Pupil', value: <Link href={`/pupils/${document.pupilId}`}>{document.pupilName ?? 'A pupil'}</Link> }]),
              ...(document.schoolId === null ? [] : [{ key: 'School', value: <Link href={`/schools/${document.schoolId}`}>{document.schoolName ?? 'A school'}</Link> }]),
              ...(document.aboutSource === 'MEETING' && document.aboutId !== null ? [{ key: 'Meeting', value: <Link href={`/meetings/${document.aboutId}`}>Targeting support meeting</Link> }] : []),
              { key: 'Kept as', value: RETENTION_CLASS_WORDS[document.retentionClass] }, { key: 'Kept until', value: formatDate(document.retainUntil) },
            ]} />
          </Panel>
        </Column>
      </Columns>
    </Page>
  );
}
