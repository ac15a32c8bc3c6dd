import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatInstant, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkboxes } from '../../../ui/checkboxes.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { Details } from '../../../ui/details.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Radios } from '../../../ui/radios.tsx';
import { useMe } from '../../identity/index.ts';
import { AlertRows } from './alert-rows.tsx';
import { newKey, useAsking, useMayShare, wordsOf } from './asking.ts';
import { membersWords, SavedViews } from './saved-views.tsx';
import { CreateWatchListDocument, MarkAlertsReadDocument, SetWeeklyDigestDocument, WatchingPageDocument, type WatchingPageQuery, type WatchListRowFragment } from './watching.generated.ts';

export const loader = pageLoader(WatchingPageDocument, () => ({}));

/** Everything one keeps an eye on: what changed, the lists, the saved views, and the weekly message. */
export function Component() {
  const { data: { watchAlerts: alerts, watchLists: lists, savedViews: views, weeklyDigest: digest } } = usePageData(WatchingPageDocument);
  const { authority } = useMe();
  return (
    <Page windowTitle="Watching" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }]}>
      <PageTitle title="Watching" lede="The children and schools you keep an eye on, and the lists you come back to. Nobody at a school is told that they are watched." />
      <Columns>
        <Column span={8}>
          <Changes alerts={alerts} />
          <Lists lists={lists} />
        </Column>
        <Column span={4}>
          <SavedViews views={views} changes />
          <Digest digest={digest} lists={lists} views={views} />
        </Column>
      </Columns>
    </Page>
  );
}

function Changes({ alerts: { total, items } }: { alerts: WatchingPageQuery['watchAlerts'] }) {
  const [mark] = useMutation(MarkAlertsReadDocument);
  const { revalidate } = useRevalidator();
  const { problem, isBusy, ask } = useAsking();
  const read = async (ids: string[]): Promise<void> => {
    if (await ask(() => mark({ variables: { ids } }))) await revalidate();
  };
  return (
    <Panel
      lead title={total === 0 ? 'Nothing changed among those you watch' : `${plural(total, 'thing')} changed among those you watch`} flush={total > 0} aside="Since you last marked them as read"
      foot={total > 0 ? <div className="app-buttons"><Button small disabled={isBusy} preventDoubleClick onClick={() => void read(items.map(({ id }) => id))}>{items.length === total ? 'Mark all as read' : `Mark these ${items.length} as read`}</Button></div> : undefined}
    >
      {problem && <p role="alert" className="govuk-error-message">{problem.text}</p>}
      {total === 0
        ? <EmptyState>When a child on a list of yours joins one of the lists of work you chose, or a school falls or goes silent, it will be here.</EmptyState>
        : <AlertRows items={items} action={(alert) => <Button small variant="secondary" disabled={isBusy} className="app-no-print" onClick={() => void read([alert.id])}>Mark as read<span className="govuk-visually-hidden"> {alert.name}: {alert.what}</span></Button>} />}
    </Panel>
  );
}

function Lists({ lists }: { lists: readonly WatchListRowFragment[] }) {
  const { can } = useMe();
  const own = lists.filter(({ isMine }) => isMine);
  const theirs = lists.filter(({ isMine }) => !isMine);
  return (
    <>
      <Panel title="My lists" flush={own.length > 0}>
        {own.length === 0 ? <EmptyState>Press “Watch” beside a child or a school, or make a list below.</EmptyState> : <ListRows lists={own} />}
      </Panel>
      {can('watch:keep') && <Details summary="Make a list" className="app-no-print"><MakeList /></Details>}
      {theirs.length > 0 && <Panel title="Shared by colleagues" flush><ListRows lists={theirs} /></Panel>}
    </>
  );
}

function ListRows({ lists }: { lists: readonly WatchListRowFragment[] }) {
  return (
    <ul className="app-rows">
      {lists.map(({ id, name, kind, shared, isMine, ownerName, members }) => (
        <li key={id}>
          <div className="app-rows__main"><Link href={`/watching/${id}`}>{name}</Link><span className="app-line">{isMine ? (shared ? 'shared by you' : 'yours alone') : `shared by ${ownerName}`}</span></div>
          <Figure value={membersWords(kind, members)} to={`/watching/${id}`} of={`on ${name}`} />
        </li>
      ))}
    </ul>
  );
}

function MakeList() {
  const [key] = useState(newKey);
  const [kind, setKind] = useState<'PUPILS' | 'SCHOOLS'>('PUPILS');
  const [choices, setChoices] = useState<readonly string[]>([]);
  const [create] = useMutation(CreateWatchListDocument);
  const navigate = useNavigate();
  const { can } = useMe();
  const mayShare = useMayShare();
  const { problem, isBusy, say, ask } = useAsking();
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const name = wordsOf(new FormData(event.currentTarget), 'list-name');
    if (name.length < 2) return say({ text: 'Give the list a name', field: 'list-name' });
    await ask(async () => {
      const made = (await create({ variables: { input: { key, name, kind, shared: choices.includes('shared') } } })).data?.createWatchList;
      if (made !== undefined) await navigate(`/watching/${made.id}`);
    });
  };
  return (
    <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
      <Input id="list-name" name="list-name" label="Name" hint="Do not name a child." maxLength={60} autoComplete="off" {...(problem ? { error: problem.text } : {})} />
      {can('school:read') && <Radios name="list-kind" legend="Of" items={[{ value: 'PUPILS', label: 'Children' }, { value: 'SCHOOLS', label: 'Schools' }]} value={kind} onChange={(value) => setKind(value === 'SCHOOLS' ? 'SCHOOLS' : 'PUPILS')} />}
      {mayShare && <Checkboxes name="list-choices" items={[{ value: 'shared', label: 'Share it with everyone who works with the whole authority' }]} values={choices} onChange={setChoices} />}
      <div className="app-buttons"><Button type="submit" disabled={isBusy} preventDoubleClick>Make the list</Button></div>
    </form>
  );
}

type DigestState = WatchingPageQuery['weeklyDigest'];

function Digest({ digest, lists, views }: { digest: DigestState; lists: readonly WatchListRowFragment[]; views: WatchingPageQuery['savedViews'] }) {
  const [set] = useMutation(SetWeeklyDigestDocument);
  const { revalidate } = useRevalidator();
  const { problem, isBusy, ask } = useAsking();
  const turn = async (): Promise<void> => {
    if (await ask(() => set({ variables: { on: !digest.on } }))) await revalidate();
  };
  const { latest } = digest;
  const nameOf = (of: string, id: string): string => (of === 'VIEW' ? views.find((view) => view.id === id)?.name : lists.find((list) => list.id === id)?.name) ?? 'A list that is no longer there';
  return (
    <Panel title="Weekly digest" aside={digest.on ? 'On' : 'Off'}>
      <div className="app-stack">
        <p>{digest.on ? 'A message is written in each week in which something changed. It holds counts and links, and names no child.' : 'You have turned it off. Nothing is written.'}</p>
        {latest === null ? <p className="app-muted">None has been written yet.</p> : (
          <>
            <p>The latest, of week {latest.week.slice(6)} of {latest.week.slice(0, 4)}: <Figure value={plural(latest.changes, 'thing')} to="/watching" of="changed" /> changed. Written {formatInstant(latest.writtenAt as string)}{latest.status === 'WAITING' && '; it waits to be sent'}.</p>
            <ul>{latest.lines.map(({ of, sourceId: id, changes, path }) => <li key={`${of} ${id}`}><Figure value={changes} to={path} of={`changed on ${nameOf(of, id)}`} /> on {nameOf(of, id)}</li>)}</ul>
          </>
        )}
        {problem && <p role="alert" className="govuk-error-message">{problem.text}</p>}
        <div className="app-buttons app-no-print"><Button small variant="secondary" disabled={isBusy} preventDoubleClick onClick={() => void turn()}>{digest.on ? 'Turn it off' : 'Turn it on'}</Button></div>
      </div>
    </Panel>
  );
}
