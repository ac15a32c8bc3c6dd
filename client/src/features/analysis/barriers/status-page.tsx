import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { BARRIER_STATUS_WORDS, BARRIER_STATUSES, isClosedBarrier, moveNeedsReason, nextBarrierStatuses, type BarrierStatus } from '@attendance/shared/attendance';
import { may, PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Radios } from '../../../ui/radios.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useMe } from '../../identity/index.ts';
import { ChangeBarrierPageDocument, MoveBarrierDocument } from './barriers.generated.ts';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';

export const loader = pageLoader(ChangeBarrierPageDocument, ({ id }) => ({ id: id ?? '', writes: may('barrier:write') }));

/** How far the work on a barrier has come. */
export function Component() {
  const { data } = usePageData(ChangeBarrierPageDocument);
  const { can } = useMe();
  if (!can('barrier:write')) throw new PageProblem('FORBIDDEN', 'Your role does not include changing area barriers.', null);
  const navigate = useNavigate();
  const client = usePortalClient();
  const [move, { loading }] = useMutation(MoveBarrierDocument);
  const [held, setHeld] = useState({ status: data.barrier.status, version: data.barrier.version });
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const { id, title } = data.barrier;
  const back = `/barriers/${id}`;
  const next = nextBarrierStatuses(held.status);
  const [chosen, setChosen] = useState<BarrierStatus | null>(next.length === 1 ? (next[0] ?? null) : null);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const reason = typedIn(event.currentTarget, 'reason');
    if (chosen === null) {
      setProblem({ text: '', fields: { status: 'Choose a status' }, isConflict: false });
      return;
    }
    try {
      await move({ variables: { id, version: held.version, status: chosen, reason } });
      await navigate(back);
    } catch (error) {
      const found = problemOf(error);
      if (found.isConflict) {
        const now = await client.query({ query: ChangeBarrierPageDocument, variables: { id, writes: true } }).catch(() => null);
        if (now?.data) setHeld({ status: now.data.barrier.status, version: now.data.barrier.version });
      }
      setProblem(found);
    }
  };
  const needsReason = chosen !== null && moveNeedsReason(held.status, chosen);
  return (
    <Page windowTitle="Status of an area barrier" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Area barriers', href: '/barriers' }, { text: title, href: back }, { text: 'Status' }]}>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <PageTitle title="Change the status" lede={`It is ${BARRIER_STATUS_WORDS[held.status].toLowerCase()} now.${isClosedBarrier(held.status) ? ' A closed barrier can be opened again.' : ''}`} />
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        <Radios name="status" idPrefix="status" legend="New status" value={chosen} onChange={(value) => setChosen(value as BarrierStatus)} items={BARRIER_STATUSES.filter((status) => next.includes(status)).map((value) => ({ value, label: BARRIER_STATUS_WORDS[value] }))} {...(problem?.fields.status ? { error: problem.fields.status } : {})} />
        <Textarea id="reason" name="reason" rows={4} label={needsReason ? 'Why?' : 'Why? (optional)'} hint="Kept in the chronology, where schools it names read it. Do not name a child." {...(problem?.fields.reason ? { error: problem.fields.reason } : {})} />
        <div className="app-buttons"><Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Save'}</Button><Link href={back}>Leave it as it is</Link></div>
      </form>
    </Page>
  );
}
