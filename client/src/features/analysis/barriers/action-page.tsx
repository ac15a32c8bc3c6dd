import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { may, PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { formatDate } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useMe } from '../../identity/index.ts';
import { BarrierActionPageDocument, ChangeBarrierActionDocument, PlanBarrierActionDocument, type BarrierActionFieldsFragment as Action } from './barriers.generated.ts';
import { newKey, problemOf, summaryOf, takeOver, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { dayToType, typedDay } from '../../../lib/typed-day.ts';

export const loader = pageLoader(BarrierActionPageDocument, ({ id }) => ({ id: id ?? '', writes: may('barrier:write') }));

/** Planning an action about a barrier, changing one, or recording what came of it. */
export function Component() {
  const { data: { barrier } } = usePageData(BarrierActionPageDocument);
  const { can } = useMe();
  if (!can('barrier:write')) throw new PageProblem('FORBIDDEN', 'Your role does not include planning actions about area barriers.', null);
  const { actionId } = useParams();
  const action = barrier.actions.find(({ id }) => id === actionId) ?? null;
  if (action === null && actionId !== 'new') throw new PageProblem('NOT_FOUND', 'There is no such action of this barrier.', null);
  const back = `/barriers/${barrier.id}`;
  return (
    <Page windowTitle="Action about an area barrier" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Area barriers', href: '/barriers' }, { text: barrier.title, href: back }, { text: action === null ? 'Plan an action' : 'Action' }]}>
      <ActionForm key={actionId} barrierId={barrier.id} action={action} back={back} />
    </Page>
  );
}

/** An action as the fields hold it. */
const asTyped = ({ what, owner, dueOn, doneWhen, outcome, doneOn }: Action): Record<string, string> => ({ what, owner, dueOn: dayToType(dueOn), doneWhen, outcome, doneOn: dayToType(doneOn) });

function ActionForm({ barrierId, action, back }: { barrierId: string; action: Action | null; back: string }) {
  const navigate = useNavigate();
  const client = usePortalClient();
  const [plan] = useMutation(PlanBarrierActionDocument);
  const [change] = useMutation(ChangeBarrierActionDocument);
  const [key] = useState(newKey);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [now, setNow] = useState<Action | null>(null);
  const [isSending, setSending] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const doneOn = typedIn(form, 'doneOn').trim();
    const input = { what: typedIn(form, 'what'), owner: typedIn(form, 'owner'), dueOn: typedDay(typedIn(form, 'dueOn')), doneWhen: typedIn(form, 'doneWhen'), outcome: typedIn(form, 'outcome'), doneOn: doneOn === '' ? null : typedDay(doneOn) };
    setSending(true);
    try {
      if (action === null) await plan({ variables: { barrierId, key, input } });
      else await change({ variables: { id: action.id, version: (now ?? action).version, input } });
      await navigate(back);
    } catch (error) {
      const found = problemOf(error);
      if (found.isConflict && action !== null) {
        const fresh = await client.query({ query: BarrierActionPageDocument, variables: { id: barrierId, writes: true } }).catch(() => null);
        const stands = fresh?.data?.barrier.actions.find(({ id }) => id === action.id) ?? null;
        if (stands) takeOver(form, asTyped(now ?? action), asTyped(stands));
        setNow(stands);
      }
      setProblem(found);
      setSending(false);
    }
  };
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  const hint = (field: 'what' | 'owner' | 'dueOn' | 'doneWhen' | 'outcome' | 'doneOn', words: string) => {
    const stands = now === null || now[field] === action?.[field] ? null : (now[field] ?? '');
    return { hint: stands === null ? words : <>{words} <strong>Stands there now: {stands === '' ? 'nothing' : field.endsWith('On') ? formatDate(stands) : stands}</strong></> };
  };
  return (
    <>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <PageTitle title={action === null ? 'Plan an action' : 'Action, and what came of it'} lede="Schools the barrier names read this. Do not name a child." />
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        <Input id="what" name="what" label="What is to be done" defaultValue={action?.what ?? ''} {...hint('what', '')} {...wrong('what')} />
        <Input id="owner" name="owner" label="Who does it" defaultValue={action?.owner ?? ''} {...hint('owner', 'A person, a school or a service.')} {...wrong('owner')} />
        <Input id="dueOn" name="dueOn" label="Due" className="govuk-input--width-10" defaultValue={dayToType(action?.dueOn ?? null)} {...hint('dueOn', 'For example, 30/11/2026.')} {...wrong('dueOn')} />
        <Input id="doneWhen" name="doneWhen" label="Done when" defaultValue={action?.doneWhen ?? ''} {...hint('doneWhen', 'What shows that it is done.')} {...wrong('doneWhen')} />
        <Textarea id="outcome" name="outcome" label="What came of it (optional)" rows={3} defaultValue={action?.outcome ?? ''} {...hint('outcome', '')} {...wrong('outcome')} />
        <Input id="doneOn" name="doneOn" label="Done on (optional)" className="govuk-input--width-10" defaultValue={dayToType(action?.doneOn ?? null)} {...hint('doneOn', 'Leave empty while it is still to do.')} {...wrong('doneOn')} />
        <div className="app-buttons"><Button type="submit" disabled={isSending} preventDoubleClick>{isSending ? 'Saving' : action === null ? 'Plan this action' : 'Save'}</Button><Link href={back}>Leave without saving</Link></div>
      </form>
    </>
  );
}
