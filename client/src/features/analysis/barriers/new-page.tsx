import { useMutation } from '../../../graphql/hooks.ts';
import { useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { numberIn, PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { useMe } from '../../identity/index.ts';
import { BarrierForm } from './barrier-form.tsx';
import { LogBarrierDocument, NewBarrierPageDocument } from './barriers.generated.ts';
import { newKey } from '../../../graphql/save.ts';

const MOST = 2_147_483_647;
const linksIn = (search: URLSearchParams) => ({ schoolId: numberIn(search, 'schoolId', 0, MOST) || null, meetingId: numberIn(search, 'meetingId', 0, MOST) || null, pupilId: numberIn(search, 'pupilId', 0, MOST) || null });

export const loader = pageLoader(NewBarrierPageDocument, (_, search) => {
  const { schoolId } = linksIn(search);
  return { schoolId: String(schoolId ?? ''), school: schoolId !== null };
});

/** What was typed of it on the page before, in a meeting. */
const knownIn = (state: unknown): string => (typeof state === 'object' && state !== null && 'known' in state && typeof state.known === 'string' ? state.known : '');

/** Logging a barrier, from the list, a school, a pupil or a meeting that is being held; from there one goes back to it. */
export function Component() {
  const { data: { barrierOwners, school } } = usePageData(NewBarrierPageDocument);
  const { me, can, today } = useMe();
  if (!can('barrier:write')) throw new PageProblem('FORBIDDEN', 'Your role does not include logging area barriers.', null);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const [log] = useMutation(LogBarrierDocument);
  const known = knownIn(useLocation().state);
  const { schoolId, pupilId, meetingId } = linksIn(search);
  const isOwner = barrierOwners.some(({ id }) => id === me.id);
  const linked = [school ? school.name : null, pupilId === null ? null : 'the pupil whose record you came from'].filter(Boolean).join(' and ');
  return (
    <Page windowTitle="Log an area barrier" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Area barriers', href: '/barriers' }, { text: 'Log a barrier' }]}>
      <PageTitle title="Log an area barrier" lede={linked === '' ? 'Schools and pupils are linked afterwards.' : `It is linked to ${linked}. More schools and pupils can be linked afterwards.`} />
      <BarrierForm
        given={{ title: '', kind: 'TRANSPORT', known, place: '', sinceOn: today, ownerId: isOwner ? (me.id ?? 0) : 0, teamNote: '' }} owners={barrierOwners} submitText="Log this barrier"
        back={meetingId !== null ? `/meetings/${meetingId}/hold` : schoolId !== null ? `/schools/${schoolId}` : pupilId !== null ? `/pupils/${pupilId}` : '/barriers'}
        send={async (input) => {
          const { data } = await log({ variables: { key, input, schoolId, pupilId } });
          await navigate(meetingId === null ? `/barriers/${data?.logBarrier.id ?? ''}` : `/meetings/${meetingId}/hold`);
        }}
      />
    </Page>
  );
}
