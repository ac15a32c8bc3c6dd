import { useNavigate, useSearchParams } from 'react-router';
import { PageProblem, numberIn, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { NewDocumentPageDocument } from '../documents.generated.ts';
import { FileForm } from '../parts/file-form.tsx';

export const loader = pageLoader(NewDocumentPageDocument, () => ({}));

const NO_NUMBER = 0;

/** Adds a document about a school, or one of the council’s own. Documents about a child are added on the page that is about the child. */
export function Component() {
  const { data: { allSchools } } = usePageData(NewDocumentPageDocument);
  const { me, authority, can } = useMe();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  if (!can('document:write')) throw new PageProblem('FORBIDDEN', 'Your role does not include adding documents.', null);
  const asked = numberIn(search, 'schoolId', NO_NUMBER, 999_999);
  const schoolId = me.schools.length === 1 ? (me.schools[0] ?? NO_NUMBER) : asked;
  const school = allSchools.find(({ id }) => Number(id) === schoolId);
  return (
    <Page windowTitle="Add a document" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Documents', href: '/documents' }, { text: 'Add a document' }]}>
      <PageTitle title="Add a document" lede={school === undefined ? 'About a school, or the council’s own' : `About ${school.name}`} />
      <Panel title="What it is" lead>
        <FileForm name="new-document" {...(school === undefined ? { schools: allSchools, mayBeOfNone: me.schools.length === 0 } : { about: { schoolId } })} onKept={(id) => void navigate(`/documents/${id}`)} />
      </Panel>
    </Page>
  );
}
