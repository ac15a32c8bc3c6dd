import { useMutation, useQuery } from '../../../graphql/hooks.ts';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isActionLine, openWhenMet, pupilLine, schoolSection, sectionGaps, valueOf, type Rating } from '@attendance/shared/meetings';
import { problemOf } from '../../../graphql/save.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useDraftParts } from '../../tasks/index.ts';
import { IssueRecordDocument } from '../pages/hold-page.generated.ts';
import { MeetingRecipientsDocument } from '../pages/recipients.generated.ts';
import { usePapers } from '../papers/papers-provider.tsx';
import { WhoIsTold } from '../parts/who-is-told.tsx';
import { useAgreed } from './agreed-list.tsx';
import { useHolding } from './holding.ts';

const SIDES = [['SCHOOL', 'School'], ['LA', 'Council'], ['PARTNER', 'Partners']] as const;

/** What the record still needs, worked out from the boxes as they stand on this screen; empty when it may be issued. */
export function useGaps(): string[] {
  const { meeting, previous, pupils } = useHolding();
  const { papers } = usePapers();
  return meeting.sections.flatMap(({ schoolId, proposedRating, ratings }) => {
    const own = Object.values(papers.boxes).filter((box) => box.schoolId === schoolId);
    if (valueOf(own, 'SECTION', '', 'ABSENT') === 'YES') return [];
    const rated = new Map<number, Rating>(ratings.map(({ pupilId, rating }) => [pupilId, rating]));
    const topics = schoolId === meeting.schools[0]?.id ? pupils : (meeting.topics.find((topic) => topic.schoolId === schoolId)?.pupils.filter(({ removedReason }) => removedReason === null) ?? []);
    const lines = topics.map(({ pupilId }) => pupilLine(own, String(pupilId), rated.get(pupilId) ?? 'RED'));
    return sectionGaps(schoolSection(own, proposedRating, lines, openWhenMet(previous.filter((action) => action.schoolId === schoolId), meeting.onDay)));
  });
}

/** Agreed so far by side, what is still missing, and the button that sends the record. */
export function Finish({ gaps }: { gaps: readonly string[] }) {
  const { meeting } = useHolding();
  const { flush } = usePapers();
  const agreed = useAgreed();
  const begun = useDraftParts({ meetingId: Number(meeting.id), taskId: null }).filter(isActionLine).length;
  const navigate = useNavigate();
  const [issue, { loading }] = useMutation(IssueRecordDocument);
  const { data: told } = useQuery(MeetingRecipientsDocument, { variables: { id: meeting.id, command: 'ISSUE' } });
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    if (!(await flush())) { setProblem('Some of what was typed has not reached the portal yet. Nothing is lost: wait for “Saved” below, and press again.'); return; }
    try {
      await issue({ variables: { id: meeting.id, version: meeting.version } });
      await navigate(`/meetings/${meeting.id}/record`);
    } catch (error) {
      setProblem(problemOf(error).text);
    }
  };
  return (
    <Panel title="Agreed today" aside={agreed.length === 1 ? '1 action' : `${agreed.length} actions`} id="finish">
      <dl className="app-sides">{SIDES.map(([side, words]) => <div key={side}><dt>{words}</dt><dd>{agreed.filter((action) => action.side === side).length}</dd></div>)}</dl>
      {gaps.length > 0 && <><h3>Before the record can be issued</h3><ul className="govuk-list govuk-list--bullet app-small">{[...new Set(gaps)].map((gap) => <li key={gap}>{gap}</li>)}</ul></>}
      {begun > 0 && <p className="app-small"><strong>{begun === 1 ? 'One action is typed and not added.' : `${begun} actions are typed and not added.`}</strong> They are not part of the record.</p>}
      {problem !== null && <ErrorMessage>{problem}</ErrorMessage>}
      <WhoIsTold recipients={told?.meetingRecipients} command="ISSUE" />
      <Button disabled={loading} preventDoubleClick onClick={() => void send()}>{loading ? 'Issuing' : 'Finish and issue'}</Button>
      <p className="app-small app-muted">Each owner gets their actions, the school sees its own at once, and has its days to comment.</p>
    </Panel>
  );
}
