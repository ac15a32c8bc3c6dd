import { useMutation } from '../../../graphql/hooks.ts';
import { useState } from 'react';
import { useNavigate, useRevalidator, useSearchParams } from 'react-router';
import { answerFields, mayAnswer, MEETING_TABLE, preparationProgress, type Answer } from '@attendance/shared/meetings';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { problemOf, type SaveProblem } from '../../../graphql/save.ts';
import { formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { InsetText } from '../../../ui/inset-text.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { ApprovalWords } from '../parts/approval-words.tsx';
import { AnswerBox } from '../papers/answer-box.tsx';
import { OwedSummaries } from '../parts/owed-summaries.tsx';
import { PapersProvider, usePapers } from '../papers/papers-provider.tsx';
import { SavedLine } from '../papers/saved-line.tsx';
import { ApprovePreparationDocument, PrepareMeetingDocument, PrepareMeetingPageDocument, type PrepareMeetingPageQuery } from './prepare-page.generated.ts';

export const loader = pageLoader(PrepareMeetingPageDocument, ({ id }) => ({ id: id ?? '' }));

type Meeting = PrepareMeetingPageQuery['targetingMeeting'];
type Summary = PrepareMeetingPageQuery['termSummaries'][number];

/** Parts of the form: what the meeting needs from the school, in the order of its agenda. */
const PARTS: readonly { readonly title: string; readonly fields: readonly string[] }[] = [
  { title: 'The picture', fields: ['PICTURE', 'PRIORITIES', 'WORKED', 'PREVIOUS_ACTIONS'] },
  { title: 'Pupils and groups', fields: ['PUPILS', 'COHORTS', 'PART_TIME', 'SOCIAL_WORKER'] },
  { title: 'Your practice', fields: ['STAFFING', 'POLICY_ON', 'TRAINING', 'DATA'] },
  { title: 'The meeting', fields: ['ATTENDING', 'QUESTIONS', 'SHARE'] },
];

/** The school prepares its meeting: kept as it is typed, submitted when it is whole. The officer reads the same page. */
export function Component() {
  const { data: { targetingMeeting: meeting, termSummaries } } = usePageData(PrepareMeetingPageDocument);
  const [search] = useSearchParams();
  const { me } = useMe();
  const schoolId = meeting.schools.find(({ id }) => String(id) === search.get('schoolId'))?.id ?? meeting.schools[0]?.id ?? 0;
  return (
    <PapersProvider meetingId={meeting.id} version={meeting.version} written={meeting.written} reading="PREPARATION" key={meeting.version}>
      <Preparation meeting={meeting} schoolId={schoolId} isSchool={me.schools.includes(schoolId)} summary={termSummaries.find((summary) => summary.schoolId === schoolId)} />
    </PapersProvider>
  );
}

const APPROVED_WHILE: readonly string[] = Object.keys(MEETING_TABLE.APPROVE.moves);

/** The headteacher's word on what was submitted. */
function Approve({ meeting: { id, version }, schoolId }: { meeting: Meeting; schoolId: number }) {
  const [approve, { loading }] = useMutation(ApprovePreparationDocument);
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const press = async (): Promise<void> => {
    setProblem(null);
    await approve({ variables: { id, version, schoolId } }).catch((error: unknown) => setProblem(problemOf(error)));
    await revalidate();
  };
  return (
    <Panel title="Your approval">
      {problem && <ErrorSummary title="Not approved" errors={[{ text: problem.text }]} />}
      <p>You approve the preparation as it stands here. The meeting does not wait for it; if it is opened again, it comes back to you.</p>
      <div className="app-buttons"><Button onClick={() => void press()} disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Approve the preparation'}</Button></div>
    </Panel>
  );
}

function Preparation({ meeting, schoolId, isSchool, summary }: { meeting: Meeting; schoolId: number; isSchool: boolean; summary: Summary | undefined }) {
  const { can } = useMe();
  const navigate = useNavigate();
  const { papers, flush } = usePapers();
  const [prepare, { loading }] = useMutation(PrepareMeetingDocument);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const school = meeting.schools.find(({ id }) => id === schoolId);
  const own: Answer[] = Object.values(papers.boxes).filter((box) => box.schoolId === schoolId);
  const { filled, of, missing } = preparationProgress(own);
  const mayWrite = isSchool && can('meeting:prepare') && school?.prepared !== true && mayAnswer('PREPARATION', 'SCHOOL', meeting.status);
  const back = `/meetings/${meeting.id}`;
  const submit = async (): Promise<void> => {
    if (!(await flush())) { setProblem({ text: 'Some of what you typed has not reached the portal yet. Nothing is lost: look at the line at the foot of the page, and submit again.', fields: {}, isConflict: false }); return; }
    try {
      await prepare({ variables: { id: meeting.id, version: meeting.version, schoolId } });
      await navigate(back);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Page windowTitle="Preparing a meeting" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: 'Meeting', href: back }, { text: 'Preparation' }]}>
      {problem && <ErrorSummary title="Not submitted" errors={[{ text: problem.text }]} />}
      <PageTitle title={isSchool && can('meeting:prepare') ? 'Prepare the meeting' : 'How the school prepared'} lede={`${school?.name ?? ''}, ${formatLongDay(meeting.onDay)}, ${meeting.atTime}.${meeting.dates.preparationDue === null ? '' : ` Due by ${formatLongDay(meeting.dates.preparationDue)}.`}`} />
      {school?.prepared === true && <InsetText>This preparation was submitted. {isSchool ? 'Ask the officer to open it again if something changed.' : 'Open it again on the page of the meeting if something is missing.'} <ApprovalWords school={school} /></InsetText>}
      {school?.prepared === true && school.approvedAt === null && isSchool && can('meeting:approve') && APPROVED_WHILE.includes(meeting.status) && <Approve meeting={meeting} schoolId={schoolId} />}
      <div className="app-progress-line">
        <label htmlFor="filled"><strong>{filled} of {of}</strong> filled in</label> <progress id="filled" max={of} value={filled}>{filled} of {of}</progress>
        <Link href={`${back}/pack?schoolId=${schoolId}`}>Look at the figures</Link>
      </div>
      {summary && <OwedSummaries summaries={[summary]} />}
      {!mayWrite && own.every(({ place }) => place !== 'PREPARATION') && <p>Nothing has been written here yet.</p>}
      {PARTS.map(({ title, fields }) => (
        <Panel key={title} title={title}>
          <div className="app-boxes">{fields.map((field) => <AnswerBox key={field} name={{ schoolId, place: 'PREPARATION', subject: '', field }} isReadOnly={!mayWrite} {...(answerFields('PREPARATION')[field]?.isNeeded && mayWrite ? { label: `${answerFields('PREPARATION')[field]?.label ?? ''} (needed)` } : {})} />)}</div>
        </Panel>
      ))}
      {mayWrite && (
        <>
          {meeting.status === 'OFFERED' && <InsetText>The date is not agreed yet. What you type is kept; submit it once the meeting is booked.</InsetText>}
          {missing.length > 0 && <p id="still-needed">Still needed: {missing.join('; ')}.</p>}
          <div className="app-buttons">
            {meeting.status === 'BOOKED' && <Button preventDoubleClick disabled={loading} onClick={() => void submit()} {...(missing.length > 0 ? { 'aria-describedby': 'still-needed' } : {})}>{loading ? 'Submitting' : 'Submit the preparation'}</Button>}
            <Link href={back}>Go on later: it is kept</Link>
          </div>
        </>
      )}
      {mayWrite && <SavedLine here="PREPARATION" />}
    </Page>
  );
}
