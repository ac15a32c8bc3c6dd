import type { ReactNode } from 'react';
import { firstName, greeting, HeadlineTiles, HIDDEN_WHY, pupilColumns, pupilsHref, rowsWithin, WatchAlertsPanel } from '../../features/analysis/index.ts';
import { useMe } from '../../features/identity/index.ts';
import { SchoolActionsPanel, WorkPanel } from '../../features/tasks/index.ts';
import { BoardHome, MyWeekPanel, NextMeetingPanel, OwedSummaries } from '../../features/meetings/index.ts';
import { asker, pageLoader, usePageData } from '../../graphql/page-query.ts';
import { formatLongDay, formatNumber, formatTime, plural } from '../../lib/format.ts';
import { Column, Columns } from '../../ui/columns.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, PageTitle } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { homeKind, homeVariables, type HomeKind } from './home-kind.ts';
import { HomeDocument, type HomeQuery } from './home-page.generated.ts';
import { Deliveries, FurthestFromSchool, ReasonsOverdue, SilentSchools, WhoNeedsMe, WorstSchools } from './home-panels.tsx';

export const loader = pageLoader(HomeDocument, () => homeVariables(asker()));

const BODIES: Readonly<Record<HomeKind, (props: { data: HomeQuery }) => ReactNode>> = { COUNCIL: CouncilHome, SCHOOL: SchoolHome, FIGURES: FiguresHome, CASELOAD: CaseloadHome, NONE: NothingHome };

/** The first page of a person's day: own work first. */
export function Component() {
  const { data } = usePageData(HomeDocument);
  const { me, authority, today } = useMe();
  const kind = homeKind(me);
  const Body = BODIES[kind];
  return (
    <Page windowTitle="Home" authority={authority}>
      <PageTitle title={`${greeting(formatTime(new Date()))}, ${firstName(me.name)}`} lede={<>{formatLongDay(today)}<Reach kind={kind} data={data} mine={homeVariables(me).mine} /></>} />
      <Body data={data} />
    </Page>
  );
}

/** How many schools or pupils this person works with, as the way to them. */
function Reach({ kind, data, mine }: { kind: HomeKind; data: HomeQuery; mine: boolean }) {
  const { me } = useMe();
  if (kind === 'COUNCIL' && data.table) return <> · {mine && 'your '}<Figure value={plural(data.table.total, 'school')} to={mine ? '/schools?mine=yes' : '/schools'} of="within my reach" />{!mine && ' in the area'}</>;
  if (kind === 'SCHOOL' && data.own && data.own.figures.enrolments !== null) return <> · <Figure value={plural(data.own.figures.enrolments, 'pupil')} to={pupilsHref('COUNTED', { schoolId: me.schools[0] })} of="within my reach" /> with sessions this year</>;
  if (kind === 'CASELOAD' && data.children) return <> · <Figure value={plural(data.children.total, 'child', 'children')} to={pupilsHref('COUNTED')} of="within my reach" /> on your list</>;
  return null;
}

function CouncilHome({ data }: { data: HomeQuery }) {
  const { me, today, can } = useMe();
  const { mine } = homeVariables(me);
  return (
    <>
      {data.area && <HeadlineTiles label="The area in figures" overview={data.area} rows={rowsWithin(true)} explain={can('figure:explain') ? (measure) => `/area?explain=${measure}` : undefined} />}
      <Columns>
        <Column span={8}>
          {data.watchAlerts && <WatchAlertsPanel alerts={data.watchAlerts} />}
          {data.lists && <WhoNeedsMe lists={data.lists} mine={mine} today={today} />}
          {data.severe && <FurthestFromSchool severe={data.severe} mine={mine} today={today} withSchool />}
          {data.table && <WorstSchools table={data.table} title={mine ? 'My schools, worst first' : 'Schools, worst first'} mine={mine} named persistentShown={data.persistenceShown ?? true} today={today} />}
        </Column>
        <Column span={4}>
          {data.myWeek && (mine || data.myWeek.length > 0) && <MyWeekPanel meetings={data.myWeek} today={today} />}
          {data.work && <WorkPanel work={data.work} today={today} />}
          {data.freshness && <SilentSchools silent={data.freshness.silent} named />}
          {data.overdueReasons && <ReasonsOverdue reasons={data.overdueReasons} today={today} mine={mine} />}
          {data.deliveries && <Deliveries deliveries={data.deliveries} attention />}
        </Column>
      </Columns>
    </>
  );
}

function SchoolHome({ data }: { data: HomeQuery }) {
  const { me, today, authority, can } = useMe();
  const schoolId = me.schools[0];
  return (
    <>
      {data.own && <HeadlineTiles label="Our figures" overview={data.own} rows={rowsWithin(true, { schoolId })} explain={can('figure:explain') ? (measure) => `/schools/${schoolId}?explain=${measure}` : undefined} />}
      <Columns>
        <Column span={8}>
          {data.actions && <SchoolActionsPanel actions={data.actions} today={today} authority={authority} />}
          {data.watchAlerts && <WatchAlertsPanel alerts={data.watchAlerts} />}
          {data.lists && <WhoNeedsMe lists={data.lists} mine={false} today={today} />}
          {data.severe && <FurthestFromSchool severe={data.severe} mine={false} today={today} withSchool={me.schools.length > 1} />}
        </Column>
        <Column span={4}>
          {data.termSummaries && <OwedSummaries summaries={data.termSummaries} />}
          {data.nextMeetings && <NextMeetingPanel meetings={data.nextMeetings.items} total={data.nextMeetings.total} today={today} />}
          {data.overdueReasons && <ReasonsOverdue reasons={data.overdueReasons} today={today} mine={false} />}
          {data.deliveries && <Deliveries deliveries={data.deliveries} attention={false} />}
        </Column>
      </Columns>
    </>
  );
}

function FiguresHome({ data }: { data: HomeQuery }) {
  const { me, today, can } = useMe();
  const overview = data.own ?? data.area;
  const hidden = overview && (overview.figures.persistent === null || overview.figures.severe === null);
  return (
    <>
      {overview && <HeadlineTiles label={data.own ? 'The school in figures' : 'The area in figures'} overview={overview} rows={rowsWithin(false)} />}
      {can('meeting:read-summary') && me.schools.length === 1 && me.schools[0] !== undefined && <BoardHome schoolId={me.schools[0]} />}
      <Panel title="Your role sees figures, without names" foot={hidden ? HIDDEN_WHY : undefined}>
        <EmptyState>
          Counts of 1 to 4 pupils are hidden.{' '}
          {can('area:read') ? <Link href="/area">The whole area</Link> : <Link href={me.schools.length === 1 ? `/schools/${me.schools[0]}` : '/schools'}>{me.schools.length === 1 ? 'The school in full' : 'Your schools in a table'}</Link>}
        </EmptyState>
      </Panel>
      {data.table && <WorstSchools table={data.table} title="Schools, worst first" mine={false} named={false} persistentShown={data.persistenceShown ?? true} today={today} />}
      {data.freshness && !data.own && <SilentSchools silent={data.freshness.silent} named={false} />}
    </>
  );
}

function CaseloadHome({ data }: { data: HomeQuery }) {
  const { today } = useMe();
  const children = data.children;
  if (!children) return null;
  return (
    <>
      {data.watchAlerts && <WatchAlertsPanel alerts={data.watchAlerts} />}
      {data.work && <WorkPanel work={data.work} today={today} />}
      <Panel lead title="My children, most absent first" count={children.total} flush foot={children.total > children.items.length ? <Link href={pupilsHref('COUNTED')}>All {formatNumber(children.total)}</Link> : undefined}>
        <DataTable
          caption="My children by absence this academic year" columns={pupilColumns(today, { withSchool: true }).map(({ sortable: _, ...column }) => (column.key === 'NAME' ? { ...column, heading: 'Child' } : column))} rows={children.items} rowKey={(row) => row.enrolmentId}
          empty={<p>No child on your list has had a session this year. A child appears here when a manager puts them on your list.</p>}
        />
      </Panel>
    </>
  );
}

function NothingHome() {
  const { me, can } = useMe();
  return (
    <Panel title="There is no pupil data for this role">
      <div className="app-stack">
        <p>As {me.roleLabel.toLowerCase()} you look after people, rules and logs. No pupil, school or figure is shown to you, and none can be searched.</p>
        {can('audit:read-own') && <p><Link href="/my-access">What I opened (my own access log)</Link></p>}
      </div>
    </Panel>
  );
}
