import { inSentence } from '@attendance/shared/kernel';
import { isToldWhole } from '@attendance/shared/attendance';
import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useRevalidator } from 'react-router';
import { formatNumber, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkboxes } from '../../../ui/checkboxes.tsx';
import { Details } from '../../../ui/details.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useAsking, useMayShare, wordsOf } from './asking.ts';
import { ChangeSavedViewDocument, DeleteSavedViewDocument, type SavedViewRowFragment } from './watching.generated.ts';

/** Pages kept under a name, with the pupils a list of work holds now. */
export function SavedViews({ views, changes = false }: { views: readonly SavedViewRowFragment[]; changes?: boolean }) {
  return (
    <Panel id="views" title="Saved views" flush={views.length > 0} foot={changes ? undefined : <Link href="/watching#views">Rename, share or delete</Link>}>
      {views.length === 0 ? <EmptyState>Open a list, choose whose, and press “Save this view”. It will be here.</EmptyState> : (
        <ul className="app-rows">
          {views.map((view) => (
            <li key={view.id}>
              <div className="app-rows__main">
                <Link href={view.path}>{view.name}</Link>
                <span className="app-line">{[view.isMine ? (view.shared ? 'shared by you' : 'yours alone') : `shared by ${view.ownerName}`, view.alertJoins && view.isMine && (isToldWhole(view.path) ? 'tells you who comes and goes' : 'tells you who joins')].filter(Boolean).join(' · ')}</span>
                {changes && view.isMine && <Details summary={<>Change or delete<span className="govuk-visually-hidden"> {view.name}</span></>} className="app-no-print"><ChangeView key={view.version} view={view} /></Details>}
              </div>
              {view.total !== null && <Figure value={plural(view.total, 'pupil')} to={view.path} of={`on ${view.name}`} />}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ChangeView({ view }: { view: SavedViewRowFragment }) {
  const [choices, setChoices] = useState<readonly string[]>([...(view.shared ? ['shared'] : []), ...(view.alertJoins ? ['tell'] : [])]);
  const [change] = useMutation(ChangeSavedViewDocument);
  const [remove] = useMutation(DeleteSavedViewDocument);
  const { revalidate } = useRevalidator();
  const mayShare = useMayShare();
  const { problem, isBusy, say, ask } = useAsking();
  const { id, version } = view;
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const name = wordsOf(new FormData(event.currentTarget), `view-${id}`);
    if (name.length < 2) return say({ text: 'Give this view a name', field: 'name' });
    if (await ask(() => change({ variables: { input: { id, version, name, shared: choices.includes('shared'), alertJoins: choices.includes('tell') } } }))) await revalidate();
  };
  const drop = async (): Promise<void> => {
    if (await ask(() => remove({ variables: { id, version } }))) await revalidate();
  };
  const items = [...(mayShare ? [{ value: 'shared', label: 'Shared' }] : []), ...(view.total !== null ? [{ value: 'tell', label: isToldWhole(view.path) ? 'Tell me who comes on it and goes off it' : 'Tell me when a child joins' }] : [])];
  return (
    <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
      <Input id={`view-${id}`} name={`view-${id}`} label="Name" defaultValue={view.name} maxLength={60} autoComplete="off" {...(problem ? { error: problem.text } : {})} />
      {items.length > 0 && <Checkboxes name={`choices-${id}`} legend="Also" items={items} values={choices} onChange={setChoices} />}
      <div className="app-buttons">
        <Button type="submit" small disabled={isBusy} preventDoubleClick>Save</Button>
        <ConfirmButton what={`Delete ${view.name}`} onConfirm={() => void drop()} />
      </div>
    </form>
  );
}

/** Deletes at the second press: the first says what the second will do. */
export function ConfirmButton({ what, onConfirm }: { what: string; onConfirm: () => void }) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked) return <Button small variant="secondary" onClick={() => setAsked(true)}>{what}</Button>;
  return (
    <span role="group" aria-label={`${what}?`} className="app-buttons">
      <Button small variant="warning" autoFocus preventDoubleClick onClick={onConfirm}>Yes, {inSentence(what)}</Button>
      <Button small variant="secondary" onClick={() => setAsked(false)}>Keep it</Button>
    </span>
  );
}

/** How many, in words that stand alone. */
export const membersWords = (kind: 'PUPILS' | 'SCHOOLS', members: number): string => (kind === 'PUPILS' ? plural(members, 'child', 'children') : `${formatNumber(members)} ${members === 1 ? 'school' : 'schools'}`);
