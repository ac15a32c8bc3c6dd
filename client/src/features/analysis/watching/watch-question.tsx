import { useState, type SubmitEvent } from 'react';
import { useMutation, useQuery } from '../../../graphql/hooks.ts';
import { formatList } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Select } from '../../../ui/select.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { newKey, useAsking, wordsOf } from './asking.ts';
import type { WatchControlProps } from './watch-control.tsx';
import { CreateWatchListDocument } from './watching.generated.ts';
import { WatchControlDocument, WatchDocument, type WatchControlQuery } from './watch-control.generated.ts';

/** On which list, and why: opened by the button beside a name. */
export function WatchQuestion({ onClose, ...props }: WatchControlProps & { readonly onClose: () => void }) {
  return <Sheet over="Watch lists" title={`Watch ${props.name}`} onClose={onClose}><Lists {...props} /></Sheet>;
}

function Lists(props: WatchControlProps) {
  const { data, error } = useQuery(WatchControlDocument, { variables: { pupilId: props.pupilId ?? null, schoolId: props.schoolId ?? null }, fetchPolicy: 'network-only' });
  if (error) return <p role="alert">{error.message}</p>;
  return data === undefined ? <LoadingState lines={3} /> : <AskWhich {...props} lists={data.watchLists} />;
}

const NEW = 'new';
const SHORTEST_WHY = 5;

function AskWhich({ pupilId, schoolId, lists }: WatchControlProps & { lists: WatchControlQuery['watchLists'] }) {
  const kind = pupilId === undefined ? 'SCHOOLS' : 'PUPILS';
  const own = lists.filter((list) => list.isMine && list.kind === kind);
  const holding = lists.filter(({ holds }) => holds);
  const free = own.filter(({ holds }) => !holds);
  const [listId, setListId] = useState(free[0]?.id ?? NEW);
  const [key] = useState(newKey);
  const [done, setDone] = useState<{ id: string; name: string } | null>(null);
  const [create] = useMutation(CreateWatchListDocument);
  const [watch] = useMutation(WatchDocument);
  const { problem, isBusy, say, ask } = useAsking();
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [why, name] = [wordsOf(form, 'watch-why'), wordsOf(form, 'watch-name')];
    if (listId === NEW && name.length < 2) return say({ text: 'Give the new list a name', field: 'watch-name' });
    if (why.length < SHORTEST_WHY) return say({ text: 'Say why, in a short sentence', field: 'watch-why' });
    await ask(async () => {
      const id = listId === NEW ? (await create({ variables: { input: { key, name, kind, shared: false } } })).data?.createWatchList.id : listId;
      if (id === undefined) return;
      const answer = await watch({ variables: { input: { listId: id, pupilId: pupilId ?? null, schoolId: schoolId ?? null, why } } });
      setDone(answer.data?.watch ?? null);
    });
  };
  if (done !== null) return <p role="status"><strong>Done.</strong> On the list <Link href={`/watching/${done.id}`}>{done.name}</Link>. Nobody at the school is told.</p>;
  const error = (field: string) => (problem?.field === field ? { error: problem.text } : {});
  return (
    <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
      {problem && <ErrorSummary title={problem.field === null ? 'Nothing was changed' : 'There is a problem'} errors={[{ text: problem.text, ...(problem.field === null ? {} : { href: `#${problem.field}` }) }]} />}
      {holding.length > 0 && <p>Already on {formatList(holding.map(({ name, isMine, ownerName }) => (isMine ? name : `${name} (shared by ${ownerName})`)))}.</p>}
      <Select id="watch-list" name="watch-list" label="On which list?" value={listId} onChange={(event) => setListId(event.target.value)} items={[...free.map(({ id, name }) => ({ text: name, value: id })), { text: 'A new list', value: NEW }]} />
      {listId === NEW && <Input id="watch-name" name="watch-name" label="Name of the new list" hint="Do not name a child." maxLength={60} autoComplete="off" {...error('watch-name')} />}
      <Input id="watch-why" name="watch-why" label="Why?" hint="A short sentence. Whoever may read the list reads this." maxLength={200} autoComplete="off" {...error('watch-why')} />
      <div className="app-buttons"><Button type="submit" disabled={isBusy} preventDoubleClick>{isBusy ? 'Adding' : 'Add to the list'}</Button></div>
    </form>
  );
}
