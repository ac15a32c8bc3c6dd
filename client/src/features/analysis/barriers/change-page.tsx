import { useMutation } from '../../../graphql/hooks.ts';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { may, PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { useMe } from '../../identity/index.ts';
import { BarrierForm } from './barrier-form.tsx';
import { ChangeBarrierDocument, ChangeBarrierPageDocument, type BarrierWordsFragment } from './barriers.generated.ts';

export const loader = pageLoader(ChangeBarrierPageDocument, ({ id }) => ({ id: id ?? '', writes: may('barrier:write') }));

const wordsOf = ({ title, kind, known, place, sinceOn, ownerId, teamNote }: BarrierWordsFragment) => ({ title, kind, known, place, sinceOn, ownerId, teamNote: teamNote ?? '' });

/** Changing the words of a barrier. Where somebody else was first, both texts stand side by side, and saving again is a choice. */
export function Component() {
  const { data: { barrier, barrierOwners } } = usePageData(ChangeBarrierPageDocument);
  const { can } = useMe();
  if (!can('barrier:write')) throw new PageProblem('FORBIDDEN', 'Your role does not include changing area barriers.', null);
  const navigate = useNavigate();
  const client = usePortalClient();
  const [change] = useMutation(ChangeBarrierDocument);
  const version = useRef(barrier.version);
  const back = `/barriers/${barrier.id}`;
  const owners = barrierOwners.some(({ id }) => id === barrier.ownerId) ? barrierOwners : [...barrierOwners, { id: barrier.ownerId, name: `${barrier.ownerName} (no longer in the team)` }];
  return (
    <Page windowTitle="Change an area barrier" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Area barriers', href: '/barriers' }, { text: barrier.title, href: back }, { text: 'Change' }]}>
      <PageTitle title="Change this barrier" lede="What was there before stays in the chronology." />
      <BarrierForm
        key={barrier.id} given={wordsOf(barrier)} owners={owners} submitText="Save" back={back}
        send={async (input) => {
          await change({ variables: { id: barrier.id, version: version.current, input } });
          await navigate(back);
        }}
        standsNow={async () => {
          const { data } = await client.query({ query: ChangeBarrierPageDocument, variables: { id: barrier.id, writes: true } });
          if (!data) throw new Error('What stands there now did not come.');
          version.current = data.barrier.version;
          return wordsOf(data.barrier);
        }}
      />
    </Page>
  );
}
