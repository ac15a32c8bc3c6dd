import { MEETING_MODE_WORDS, MEETING_STATUS_WORDS, MEETING_TYPE_WORDS } from '@attendance/shared/meetings';
import { formatDay, formatLongDay } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useMe } from '../../identity/index.ts';
import type { OwnMeetingFieldsFragment as Meeting } from '../pages/own-page.generated.ts';
import { InvitationLink } from './invitation-link.tsx';

/** What the school owes before a meeting, or null. */
function owed({ status, preparationDue }: Meeting, today: string): string | null {
  if (status === 'OFFERED') return 'Answer the offer';
  if (status !== 'BOOKED' || preparationDue === null) return null;
  return preparationDue < today ? `Preparation was due ${formatDay(preparationDue)}` : preparationDue === today ? 'Preparation is due today' : `Prepare by ${formatDay(preparationDue)}`;
}

/** Meetings as their school sees them, each with what it owes: to whoever prepares for it. */
export function OwnMeetingRows({ meetings, today }: { meetings: readonly Meeting[]; today: string }) {
  const { can } = useMe();
  return (
    <ul className="app-rows">
      {meetings.map((meeting) => {
        const todo = can('meeting:prepare') ? owed(meeting, today) : null;
        return (
          <li key={meeting.id}>
            <div className="app-rows__main">
              <Link href={`/meetings/${meeting.id}`}>{formatLongDay(meeting.onDay)}, {meeting.atTime}</Link> <Tag colour={meeting.status === 'OFFERED' ? 'orange' : meeting.status === 'BOOKED' || meeting.status === 'PREPARED' ? 'teal' : 'grey'}>{MEETING_STATUS_WORDS[meeting.status]}</Tag>
              <span className="app-line app-break">{[MEETING_TYPE_WORDS[meeting.type], meeting.schools.join(', '), `${meeting.minutes} minutes`, MEETING_MODE_WORDS[meeting.mode], meeting.place, meeting.officer].filter((part) => part !== '').join(' · ')}</span>
              {meeting.status === 'HELD' && <span className="app-line"><Link href={`/meetings/${meeting.id}/record`}>Read along as the record is written</Link></span>}
              {meeting.isUnapproved && can('meeting:approve') && <span className="app-line"><Link href={`/meetings/${meeting.id}/prepare`}>Read the preparation, and approve it</Link></span>}
              {meeting.onDay >= today && <span className="app-line"><InvitationLink meetingId={meeting.id} status={meeting.status} /></span>}
            </div>
            {todo !== null && <strong className={meeting.preparationDue !== null && meeting.preparationDue <= today && meeting.status === 'BOOKED' ? 'app-late' : undefined}>{todo}</strong>}
          </li>
        );
      })}
    </ul>
  );
}

/** The next meetings of a school, for its home page. */
export function NextMeetingPanel({ meetings, total, today }: { meetings: readonly Meeting[]; total: number; today: string }) {
  return (
    <Panel title={total > 1 ? 'Your next meetings' : 'Your next meeting'} aside="With your attendance officer" flush={meetings.length > 0} foot={<Link href="/meetings">All meetings</Link>}>
      {meetings.length === 0 ? <EmptyState>No meeting is offered or booked.</EmptyState> : <OwnMeetingRows meetings={meetings} today={today} />}
    </Panel>
  );
}
