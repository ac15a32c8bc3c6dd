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
import { besideOurs, groupIn, groupTitle } from '../rules/explain-groups.ts';
import { listParams, pageHref } from '../rules/list-params.ts';
import { phaseIn, phaseSchools } from '../rules/phases.ts';
import { ExplainedPageDocument } from './explained-page.generated.ts';

const schoolIn = (search: URLSearchParams): number | null => (/^\d{6}$/.test(search.get('schoolId') ?? '') ? Number(search.get('schoolId')) : null);

export const loader = pageLoader(ExplainedPageDocument, (_, search) => {
  const group = groupIn(search);
  if (group === null) throw new PageProblem('NOT_FOUND', 'There is no such line of an explanation.', null);
  const schoolId = schoolIn(search);
  const { page, take } = listParams(search, ['NAME'], 'NAME');
  return { filter: { ...group, schoolId, phase: phaseIn(search) }, page, take, schoolId: String(schoolId ?? ''), names: schoolId !== null && may('school:read') };
});

/** The enrolments of one line of an explanation, named: as many as the line says. */
export function Component() {
  const { data: { explainedPupils: { total, sessions, items }, school } } = usePageData(ExplainedPageDocument);
  const { authority, me, can } = useMe();
  const [search] = useSearchParams();
  const group = groupIn(search);
  if (group === null) return null;
  const phase = phaseIn(search);
  const schoolId = schoolIn(search);
  const schoolName = school?.name ?? (schoolId === null ? null : (items[0]?.schoolName ?? null));
  const title = groupTitle(group.measure, group, { total, sessions }, `${schoolName ? ` at ${schoolName}` : ''}${phase ? ` in ${phaseSchools(phase)}` : ''}`);
  const { page, take } = listParams(search, ['NAME'], 'NAME');
  const explanation = `${schoolId === null ? '/area' : `/schools/${schoolId}`}${searchWith(new URLSearchParams(), { phase, explain: group.measure })}`;
  const isOneSchool = me.schools.length === 1;
  const rule = besideOurs(group.definition)?.why ?? 'Year to date.';
  return (
    <Page windowTitle="Explained" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, ...(can('area:read') || schoolId !== null ? [{ text: 'The explanation', href: explanation }] : []), { text: 'Who makes the difference' }]}>
      <PageTitle title={title} lede={`${rule} A pupil with two enrolments is listed once for each.`} />
      <Panel title={group.definition === 'SESSIONS' ? 'Most sessions first' : 'Names from A'} flush>
        <DataTable
          caption={title} rows={items} rowKey={(row) => row.enrolmentId} columns={explainedColumns(group, { withSessions: group.definition === 'SESSIONS', withSchool: schoolId === null && !isOneSchool, opensSchool: can('school:read') })}
          empty={<p>{total > 0 ? 'This page is past the end of the list.' : 'Nobody is on this list.'} <Link href={total > 0 ? searchWith(search, { page: null }) : explanation}>{total > 0 ? 'Back to the first page' : 'Back to the explanation'}</Link></p>}
        />
        {total > 0 && <Pager page={page} take={take} total={total} hrefFor={pageHref(search)} label="Pages of pupils" />}
      </Panel>
      <SaveRows key={search.toString()} order={{ list: 'EXPLAINED', line: { ...group, schoolId, phase } }} total={total} one="enrolment" />
    </Page>
  );
}
