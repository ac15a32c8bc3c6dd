import { Form, useSearchParams } from 'react-router';
import { DOCUMENT_KIND_WORDS, DOCUMENT_KINDS } from '@attendance/shared/documents';
import { numberIn, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { FilterChips, type FilterChip } from '../../../ui/filter-chips.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { DocumentsPageDocument, type DocumentItemFragment } from '../documents.generated.ts';
import { documentColumns } from '../parts/documents-panel.tsx';

const MOST_PAGES = 1000;
const NO_NUMBER = 0;

function askedIn(search: URLSearchParams) {
  const schoolId = numberIn(search, 'schoolId', NO_NUMBER, 999_999);
  return { schoolId: schoolId === NO_NUMBER ? null : schoolId, kind: DOCUMENT_KINDS.find((each) => each === search.get('kind')) ?? null };
}

export const loader = pageLoader(DocumentsPageDocument, (_, search) => ({ filter: askedIn(search), page: numberIn(search, 'page', 1, MOST_PAGES), take: numberIn(search, 'take', 25, 100) }));

const about: DataColumn<DocumentItemFragment> = {
  key: 'about', heading: 'About',
  cell: ({ pupilId, pupilName, schoolId, schoolName }) => (pupilId !== null ? <Link href={`/pupils/${pupilId}`}>{pupilName ?? 'A pupil'}</Link> : schoolId !== null ? <Link href={`/schools/${schoolId}`}>{schoolName ?? 'A school'}</Link> : 'The council'),
};
const [first, ...others] = documentColumns;
const columns = [...(first === undefined ? [] : [first]), about, ...others];

/** Documents within one’s reach, latest first. */
export function Component() {
  const { data: { documents, allSchools } } = usePageData(DocumentsPageDocument);
  const { me, authority, can } = useMe();
  const [search] = useSearchParams();
  const { schoolId, kind } = askedIn(search);
  const [page, take] = [numberIn(search, 'page', 1, MOST_PAGES), numberIn(search, 'take', 25, 100)];
  const isOneSchool = me.schools.length === 1;
  const chips: FilterChip[] = [
    ...(schoolId === null ? [] : [{ key: 'schoolId', label: `School: ${allSchools.find(({ id }) => Number(id) === schoolId)?.name ?? 'not known'}`, removeHref: searchWith(search, { schoolId: null }) }]),
    ...(kind === null ? [] : [{ key: 'kind', label: DOCUMENT_KIND_WORDS[kind], removeHref: searchWith(search, { kind: null }) }]),
  ];
  return (
    <Page windowTitle="Documents" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Documents' }]}>
      <PageTitle title="Documents" lede="Packs, letters, records and evidence you may read. Every download is recorded." actions={can('document:write') ? <Button href={schoolId === null ? '/documents/new' : `/documents/new?schoolId=${schoolId}`}>Add a document</Button> : undefined} />
      <Panel title={documents.total === 0 ? 'No document' : plural(documents.total, 'document')} aside="Latest first" flush>
        <Form key={search.toString()} method="get" role="search" aria-label="Choose which documents" className="app-filters app-filters--form app-no-print" preventScrollReset>
          {!isOneSchool && <Select id="schoolId" name="schoolId" label="School" items={[{ text: 'All schools', value: '' }, ...allSchools.map(({ id, name }) => ({ text: name, value: id }))]} defaultValue={schoolId ?? ''} />}
          <Select id="kind" name="kind" label="Kind" items={[{ text: 'All kinds', value: '' }, ...DOCUMENT_KINDS.map((value) => ({ text: DOCUMENT_KIND_WORDS[value], value }))]} defaultValue={kind ?? ''} />
          <Button type="submit" variant="secondary">Show</Button>
        </Form>
        {chips.length > 0 && <FilterChips chips={chips} {...(chips.length > 1 ? { clearHref: '?' } : {})} />}
        <DataTable
          caption="Documents" rows={documents.items} rowKey={({ id }) => id} columns={columns}
          empty={<p>{documents.total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'No document here yet. What meetings and cases make is listed as soon as it is kept.'}</p>}
        />
        {documents.total > 0 && <Pager page={page} take={take} total={documents.total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} label="Pages of documents" />}
      </Panel>
    </Page>
  );
}
