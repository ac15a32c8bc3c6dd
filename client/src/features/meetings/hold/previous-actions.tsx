import { useMutation, useQuery } from '../../../graphql/hooks.ts';
import { useRef, useState, type SubmitEvent } from 'react';
import { HALF_TYPED } from '@attendance/shared/meetings';
import { draftBeside, isTaskOpen, TASK_STATUS_WORDS, type TaskStatus } from '@attendance/shared/tasks';
import { newKey, problemOf } from '../../../graphql/save.ts';
import { formatDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { Select } from '../../../ui/select.tsx';
import { Tag, type TagColour } from '../../../ui/tag.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { DraftNotes, useDraft, type DraftHandle } from '../../tasks/index.ts';
import { EffectsOfActionsDocument, ReviewActionDocument, type EarlierActionFragment } from '../pages/hold-page.generated.ts';
import { usePapers } from '../papers/papers-provider.tsx';
import { BeforeAfter } from '../parts/before-after.tsx';
import type { BeforeAfterFieldsFragment } from '../parts/before-after.generated.ts';
import { useHolding } from './holding.ts';

const CLOSINGS: readonly TaskStatus[] = ['DONE', 'PARTLY', 'NOT_DONE', 'NO_LONGER_NEEDED'];
const COLOURS: Readonly<Record<TaskStatus, TagColour>> = { OPEN: 'grey', IN_PROGRESS: 'blue', DONE: 'green', PARTLY: 'yellow', NOT_DONE: 'orange', NO_LONGER_NEEDED: 'grey' };

/** Actions of earlier meetings, each with attendance before and after it, and closed with what came of it. */
export function PreviousActions() {
  const { previous, schoolId } = useHolding();
  const own = previous.filter((action) => action.schoolId === schoolId);
  const { data } = useQuery(EffectsOfActionsDocument, { variables: { taskIds: own.filter(({ pupilId }) => pupilId !== null).map(({ taskId }) => taskId).slice(0, 100) }, skip: own.every(({ pupilId }) => pupilId === null) });
  if (own.length === 0) return <p>Nothing was agreed in an earlier meeting.</p>;
  return (
    <ul className="app-earlier">
      {own.map((action) => <Earlier key={action.taskId} action={action} effect={data?.actionEffects.find(({ taskId }) => taskId === action.taskId)} />)}
    </ul>
  );
}

type EarlierProps = { action: EarlierActionFragment; effect: BeforeAfterFieldsFragment | undefined };

function Earlier({ action, effect }: EarlierProps) {
  const { what, owner, dueOn, status, note, pupilName, agreedOn, overdue, carriedOn } = action;
  return (
    <li>
      <div className="app-row app-row--apart">
        <strong>{what}{pupilName === null ? '' : `: ${pupilName}`}</strong>
        <span>{overdue ? <Tag colour="red">Overdue</Tag> : <Tag colour={COLOURS[status]}>{TASK_STATUS_WORDS[status]}</Tag>}</span>
      </div>
      <span className="app-line">{owner}, due {formatDay(dueOn)}, agreed on {formatDay(agreedOn)}{carriedOn && '. Carried on to this meeting'}</span>
      {effect && <BeforeAfter effect={effect} />}
      {note !== '' && <p className="app-lines">{note}</p>}
      {isTaskOpen(status) && <Closing action={action} />}
    </li>
  );
}

/** Open where the action is overdue, and where somebody has begun to close it. */
function Closing({ action }: Pick<EarlierProps, 'action'>) {
  const { meeting } = useHolding();
  const [about, part] = [{ meetingId: Number(meeting.id), taskId: null, pupilId: action.pupilId }, HALF_TYPED.review(action.taskId)];
  const [note, ended] = [useDraft({ ...about, part }), useDraft({ ...about, part: draftBeside(part, 'STATUS') })];
  const [toggled, setToggled] = useState<boolean | null>(null);
  return <Details summary={<>Close it<span className="govuk-visually-hidden">: {action.what}</span></>} open={toggled ?? (action.overdue || (note.value ?? '') !== '')} onToggle={(event) => setToggled(event.currentTarget.open)}><Review action={action} note={note} ended={ended} /></Details>;
}

function Review({ action, note, ended }: Pick<EarlierProps, 'action'> & { note: DraftHandle; ended: DraftHandle }) {
  const { meeting, onReviewed } = useHolding();
  const { refresh } = usePapers();
  const [review, { loading }] = useMutation(ReviewActionDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const key = useRef(newKey());
  const id = `review-${action.taskId}`;
  const status = CLOSINGS.find((each) => each === ended.value) ?? 'DONE';
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    try {
      const { data } = await note.send(() => review({ variables: { id: meeting.id, key: key.current, taskId: action.taskId, version: action.version, status, note: note.value ?? '' } }));
      if (data) onReviewed(data.reviewAction.previous);
      refresh();
    } catch (error) {
      const { text, fields } = problemOf(error);
      setProblem(Object.values(fields).join('. ') || text);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {problem !== null && <ErrorMessage id={`${id}-wrong`}>{problem}</ErrorMessage>}
      <Select id={`${id}-status`} name="status" label="How it ended" items={CLOSINGS.map((each) => ({ value: each, text: TASK_STATUS_WORDS[each] }))} value={status} onChange={(event) => ended.write(event.target.value)} />
      <DraftNotes draft={note} />
      <Textarea id={`${id}-note`} name="note" rows={2} value={note.value ?? ''} onChange={(event) => note.write(event.target.value)} label="What came of it" hint="What is partly or not done goes on as an action of this meeting." {...(problem === null ? {} : { describedBy: `${id}-wrong` })} />
      <Button type="submit" small disabled={loading} preventDoubleClick>{loading ? 'Closing' : 'Close it'}</Button>
    </form>
  );
}
