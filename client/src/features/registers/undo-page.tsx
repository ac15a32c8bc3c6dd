import { useMutation } from '../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { PageProblem, pageLoader, usePageData } from '../../graphql/page-query.ts';
import { formatInstant } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, PageTitle } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useMe } from '../identity/index.ts';
import { putBackWords, senderWords, spanWords } from './delivery-words.ts';
import { UndoDeliveryDocument, UndoDeliveryPageDocument, type UndoDeliveryPageQuery } from './undo.generated.ts';

export const loader = pageLoader(UndoDeliveryPageDocument, ({ id }) => ({ id: id ?? '' }));

const SHORTEST_REASON = 10;

/** What is wrong with a reason, before anything leaves; null when nothing is. */
export function problemOfReason(reason: string): string | null {
  if (reason === '') return 'Say why this delivery is to be undone';
  return reason.length < SHORTEST_REASON ? `Say a little more: at least ${SHORTEST_REASON} characters` : null;
}

/** The step before a delivery is undone: exactly what will be put back, and why. */
export function Component() {
  const { data } = usePageData(UndoDeliveryPageDocument);
  const { me, can } = useMe();
  if (!can('delivery:undo')) throw new PageProblem('FORBIDDEN', 'Your role does not include undoing a delivery.', null);
  const { delivery } = data;
  const back = `/data/deliveries/${delivery.id}`;
  const crumbs = [{ text: 'Home', href: '/' }, { text: me.schools.length === 1 ? 'What we sent' : 'Data', href: '/data' }, { text: `Receipt ${delivery.reference}`, href: back }, { text: 'Undo' }];
  const obstacle = delivery.undo ? delivery.undo.obstacle : 'Nothing of this file was kept, so there is nothing to undo.';
  return (
    <Page windowTitle={`Undo ${delivery.reference}`} breadcrumbs={crumbs}>
      {obstacle === null
        ? <AskToUndo delivery={delivery} back={back} />
        : <><PageTitle title="This delivery cannot be undone" /><p>{obstacle}</p><Button variant="secondary" href={back}>Back to the receipt</Button></>}
    </Page>
  );
}

type Asked = { delivery: UndoDeliveryPageQuery['delivery']; back: string };

function AskToUndo({ delivery, back }: Asked) {
  const navigate = useNavigate();
  const [undo, { loading }] = useMutation(UndoDeliveryDocument);
  const [problem, setProblem] = useState<{ text: string; isOfField: boolean } | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('reason');
    const reason = typeof given === 'string' ? given.trim() : '';
    const wrong = problemOfReason(reason);
    setProblem(wrong === null ? null : { text: wrong, isOfField: true });
    if (wrong !== null) return;
    try {
      await undo({ variables: { id: delivery.id, reason } });
      await navigate(`${back}?undone=1`);
    } catch (error) {
      setProblem({ text: error instanceof Error ? error.message : 'The portal did not answer. Open the receipt to see whether it was undone.', isOfField: false });
    }
  };
  return (
    <>
      {problem && <ErrorSummary title={problem.isOfField ? 'There is a problem' : 'The delivery was not undone'} errors={[{ text: problem.text, ...(problem.isOfField ? { href: '#reason' } : {}) }]} />}
      <PageTitle title="Undo this delivery?" lede={`${delivery.reference} · ${delivery.school?.name ?? 'The whole authority'}`} />
      <Panel title={delivery.undo ? `This puts back ${putBackWords(delivery.undo)}` : 'What is put back'} lead foot="All of it is put back, or nothing. The receipt stays, with your name and reason, and the marks stay in each pupil’s register history.">
        <SummaryList
          rows={[
            { key: 'File', value: <span className="app-break">{delivery.fileName}</span> }, { key: 'Came in', value: `${formatInstant(delivery.receivedAt)}, ${senderWords(delivery)}` },
            { key: 'Days', value: spanWords(delivery.firstDay, delivery.lastDay) ?? 'None' }, { key: 'Afterwards', value: 'Each mark stands as it did before this file came, and figures are worked out again.' },
          ]}
        />
      </Panel>
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        <Textarea
          id="reason" name="reason" rows={4} label="Why is it to be undone?" maxLength={500} {...(problem?.isOfField ? { error: problem.text } : {})}
          hint="Whoever opens the receipt reads this. Do not name a child."
        />
        <div className="app-buttons"><Button type="submit" variant="warning" disabled={loading} preventDoubleClick>{loading ? 'Putting marks back' : 'Undo this delivery'}</Button><Link href={back}>Leave it as it is</Link></div>
      </form>
    </>
  );
}
