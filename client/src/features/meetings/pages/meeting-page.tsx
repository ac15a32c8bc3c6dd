import { isMeetingHeld, MEETING_COMMAND_WORDS, MEETING_DONE_WORDS, MEETING_MODE_WORDS, MEETING_STATUS_WORDS, MEETING_TYPE_WORDS } from '@attendance/shared/meetings';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatInstant, formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useMe } from '../../identity/index.ts';
import { ApprovalWords } from '../parts/approval-words.tsx';
import { InvitationLink } from '../parts/invitation-link.tsx';
import { MeetingDocuments } from '../parts/meeting-documents.tsx';
import { MeetingPageDocument, type MeetingPageQuery } from './meeting-page.generated.ts';

export const loader = pageLoader(MeetingPageDocument, ({ id }) => ({ id: id ?? '' }));

type Meeting = MeetingPageQuery['targetingMeeting'];
/** On a page's address a command is written small. */
const commandPath = (id: string, command: string): string => `/meetings/${id}/${command.toLowerCase().replaceAll('_', '-')}`;

/** One meeting: when and where, what is due around it, and everything that was done to its date. */
export function Component() {
  const { data: { targetingMeeting: meeting } } = usePageData(MeetingPageDocument);
  const { authority, can, me, today } = useMe();
  const paper = firstPaper(meeting, me.schools.length > 0, can('meeting:record'), today);
  const first = paper === null ? (meeting.allowedCommands.find((command) => command === 'BOOK') ?? meeting.allowedCommands[0]) : undefined;
  const others = meeting.allowedCommands.filter((command) => command !== first);
  const names = meeting.schools.map(({ name }) => name).join(', ');
  return (
    <Page windowTitle="Targeting support meeting" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, ...(can('meeting:record') ? [{ text: 'Meetings', href: '/meetings' }] : []), { text: 'Meeting' }]}>
      <PageTitle
        title={names} lede={<><Tag colour={meeting.status === 'BOOKED' || meeting.status === 'PREPARED' ? 'teal' : 'grey'}>{MEETING_STATUS_WORDS[meeting.status]}</Tag> Targeting support meeting, {formatLongDay(meeting.onDay)}, {meeting.atTime}</>}
        actions={paper !== null ? <Button href={paper.href}>{paper.words}</Button> : first === undefined ? undefined : <Button href={commandPath(meeting.id, first)}>{MEETING_COMMAND_WORDS[first]}</Button>}
      />
      <Columns>
        <Column span={7}>
          <Panel title="When, where and who" lead foot={others.length > 0 ? others.map((command, index) => <span key={command}>{index > 0 && ' · '}<Link href={commandPath(meeting.id, command)}>{MEETING_COMMAND_WORDS[command]}</Link></span>) : undefined}>
            <SummaryList rows={[
              { key: 'Day', value: formatLongDay(meeting.onDay) }, { key: 'Time', value: `${meeting.atTime}, ${meeting.minutes} minutes` },
              { key: 'How', value: MEETING_MODE_WORDS[meeting.mode] }, { key: 'Where', value: meeting.place === '' ? 'Not said yet' : <span className="app-break">{meeting.place}</span> },
              { key: 'Kind', value: MEETING_TYPE_WORDS[meeting.type] }, { key: 'Officer', value: meeting.officer },
              { key: meeting.schools.length === 1 ? 'School' : 'Schools', value: meeting.schools.map(({ id, name, complete }) => <span key={id} className="app-line"><Link href={`/schools/${id}`}>{name}</Link>{complete ? ', section complete' : ''}</span>) },
            ]} />
          </Panel>
          <Due dates={meeting.dates} />
        </Column>
        <Column span={5}>
          <Papers meeting={meeting} />
          {can('document:read') && <MeetingDocuments meetingId={Number(meeting.id)} schools={meeting.schools} />}
          <Done changes={meeting.changes} />
        </Column>
      </Columns>
    </Page>
  );
}

/** Commands that set a date: the others leave it where it was. */
const SETS_A_DATE: readonly string[] = ['OFFER', 'BOOK', 'MOVE'];

/** Everything that was done to the meeting, latest first. */
function Done({ changes }: { changes: Meeting['changes'] }) {
  return (
    <Panel title="What was done" aside="Latest first. Nothing is ever taken out." flush>
      <ul className="app-rows">
        {changes.map(({ id, command, at, by, onDay, atTime, reason, fromOfficer, toOfficer }) => (
          <li key={id}>
            <div className="app-rows__main"><strong>{MEETING_DONE_WORDS[command]}</strong>{SETS_A_DATE.includes(command) && <span className="app-line">for {formatLongDay(onDay)}, {atTime}</span>}{toOfficer !== null && <span className="app-line">{fromOfficer === null ? toOfficer : `from ${fromOfficer} to ${toOfficer}`}</span>}{reason !== null && <p className="app-break">{reason}</p>}</div>
            <span className="app-line">{formatInstant(at)}{by === null ? '' : `, ${by}`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The paper that is next for whoever looks, or null where a command is. */
function firstPaper(meeting: Meeting, isSchool: boolean, mayRecord: boolean, today: string): { readonly href: string; readonly words: string } | null {
  const isAgreed = meeting.status === 'BOOKED' || meeting.status === 'PREPARED';
  if (isSchool && meeting.status === 'BOOKED') return { href: `/meetings/${meeting.id}/prepare`, words: 'Prepare the meeting' };
  if (mayRecord && isAgreed && meeting.onDay <= today) return { href: `/meetings/${meeting.id}/hold`, words: 'Start the meeting' };
  if (mayRecord && meeting.status === 'HELD') return { href: `/meetings/${meeting.id}/hold`, words: 'Go on with the meeting' };
  if (meeting.status === 'HELD') return { href: `/meetings/${meeting.id}/record`, words: 'Follow the meeting' };
  return isMeetingHeld(meeting.status) ? { href: `/meetings/${meeting.id}/record`, words: 'Read the record' } : null;
}

/** What there is to read and write: the preparation, the pack, the record, and a file for the calendar. */
function Papers({ meeting }: { meeting: Meeting }) {
  const isHeld = isMeetingHeld(meeting.status);
  return (
    <Panel title="Papers" foot={<InvitationLink meetingId={meeting.id} status={meeting.status} />}>
      <SummaryList rows={[
        ...meeting.schools.map((school) => ({ key: meeting.schools.length === 1 ? 'Preparation' : `Preparation: ${school.name}`, value: <><Link href={`/meetings/${meeting.id}/prepare?schoolId=${school.id}`}>{school.prepared ? 'Submitted' : isHeld ? 'Never submitted' : 'Not submitted yet'}<span className="govuk-visually-hidden">: preparation of {school.name}</span></Link><ApprovalWords school={school} /></> })),
        { key: 'Pack', value: meeting.schools.map(({ id, name }) => <span key={id} className="app-line"><Link href={`/meetings/${meeting.id}/pack?schoolId=${id}`}>{meeting.schools.length === 1 ? 'Figures and whom to talk about' : name}</Link></span>) },
        ...(isHeld ? [{ key: 'Record', value: <Link href={`/meetings/${meeting.id}/record`}>{meeting.issuedOn === null ? 'Being written: follow it here' : `Issued on ${formatLongDay(meeting.issuedOn)}`}</Link> }] : []),
      ]} />
    </Panel>
  );
}

function Due({ dates }: { dates: Meeting['dates'] }) {
  const say = (day: string | null): string => (day === null ? 'The school calendar does not reach so far' : formatLongDay(day));
  return (
    <Panel title="Due before and after" foot="School days of the school’s own calendar.">
      <SummaryList rows={[
        { key: 'School prepares by', value: say(dates.preparationDue) }, { key: 'Pack is frozen on', value: say(dates.packFrozenOn) }, { key: 'Partners’ lines by', value: say(dates.partnerLinesBy) },
        { key: 'Record issued by', value: say(dates.recordDue) }, { key: 'School comments until', value: say(dates.commentsUntil) },
      ]} />
    </Panel>
  );
}
