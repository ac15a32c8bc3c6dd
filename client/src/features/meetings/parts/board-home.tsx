import { useQuery } from '../../../graphql/hooks.ts';
import { Panel } from '../../../ui/panel.tsx';
import { MeetingSummaryPageDocument } from '../pages/own-page.generated.ts';
import { BoardPanel } from './board-panel.tsx';

/** The board's view of its school, on the home page of a governor. */
export function BoardHome({ schoolId }: { schoolId: number }) {
  const { data, error } = useQuery(MeetingSummaryPageDocument);
  if (error) return <Panel title="Targeting support meetings"><p role="alert">{error.message}</p></Panel>;
  if (data === undefined) return <span hidden aria-busy="true" />;
  const school = data.meetingSummary.items.find((each) => each.schoolId === schoolId);
  return school === undefined ? null : <BoardPanel school={school} term={data.meetingSummary.term.label} foot />;
}
