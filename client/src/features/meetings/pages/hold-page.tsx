import { useMutation } from '../../../graphql/hooks.ts';
import { useEffect, useRef, useState } from 'react';
import { Navigate, useNavigate, useRevalidator, useSearchParams } from 'react-router';
import { AGENDA_ITEMS, agendaOfMinutes, presentPeople, type AgendaItem } from '@attendance/shared/meetings';
import { oneOf, pageLoader, PageProblem, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { problemOf } from '../../../graphql/save.ts';
import { formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useShortcuts } from '../../../ui/use-shortcuts.ts';
import { useMe } from '../../identity/index.ts';
import { useDraftsOf } from '../../tasks/index.ts';
import { AgendaItemPart } from '../hold/agenda-items.tsx';
import { Finish, useGaps } from '../hold/finish.tsx';
import { HoldingContext, type HeldMeeting, type Holding } from '../hold/holding.ts';
import { PresentList } from '../hold/present-list.tsx';
import { paceWords, Timer, useElapsed } from '../hold/timer.tsx';
import { useNewTopics } from '../parts/following.tsx';
import { PapersProvider, usePapers } from '../papers/papers-provider.tsx';
import { SavedLine } from '../papers/saved-line.tsx';
import { HoldMeetingPageDocument, StartMeetingDocument } from './hold-page.generated.ts';

export const loader = pageLoader(HoldMeetingPageDocument, ({ id }) => ({ id: id ?? '' }));

/** Turning to another item or pupil brings nothing new from the server: the papers keep themselves up to date. */
export function shouldRevalidate({ currentUrl, nextUrl, defaultShouldRevalidate }: { currentUrl: URL; nextUrl: URL; defaultShouldRevalidate: boolean }): boolean {
  return currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate;
}

/** The meeting on one screen: first who is here, then the agenda item by item. */
export function Component() {
  const { data: { targetingMeeting: meeting } } = usePageData(HoldMeetingPageDocument);
  const [search] = useSearchParams();
  const { today, can } = useMe();
  const [reviewed, setReviewed] = useState<{ of: HeldMeeting; previous: Holding['previous'] } | null>(null);
  if (meeting.status !== 'BOOKED' && meeting.status !== 'PREPARED' && meeting.status !== 'HELD') throw new PageProblem('CONFLICT', 'This meeting is not being held: its record is issued, or its date is not agreed. Nothing was changed. Go back to the meeting to see how it stands.', null);
  // Who does not write the record follows it, on the page that shows it.
  if (!can('meeting:record')) return <Navigate to={`/meetings/${meeting.id}/record`} replace />;
  const schoolId = meeting.schools.find(({ id }) => String(id) === search.get('schoolId'))?.id ?? meeting.schools[0]?.id ?? 0;
  const topics = meeting.topics.find((topic) => topic.schoolId === schoolId);
  // What a review brought stands until the page is loaded again.
  const previous = reviewed?.of === meeting ? reviewed.previous : meeting.previous;
  const holding: Holding = {
    meeting, schoolId, previous, onReviewed: (now) => setReviewed({ of: meeting, previous: now }), today, pupils: (topics?.pupils ?? []).filter(({ removedReason }) => removedReason === null), cohorts: (topics?.cohorts ?? []).filter(({ removedReason }) => removedReason === null),
    calendar: { terms: meeting.calendar.terms, closures: meeting.calendar.closures as Holding['calendar']['closures'] },
  };
  const item = oneOf(search, 'item', AGENDA_ITEMS, 'OPENING');
  return (
    <HoldingContext.Provider value={holding}>
      <PapersProvider key={meeting.version} meetingId={meeting.id} version={meeting.version} written={meeting.written} reading={meeting.status === 'HELD' ? `${item}/${search.get('pupil') ?? ''}` : 'OPENING/'}>
        {meeting.status === 'HELD' ? <Held meeting={meeting} item={item} /> : <BeforeStart meeting={meeting} />}
      </PapersProvider>
    </HoldingContext.Provider>
  );
}

const crumbs = (meeting: HeldMeeting, here: string) => [{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: meeting.schools.map(({ name }) => name).join(', '), href: `/meetings/${meeting.id}` }, { text: here }];

function BeforeStart({ meeting }: { meeting: HeldMeeting }) {
  const { flush, papers } = usePapers();
  const { revalidate } = useRevalidator();
  const [start, { loading }] = useMutation(StartMeetingDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const begin = async (): Promise<void> => {
    if (!(await flush())) { setProblem('Some of what was typed has not reached the portal yet. Nothing is lost: wait for “Saved” below, and press again.'); return; }
    try {
      await start({ variables: { id: meeting.id, version: meeting.version } });
      await revalidate();
    } catch (error) {
      setProblem(problemOf(error).text);
    }
  };
  const here = presentPeople(Object.values(papers.boxes)).filter(({ isHere }) => isHere);
  return (
    <Page windowTitle="Starting a meeting" breadcrumbs={crumbs(meeting, 'Start')}>
      {problem !== null && <ErrorSummary title="Not started" errors={[{ text: problem }]} />}
      <PageTitle title="Who is here?" lede={`${meeting.schools.map(({ name }) => name).join(', ')}, ${formatLongDay(meeting.onDay)}, ${meeting.atTime}`} />
      <Panel title="People in the room or on the call" lead foot="The school’s senior attendance champion has to be there."><PresentList /></Panel>
      <div className="app-buttons"><Button start preventDoubleClick disabled={loading} onClick={() => void begin()}>{loading ? 'Starting' : here.length === 0 ? 'Start' : `Start with ${here.length === 1 ? 'one person' : `${here.length} people`}`}</Button><Link href={`/meetings/${meeting.id}`}>Not yet</Link></div>
      <SavedLine here="OPENING/" />
    </Page>
  );
}

function Held({ meeting, item }: { meeting: HeldMeeting; item: AgendaItem }) {
  useDraftsOf({ meetingId: Number(meeting.id), taskId: null });
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const agenda = agendaOfMinutes(meeting.minutes, meeting.onDay);
  const line = agenda.find((each) => each.item === item) ?? agenda[0];
  const seconds = useElapsed(meeting.startedAt);
  const gaps = useGaps();
  useNewTopics(meeting.topics);
  const to = (next: string): string => searchWith(search, { item: next, pupil: null });
  const openLine = (): void => document.querySelector<HTMLInputElement>('[data-key="a"]')?.focus();
  useShortcuts({
    a: openLine, s: () => document.querySelector<HTMLSelectElement>('[data-key="s"]')?.focus(),
    ...Object.fromEntries(agenda.map(({ number, item: each }) => [String(number % 10), () => void navigate(to(each))])),
  });
  // On a narrow screen the agenda is one line: it shows the item one is at.
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const at = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current && at) list.current.scrollLeft = at.offsetLeft - list.current.offsetLeft - LEFT_OF_ITEM;
  }, [item]);
  if (line === undefined) return null;
  return (
    <Page windowTitle="Holding a meeting" breadcrumbs={crumbs(meeting, 'Now')}>
      <PageTitle title={line.title} lede={`Item ${line.number} of ${agenda.length}. ${line.outcome}.`} actions={<><Timer startedAt={meeting.startedAt} minutes={meeting.minutes} /><Button variant="secondary" href={`/meetings/${meeting.id}/pack`}>Pack</Button></>} />
      {meeting.schools.length > 1 && <nav aria-label="Schools of this meeting"><ul className="app-inline-list">{meeting.schools.map(({ id, name }) => <li key={id}><Link href={searchWith(search, { schoolId: id, pupil: null })}>{name}</Link></li>)}</ul></nav>}
      <div className="app-hold">
        <nav className="app-hold__agenda" aria-label="Agenda">
          <div className="app-row app-row--apart"><h2>Agenda</h2><span className="app-muted">{paceWords(agenda, line.number, seconds)}</span></div>
          <ol ref={list}>{agenda.map(({ number, item: each, title, minutes }) => <li key={each}><Link href={to(each)} {...(each === item ? { 'aria-current': 'step' as const } : {})}><span className="app-hold__number">{number}</span><span>{shortTitle(title)}</span><span className="app-muted">{minutes} min</span></Link></li>)}</ol>
        </nav>
        <Panel title={shortTitle(line.title)} lead className="app-hold__main"><AgendaItemPart item={item} /></Panel>
        <div className="app-hold__side"><Finish gaps={gaps} /></div>
      </div>
      <p className="app-hold__keys app-no-print" aria-hidden="true"><kbd>1</kbd>–<kbd>0</kbd> agenda <kbd>j</kbd> <kbd>k</kbd> pupil <kbd>n</kbd> note <kbd>a</kbd> action <kbd>s</kbd> service <kbd>l</kbd> last time <kbd>d</kbd> discussed</p>
      <SavedLine here={`${item}/${search.get('pupil') ?? ''}`} />
    </Page>
  );
}

/** Points of the item before that stay in sight, so that one sees that there is one. */
const LEFT_OF_ITEM = 40;

/** The agenda’s title up to its first comma, colon or semicolon: room for a list. */
const shortTitle = (title: string): string => /^[^,:;]+/.exec(title)?.[0] ?? title;
