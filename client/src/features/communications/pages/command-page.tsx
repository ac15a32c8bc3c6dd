import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { OUTBOX_COMMAND_WORDS, OUTBOX_STATUS_MEANING, OUTBOX_STATUS_WORDS } from '@attendance/shared/communications';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { SendPreview } from '../parts/send-preview.tsx';
import { ChangeOutboxMessageDocument, OutboxCommandPageDocument } from './outbox.generated.ts';

export const loader = pageLoader(OutboxCommandPageDocument, ({ id }) => ({ id: id ?? '' }));

/** Sending, withdrawing or checking one message: who gets it and every word of it first, then the button. */
export function Component() {
  const { data: { outboxMessage } } = usePageData(OutboxCommandPageDocument);
  const { command: asked } = useParams();
  const navigate = useNavigate();
  const client = usePortalClient();
  const [change, { loading }] = useMutation(ChangeOutboxMessageDocument);
  const [message, setMessage] = useState(outboxMessage);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const command = outboxMessage.allowedCommands.find((each) => each.toLowerCase() === asked);
  if (command === undefined) throw new PageProblem('CONFLICT', `This is not possible any more: ${OUTBOX_STATUS_WORDS[outboxMessage.status].toLowerCase()}. Nothing was changed. Go back to the message to see where it stands.`, null);
  const back = `/outbox/${message.id}`;
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    try {
      await change({ variables: { id: message.id, version: message.version, command, note: typedIn(event.currentTarget, 'note') } });
      await navigate(back);
    } catch (error) {
      const found = problemOf(error);
      if (found.isConflict) {
        const now = await client.query({ query: OutboxCommandPageDocument, variables: { id: message.id }, fetchPolicy: 'network-only' }).catch(() => null);
        if (now?.data) setMessage(now.data.outboxMessage);
      }
      setProblem(found);
    }
  };
  const isStillPossible = message.allowedCommands.includes(command);
  return (
    <Page windowTitle={OUTBOX_COMMAND_WORDS[command]} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Outbox', href: '/outbox' }, { text: 'Message', href: back }, { text: OUTBOX_COMMAND_WORDS[command] }]}>
      {problem && <ErrorSummary title="Nothing was done" errors={summaryOf(problem)} />}
      <PageTitle title={OUTBOX_COMMAND_WORDS[command]} lede={`${OUTBOX_STATUS_WORDS[message.status]}. ${message.outcome ?? OUTBOX_STATUS_MEANING[message.status]}`} />
      <SendPreview {...message} files={message.files.map(({ title }) => title)} title={command === 'SEND' ? 'Check to whom it goes, and what it says' : 'The message'} />
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        {command !== 'CHECK' && isStillPossible && <Input id="note" name="note" label="Why? (optional)" hint="It is kept in the message’s history. Do not name a child." maxLength={300} />}
        <div className="app-buttons">
          {isStillPossible && <Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : command === 'SEND' ? `Send it to ${message.to === '' ? message.address : message.to}` : OUTBOX_COMMAND_WORDS[command]}</Button>}
          <Link href={back}>Leave it as it is</Link>
        </div>
      </form>
    </Page>
  );
}
