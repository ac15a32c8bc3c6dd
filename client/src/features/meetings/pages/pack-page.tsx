import { MEETING_STATUS_WORDS, type MeetingStatus } from '@attendance/shared/meetings';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { InsetText } from '../../../ui/inset-text.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { PackChart } from '../parts/pack-charts.tsx';
import { PackStanding } from '../parts/pack-standing.tsx';
import { PackPageDocument, type PackPageQuery } from './pack-page.generated.ts';

const wholeIn = (search: URLSearchParams, key: string): number | null => (/^\d{1,9}$/.test(search.get(key) ?? '') ? Number(search.get(key)) : null);
export const loader = pageLoader(PackPageDocument, ({ id }, search) => ({ id: id ?? '', schoolId: wholeIn(search, 'schoolId'), number: wholeIn(search, 'number') }));

type PackPage = PackPageQuery['meetingPack'];
type Section = NonNullable<PackPage['pack']>['sections'][number];

/** The data pack of a meeting: what changed first, then whom to talk about, then the school in figures. It prints as it stands. */
export function Component() {
  const { data: { meetingPack: page } } = usePageData(PackPageDocument);
  const { authority } = useMe();
  const { meetingId, school, schools, onDay, atTime, officer, status, pack } = page;
  const own = `/meetings/${meetingId}/pack`;
  const query = `schoolId=${school.id}`;
  return (
    <Page windowTitle="Data pack" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meeting', href: `/meetings/${meetingId}` }, { text: 'Data pack' }]}>
      <PageTitle
        title={school.name} lede={<>Data pack for the targeting support meeting of {formatLongDay(onDay)}, {atTime}, with {officer}. {MEETING_STATUS_WORDS[status as MeetingStatus]}. <strong>Official: sensitive.</strong></>}
        actions={pack === null ? undefined : <><Button href={`${own}.pdf?${query}&number=${pack.number}`} reload>Save as PDF</Button><Button variant="secondary" href={`${own}.xlsx?${query}&number=${pack.number}`} reload>Save as Excel</Button></>}
      />
      {schools.length > 1 && <p className="app-no-print">Schools of this meeting: {schools.map(({ id, name }, index) => <span key={id}>{index > 0 && ' · '}{id === school.id ? <strong>{name}</strong> : <Link href={`${own}?schoolId=${id}`}>{name}</Link>}</span>)}</p>}
      {pack === null ? <NoPack page={page} /> : (
        <div className="app-pack">
          <Panel title="In four sentences" lead><p className="app-pack__sentences">{pack.sentences.join(' ')}</p></Panel>
          <PackStanding page={page} pack={pack} />
          {/* A pack of a large school is a hundred screens on a telephone. */}
          <nav className="app-no-print" aria-label="Parts of this pack"><ul className="app-inline-list">{pack.sections.map(({ key, title }) => <li key={key}><Link href={`#${key.toLowerCase()}`}>{title}</Link></li>)}</ul></nav>
          {pack.sections.map((section) => <SectionPanel key={section.key} section={section} page={page} />)}
          {page.mayFreeze && <p className="app-no-print"><Link href={`${own}/freeze?${query}`}>Make this pack anew, with a reason</Link></p>}
        </div>
      )}
    </Page>
  );
}

function SectionPanel({ section: { key, title, notes, tables }, page }: { section: Section; page: PackPage }) {
  const mayChange = key === 'TOPICS' && (page.mayAdd || page.mayRemove);
  return (
    <Panel title={title} id={key.toLowerCase()} aside={mayChange ? <Link className="app-no-print" href={`/meetings/${page.meetingId}/pack/topics?schoolId=${page.school.id}`}>{page.mayRemove ? 'Add or leave out' : 'Add'}</Link> : undefined}>
      {notes.map((note) => <p key={note}>{note}</p>)}
      {tables.map((table) => <PackChart key={table.key} table={table} />)}
    </Panel>
  );
}

/** Why there is no pack yet, and when there will be one. */
function NoPack({ page: { dueOn, mayFreeze, meetingId, school, status } }: { page: PackPage }) {
  const isBooked = ['BOOKED', 'PREPARED', 'HELD'].includes(status);
  return (
    <>
      <InsetText>
        {!isBooked ? <p>This meeting has no pack: none was frozen for it before it was held, it is not booked, or it was called off.</p>
          : dueOn === null ? <p>The calendar of this school does not reach the day on which the pack is frozen.</p>
            : <p>The pack is frozen on {formatDate(dueOn)}: five school days before the meeting, with the registers as they stand then. It opens here from that day on.</p>}
      </InsetText>
      {mayFreeze && <Button href={`/meetings/${meetingId}/pack/freeze?schoolId=${school.id}`}>Freeze it now</Button>}
    </>
  );
}
