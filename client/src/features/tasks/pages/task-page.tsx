import { useRevalidator } from 'react-router';
import { TASK_SCOPE_WORDS, TASK_SIDE_WORDS, TASK_SOURCE_WORDS, TASK_STATUS_WORDS, taskPath, WORK_PATH } from '@attendance/shared/tasks';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatInstant, formatLongDay } from '../../../lib/format.ts';
import { Column, Columns } from '../../../ui/columns.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useMe } from '../../identity/index.ts';
import { AnswerForm } from '../parts/answer-form.tsx';
import { DueMark } from '../parts/due-mark.tsx';
import { SchoolName } from '../parts/school-name.tsx';
import { PostponeForm, ReassignForm } from '../parts/steer-forms.tsx';
import { changeTitle } from '../rules/change-words.ts';
import { dueWords } from '../rules/due-words.ts';
import { TaskPageDocument } from '../tasks.generated.ts';

export const loader = pageLoader(TaskPageDocument, ({ id }) => ({ id: id ?? '' }));

/** One task: what, who and by when, how to answer it, and everything that was done to it. */
export function Component() {
  const { data: { task } } = usePageData(TaskPageDocument);
  const { authority, today } = useMe();
  const revalidator = useRevalidator();
  const saved = (): void => { void revalidator.revalidate(); };
  const steers = task.mayPostpone || task.mayReassign;
  return (
    <Page windowTitle="Action" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Work', href: WORK_PATH }, { text: 'Action' }]}>
      <PageTitle title={<span className="app-break">{task.what}</span>} lede={<><Tag colour={task.when === 'OVERDUE' ? 'red' : task.when === null ? 'grey' : 'blue'}>{task.when === 'OVERDUE' ? `${TASK_STATUS_WORDS[task.status]}, overdue` : TASK_STATUS_WORDS[task.status]}</Tag>{task.isUrgent && <> <Tag colour="red">Urgent</Tag></>} Due {formatLongDay(task.dueOn)}</>} />
      <Columns>
        <Column span={7}>
          <Panel title="Who, what and by when" lead>
            <SummaryList rows={[
              { key: 'Due', value: <DueMark words={dueWords(task, today)} /> },
              { key: 'Owner', value: <>{task.owner === '' ? 'Nobody named' : task.owner}{task.ownerHasLeft && <strong>, who has left</strong>}<span className="app-line">{TASK_SIDE_WORDS[task.side]}</span></> },
              { key: 'About', value: task.pupilName === null ? TASK_SCOPE_WORDS[task.scope] : <Link href={`/pupils/${task.pupilId}`}>{task.pupilName}</Link> },
              { key: 'School', value: <SchoolName id={task.schoolId} name={task.schoolName} /> },
              { key: 'Made', value: `${TASK_SOURCE_WORDS[task.source]}, ${formatDate(task.fromOn)}` },
              ...(task.carriedFrom === null ? [] : [{ key: 'Goes on with', value: <Link href={taskPath(task.carriedFrom)}>An action of an earlier meeting</Link> }]),
              ...(task.note === '' ? [] : [{ key: 'What came of it', value: <span className="app-break">{task.note}</span> }]),
            ]} />
          </Panel>
          <Panel title="What was done" aside="Latest first. Nothing is ever taken out." flush>
            <ul className="app-rows">
              {task.changes.map((change) => (
                <li key={change.id}>
                  <div className="app-rows__main"><strong className="app-break">{changeTitle(change)}</strong>{change.note !== '' && <p className="app-break">{change.note}</p>}</div>
                  <span className="app-line">{formatInstant(change.at)}{change.by === null ? '' : `, ${change.by}`}</span>
                </li>
              ))}
            </ul>
          </Panel>
        </Column>
        <Column span={5}>
          {task.nextStatuses.length > 0 && <Panel title="Answer"><AnswerForm key={task.version} task={task} onSaved={saved} /></Panel>}
          {steers && (
            <Panel title="Another day or another owner">
              {task.mayPostpone && <PostponeForm key={`day-${task.version}`} task={task} onSaved={saved} />}
              {task.mayReassign && <ReassignForm key={`owner-${task.version}`} task={task} onSaved={saved} />}
            </Panel>
          )}
          {task.nextStatuses.length === 0 && !steers && <Panel title={task.when === null ? 'It is closed' : 'Somebody else answers it'}><p>{task.when === null ? 'What is closed stays closed. What was left of it is taken up at the next meeting.' : 'Its owner, its school and attendance officers say how far it is.'}</p></Panel>}
        </Column>
      </Columns>
    </Page>
  );
}
