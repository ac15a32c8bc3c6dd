import { useSearchParams } from 'react-router';
import { ruleValue } from '@attendance/shared/kernel';
import { asker, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { SchoolReasonsList } from '../parts/reasons.tsx';
import { ReasonsPageDocument } from './reasons-page.generated.ts';

/** Only an attendance officer is anybody's named officer. */
const isMine = (search: URLSearchParams): boolean => search.get('mine') === 'yes' && asker().role === 'ATTENDANCE_OFFICER';

export const loader = pageLoader(ReasonsPageDocument, (_, search) => ({ mine: isMine(search) }));

/** In which schools reasons for absence are overdue: all of them, oldest first. */
export function Component() {
  const { data: { overdueReasons: schools } } = usePageData(ReasonsPageDocument);
  const { authority, today, can } = useMe();
  const [search] = useSearchParams();
  const within = ruleValue('reason-not-established.school-days', today);
  const sessions = schools.reduce((sum, school) => sum + school.sessions, 0);
  const whose = isMine(search) ? ' in my schools' : '';
  return (
    <Page windowTitle="Reasons overdue" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }]}>
      <PageTitle title={sessions === 0 ? `No reason is overdue${whose}` : `${plural(sessions, 'session')} without a reason${whose}, ${plural(schools.length, 'school')}`} lede={`Still marked N more than ${within} school days later, of the last six weeks.`} />
      <Panel title="Oldest first" flush={schools.length > 0}>
        {schools.length === 0 ? <EmptyState>Every absence of the last six weeks has its reason within {within} school days.</EmptyState> : <SchoolReasonsList items={schools} named={can('pupil:read')} />}
      </Panel>
    </Page>
  );
}
