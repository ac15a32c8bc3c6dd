import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useRevalidator, useSearchParams } from 'react-router';
import { may, numberIn, pageLoader, PageProblem, usePageData } from '../../../graphql/page-query.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { barrierColumns } from './barriers-page.tsx';
import { BarriersForPageDocument, LinkBarrierDocument, type BarrierRowFragment } from './barriers.generated.ts';
import { problemOf, typedIn } from '../../../graphql/save.ts';

const MOST = 2_147_483_647;
const asked = (search: URLSearchParams) => ({ schoolId: numberIn(search, 'schoolId', 0, MOST) || null, pupilId: numberIn(search, 'pupilId', 0, MOST) || null });

export const loader = pageLoader(BarriersForPageDocument, (_, search) => {
  const { schoolId, pupilId } = asked(search);
  if ((schoolId === null) === (pupilId === null)) throw new PageProblem('NOT_FOUND', 'This address names no school and no pupil.', null);
  return { filter: { schoolId, pupilId, closed: true }, all: {}, schoolId: String(schoolId ?? ''), school: schoolId !== null, writes: may('barrier:write') };
});

/** The barriers of one school or one pupil, and the way to link another. The pupil is not named: tabs and histories are read by others. */
export function Component() {
  const { data: { barriers, open, school } } = usePageData(BarriersForPageDocument);
  const { authority, can } = useMe();
  const [search] = useSearchParams();
  const revalidator = useRevalidator();
  const [link, { loading }] = useMutation(LinkBarrierDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const { schoolId, pupilId } = asked(search);
  const back = schoolId !== null ? { text: school?.name ?? 'School', href: `/schools/${schoolId}` } : { text: 'Pupil record', href: `/pupils/${pupilId}` };
  const relink = async (id: string, linked: boolean): Promise<void> => {
    try {
      await link({ variables: { id, schoolId, pupilId, linked } });
      setProblem(null);
      await revalidator.revalidate();
    } catch (error) {
      setProblem(problemOf(error).text);
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const id = typedIn(event.currentTarget, 'barrier');
    if (id !== '') void relink(id, true);
  };
  const others = (open?.items ?? []).filter(({ id }) => !barriers.items.some((each) => each.id === id));
  const whom = schoolId !== null ? (school?.name ?? 'this school') : 'this pupil';
  const title = `Area barriers that ${schoolId !== null ? `name ${whom}` : 'this pupil is linked to'}`;
  const unlink = { key: 'unlink', heading: 'Link', cell: ({ id, title: of }: BarrierRowFragment) => <QuietButton small disabled={loading} onClick={() => void relink(id, false)}>Take the link away<span className="govuk-visually-hidden"> to {of}</span></QuietButton> };
  return (
    <Page windowTitle="Area barriers" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, back, { text: 'Area barriers' }]}>
      {problem !== null && <ErrorSummary title="Nothing was changed" errors={[{ text: problem }]} />}
      <PageTitle title={title} actions={can('barrier:write') ? <Button href={`/barriers/new?${schoolId !== null ? `schoolId=${schoolId}` : `pupilId=${pupilId}`}`}>Log a new barrier</Button> : undefined} />
      <Panel title={barriers.total === 0 ? 'None' : `${barriers.total} in all, closed ones too`} flush>
        <DataTable caption={title} rows={barriers.items} rowKey={({ id }) => id} columns={[...barrierColumns, ...(can('barrier:write') ? [unlink] : [])]} empty={<p>No barrier is linked yet.</p>} />
        {can('barrier:write') && others.length > 0 && (
          <form className="app-filters app-filters--form app-no-print" onSubmit={submit}>
            <Select id="barrier" name="barrier" label={`Link ${whom} to a barrier`} items={[{ text: 'Choose a barrier', value: '' }, ...others.map(({ id, title: text }) => ({ text, value: id }))]} defaultValue="" />
            <Button type="submit" variant="secondary" preventDoubleClick>Link</Button>
          </form>
        )}
      </Panel>
    </Page>
  );
}
