import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { academicYearLabel } from '@attendance/shared/calendar';
import type { MeetingFrequency } from '@attendance/shared/meetings';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Radios } from '../../../ui/radios.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { schoolIn } from './planned-school-page.tsx';
import { PlannedSchoolFormDocument, SetMeetingRequirementDocument } from './planned-school.generated.ts';

export const loader = pageLoader(PlannedSchoolFormDocument, ({ schoolId }) => ({ schoolId: schoolIn(schoolId) }));

/** How often a school is to be met in an academic year: a manager's choice, with a reason. */
export function Component() {
  const { data: { plannedSchool } } = usePageData(PlannedSchoolFormDocument);
  const navigate = useNavigate();
  const client = usePortalClient();
  const [set, { loading }] = useMutation(SetMeetingRequirementDocument);
  const [version, setVersion] = useState(plannedSchool.requirementVersion);
  const [frequency, setFrequency] = useState<MeetingFrequency>(plannedSchool.row.frequency);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  if (!plannedSchool.maySetFrequency) throw new PageProblem('FORBIDDEN', 'Your role does not include this.', null);
  const { row: { schoolId, name }, term } = plannedSchool;
  const back = `/meetings/schools/${schoolId}`;
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    try {
      await set({ variables: { schoolId, version, frequency, reason: typedIn(event.currentTarget, 'reason') } });
      await navigate(back);
    } catch (error) {
      const found = problemOf(error);
      if (found.isConflict) {
        const now = await client.query({ query: PlannedSchoolFormDocument, variables: { schoolId } }).catch(() => null);
        if (now?.data) setVersion(now.data.plannedSchool.requirementVersion);
      }
      setProblem(found);
    }
  };
  return (
    <Page windowTitle="How often a school is met" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: name, href: back }, { text: 'How often' }]}>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <PageTitle title="How often is this school met?" lede={`${name}, school year ${academicYearLabel(term.academicYear)}. Schools met less than once a term are counted, and listed with the reason.`} />
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        <Radios name="frequency" idPrefix="frequency" legend="How often?" value={frequency} onChange={(value) => setFrequency(value as MeetingFrequency)} items={[{ value: 'TERMLY', label: 'Every term' }, { value: 'ANNUAL', label: 'Once a year', hint: 'It is not overdue in a later term once it was met in this school year.' }]} />
        <Textarea id="reason" name="reason" rows={3} label="Why?" hint="It stands beside the school in the planner. Do not name a child." {...(problem?.fields.reason ? { error: problem.fields.reason } : {})} />
        <div className="app-buttons"><Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Save'}</Button><Link href={back}>Leave it as it is</Link></div>
      </form>
    </Page>
  );
}
