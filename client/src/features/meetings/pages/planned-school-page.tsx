import { planWeeks } from '@attendance/shared/attendance';
import { CHECK_IN_WORDS, MEETING_TIER_WORDS, PLAN_STATUS_WORDS, summaryWords, type PlanStatus } from '@attendance/shared/meetings';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatDay, formatInstant } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { phaseLabel } from '../../analysis/index.ts';
import { useMe } from '../../identity/index.ts';
import { MeetingMark, StandingTag } from '../parts/meeting-words.tsx';
import { MEASURE_WORDS, nextWords, TIER_COLOURS } from '../parts/planner-words.ts';
import { PlannedSchoolPageDocument, type PlannedSchoolPageQuery } from './planned-school.generated.ts';

/** The school an address names. */
export function schoolIn(text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/.test(text)) throw new PageProblem('NOT_FOUND', 'We could not find that school. Nothing was changed. Check the link, or search for it.', null);
  return Number(text);
}

export const loader = pageLoader(PlannedSchoolPageDocument, ({ schoolId }, search) => ({ schoolId: schoolIn(schoolId), term: search.get('term') }));

type Planned = PlannedSchoolPageQuery['plannedSchool'];

/** A school in the planner: why it stands in its tier, its meetings of the term, and what is owed. */
export function Component() {
  const { data: { plannedSchool: planned } } = usePageData(PlannedSchoolPageDocument);
  const { authority, today, can } = useMe();
  const { row, term } = planned;
  const base = `/meetings/schools/${row.schoolId}`;
  return (
    <Page windowTitle="School in the term planner" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: row.name }]}>
      <PageTitle
        title={row.name} lede={<><StandingTag row={row} /> {phaseLabel(row.phase)} · {term.label}{row.officer === null ? '' : ` · ${row.officer}`} · <Link href={`/schools/${row.schoolId}`}>Its figures</Link></>}
        actions={can('meeting:record') && row.leftOut === null ? <Button href={`/meetings/new?schoolId=${row.schoolId}`}>Offer or book a meeting</Button> : undefined}
      />
      <Columns>
        <Column span={8}><WhyTier planned={planned} base={base} /></Column>
        <Column span={4}>
          <Panel title="This term" foot={planned.maySetFrequency ? <Link href={`${base}/frequency`}>Change how often it is met</Link> : undefined}>
            <SummaryList rows={[
              { key: 'Next step', value: row.next.meetingId === null ? nextWords(row, today) : <Link href={`/meetings/${row.next.meetingId}`}>{nextWords(row, today)}</Link> },
              ...(row.summary === null ? [] : [{ key: 'Registers', value: <>None come from this school. {summaryWords(row.summary, formatDate)}. <Link href={`${base}/summary?term=${term.key}`}>{row.summary.state === 'ENTERED' ? 'Look at it' : 'Look at it, or enter it'}</Link></> }]),
              { key: 'How often', value: row.frequency === 'ANNUAL' ? 'Once a year, by a manager’s choice' : 'Every term' },
              { key: 'Meetings', value: row.meetings.length === 0 ? 'None yet' : row.meetings.map((meeting) => <span key={meeting.id} className="app-line"><MeetingMark meeting={meeting} of={row.name} inWords /></span>) },
              { key: 'Offers refused', value: row.refusedOffers },
              ...(row.checkIns.length === 0 ? [] : [{ key: 'Each half term', value: row.checkIns.map((half) => <CheckInLine key={half.startsOn} half={half} schoolId={row.schoolId} name={row.name} />) }]),
            ]} />
          </Panel>
          {planned.requirements.length > 0 && <History title="How often it is met, as set" lines={planned.requirements.map(({ version, frequency, reason, by, at }) => ({ key: version, what: frequency === 'ANNUAL' ? 'Once a year' : 'Every term', reason, by, at }))} />}
          {planned.overrides.length > 0 && <History title="Tiers set by hand" lines={planned.overrides.map(({ version, tier, untilOn, reason, by, at }) => ({ key: version, what: tier === null ? 'Taken back' : `${MEETING_TIER_WORDS[tier]} until ${formatDate(untilOn ?? '')}`, reason, by, at }))} />}
        </Column>
      </Columns>
      {row.summary === null && <Severe planned={planned} />}
      <Actions planned={planned} />
    </Page>
  );
}

/** One half of the term: met, planned, or the way to plan a check-in in it. */
function CheckInLine({ half: { startsOn, endsOn, state, meetingId }, schoolId, name }: { half: Planned['row']['checkIns'][number]; schoolId: number; name: string }) {
  const { can } = useMe();
  const days = `${formatDay(startsOn)} to ${formatDay(endsOn)}`;
  return (
    <span className="app-line">
      {days}: {meetingId === null ? CHECK_IN_WORDS[state].toLowerCase() : <Link href={`/meetings/${meetingId}`}>{CHECK_IN_WORDS[state].toLowerCase()}<span className="govuk-visually-hidden">, {days}</span></Link>}
      {state === 'OWED' && can('meeting:record') && <> · <Link href={`/meetings/new?schoolId=${schoolId}&type=CHECK_IN`}>Plan a check-in<span className="govuk-visually-hidden"> with {name}, {days}</span></Link></>}
    </span>
  );
}

function WhyTier({ planned: { row: { tier }, maySetTier }, base }: { planned: Planned; base: string }) {
  return (
    <Panel
      lead title={<>Tier: <Tag colour={TIER_COLOURS[tier.tier]}>{MEETING_TIER_WORDS[tier.tier]}</Tag></>} aside={tier.score === null ? 'Nothing could be scored' : `${tier.score} points`} flush={tier.measures.length > 0}
      foot={<>{maySetTier && <><Link href={`${base}/tier`}>Set the tier by hand</Link> · </>}<Link href="/meetings/tiers">Weights and limits</Link>. {tier.data === 'SUMMARY' ? 'Of the school’s own summary, beside the latest national figures of all schools.' : 'Of the year to date, beside the latest national figures; restricted pupils count only for those who may see them.'}</>}
    >
      {tier.measures.length === 0 ? <EmptyState>{tier.data === 'NO_FEED' ? 'This school sends no registers, and none are expected of it. It is universal until its summary of the term is entered, and scored from then on.' : 'No marks of this year have come from this school yet.'}</EmptyState> : (
        <div className="app-flow"><DataTable
          caption="Points of each measure, and why" rows={tier.measures} rowKey={({ measure }) => measure} tight
          columns={[
            { key: 'measure', heading: 'Measure', cell: ({ measure }) => MEASURE_WORDS[measure] ?? measure }, { key: 'points', heading: 'Points', numeric: true, cell: ({ points }) => points },
            { key: 'weight', heading: 'Weight', numeric: true, cell: ({ weight }) => `× ${weight}` }, { key: 'reason', heading: 'Why', wide: true, label: '', cell: ({ reason }) => reason },
          ]}
        /></div>
      )}
      {tier.floors.length > 0 && <ul className="app-rows">{tier.floors.map(({ tier: floor, reason }) => <li key={reason}><span className="app-rows__main app-break">{reason}</span><Tag colour={TIER_COLOURS[floor]}>{MEETING_TIER_WORDS[floor]}</Tag></li>)}</ul>}
    </Panel>
  );
}

function History({ title, lines }: { title: string; lines: readonly { key: number; what: string; reason: string; by: string | null; at: string }[] }) {
  return (
    <Panel title={title} aside="Latest first" flush>
      <ul className="app-rows">{lines.map(({ key, what, reason, by, at }) => <li key={key}><div className="app-rows__main"><strong>{what}</strong><p className="app-break">{reason}</p><span className="app-line">{formatInstant(at)}{by === null ? '' : `, ${by}`}</span></div></li>)}</ul>
    </Panel>
  );
}

function Severe({ planned: { row, severePupils } }: { planned: Planned }) {
  const { today } = useMe();
  return (
    <Panel title={row.severe === 0 ? 'Nobody on roll is severely absent' : `${row.severeWithPlan} of ${row.severe} severely absent pupils have a plan`} aside="As the last issued record says" flush foot={`A plan counts while it is in place, working or not, and said less than ${planWeeks(today)} school weeks ago. Those without one come first.`}>
      {severePupils.length > 0 && (
        <div className="app-flow"><DataTable
          caption="Severely absent pupils and their plans" rows={severePupils} rowKey={({ pupilId }) => pupilId} tight
          columns={[
            { key: 'name', heading: 'Pupil', cell: ({ pupilId, name }) => <Link href={`/pupils/${pupilId}`}>{name}</Link> }, { key: 'year', heading: 'Year group', cell: ({ ncYear }) => ncYear },
            { key: 'missed', heading: 'Missed', numeric: true, cell: ({ absent, possible }) => `${absent} of ${possible} sessions` }, { key: 'plan', heading: 'Plan', cell: ({ planStatus }) => (planStatus === null ? 'No record says' : PLAN_STATUS_WORDS[planStatus as PlanStatus]) },
          ]}
        /></div>
      )}
    </Panel>
  );
}

const TASK_WORDS: Readonly<Record<string, string>> = { OPEN: 'Open', IN_PROGRESS: 'In progress', DONE: 'Done', PARTLY: 'Partly done', NOT_DONE: 'Not done' };

function Actions({ planned: { row, actions } }: { planned: Planned }) {
  return (
    <Panel title={row.actionsDue === 0 ? 'No action of a meeting has come due this term' : `${row.actionsOnTime} of ${row.actionsDue} actions done on time`} aside="Due in this term, and their day is over" flush>
      {actions.length > 0 && (
        <DataTable
          caption="Actions that came due" rows={actions} rowKey={({ id }) => id} tight
          columns={[
            { key: 'what', heading: 'Action', cell: ({ what }) => (what === '' ? 'About a pupil' : what) }, { key: 'owner', heading: 'Owner', cell: ({ owner }) => owner }, { key: 'due', heading: 'Due', nowrap: true, cell: ({ dueOn }) => formatDay(dueOn) },
            { key: 'status', heading: 'Now', cell: ({ status, doneOn, late }) => <>{TASK_WORDS[status] ?? status}{doneOn === null ? '' : ` ${formatDay(doneOn)}`}{late && <> <Tag colour="red">Late</Tag></>}</> },
          ]}
        />
      )}
    </Panel>
  );
}
