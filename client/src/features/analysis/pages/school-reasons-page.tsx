import { useSearchParams } from 'react-router';
import { ruleValue } from '@attendance/shared/kernel';
import { numberIn, pageLoader, PageProblem, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { PupilReasonsList } from '../parts/reasons.tsx';
import { SaveRows } from '../parts/save-rows.tsx';
import { pageHref } from '../rules/list-params.ts';
import { SchoolReasonsPageDocument } from './school-reasons-page.generated.ts';

const MOST_PAGES = 1000;
const pageIn = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, MOST_PAGES), take: numberIn(search, 'take', 25, 100) });

export const loader = pageLoader(SchoolReasonsPageDocument, ({ id = '' }, search) => {
  if (!/^\d{6}$/.test(id)) throw new PageProblem('NOT_FOUND', 'There is no such school.', null);
  return { id, schoolId: Number(id), ...pageIn(search) };
});

/** The pupils of one school whose absences are still without a reason: as many sessions as the figure that opened this. */
export function Component() {
  const { data: { school, overdueReasonPupils: { total, sessions, items } } } = usePageData(SchoolReasonsPageDocument);
  const { authority, today } = useMe();
  const [search] = useSearchParams();
  const { page, take } = pageIn(search);
  const within = ruleValue('reason-not-established.school-days', today);
  return (
    <Page windowTitle="Reasons overdue" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: school.name, href: `/schools/${school.id}` }, { text: 'Reasons overdue' }]}>
      <PageTitle title={total === 0 ? `No reason is overdue at ${school.name}` : `${plural(sessions, 'session')} without a reason, ${plural(total, 'pupil')} at ${school.name}`} lede={`Still marked N more than ${within} school days later, of the last six weeks.`} />
      <Panel title="Oldest first" flush={total > 0}>
        {total === 0 ? <EmptyState>Every absence of the last six weeks has its reason within {within} school days.</EmptyState> : <PupilReasonsList items={items} />}
        {total > 0 && <Pager page={page} take={take} total={total} hrefFor={pageHref(search)} label="Pages of pupils" />}
      </Panel>
      <SaveRows order={{ list: 'REASONS', filter: { schoolId: Number(school.id) } }} total={total} />
    </Page>
  );
}
