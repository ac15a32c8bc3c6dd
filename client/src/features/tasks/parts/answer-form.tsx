import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { ANSWER_DRAFT, closingNeedsNote, draftBeside, isTaskOpen, TASK_STATUS_WORDS, TASK_STATUSES } from '@attendance/shared/tasks';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf, type SaveProblem } from '../../../graphql/save.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { DraftNotes } from '../drafts/draft-notes.tsx';
import { useDraft, useDraftsOf } from '../drafts/use-draft.ts';
import { ChangeTaskDocument, TaskPageDocument, type TaskRowFragment } from '../tasks.generated.ts';

interface AnswerFormProps {
  readonly task: Pick<TaskRowFragment, 'id' | 'version' | 'status' | 'nextStatuses' | 'what'>;
  readonly onSaved: () => void;
  /** Where the form was opened in a list: it takes the focus of the button that opened it. */
  readonly onLeave?: () => void;
}

/** Saying how far a task has come. What was typed stays in its fields whatever the server says, and is kept by the portal until it is saved. */
export function AnswerForm({ task, onSaved, onLeave }: AnswerFormProps) {
  const client = usePortalClient();
  const [change, { loading }] = useMutation(ChangeTaskDocument);
  const [held, setHeld] = useState(task);
  const about = { meetingId: null, taskId: Number(task.id), pupilId: null };
  useDraftsOf(about);
  const [typed, ended] = [useDraft({ ...about, part: ANSWER_DRAFT }), useDraft({ ...about, part: draftBeside(ANSWER_DRAFT, 'STATUS') })];
  const statuses = TASK_STATUSES.filter((status) => status === held.status || held.nextStatuses.includes(status));
  const chosen = statuses.find((status) => status === ended.value) ?? held.status;
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [statusId, noteId] = [`status-${task.id}`, `note-${task.id}`];
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    try {
      await typed.send(() => change({ variables: { id: task.id, version: held.version, status: chosen, note: typed.value ?? '' } }));
      onSaved();
    } catch (error) {
      const found = problemOf(error);
      if (found.isConflict) {
        const now = await client.query({ query: TaskPageDocument, variables: { id: task.id } }).catch(() => null);
        if (now?.data) setHeld(now.data.task);
      }
      setProblem(found);
    }
  };
  const errors = problem === null ? [] : Object.entries(problem.fields).map(([field, text]) => ({ text, href: `#${field}-${task.id}` }));
  return (
    <form className="app-answer" onSubmit={(event) => void submit(event)} noValidate aria-label={`Answer: ${task.what}`}>
      {problem && <ErrorSummary title={errors.length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={errors.length > 0 ? errors : [{ text: problem.text }]} />}
      {held.version !== task.version && <p><strong>It is {TASK_STATUS_WORDS[held.status].toLowerCase()} now.</strong> {isTaskOpen(held.status) ? 'Save again if yours still holds.' : 'It is closed, and stays closed.'}</p>}
      <Select
        id={statusId} name="status" label="How far is it?" autoFocus={onLeave !== undefined} value={chosen} onChange={(event) => ended.write(event.currentTarget.value)}
        items={statuses.map((value) => ({ value, text: value === held.status ? `${TASK_STATUS_WORDS[value]} (as it is)` : TASK_STATUS_WORDS[value] }))} {...(problem?.fields.status ? { error: problem.fields.status } : {})}
      />
      <DraftNotes draft={typed} />
      <Textarea id={noteId} name="note" rows={3} value={typed.value ?? ''} onChange={(event) => typed.write(event.target.value)} label={closingNeedsNote(chosen) ? 'What came of it?' : 'Note'} hint={closingNeedsNote(chosen) ? 'What changed for the pupil or the school. It is carried to the next meeting.' : chosen === held.status ? 'What was done so far.' : 'Optional.'} {...(problem?.fields.note ? { error: problem.fields.note } : {})} />
      <div className="app-buttons"><Button type="submit" small disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Save'}</Button>{onLeave && <QuietButton onClick={onLeave}>Leave it as it is</QuietButton>}</div>
    </form>
  );
}
