import { COVERAGE_STATE_WORDS, LEFT_OUT_WORDS, MEETING_STATUS_WORDS, MEETING_TYPE_WORDS, type MeetingStatus } from '@attendance/shared/meetings';
import { formatDay } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { Tag, type TagColour } from '../../../ui/tag.tsx';
import type { MeetingMarkFieldsFragment, PlannerRowFieldsFragment } from '../pages/planner-page.generated.ts';

/** How a meeting stands in a cell of the planner: a sign, never colour alone, and its class. */
const MARKS: Readonly<Record<MeetingStatus, readonly [sign: string, name: string]>> = {
  REQUIRED: ['', 'none'], OFFERED: ['?', 'offered'], BOOKED: ['●', 'booked'], PREPARED: ['●', 'booked'], HELD: ['✓', 'held'], RECORD_ISSUED: ['✓', 'held'], LOCKED: ['✓', 'held'],
  DECLINED: ['×', 'declined'], CANCELLED: ['–', 'cancelled'], NO_SHOW: ['0', 'declined'],
};
export const LEGEND = [['✓', 'held', 'Held'], ['●', 'booked', 'Booked'], ['?', 'offered', 'Offered'], ['×', 'declined', 'Declined'], ['–', 'cancelled', 'Called off'], ['c', 'check-in', 'Check-in, not counted'], ['!', 'overdue', 'Overdue']] as const;

/** "Booked, Wed 2 Dec, 14:00". */
export const meetingWords = ({ status, type, onDay, atTime }: Omit<MeetingMarkFieldsFragment, 'id'>): string =>
  `${type === 'CHECK_IN' ? `${MEETING_TYPE_WORDS.CHECK_IN}: ` : ''}${MEETING_STATUS_WORDS[status]}, ${formatDay(onDay)}, ${atTime}`;

/** A meeting as a sign that opens it; with its words beside it where there is room for them. */
export function MeetingMark({ meeting, of, inWords = false }: { meeting: MeetingMarkFieldsFragment; of: string; inWords?: boolean }) {
  const [sign, name] = meeting.type === 'CHECK_IN' ? ['c', 'check-in'] : MARKS[meeting.status];
  const mark = `app-meet app-meet--${name}`;
  if (inWords) return <Link className="app-line" href={`/meetings/${meeting.id}`}><span className={mark} aria-hidden="true">{sign}</span> {meetingWords(meeting)}<span className="govuk-visually-hidden">: {of}</span></Link>;
  return <Link className={mark} href={`/meetings/${meeting.id}`} title={meetingWords(meeting)}><span aria-hidden="true">{sign}</span><span className="govuk-visually-hidden">{meetingWords(meeting)}: {of}</span></Link>;
}

const STATE_COLOURS: Readonly<Record<string, TagColour>> = { COVERED: 'teal', DECLINED: 'orange', IN_HAND: 'blue', OUTSTANDING: 'grey' };

/** Where a school stands in the term, in words. */
export function StandingTag({ row: { leftOut, state, overdue, refusedOffers } }: { row: PlannerRowFieldsFragment }) {
  if (leftOut !== null || state === null) return <span className="app-line">Not counted: {leftOut === null ? '' : LEFT_OUT_WORDS[leftOut].toLowerCase()}</span>;
  const words = state === 'DECLINED' && refusedOffers > 0 ? `${refusedOffers} offers refused` : COVERAGE_STATE_WORDS[state];
  return <>{overdue && <><Tag colour="red">Overdue</Tag>{' '}</>}<Tag colour={STATE_COLOURS[state] ?? 'grey'}>{words}</Tag></>;
}
