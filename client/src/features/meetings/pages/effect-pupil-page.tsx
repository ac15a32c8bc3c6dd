import { useParams } from 'react-router';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { actionColumns } from './effect-action-columns.tsx';
import { CAVEATS, CaveatsPanel } from './effect-caveats.tsx';
import { EffectPupilPageDocument } from './effect-pupil-page.generated.ts';

export const loader = pageLoader(EffectPupilPageDocument, ({ pupilId }) => ({ pupilId: pupilId ?? '' }));

/** The actions agreed about one pupil, and what followed each. */
export function Component() {
  const { data: { effectOfPupil: actions } } = usePageData(EffectPupilPageDocument);
  const { authority, can } = useMe();
  const { pupilId = '' } = useParams();
  return (
    <Page windowTitle="Actions and what followed" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, ...(can('pupil:read') ? [{ text: 'Record of the pupil', href: `/pupils/${pupilId}` }] : []), { text: 'Actions and what followed' }]}>
      <PageTitle title="Actions and what followed" lede={actions[0] === undefined ? 'What was agreed about this pupil in meetings.' : `What was agreed in meetings about ${actions[0].name}, ${actions[0].schoolName}.`} />
      <Panel title="Actions agreed in meetings" count={actions.length} lead flush={actions.length > 0}>
        {actions.length === 0 ? <EmptyState>No action about this pupil was agreed in a meeting yet.</EmptyState> : <DataTable caption="Actions about the pupil, latest first" rows={actions} rowKey={({ taskId }) => String(taskId)} columns={actionColumns(false, false)} />}
      </Panel>
      <CaveatsPanel caveats={CAVEATS} />
    </Page>
  );
}
