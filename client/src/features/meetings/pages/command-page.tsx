import { useMutation, useQuery } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { MEETING_COMMAND_WORDS, MEETING_STATUS_WORDS, MEETING_TABLE, type MeetingNeed } from '@attendance/shared/meetings';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { WhoIsTold } from '../parts/who-is-told.tsx';
import { WhenFields, whenIn } from '../parts/when-fields.tsx';
import { ChangeMeetingDocument, MeetingCommandPageDocument } from './meeting-page.generated.ts';
import { MeetingRecipientsDocument } from './recipients.generated.ts';

export const loader = pageLoader(MeetingCommandPageDocument, ({ id }) => ({ id: id ?? '' }));

/** Moving, booking, declining or calling off a meeting, or recording that nobody came. */
export function Component() {
  const { data: { targetingMeeting: meeting } } = usePageData(MeetingCommandPageDocument);
  const { command: asked } = useParams();
  const navigate = useNavigate();
  const client = usePortalClient();
  const [change, { loading }] = useMutation(ChangeMeetingDocument);
  const [held, setHeld] = useState(meeting);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const command = meeting.allowedCommands.find((each) => each === (asked ?? '').toUpperCase().replaceAll('-', '_'));
  const { data: told } = useQuery(MeetingRecipientsDocument, { variables: { id: meeting.id, command: command ?? 'MOVE' }, skip: command === undefined });
  if (command === undefined) throw new PageProblem('CONFLICT', `This is not possible while the meeting is “${MEETING_STATUS_WORDS[meeting.status]}”. Nothing was changed. Go back to the meeting to see what is.`, null);
  const needs: readonly MeetingNeed[] = MEETING_TABLE[command].needs;
  const back = `/meetings/${meeting.id}`;
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      await change({ variables: { id: meeting.id, version: held.version, command, input: { ...(needs.includes('DATE') ? whenIn(form) : {}), reason: needs.includes('REASON') ? typedIn(form, 'reason') : null } } });
      await navigate(back);
    } catch (error) {
      const found = problemOf(error);
      if (found.isConflict) {
        const now = await client.query({ query: MeetingCommandPageDocument, variables: { id: meeting.id } }).catch(() => null);
        if (now?.data) setHeld(now.data.targetingMeeting);
      }
      setProblem(found);
    }
  };
  const names = held.schools.map(({ name }) => name).join(', ');
  return (
    <Page windowTitle={MEETING_COMMAND_WORDS[command]} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meeting', href: back }, { text: MEETING_COMMAND_WORDS[command] }]}>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <PageTitle title={MEETING_COMMAND_WORDS[command]} lede={`${names}. ${MEETING_STATUS_WORDS[held.status]} for ${formatLongDay(held.onDay)}, ${held.atTime}.`} />
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        {needs.includes('DATE') && <WhenFields given={held} wrong={wrong} />}
        {needs.includes('REASON') && <Textarea id="reason" name="reason" rows={3} label="Why?" hint="Both sides read it. Do not name a child." {...wrong('reason')} />}
        <WhoIsTold recipients={told?.meetingRecipients} command={command} />
        <div className="app-buttons"><Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : MEETING_COMMAND_WORDS[command]}</Button><Link href={back}>Leave it as it is</Link></div>
      </form>
    </Page>
  );
}
