import { useSearchParams } from 'react-router';
import { asker, may, pageLoader, PageProblem, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { dateOfInstant, formatDate } from '../../../lib/format.ts';
import { Column, Columns } from '../../../ui/columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { NotYours } from '../../../ui/not-yours.tsx';
import { Page } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { bandFiguresParts, bandFiguresQuestions } from '../parts/band-figures-late.tsx';
import { ComparePanel, comparisonQuestion } from '../parts/compare-panel.tsx';
import { DeliveryList } from '../parts/delivery-list.tsx';
import { ExplainSheet } from '../parts/explain-late.ts';
import { HeadlineTiles } from '../parts/headline-tiles.tsx';
import { SchoolCalendarDetails } from '../parts/school-calendar.tsx';
import { SchoolIdentity } from '../parts/school-identity.tsx';
import { SimilarPanel, similarParts, similarQuestions } from '../parts/similar-late.tsx';
import { PupilsToTalkAbout, ReasonsPanel, YearGroupsPanel } from '../parts/school-panels.tsx';
import { PeriodsPanel } from '../parts/periods-late.tsx';
import { PatternPanels } from '../parts/pattern-panels.tsx';
import { useExplainKey } from '../parts/use-explain-key.ts';
import { KindPanel } from '../parts/week-charts.tsx';
import { axisIn, seesGroups } from '../rules/cohorts.ts';
import { explainedIn, rowsWithin } from '../rules/measures.ts';
import { WatchControl } from '../watching/watch-control.tsx';
import { SchoolPageDocument } from './school-page.generated.ts';

/** Whether a school is all that the person reaches. */
const isAllOf = (id: string): boolean => asker().schools.length === 1 && asker().schools[0] === Number(id);

export const loader = pageLoader(SchoolPageDocument, ({ id = '' }, search) => {
  if (!/^\d{6}$/.test(id)) throw new PageProblem('NOT_FOUND', 'There is no such school.', null);
  const explained = explainedIn(search);
  return {
    id, schoolId: Number(id), measure: explained ?? 'ATTENDANCE', explains: explained !== null && may('figure:explain') && seesGroups(isAllOf(id)),
    pupils: may('pupil:read'), reasons: may('pupil:read') && may('register:read'), deliveries: may('delivery:read'), axis: axisIn(search, may('pupil:read-care-status')), groups: seesGroups(isAllOf(id)),
  };
}, ({ id = '' }, search) => {
  if (asker().schools.length > 0 && !asker().schools.includes(Number(id))) return [];
  const groups = seesGroups(isAllOf(id));
  return [comparisonQuestion(null, Number(id)), ...(groups ? similarQuestions(search, Number(id)) : []), ...bandFiguresQuestions(groups)];
}, (_, search) => [...similarParts(search), ...bandFiguresParts()]);

/** One school: who it is, its figures, its weeks and the pupils to talk about. */
export function Component() {
  const { data } = usePageData(SchoolPageDocument);
  const { authority, today, me, can } = useMe();
  const [search] = useSearchParams();
  useExplainKey();
  const { school, schoolOverview: overview, freshness, yearGroupFigures, persistent, overdueReasonPupils: reasons, deliveries, explain } = data;
  const schoolId = Number(school.id);
  const named = can('pupil:read');
  const rows = rowsWithin(named, { schoolId });
  const explained = can('figure:explain') && seesGroups(isAllOf(school.id)) ? (measure: string) => searchWith(search, { explain: measure }) : undefined;
  const silent = freshness.silent.find((each) => each.schoolId === school.id);
  const isOwn = me.schools.length === 1 && me.schools[0] === schoolId;
  const hasFigures = overview.figures.possible > 0;
  // Every school is known by name to everyone; the figures of another school are not.
  const isBeyondReach = me.schools.length > 0 && !me.schools.includes(schoolId);
  const seesBoard = can('meeting:read-summary') && !can('meeting:read') && !isBeyondReach;
  return (
    <Page windowTitle={school.name} authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, ...(isOwn ? [] : [{ text: 'Schools', href: '/schools' }]), { text: school.name }]}>
      <SchoolIdentity school={school} onRoll={overview.figures.enrolments} silentSince={silent === undefined ? undefined : silent.marksTo} rollHref={rows('COUNTED')} actions={isBeyondReach ? undefined : <WatchControl schoolId={schoolId} name={school.name} />} />
      {(persistent || deliveries || seesBoard) && (
        <nav className="app-anchors app-no-print" aria-label="On this page">
          <ul className="app-row">
            {persistent && hasFigures && <li><a href="#pupils">Pupils to talk about</a></li>}
            {reasons && hasFigures && <li><a href="#reasons">Reasons overdue</a></li>}
            {deliveries && !isBeyondReach && <li><a href="#deliveries">Deliveries</a></li>}
            <li><a href="#calendar">Calendar</a></li>
            {seesBoard && <li><Link href={`/meetings?schoolId=${schoolId}`}>Meetings of the school</Link></li>}
            {can('barrier:read') && !isBeyondReach && <li><Link href={`/barriers/for?schoolId=${schoolId}`}>Area barriers</Link></li>}
          </ul>
        </nav>
      )}
      {isBeyondReach && <NotYours title="This school’s figures are outside your reach.">You see the figures of {me.schools.length === 1 ? <Link href={`/schools/${me.schools[0]}`}>your own school</Link> : <Link href="/schools">your own schools</Link>}.</NotYours>}
      {!isBeyondReach && <HeadlineTiles overview={overview} rows={rows} explain={explained} />}
      {!hasFigures && !isBeyondReach && <Panel title="No marks have come in from this school this year"><EmptyState>Figures, weeks and pupils appear with the first register.</EmptyState></Panel>}
      {hasFigures && !isBeyondReach && <ComparePanel overview={overview} rows={rows} named={named} within={{ schoolId }} />}
      {hasFigures && !isBeyondReach && seesGroups(isAllOf(school.id)) && <SimilarPanel schoolId={schoolId} named={named} persistentShown={overview.persistentShown} today={today} />}
      {hasFigures && (
        <Columns>
          <Column span={yearGroupFigures.length > 0 ? 7 : 12} fill><KindPanel weeks={overview.weeks} rows={rows} counts={overview.figures} /></Column>
          {yearGroupFigures.length > 0 && <Column span={5} fill><YearGroupsPanel groups={yearGroupFigures} schoolId={schoolId} persistentShown={overview.persistentShown} named={named} /></Column>}
        </Columns>
      )}
      {persistent && hasFigures && <PupilsToTalkAbout pupils={persistent} severe={overview.figures.severe ?? 0} persistentShown={overview.persistentShown} schoolId={schoolId} today={today} />}
      {hasFigures && (
        <>
          {!isBeyondReach && <PeriodsPanel rows={rows} within={{ schoolId }} />}
          <PatternPanels groups={data.cohortFigures} patterns={data.sessionPatterns} rows={rows} search={search} kept={['from', 'to']} overview={overview} within={{ schoolId }} schoolPhase={school.phase} />
        </>
      )}
      {(reasons || deliveries) && !isBeyondReach && (
        <Columns>
          {reasons && <Column span={deliveries ? 6 : 12}><ReasonsPanel reasons={reasons} schoolId={schoolId} today={today} /></Column>}
          {deliveries && (
            <Column span={reasons ? 6 : 12}>
              <Panel id="deliveries" title={deliveries.items[0] ? `The latest file came ${formatDate(dateOfInstant(deliveries.items[0].receivedAt))}` : 'No file has come from this school'} aside="Latest deliveries" flush={deliveries.total > 0} foot={deliveries.total > 0 ? <Link href={isOwn ? '/data' : `/data?schoolId=${schoolId}`}>All deliveries</Link> : undefined}>
                {deliveries.total === 0 ? <EmptyState>Each register file will be listed with its receipt.</EmptyState> : <DeliveryList items={deliveries.items} />}
              </Panel>
            </Column>
          )}
        </Columns>
      )}
      <SchoolCalendarDetails academicYear={overview.academicYear} terms={school.terms} closures={school.closures} />
      {explain && <ExplainSheet explanation={explain} place={`at ${school.name}`} rows={rows} scope={{ schoolId }} today={today} />}
    </Page>
  );
}
