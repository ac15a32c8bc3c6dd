import { useSearchParams } from 'react-router';
import { areaFinding } from '@attendance/shared/attendance';
import { may, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { ComparePanel, comparisonQuestion } from '../parts/compare-panel.tsx';
import { ExplainSheet } from '../parts/explain-late.ts';
import { chip, Filters, PHASE_ITEMS } from '../parts/filters.tsx';
import { HeadlineTiles } from '../parts/headline-tiles.tsx';
import { PhasePanel } from '../parts/phase-table.tsx';
import { SchoolTable } from '../parts/school-table.tsx';
import { PeriodsPanel } from '../parts/periods-late.tsx';
import { PatternPanels } from '../parts/pattern-panels.tsx';
import { workListHref } from '../parts/work-filter.ts';
import { useExplainKey } from '../parts/use-explain-key.ts';
import { TrendPanel } from '../parts/week-charts.tsx';
import { ResidencePanel } from '../residence/residence-panel.tsx';
import { axisIn, seesGroups } from '../rules/cohorts.ts';
import { listParams, SCHOOL_SORTS } from '../rules/list-params.ts';
import { explainedIn, rowsWithin } from '../rules/measures.ts';
import { phaseIn, phaseLabel, phaseSchools } from '../rules/phases.ts';
import { besideLastYear, schoolsFinding, sortedBy } from '../rules/sentences.ts';
import { bandFiguresParts, bandFiguresQuestions } from '../parts/band-figures-late.tsx';
import { SaveView } from '../watching/save-view.tsx';
import { AreaPageDocument } from './area-page.generated.ts';

export const loader = pageLoader(AreaPageDocument, (_, search) => {
  const explained = explainedIn(search);
  const phase = phaseIn(search);
  return { phase, filter: { phase }, ...listParams(search, SCHOOL_SORTS, 'PERSISTENT'), measure: explained ?? 'ATTENDANCE', explains: explained !== null && may('figure:explain') && seesGroups(phase === null), axis: axisIn(search, may('pupil:read-care-status')), groups: seesGroups(phase === null), pupils: may('pupil:read') };
}, (_, search) => [comparisonQuestion(phaseIn(search), null), ...bandFiguresQuestions(phaseIn(search) === null)], bandFiguresParts);

/** The area, or one phase of it: headlines, weeks, phases and schools. */
export function Component() {
  const { data } = usePageData(AreaPageDocument);
  const { authority, today, can } = useMe();
  const [search] = useSearchParams();
  useExplainKey();
  const phase = phaseIn(search);
  const list = listParams(search, SCHOOL_SORTS, 'PERSISTENT');
  const named = can('pupil:read');
  const { areaOverview: overview, schoolFigures: schools, freshness, explain } = data;
  const rows = rowsWithin(named, { phase });
  const explained = can('figure:explain') && seesGroups(phase === null) ? (measure: string) => searchWith(search, { explain: measure, page: search.get('page') }) : undefined;
  const whose = phase ? `All ${phaseSchools(phase)} in ${authority}` : `All schools in ${authority}`;
  const span = overview.firstWeek && freshness.marksTo ? `, from the week of ${formatDate(overview.firstWeek)} to ${formatDate(freshness.marksTo)}, beside the same weeks of last year` : '';
  const planless = data.lists?.find(({ kind }) => kind === 'SEVERE_NO_PLAN');
  const isHidden = overview.figures.possible > 0 && overview.figures.attended === null;
  const silent = phase === null ? freshness.silent.length : 0;
  return (
    <Page windowTitle="Area" authority={authority}>
      <PageTitle title={isHidden ? 'Attendance here is hidden: it is of too few pupils' : areaFinding(besideLastYear(overview), phaseSchools)} lede={<>{whose}{span}.{silent > 0 && <> Marks of <Figure value={`${silent} of ${plural(freshness.schoolsExpected, 'school')}`} to="/schools?silent=yes" of="silent: their marks stop earlier" /> stop earlier.</>}</>} actions={<><SaveView /><Button variant="secondary" onClick={() => window.print()}>Print</Button></>} />
      <Filters search={search} chips={phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []} kept={['sort', 'direction', 'take', 'split', 'from', 'to']} label="Choose a phase" clearHref="?">
        <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />
      </Filters>
      <HeadlineTiles overview={overview} rows={rows} explain={explained} planless={planless && { total: planless.total, href: workListHref(planless.kind, { phase }) }} />
      {overview.figures.possible > 0 && <ComparePanel overview={overview} rows={rows} named={named} within={{ phase }} />}
      <Columns>
        <Column span={phase ? 12 : 6} fill><TrendPanel weeks={overview.weeks} rows={rows} /></Column>
        {!phase && <Column span={6} fill><PhasePanel phases={overview.phases} search={search} persistentShown={overview.persistentShown} named={named} explains={named && can('figure:explain')} /></Column>}
      </Columns>
      {overview.figures.possible > 0 && <PeriodsPanel rows={rows} within={{ phase }} />}
      <Panel title={schoolsFinding(schools.items, schools.total, list, overview.persistentShown)} aside={`${plural(schools.total, 'school')}, ${sortedBy(list.sort, list.direction === 'DESC')}`} flush>
        <SchoolTable rows={schools.items} total={schools.total} search={search} list={list} persistentShown={overview.persistentShown} named={named} explains={named && can('figure:explain')} />
      </Panel>
      {data.residence && <ResidencePanel residence={data.residence} rows={rows} phase={phase} persistentShown={overview.persistentShown} />}
      <PatternPanels groups={data.cohortFigures} patterns={data.sessionPatterns} rows={rows} search={search} kept={['phase', 'sort', 'direction', 'take', 'from', 'to']} overview={overview} within={{ phase }} />
      {explain && <ExplainSheet explanation={explain} place={phase ? `in ${phaseSchools(phase)}` : `in ${authority}`} rows={rows} scope={{ phase }} today={today} />}
    </Page>
  );
}
