import { MEETING_STATUS_WORDS, PARTNER_WORDS, partnerField, type PartnerField } from '@attendance/shared/meetings';
import { may, numberIn, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatLongDay, plural } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useMe } from '../../identity/index.ts';
import { yearWords } from '../../pupils/index.ts';
import { lineBox, LinesProvider, type LinesMeeting } from '../lines/lines-provider.tsx';
import { AnswerBox } from '../papers/answer-box.tsx';
import { useBox } from '../papers/papers-provider.tsx';
import { SavedLine } from '../papers/saved-line.tsx';
import { PartnerRecords, RECORDS_AT_ONCE } from '../parts/partner-records.tsx';
import { PartnerLinesPageDocument } from './lines-page.generated.ts';

export const loader = pageLoader(PartnerLinesPageDocument, (_, search) => ({ records: may('meeting:read') && may('meeting:comment'), page: numberIn(search, 'page', 1, 1000), take: RECORDS_AT_ONCE }));

/** What a partner adds before meetings: a line about each child within reach who is on a list, kept as it is typed. */
export function Component() {
  const { data: { partnerMeetings: meetings, partnerRecords: records } } = usePageData(PartnerLinesPageDocument);
  const { authority, me, today } = useMe();
  const field = partnerField(me.role);
  const pupils = new Set(meetings.flatMap((meeting) => meeting.pupils.map(({ pupilId }) => pupilId))).size;
  return (
    <Page windowTitle="Lines for meetings" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings' }]}>
      <PageTitle title="Lines for coming meetings" lede={pupils === 0 ? 'Schools and the council talk each term about the pupils who need help. Where one of yours is on a list, you can say what they should know.' : `${plural(pupils, 'pupil')} of yours ${pupils === 1 ? 'is' : 'are'} on the ${meetings.length === 1 ? 'list of a coming meeting' : `lists of ${meetings.length} coming meetings`}. The school and the council both read your line.`} />
      {field !== null && (
        <LinesProvider meetings={meetings} field={field}>
          {meetings.map((meeting, nth) => <MeetingLines key={`${meeting.id}/${meeting.schoolId}`} meeting={meeting} field={field} today={today} isFirst={nth === 0} />)}
          {meetings.length > 0 && <SavedLine here="PARTNER" />}
        </LinesProvider>
      )}
      {meetings.length === 0 && <Panel lead title="No meeting to add to"><EmptyState>None of your pupils is on the list of a coming meeting. Lists are made about a week before each one.</EmptyState></Panel>}
      {records && field !== null && <PartnerRecords records={records} />}
    </Page>
  );
}

function MeetingLines({ meeting, field, today, isFirst }: { meeting: LinesMeeting; field: PartnerField; today: string; isFirst: boolean }) {
  const { linesBy } = meeting;
  return (
    <Panel lead={isFirst} title={`${meeting.school}, ${formatLongDay(meeting.onDay)}, ${meeting.atTime}`} aside={<Tag colour={meeting.status === 'OFFERED' ? 'orange' : 'teal'}>{MEETING_STATUS_WORDS[meeting.status]}</Tag>}>
      {linesBy !== null && <p>{linesBy < today ? `Lines were wanted by ${formatLongDay(linesBy)}. You can still add yours until the record is issued.` : `Please add your lines by ${formatLongDay(linesBy)}, so that both sides read them before.`}</p>}
      <div className="app-boxes">{meeting.pupils.map((pupil) => <PupilLine key={pupil.pupilId} meeting={meeting} pupil={pupil} field={field} />)}</div>
    </Panel>
  );
}

function PupilLine({ meeting, pupil, field }: { meeting: LinesMeeting; pupil: LinesMeeting['pupils'][number]; field: PartnerField }) {
  const name = lineBox(meeting.id, meeting.schoolId, pupil.pupilId, field);
  const { box } = useBox(name);
  return (
    <div className="app-partner-line">
      <h3><Link href={`/pupils/${pupil.pupilId}`}>{pupil.name}</Link></h3>
      <p className="app-muted">{[pupil.ncYear === null ? '' : yearWords(pupil.ncYear), pupil.reason].filter((part) => part !== '').join(' · ')}</p>
      <AnswerBox name={name} label={`${PARTNER_WORDS[field]}: what the meeting should know about ${pupil.name}`} />
      {box.by !== null && <p className="app-muted">Last written by {box.by}</p>}
    </div>
  );
}
