import { MESSAGE_KIND_WORDS, OUTBOX_COMMAND_WORDS, OUTBOX_EVENT_WORDS, OUTBOX_STATUS_MEANING } from '@attendance/shared/communications';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatInstant } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { useMe } from '../../identity/index.ts';
import { SendPreview } from '../parts/send-preview.tsx';
import { OutboxStatusTag } from '../parts/status-tag.tsx';
import { OutboxMessagePageDocument, type OutboxMessagePageQuery } from './outbox.generated.ts';

export const loader = pageLoader(OutboxMessagePageDocument, ({ id }) => ({ id: id ?? '' }));

type Message = OutboxMessagePageQuery['outboxMessage'];
const GOES_OUT: readonly Message['status'][] = ['HELD', 'WAITING'];

/** One message: every word of it, where it stands and what that means, and everything that happened to it. */
export function Component() {
  const { data: { outboxMessage: message } } = usePageData(OutboxMessagePageDocument);
  const { authority } = useMe();
  const [first, ...others] = message.allowedCommands;
  return (
    <Page windowTitle="Message" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Outbox', href: '/outbox' }, { text: 'Message' }]}>
      <PageTitle
        title={message.subject} lede={<><OutboxStatusTag status={message.status} /> {MESSAGE_KIND_WORDS[message.kind]}, to {message.to}</>}
        actions={first === undefined ? undefined : <>{[first, ...others].map((command, index) => <Button key={command} href={`/outbox/${message.id}/${command.toLowerCase()}`} variant={index === 0 && command !== 'WITHDRAW' ? 'primary' : 'secondary'}>{OUTBOX_COMMAND_WORDS[command]}</Button>)}</>}
      />
      <Columns>
        <Column span={7}><SendPreview {...message} files={message.files.map(({ title }) => title)} title={GOES_OUT.includes(message.status) ? 'This is what goes out' : 'As it was written'} /></Column>
        <Column span={5}><Standing message={message} /></Column>
      </Columns>
      <Panel title="What happened to it" aside="Latest first. Nothing is ever taken out." flush>
        <ul className="app-rows">
          {message.happenings.map(({ id, event, note, by, at }) => (
            <li key={id}>
              <div className="app-rows__main"><strong>{OUTBOX_EVENT_WORDS[event]}</strong>{note !== '' && <span className="app-line app-break">{note}</span>}</div>
              <span className="app-line">{formatInstant(at)}{by === null ? '' : `, ${by}`}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
}

function Standing({ message }: { message: Message }) {
  const { status, outcome, attempts, nextAttemptAt, writtenAt, by, reference, gatewayId, schoolId, files } = message;
  return (
    <Panel title="Where it stands">
      <div className="app-stack">
        <p>{OUTBOX_STATUS_MEANING[status]}</p>
        {outcome !== null && <p><strong className="app-break">{outcome}</strong></p>}
        <SummaryList rows={[
          { key: 'Written', value: `${formatInstant(writtenAt)}${by === null ? '' : `, for ${by}`}` },
          ...(attempts === 0 || status === 'CAPTURED' ? [] : [{ key: 'Handed over', value: attempts === 1 ? 'Once' : `${attempts} times` }]),
          ...(nextAttemptAt === null || !['WAITING', 'UNKNOWN', 'SENT'].includes(status) ? [] : [{ key: 'Looked at again', value: `From ${formatInstant(nextAttemptAt)}` }]),
          ...(schoolId === null ? [] : [{ key: 'About', value: <Link href={`/schools/${schoolId}`}>The school</Link> }]),
          ...(files.length === 0 ? [] : [{ key: 'Files', value: files.map(({ id, title }) => <span key={id} className="app-line"><Link href={`/documents/${id}`}>{title}</Link></span>) }]),
          { key: 'Reference', value: <span className="app-break app-small">{reference}</span> },
          ...(gatewayId === null ? [] : [{ key: 'At the gateway', value: <span className="app-break app-small">{gatewayId}</span> }]),
        ]} />
      </div>
    </Panel>
  );
}
