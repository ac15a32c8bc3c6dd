import { useState } from 'react';
import { TASK_STATUS_WORDS, taskPath } from '@attendance/shared/tasks';
import { Button } from '../../../ui/button.tsx';
import { Link } from '../../../ui/link.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useMe } from '../../identity/index.ts';
import { dueWords } from '../rules/due-words.ts';
import type { TaskRowFragment } from '../tasks.generated.ts';
import { AnswerForm } from './answer-form.tsx';
import { DueMark } from './due-mark.tsx';
import { Pick, type Chosen } from './pick.tsx';

/** What a task is, as a link, with what sets it apart. */
export function TaskName({ task }: { task: TaskRowFragment }) {
  return <><Link href={taskPath(task.id)} className="app-break">{task.what}</Link>{task.isUrgent && <> <Tag colour="red">Urgent</Tag></>}{task.status === 'IN_PROGRESS' && <> <Tag colour="blue">{TASK_STATUS_WORDS.IN_PROGRESS}</Tag></>}</>;
}

export interface TaskRowsProps {
  readonly tasks: readonly TaskRowFragment[];
  readonly today: string;
  /** Whose rows need no owner said. */
  readonly mine: boolean;
  readonly chosen?: Chosen;
  readonly onSaved?: () => void;
}

/** Tasks as a list: when each is due, what it is, whom it is about, and how to answer it. */
export function TaskRows({ tasks, today, mine, chosen, onSaved }: TaskRowsProps) {
  const [open, setOpen] = useState<string | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const { me } = useMe();
  const named = me.schools.length !== 1;
  return (
    <ul className="app-tasks">
      {tasks.map((task) => (
        <li key={task.id} className="app-task">
          {chosen && task.nextStatuses.length + Number(task.mayReassign) > 0 && <Pick task={task} chosen={chosen} />}
          <DueMark words={dueWords(task, today)} />
          <div className="app-task__main">
            <TaskName task={task} />
            <span className="app-line">
              {[task.pupilName === null || task.pupilId === null ? null : <Link key="pupil" href={`/pupils/${task.pupilId}`}>{task.pupilName}</Link>, named ? task.schoolName : null, mine && task.ownerId !== null ? null : task.owner].filter((part) => part !== null && part !== '').map((part, index) => <span key={index}>{index > 0 && ' · '}{part}</span>)}
            </span>
          </div>
          {onSaved && task.nextStatuses.length > 0 && open !== task.id && <Button small variant="secondary" autoFocus={left === task.id} onClick={() => setOpen(task.id)}>Answer<span className="govuk-visually-hidden"> {task.what}</span></Button>}
          {onSaved && open === task.id && <AnswerForm task={task} onSaved={() => { setOpen(null); onSaved(); }} onLeave={() => { setOpen(null); setLeft(task.id); }} />}
        </li>
      ))}
    </ul>
  );
}
