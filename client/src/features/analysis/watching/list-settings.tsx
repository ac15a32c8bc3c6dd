import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { FALL_POINTS, SILENT_DAYS, WORK_LIST_KINDS, WORK_LIST_TITLES, type WorkListKind } from '@attendance/shared/attendance';
import { Button } from '../../../ui/button.tsx';
import { Checkboxes } from '../../../ui/checkboxes.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useAsking, useMayShare, wordsOf } from './asking.ts';
import { ConfirmButton } from './saved-views.tsx';
import { ChangeWatchListDocument, DeleteWatchListDocument, HandOverWatchListDocument, type WatchListPageQuery } from './watch-list-page.generated.ts';

type List = WatchListPageQuery['watchList']['list'];

/** What the owner of a list chooses: its name, whether it is shared, what it tells; and giving it away or deleting it. */
export function ListSettings({ list, colleagues }: { list: List; colleagues: NonNullable<WatchListPageQuery['watchColleagues']> }) {
  return (
    <Columns>
      <Column span={8}><Panel title="What this list is called, and what it tells" className="app-no-print"><Change list={list} /></Panel></Column>
      <Column span={4}>
        {list.shared && colleagues.length > 0 && <Panel title="Hand it over" className="app-no-print"><HandOver list={list} colleagues={colleagues} /></Panel>}
        <Panel title="Delete it" className="app-no-print"><Delete list={list} /></Panel>
      </Column>
    </Columns>
  );
}

const numberOrNone = (words: string): number | null => (words === '' ? null : Number(words));
/** What is wrong with a number that was typed, or null. */
function problemOfNumber(value: number | null, { least, most }: { readonly least: number; readonly most: number }): string | null {
  return value === null || (Number.isInteger(value) && value >= least && value <= most) ? null : `Enter a whole number from ${least} to ${most}, or leave it empty`;
}

function Change({ list }: { list: List }) {
  const [kinds, setKinds] = useState<readonly string[]>(list.alertKinds);
  const [choices, setChoices] = useState<readonly string[]>(list.shared ? ['shared'] : []);
  const [change] = useMutation(ChangeWatchListDocument);
  const { revalidate } = useRevalidator();
  const mayShare = useMayShare();
  const { problem, isBusy, say, ask } = useAsking();
  const isOfPupils = list.kind === 'PUPILS';
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = wordsOf(form, 'list-name');
    const [fall, silent] = [numberOrNone(wordsOf(form, 'list-fall')), numberOrNone(wordsOf(form, 'list-silent'))];
    if (name.length < 2) return say({ text: 'Give the list a name', field: 'list-name' });
    for (const [field, value, bounds] of [['list-fall', fall, FALL_POINTS], ['list-silent', silent, SILENT_DAYS]] as const) {
      const wrong = problemOfNumber(value, bounds);
      if (wrong !== null) return say({ text: wrong, field });
    }
    const input = { id: list.id, version: list.version, name, shared: choices.includes('shared'), alertKinds: kinds as WorkListKind[], alertFallPoints: isOfPupils ? null : fall, alertSilentDays: isOfPupils ? null : silent };
    if (await ask(() => change({ variables: { input } }))) await revalidate();
  };
  const error = (field: string) => (problem?.field === field ? { error: problem.text } : {});
  return (
    <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
      {problem && <ErrorSummary title={problem.field === null ? 'Nothing was changed' : 'There is a problem'} errors={[{ text: problem.text, ...(problem.field === null ? {} : { href: `#${problem.field}` }) }]} />}
      <Input id="list-name" name="list-name" label="Name" hint="Do not name a child." defaultValue={list.name} maxLength={60} autoComplete="off" {...error('list-name')} />
      {mayShare && <Checkboxes name="list-shared" items={[{ value: 'shared', label: 'Share it with everyone who works with the whole authority', hint: 'They read it. Only you change it, and only you are told.' }]} values={choices} onChange={setChoices} />}
      {isOfPupils
        ? <Checkboxes name="list-kinds" className="govuk-checkboxes--small" legend="Tell me when a child on this list joins" items={WORK_LIST_KINDS.map((kind) => ({ value: kind, label: WORK_LIST_TITLES[kind] }))} values={kinds} onChange={setKinds} />
        : (
          <>
            <Input id="list-fall" name="list-fall" className="govuk-input--width-3" inputMode="numeric" label="Tell me when attendance of a school’s last school weeks is below the weeks before by" suffix="percentage points" hint="Leave it empty to be told nothing of it." defaultValue={list.alertFallPoints ?? ''} {...error('list-fall')} />
            <Input id="list-silent" name="list-silent" className="govuk-input--width-3" inputMode="numeric" label="Tell me when a school has sent no marks for" suffix="school days" hint="Leave it empty to be told nothing of it." defaultValue={list.alertSilentDays ?? ''} {...error('list-silent')} />
          </>
        )}
      <div className="app-buttons"><Button type="submit" disabled={isBusy} preventDoubleClick>{isBusy ? 'Saving' : 'Save'}</Button></div>
    </form>
  );
}

function HandOver({ list, colleagues }: { list: List; colleagues: NonNullable<WatchListPageQuery['watchColleagues']> }) {
  const [to, setTo] = useState('');
  const [handOver] = useMutation(HandOverWatchListDocument);
  const { revalidate } = useRevalidator();
  const { problem, ask } = useAsking();
  const give = async (): Promise<void> => {
    if (await ask(() => handOver({ variables: { id: list.id, version: list.version, to } }))) await revalidate();
  };
  const chosen = colleagues.find(({ id }) => id === to);
  return (
    <div className="app-question">
      <Select id="list-to" name="list-to" label="To" value={to} onChange={(event) => setTo(event.target.value)} items={[{ text: 'Choose a colleague', value: '' }, ...colleagues.map(({ id, name, jobTitle }) => ({ text: [name, jobTitle].filter(Boolean).join(', '), value: id }))]} {...(problem ? { error: problem.text } : {})} />
      {chosen && <ConfirmButton key={to} what={`Hand it over to ${chosen.name}`} onConfirm={() => void give()} />}
      <p className="app-small app-muted">It becomes theirs to change. You still read it while it is shared.</p>
    </div>
  );
}

function Delete({ list }: { list: List }) {
  const [remove] = useMutation(DeleteWatchListDocument);
  const navigate = useNavigate();
  const { problem, ask } = useAsking();
  const drop = async (): Promise<void> => {
    if (await ask(() => remove({ variables: { id: list.id, version: list.version } }))) await navigate('/watching');
  };
  return (
    <div className="app-stack">
      <p>The children’s and schools’ records stay as they are. Who was on the list, and why, stays in the trail.</p>
      {problem && <p role="alert" className="govuk-error-message">{problem.text}</p>}
      <ConfirmButton what="Delete this list" onConfirm={() => void drop()} />
    </div>
  );
}
