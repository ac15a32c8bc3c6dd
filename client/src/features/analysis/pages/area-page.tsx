import { useSearchParams } from 'react-router';
import { may, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { TileStrip } from '../../../ui/tile.tsx';
import { useMe } from '../../identity/index.ts';
import { ExplainSheet } from '../parts/explain-sheet.tsx';
import { FigureCount } from '../parts/figure-count.tsx';
import { chip, Filters, PHASE_ITEMS } from '../parts/filters.tsx';
import { SchoolTable } from '../parts/school-table.tsx';
import { useExplainKey } from '../parts/use-explain-key.ts';
import { TrendPanel } from '../parts/week-charts.tsx';
import { absentOf, attendancePercent, HIDDEN_WHY, lateOf, percentWords, rateWords } from '../rules/counts.ts';
import { listParams, SCHOOL_SORTS } from '../rules/list-params.ts';
import { explainedIn, pupilsHref } from '../rules/measures.ts';
import { phaseIn, phaseLabel, phaseSchools } from '../rules/phases.ts';
import { phaseFinding, schoolsFinding, sortedBy } from '../rules/sentences.ts';
import { headlineTiles } from '../rules/tiles.ts';
import { AreaPageDocument, type AreaPageQuery } from './area-page.generated.ts';

export const loader = pageLoader(AreaPageDocument, (_, search) => {
  const explained = explainedIn(search);
  const phase = phaseIn(search);
  return { phase, filter: { phase }, ...listParams(search, SCHOOL_SORTS, 'PERSISTENT'), measure: explained ?? 'ATTENDANCE', explains: explained !== null && may('figure:explain') };
});

type PhaseRow = AreaPageQuery['areaOverview']['phases'][number];

/** The area, or one phase of it: headlines, weeks, phases and schools. */
export function Component() {
  const { data } = usePageData(AreaPageDocument);
  const { authority, can } = useMe();
  const [search] = useSearchParams();
  useExplainKey();
  const phase = phaseIn(search);
  const list = listParams(search, SCHOOL_SORTS, 'PERSISTENT');
  const named = can('pupil:read');
  const { areaOverview: overview, schoolFigures: schools, freshness, explain } = data;
  const rows = named ? (measure: string) => pupilsHref(measure, { phase }) : undefined;
  const explained = can('figure:explain') ? (measure: string) => searchWith(search, { explain: measure, page: search.get('page') }) : undefined;
  const whose = phase ? `All ${phaseSchools(phase)} in ${authority}` : `All schools in ${authority}`;
  const span = overview.firstWeek && freshness.marksTo ? `, from the week of ${formatDate(overview.firstWeek)} to ${formatDate(freshness.marksTo)}, beside the same weeks of last year` : '';
  return (
    <Page windowTitle="Area" authority={authority}>
      <PageTitle title="Area overview" lede={`${whose}${span}`} actions={<Button variant="secondary" onClick={() => window.print()}>Print</Button>} />
      <Filters search={search} chips={phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []} kept={['sort', 'direction', 'take']} label="Choose a phase" clearHref="?">
        <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />
      </Filters>
      <TileStrip label="Headline figures" tiles={headlineTiles(overview, { ...(rows ? { rows } : {}), ...(explained ? { explain: explained } : {}) })} />
      <Columns>
        <Column span={phase ? 12 : 6} fill><TrendPanel weeks={overview.weeks} /></Column>
        {!phase && (
          <Column span={6} fill>
            <Panel title={phaseFinding(overview.phases)} aside="Year to date" flush foot={overview.phases.some(isHidden) ? HIDDEN_WHY : undefined}>
              <DataTable caption="Figures by phase" columns={phaseColumns(search, named)} rows={overview.phases} rowKey={(row) => row.phase} tight />
            </Panel>
          </Column>
        )}
      </Columns>
      <Panel title={schoolsFinding(schools.items, schools.total, list)} aside={`${plural(schools.total, 'school')}, ${sortedBy(list.sort, list.direction === 'DESC')}`} flush>
        <SchoolTable rows={schools.items} total={schools.total} search={search} list={list} named={named} />
      </Panel>
      {explain && <ExplainSheet explanation={explain} place={phase ? `in ${phaseSchools(phase)}` : `in ${authority}`} {...(rows ? { rows } : {})} />}
    </Page>
  );
}

const isHidden = ({ figures }: PhaseRow): boolean => figures.persistent === null || figures.severe === null;

function phaseColumns(search: URLSearchParams, named: boolean): DataColumn<PhaseRow>[] {
  const rows = (row: PhaseRow, measure: string): string | undefined => (named ? pupilsHref(measure, { phase: row.phase }) : undefined);
  return [
    { key: 'phase', heading: 'Phase', cell: (row) => <><Link href={searchWith(search, { phase: row.phase, explain: null })}>{phaseLabel(row.phase)}</Link><span className="app-line">{row.schools === 1 ? '1 school' : `${row.schools} schools`}</span></> },
    { key: 'attendance', heading: 'Attended', numeric: true, cell: ({ figures }) => <strong>{percentWords(attendancePercent(figures))}</strong> },
    { key: 'absence', heading: 'Missed', numeric: true, cell: ({ figures }) => rateWords(absentOf(figures), figures.possible) },
    { key: 'persistent', heading: 'Persistent', numeric: true, cell: (row) => <FigureCount count={row.figures.persistent} rate={rateWords(row.figures.persistent, row.figures.enrolments)} href={rows(row, 'PERSISTENT')} of={`persistently absent, ${phaseLabel(row.phase)}`} /> },
    { key: 'severe', heading: 'Severe', numeric: true, cell: (row) => <FigureCount count={row.figures.severe} rate={rateWords(row.figures.severe, row.figures.enrolments)} href={rows(row, 'SEVERE')} of={`severely absent, ${phaseLabel(row.phase)}`} /> },
    { key: 'late', heading: 'Late', numeric: true, cell: ({ figures }) => rateWords(lateOf(figures), figures.possible) },
  ];
}
