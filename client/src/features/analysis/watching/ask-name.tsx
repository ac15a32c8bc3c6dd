import { isToldWhole, unkeptChoices, viewedList, viewPath } from '@attendance/shared/attendance';
import { useState, type SubmitEvent } from 'react';
import { useMutation } from '../../../graphql/hooks.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkboxes } from '../../../ui/checkboxes.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { newKey, useAsking, useMayShare, wordsOf } from './asking.ts';
import { SaveViewDocument } from './watch-control.generated.ts';

/** Asks what a page is to be called, and keeps it with the choices made on it; says so where one of them cannot be kept. */
export function AskName({ address }: { address: string }) {
  const [key] = useState(newKey);
  const [choices, setChoices] = useState<readonly string[]>([]);
  const [done, setDone] = useState<string | null>(null);
  const [save] = useMutation(SaveViewDocument);
  const mayShare = useMayShare();
  const { problem, isBusy, say, ask } = useAsking();
  const path = viewPath(address);
  const isOfWork = viewedList(path ?? '') !== null;
  const hasTyped = (new URLSearchParams(address.split('?')[1]).get('name') ?? '') !== '';
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const name = wordsOf(new FormData(event.currentTarget), 'view-name');
    if (name.length < 2) return say({ text: 'Give this view a name', field: 'view-name' });
    await ask(async () => setDone((await save({ variables: { input: { key, name, address, shared: choices.includes('shared'), alertJoins: choices.includes('tell') } } })).data?.saveView.name ?? name));
  };
  if (path === null) return <p>{unkeptChoices(address).length > 0 ? 'One of the choices made on this page cannot be kept, and without it another list would open. Take that choice away, and save the page then.' : 'This page cannot be kept.'} Nothing was saved.</p>;
  if (done !== null) return <p role="status"><strong>Saved.</strong> {done} is among <Link href="/watching#views">your saved views</Link>.</p>;
  const items = [...(mayShare ? [{ value: 'shared', label: 'Share it with everyone who works with the whole authority' }] : []), ...(isOfWork ? [{ value: 'tell', label: isToldWhole(path ?? '') ? 'Tell me who comes on this list and goes off it' : 'Tell me when a child joins this list' }] : [])];
  return (
    <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
      {problem && <ErrorSummary title={problem.field === null ? 'Nothing was saved' : 'There is a problem'} errors={[{ text: problem.text, ...(problem.field === null ? {} : { href: `#${problem.field}` }) }]} />}
      <Input id="view-name" name="view-name" label="Name" hint={`The choices made on this page are kept, and the rows are looked up anew each time.${hasTyped ? ' The name that was searched for is not kept.' : ''} Do not name a child.`} maxLength={60} autoComplete="off" {...(problem?.field === 'view-name' ? { error: problem.text } : {})} />
      {items.length > 0 && <Checkboxes name="view-choices" legend="Also" items={items} values={choices} onChange={setChoices} />}
      <div className="app-buttons"><Button type="submit" disabled={isBusy} preventDoubleClick>{isBusy ? 'Saving' : 'Save'}</Button></div>
    </form>
  );
}
