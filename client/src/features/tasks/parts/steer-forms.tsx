import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { dayToType, typedDay } from '../../../lib/typed-day.ts';
import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { ownerItems } from '../rules/owner-items.ts';
import { PostponeTaskDocument, ReassignTasksDocument, TaskOwnersDocument, TaskPageDocument, type TaskOwnerFieldsFragment, type TaskWordsFragment } from '../tasks.generated.ts';

interface SteerProps { readonly task: TaskWordsFragment; readonly onSaved: () => void }

const summaryIn = (form: string, { text, fields }: SaveProblem) => { const named = Object.entries(fields); return named.length === 0 ? [{ text }] : named.map(([field, words]) => ({ text: words, href: `#${form}-${field}` })); };

/** Another day, with the reason. */
export function PostponeForm({ task, onSaved }: SteerProps) {
  const client = usePortalClient();
  const [postpone, { loading }] = useMutation(PostponeTaskDocument);
  const [held, setHeld] = useState(task);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      await postpone({ variables: { id: task.id, version: held.version, dueOn: typedDay(typedIn(form, 'dueOn')), reason: typedIn(form, 'reason') } });
      onSaved();
    } catch (error) {
      const found = problemOf(error);
      const now = found.isConflict ? await client.query({ query: TaskPageDocument, variables: { id: task.id } }).catch(() => null) : null;
      if (now?.data) setHeld(now.data.task);
      setProblem(found);
    }
  };
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  return (
    <Details summary="Give it another day">
      <form className="app-answer" onSubmit={(event) => void submit(event)} noValidate>
        {problem && <ErrorSummary title="Nothing was saved" errors={summaryIn('day', problem)} />}
        <Input id="day-dueOn" name="dueOn" label="New day" className="govuk-input--width-10" hint="For example, 11/12/2026." defaultValue={dayToType(held.dueOn)} {...wrong('dueOn')} />
        <Textarea id="day-reason" name="reason" rows={2} label="Why?" hint="Whoever reads the action reads this. Do not name a child." {...wrong('reason')} />
        <Button type="submit" small variant="secondary" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Save the new day'}</Button>
      </form>
    </Details>
  );
}

/** To somebody else, who must be able to open what it is about. People are asked for once the form is opened. */
export function ReassignForm({ task, onSaved }: SteerProps) {
  const client = usePortalClient();
  const [reassign, { loading }] = useMutation(ReassignTasksDocument);
  const [owners, setOwners] = useState<readonly TaskOwnerFieldsFragment[] | null>(null);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const open = async (): Promise<void> => {
    if (owners !== null) return;
    const { data } = await client.query({ query: TaskOwnersDocument, variables: { schoolId: task.schoolId, pupilId: task.pupilId } }).catch(() => ({ data: undefined }));
    setOwners(data?.taskOwners.filter(({ id }) => id !== task.ownerId) ?? []);
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      const { data } = await reassign({ variables: { rows: [{ id: task.id, version: task.version }], toOwnerId: Number(typedIn(form, 'toOwnerId')), reason: typedIn(form, 'reason') } });
      const row = data?.reassignTasks.rows[0];
      if (row?.result === 'FAILED') setProblem({ text: `${row.reason}. Nothing was changed.`, fields: {}, isConflict: false });
      else onSaved();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  return (
    <Details summary="Give it to somebody else" onToggle={() => void open()}>
      {owners === null ? <p>Asking who may own it.</p> : owners.length === 0 ? <p>Nobody else may own it.</p> : (
        <form className="app-answer" onSubmit={(event) => void submit(event)} noValidate>
          {problem && <ErrorSummary title="Nothing was changed" errors={summaryIn('give', problem)} />}
          <Select id="give-toOwnerId" name="toOwnerId" label="To whom?" items={[{ text: 'Choose somebody', value: '0' }, ...ownerItems(owners)]} defaultValue="0" {...wrong('toOwnerId')} />
          <Textarea id="give-reason" name="reason" rows={2} label="Why?" {...wrong('reason')} />
          <Button type="submit" small variant="secondary" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Give it to them'}</Button>
        </form>
      )}
    </Details>
  );
}
