import { useSearchParams } from 'react-router';
import { may, pageLoader, PageProblem, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { explainedColumns } from '../parts/explained-table.tsx';
import { SaveRows } from '../parts/save-rows.tsx';
import { besideOurs, groupTitle, lineIn } from '../rules/explain-groups.ts';
import { figureIn, figureWords } from '../rules/explain-rows.ts';
import { listParams, pageHref } from '../rules/list-params.ts';
import { ExplainedRowsPageDocument } from './explained-rows-page.generated.ts';

export const loader = pageLoader(ExplainedRowsPageDocument, (_, search) => {
  const line = lineIn(search);
  if (line === null) throw new PageProblem('NOT_FOUND', 'There is no such line of an explanation.', null);
  const { figure, schoolId } = figureIn(search);
  const { page, take } = listParams(search, ['NAME'], 'NAME');
  return { figure, line, page, take, schoolId: String(schoolId ?? ''), names: schoolId !== null && may('school:read') };
});

/** The enrolments of one line of the explanation of a list's figure, named: as many as the line says, or with as many sessions. */
export function Component() {
  const { data: { explainedRows: { total, sessions, items }, school } } = usePageData(ExplainedRowsPageDocument);
  const { authority, me, can } = useMe();
  const [search] = useSearchParams();
  const line = lineIn(search);
  if (line === null) return null;
  const { figure, back, schoolId, measure } = figureIn(search);
  const schoolName = school?.name ?? (schoolId === null ? null : (items[0]?.schoolName ?? null));
  const title = groupTitle(measure, line, { total, sessions }, '');
  const { page, take } = listParams(search, ['NAME'], 'NAME');
  const why = besideOurs(line.definition)?.why;
  return (
    <Page windowTitle="Explained" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'The explanation', href: back }, { text: 'One of its lines' }]}>
      <PageTitle title={title} lede={`The figure: ${figureWords(search, schoolName)}.${why === undefined ? '' : ` ${why}`} A pupil with two enrolments is listed once for each.`} />
      <Panel title={sessions === null ? 'Names from A' : 'Most sessions first'} flush>
        <DataTable
          caption={title} rows={items} rowKey={(row) => row.enrolmentId} columns={explainedColumns(line, { withSessions: sessions !== null, withSchool: schoolId === null && me.schools.length !== 1, opensSchool: can('school:read') })}
          empty={<p>{total > 0 ? 'This page is past the end of the list.' : 'Nobody is on this list.'} <Link href={total > 0 ? searchWith(search, { page: null }) : back}>{total > 0 ? 'Back to the first page' : 'Back to the explanation'}</Link></p>}
        />
        {total > 0 && <Pager page={page} take={take} total={total} hrefFor={pageHref(search)} label="Pages of pupils" />}
      </Panel>
      <SaveRows key={search.toString()} order={{ list: 'EXPLAINED_ROWS', figure, line }} total={total} one="enrolment" />
    </Page>
  );
}
