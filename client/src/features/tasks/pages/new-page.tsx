import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { taskPath, WORK_PATH } from '@attendance/shared/tasks';
import { numberIn, PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { newKey, problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { typedDay } from '../../../lib/typed-day.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { ownerItems } from '../rules/owner-items.ts';
import { AddTaskDocument, NewTaskPageDocument } from '../tasks.generated.ts';

const MOST = 2_147_483_647;
const aboutIn = (search: URLSearchParams) => ({ schoolId: numberIn(search, 'schoolId', 0, MOST) || null, pupilId: numberIn(search, 'pupilId', 0, MOST) || null });

export const loader = pageLoader(NewTaskPageDocument, (_, search) => aboutIn(search));

/** Adding a task of one's own, for oneself or a colleague. */
export function Component() {
  const { data: { taskOwners } } = usePageData(NewTaskPageDocument);
  const { me, can } = useMe();
  if (!can('task:write')) throw new PageProblem('FORBIDDEN', 'Your role does not include adding tasks.', null);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const [add, { loading }] = useMutation(AddTaskDocument);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const { schoolId, pupilId } = aboutIn(search);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      const { data } = await add({ variables: { key, input: { what: typedIn(form, 'what'), dueOn: typedDay(typedIn(form, 'dueOn')), ownerId: Number(typedIn(form, 'ownerId')) || null, schoolId, pupilId } } });
      await navigate(taskPath(data?.addTask.id ?? ''));
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  const about = pupilId !== null ? 'It is about the pupil whose record you came from.' : schoolId !== null ? 'It is about the school you came from.' : 'For something you must not forget.';
  return (
    <Page windowTitle="Add a task" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Work', href: WORK_PATH }, { text: 'Add a task' }]}>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <PageTitle title="Add a task" lede={`${about} ${me.schools.length > 0 ? 'Your school and the authority read it.' : 'Your team reads it; no school does, unless somebody at a school owns it.'}`} />
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        <Input id="what" name="what" label="What is to be done?" hint="In a few words. Do not name a child." {...wrong('what')} />
        <Input id="dueOn" name="dueOn" label="By when?" className="govuk-input--width-10" hint="For example, 4/12/2026." {...wrong('dueOn')} />
        <Select id="ownerId" name="ownerId" label="Who does it?" items={[{ text: `${me.name} (you)`, value: String(me.id ?? 0) }, ...ownerItems(taskOwners.filter(({ id }) => id !== me.id))]} defaultValue={String(me.id ?? 0)} {...wrong('ownerId')} />
        <div className="app-buttons"><Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Add this task'}</Button><Link href={WORK_PATH}>Leave without saving</Link></div>
      </form>
    </Page>
  );
}
