import { useMutation, useQuery } from '../../../graphql/hooks.ts';
import { useRef, useState, type SubmitEvent } from 'react';
import { isTaskOpen, TASK_STATUS_WORDS, type TaskStatus } from '@attendance/shared/tasks';
import { newKey, problemOf, typedIn } from '../../../graphql/save.ts';
import { formatDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { Select } from '../../../ui/select.tsx';
import { Tag, type TagColour } from '../../../ui/tag.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
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
  const { taskId, what, owner, dueOn, status, note, pupilName, agreedOn, overdue, carriedOn } = action;
  return (
    <li>
      <div className="app-row app-row--apart">
        <strong>{what}{pupilName === null ? '' : `: ${pupilName}`}</strong>
        <span>{overdue ? <Tag colour="red">Overdue</Tag> : <Tag colour={COLOURS[status]}>{TASK_STATUS_WORDS[status]}</Tag>}</span>
      </div>
      <span className="app-line">{owner}, due {formatDay(dueOn)}, agreed on {formatDay(agreedOn)}{carriedOn && '. Carried on to this meeting'}</span>
      {effect && <BeforeAfter effect={effect} />}
      {note !== '' && <p className="app-lines">{note}</p>}
      {isTaskOpen(status) && <Details summary={<>Close it<span className="govuk-visually-hidden">: {what}</span></>} open={overdue}><Review action={action} key={taskId} /></Details>}
    </li>
  );
}

function Review({ action }: Pick<EarlierProps, 'action'>) {
  const { meeting, onReviewed } = useHolding();
  const { refresh } = usePapers();
  const [review, { loading }] = useMutation(ReviewActionDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const key = useRef(newKey());
  const id = `review-${action.taskId}`;
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      const { data } = await review({ variables: { id: meeting.id, key: key.current, taskId: action.taskId, version: action.version, status: typedIn(form, 'status') as TaskStatus, note: typedIn(form, 'note') } });
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
      <Select id={`${id}-status`} name="status" label="How it ended" items={CLOSINGS.map((each) => ({ value: each, text: TASK_STATUS_WORDS[each] }))} defaultValue="DONE" />
      <Textarea id={`${id}-note`} name="note" rows={2} label="What came of it" hint="What is partly or not done goes on as an action of this meeting." {...(problem === null ? {} : { describedBy: `${id}-wrong` })} />
      <Button type="submit" small disabled={loading} preventDoubleClick>{loading ? 'Closing' : 'Close it'}</Button>
    </form>
  );
}
