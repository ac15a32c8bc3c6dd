import { useSearchParams } from 'react-router';
import { may, oneOf, pageLoader, PageProblem, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { BandMovesPanel, bandMovesQuestion } from '../parts/band-moves-panel.tsx';
import type { CrossedPartsFragment } from '../parts/cohorts.generated.ts';
import { FigureCount, FigureRate } from '../parts/figure-count.tsx';
import { chip, Filters, PHASE_ITEMS } from '../parts/filters.tsx';
import { useExplainKey } from '../parts/use-explain-key.ts';
import { acrossIn, axesFor, axisIn, axisLabel, CROSSED, crossedFinding, missedOf, type CrossedMeasure } from '../rules/cohorts.ts';
import { rowsWithin, type RowsOf } from '../rules/measures.ts';
import { phaseIn, phaseLabel } from '../rules/phases.ts';
import { SaveView } from '../watching/save-view.tsx';
import { GroupsPageDocument } from './groups-page.generated.ts';

type Row = CrossedPartsFragment['rows'][number];
const MEASURES = Object.keys(CROSSED) as CrossedMeasure[];

function schoolIn(search: URLSearchParams): number | null {
  const school = search.get('schoolId') ?? '';
  return /^\d{6}$/.test(school) ? Number(school) : null;
}

export const loader = pageLoader(GroupsPageDocument, (_, search) => {
  if (!may('pupil:read')) throw new PageProblem('FORBIDDEN', 'Your role sees figures split one way at a time.', null);
  const care = may('pupil:read-care-status');
  const axis = axisIn(search, care);
  const schoolId = schoolIn(search);
  return { axis, across: acrossIn(search, care, axis), phase: phaseIn(search), schoolId, school: String(schoolId ?? ''), named: schoolId !== null };
}, (_, search) => [bandMovesQuestion(phaseIn(search), schoolIn(search))]);

/** Figures of the year so far split two ways at once; every cell opens exactly its rows. */
export function Component() {
  useExplainKey();
  const { data } = usePageData(GroupsPageDocument);
  const { authority, can } = useMe();
  const [search] = useSearchParams();
  const { crossedFigures: crossed } = data;
  const phase = phaseIn(search);
  const schoolId = schoolIn(search);
  const measure = oneOf(search, 'show', MEASURES, 'MISSED');
  const rows = rowsWithin(true, { phase, schoolId });
  const axes = axesFor(can('pupil:read-care-status')).map((value) => ({ text: axisLabel(value), value }));
  const where = data.school?.name ?? authority;
  const title = `${axisLabel(crossed.axis)} by ${axisLabel(crossed.across).toLowerCase()}`;
  return (
    <Page windowTitle="Groups two ways" authority={authority} breadcrumbs={[{ text: 'Area', href: '/area' }, ...(data.school ? [{ text: data.school.name, href: `/schools/${schoolId}` }] : [])]}>
      <PageTitle title={`${title}, ${where}`} lede="This year so far, by who pupils are as last recorded. A pupil with two enrolments is counted once for each." actions={<SaveView />} />
      {can('area:read') && <p><Link href={`/residence${searchWith(new URLSearchParams(), { phase })}`}>By school and by residence: two totals side by side</Link></p>}
      <Panel title={crossedFinding(crossed, measure)} aside={CROSSED[measure]} flush>
        <Filters search={search} chips={phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []} kept={['schoolId']} label="Choose how pupils are told apart" clearHref={searchWith(search, { phase: null })}>
          <Select id="split" name="split" label="Rows" items={axes} defaultValue={crossed.axis} />
          <Select id="across" name="across" label="Columns" items={axes} defaultValue={crossed.across} />
          <Select id="show" name="show" label="Show" items={MEASURES.map((value) => ({ text: CROSSED[value], value }))} defaultValue={measure} />
          {schoolId === null && <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />}
        </Filters>
        <DataTable caption={`${title}: ${CROSSED[measure].toLowerCase()}`} captionIsHidden columns={columnsOf(crossed, measure, rows)} rows={crossed.rows} rowKey={({ value }) => value} tight
          empty={<p>Groups appear with the first marks. <Link href="/area">Area overview</Link></p>} />
      </Panel>
      <BandMovesPanel phase={phase} schoolId={schoolId} rows={rows} />
    </Page>
  );
}

function columnsOf({ axis, across, columns }: CrossedPartsFragment, measure: CrossedMeasure, rows: RowsOf): DataColumn<Row>[] {
  return [
    { key: 'group', heading: axisLabel(axis), cell: ({ label }) => label },
    ...columns.map((column, index): DataColumn<Row> => ({
      key: `column-${column.value}`, heading: column.label, numeric: true,
      cell: (row) => {
        const figures = row.cells[index];
        if (figures === undefined || figures.enrolments === 0) return <span className="app-muted">none</span>;
        const kept = { axis, value: row.value, across, acrossValue: column.value };
        const of = `${row.label}, ${column.label}`;
        if (measure === 'PUPILS') return <FigureCount count={figures.enrolments} to={rows('COUNTED', kept)} of={of} />;
        if (measure === 'PERSISTENT') return <FigureRate count={figures.persistent} whole={figures.enrolments ?? 0} to={rows('PERSISTENT', kept)} of={`persistently absent, ${of}`} withCount />;
        return <FigureRate count={missedOf(figures)} whole={figures.possible ?? 0} to={rows('ABSENT', kept)} of={`sessions missed, ${of}`} />;
      },
    })),
  ];
}
