import { useSearchParams } from 'react-router';
import { numberIn, oneOf, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatShortDate, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { chip, Filters, PHASE_ITEMS, phaseLabel } from '../../analysis/index.ts';
import { useMe } from '../../identity/index.ts';
import { CoveragePanel } from '../parts/coverage-panel.tsx';
import { LEGEND, MeetingMark, meetingWords, StandingTag } from '../parts/meeting-words.tsx';
import { PlannerPageDocument, type PlannerPageQuery, type PlannerRowFieldsFragment as Row } from './planner-page.generated.ts';

const STANDINGS = { COUNTED: 'Counted this term', COVERED: 'Covered', IN_HAND: 'In hand', DECLINED: 'Declined', OUTSTANDING: 'No offer yet', OFFERED: 'Offered', OVERDUE: 'Overdue', LEFT_OUT: 'Not counted' } as const;
type Standing = keyof typeof STANDINGS;
const standingIn = (search: URLSearchParams): Standing | null => { const asked = oneOf(search, 'standing', ['', ...Object.keys(STANDINGS)], ''); return asked === '' ? null : (asked as Standing); };
const pageIn = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, 1000), take: numberIn(search, 'take', 50, 100) });

export const loader = pageLoader(PlannerPageDocument, (_, search) => ({
  filter: { term: search.get('term'), mine: search.get('mine') === 'yes', phase: search.get('phase'), standing: standingIn(search) }, ...pageIn(search),
}));

/** The days from a Monday on. */
const inWeek = (weekStart: string, day: string): boolean => { const days = (Date.parse(day) - Date.parse(weekStart)) / 86_400_000; return days >= 0 && days < 7; };

function columnsOf({ weeks }: PlannerPageQuery['meetingPlanner'], today: string, mayPlan: boolean): DataColumn<Row>[] {
  return [
    { key: 'school', heading: 'School', cell: ({ schoolId, name, phase, officer }) => <><Link href={`/schools/${schoolId}`}>{name}</Link><span className="app-line">{[phaseLabel(phase), officer].filter(Boolean).join(' · ')}</span></> },
    { key: 'standing', heading: 'This term', cell: (row) => <StandingTag row={row} /> },
    ...weeks.map(({ weekStart, openDays }): DataColumn<Row> => ({
      key: weekStart, heading: formatShortDate(weekStart), offCards: true, ...(inWeek(weekStart, today) ? { under: 'this week' } : openDays === 0 ? { under: 'holiday' } : {}),
      cell: ({ meetings, name }) => meetings.filter(({ onDay }) => inWeek(weekStart, onDay)).map((meeting) => <MeetingMark key={meeting.id} meeting={meeting} of={name} />),
    })),
    {
      key: 'next', heading: 'Next step', wide: true,
      cell: ({ schoolId, name, meetings, leftOut, state }) => {
        const ahead = meetings.find(({ status, onDay }) => onDay >= today && (status === 'BOOKED' || status === 'PREPARED' || status === 'OFFERED'));
        if (ahead) return <Link href={`/meetings/${ahead.id}`}>{meetingWords(ahead)}<span className="govuk-visually-hidden">, {name}</span></Link>;
        return mayPlan && leftOut === null && state !== 'COVERED' ? <Link href={`/meetings/new?schoolId=${schoolId}`}>Offer or book<span className="govuk-visually-hidden"> a meeting with {name}</span></Link> : null;
      },
    },
  ];
}

/** The term: a meeting for every school, who is covered, and who needs an offer. */
export function Component() {
  const { data: { meetingPlanner: planner } } = usePageData(PlannerPageDocument);
  const { authority, today, me, can } = useMe();
  const [search] = useSearchParams();
  const { page, take } = pageIn(search);
  const [mine, phase, standing] = [search.get('mine') === 'yes', search.get('phase'), standingIn(search)];
  const chips = [
    ...(standing ? [chip(search, 'standing', STANDINGS[standing])] : []), ...(phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []), ...(mine ? [chip(search, 'mine', 'My schools')] : []),
  ];
  return (
    <Page windowTitle="Term planner" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings' }]}>
      <PageTitle
        title={`Term planner: ${planner.term.label.toLowerCase()}`} lede={`A targeting support meeting for every school, every term. ${formatDate(planner.term.startsOn)} to ${formatDate(planner.term.endsOn)}.`}
        actions={can('meeting:record') ? <Button href="/meetings/new">Plan a meeting</Button> : undefined}
      />
      <CoveragePanel planner={planner} hrefFor={(to, ofPhase) => searchWith(search, { standing: to, phase: ofPhase ?? phase })} />
      <Panel title={`${plural(planner.total, 'school')}, those that need somebody first`} flush foot={<span className="app-legend">{LEGEND.map(([sign, name, words]) => <span key={name}><span className={`app-meet app-meet--${name}`} aria-hidden="true">{sign}</span> {words} </span>)}</span>}>
        <Filters search={search} chips={chips} kept={['take']} label="Choose which schools" clearHref="?">
          <Select id="term" name="term" label="Term" items={planner.terms.map(({ key, label }) => ({ text: label, value: key }))} defaultValue={planner.term.key} />
          <Select id="standing" name="standing" label="Where they stand" items={[{ text: 'Everywhere', value: '' }, ...Object.entries(STANDINGS).map(([value, text]) => ({ text, value }))]} defaultValue={standing ?? ''} />
          <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />
          {me.role === 'ATTENDANCE_OFFICER' && <Select id="mine" name="mine" label="Whose" items={[{ text: 'All schools', value: '' }, { text: 'My schools', value: 'yes' }]} defaultValue={mine ? 'yes' : ''} />}
        </Filters>
        <div className="app-planner">
          <DataTable
            caption={`Meetings of the ${planner.term.label.toLowerCase()} by school and week`} captionIsHidden rows={planner.items} rowKey={({ schoolId }) => String(schoolId)} columns={columnsOf(planner, today, can('meeting:record'))} tight
            empty={<p>{planner.total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'No school stands here.'}</p>}
          />
        </div>
        {planner.total > 0 && <Pager page={page} take={take} total={planner.total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 50 ? null : size })} label="Pages of schools" />}
      </Panel>
    </Page>
  );
}
