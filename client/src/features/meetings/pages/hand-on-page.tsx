import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { MEETING_COMMAND_WORDS, MEETING_STATUS_WORDS } from '@attendance/shared/meetings';
import { useMutation, useQuery } from '../../../graphql/hooks.ts';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { officerItems } from '../parts/officer-items.ts';
import { WhoIsTold } from '../parts/who-is-told.tsx';
import { HandOnMeetingDocument, HandOnPageDocument } from './handover.generated.ts';
import { MeetingRecipientsDocument } from './recipients.generated.ts';

export const loader = pageLoader(HandOnPageDocument, ({ id }) => ({ id: id ?? '' }));

const WORDS = MEETING_COMMAND_WORDS.HAND_ON;

/** Giving one meeting to another officer. */
export function Component() {
  const { data: { targetingMeeting: meeting, meetingOfficers: officers } } = usePageData(HandOnPageDocument);
  const navigate = useNavigate();
  const client = usePortalClient();
  const [handOn, { loading }] = useMutation(HandOnMeetingDocument);
  const [held, setHeld] = useState(meeting);
  const [to, setTo] = useState(0);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const { data: told } = useQuery(MeetingRecipientsDocument, { variables: { id: meeting.id, command: 'HAND_ON', officerId: to }, skip: to === 0 });
  if (!meeting.allowedCommands.includes('HAND_ON')) throw new PageProblem('CONFLICT', `This is not possible while the meeting is “${MEETING_STATUS_WORDS[meeting.status]}”. Nothing was changed. Go back to the meeting to see what is.`, null);
  const back = `/meetings/${meeting.id}`;
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const reason = typedIn(event.currentTarget, 'reason');
    try {
      await handOn({ variables: { id: meeting.id, version: held.version, officerId: to, reason } });
      await navigate(back);
    } catch (error) {
      const found = problemOf(error);
      const now = found.isConflict ? await client.query({ query: HandOnPageDocument, variables: { id: meeting.id } }).catch(() => null) : null;
      if (now?.data) setHeld(now.data.targetingMeeting);
      setProblem(found);
    }
  };
  return (
    <Page windowTitle={WORDS} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meeting', href: back }, { text: WORDS }]}>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <PageTitle title={WORDS} lede={`${held.schools.map(({ name }) => name).join(', ')}. ${MEETING_STATUS_WORDS[held.status]}, ${formatLongDay(held.onDay)}, ${held.atTime}. ${held.officer} holds it now.`} />
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        <Select id="officerId" name="officerId" label="Who is to hold it?" hint="People whose role holds meetings, with how many they hold now. Deadlines that run go with it." items={officerItems(officers, held.officerId)} value={String(to)} onChange={(event) => setTo(Number(event.currentTarget.value))} {...wrong('officerId')} />
        <Textarea id="reason" name="reason" rows={3} label="Why?" hint="Both sides read it. Do not name a child." {...wrong('reason')} />
        <WhoIsTold recipients={told?.meetingRecipients} command="HAND_ON" />
        <div className="app-buttons"><Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : WORDS}</Button><Link href={back}>Leave it as it is</Link></div>
      </form>
      <p><Link href={`/meetings/hand-on?officer=${held.officerId}`}>Hand on everything {held.officer} holds</Link></p>
    </Page>
  );
}
