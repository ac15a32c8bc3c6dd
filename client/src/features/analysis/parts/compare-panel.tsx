import { asSentence } from '@attendance/shared/kernel';
import { question } from '../../../graphql/first-answers.ts';
import { useQuery } from '../../../graphql/hooks.ts';
import { COMPARED_MEASURES, comparedCounts, pointsApart, roundedRate, unroundedRate, type ComparedMeasure } from '@attendance/shared/attendance';
import { formatList, formatPercent, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { COMPARED, columnPeriod, columnSource, compareFinding, isOfPupils, pointsWords, symbolOf, symbolsSentence, symbolsShown, type ComparedPlace } from '../rules/compare.ts';
import { hidesAny, HIDDEN_WHY, type GroupCounts } from '../rules/counts.ts';
import { rowsWithin, type RowsOf } from '../rules/measures.ts';
import { phaseSchools } from '../rules/phases.ts';
import { weekOfLastYear } from '../rules/weeks.ts';
import { ComparisonDocument, type ComparisonPartsFragment } from './compare-panel.generated.ts';
import { FigureRate } from './figure-count.tsx';

export interface ComparedOverview {
  readonly figures: GroupCounts; readonly lastYear: GroupCounts; readonly persistentShown: boolean;
  readonly weeks: readonly { readonly weekStart: string }[];
}
export interface CompareProps {
  readonly overview: ComparedOverview;
  readonly rows: RowsOf;
  /** Whether the lists of names behind figures may be opened. */
  readonly named: boolean;
  readonly within: { readonly phase?: string | null; readonly schoolId?: number };
}

const OVER = 'How this compares';

/** What the panel asks, for a page that comes with its answers. */
export const comparisonQuestion = (phase: string | null, schoolId: number | null) => question(ComparisonDocument, { phase, schoolId });

/** The figures of a page beside last year, schools of the same phase and what is published; asked for once the page is there. */
export function ComparePanel(props: CompareProps) {
  const { phase = null, schoolId = null } = props.within;
  const { data, error } = useQuery(ComparisonDocument, { variables: { phase, schoolId } });
  if (error) return <Panel id="compare" title={OVER}><p role="alert">{error.message}</p></Panel>;
  if (data === undefined) return <Panel id="compare" className="app-compare-room" title={OVER}><LoadingState lines={6} /></Panel>;
  return <CompareTable {...props} comparison={data.comparison} />;
}

interface Row { readonly measure: ComparedMeasure }
const ROWS: readonly Row[] = COMPARED_MEASURES.map((measure) => ({ measure }));

/** The same table with what it is set beside at hand. */
export function CompareTable({ overview, rows, named, comparison }: CompareProps & { comparison: ComparisonPartsFragment }) {
  const { figures, lastYear } = overview;
  const { samePhase } = comparison;
  const places = placesOf(comparison);
  const missing = places.flatMap(({ absent, place }) => (place === null ? [absent] : []));
  const held = places.flatMap(({ place }) => (place === null ? [] : [place]));
  const symbols = symbolsSentence(symbolsShown(held));
  const england = places.at(-1)?.place?.rates.absence ?? null;
  const isHidden = [figures, lastYear, samePhase?.figures].some((counts) => counts !== undefined && hidesAny(counts));
  const columns: DataColumn<Row>[] = [
    { key: 'measure', heading: 'Measure', nowrap: true, cell: ({ measure }) => <>{COMPARED[measure].label}<span className="app-line">{COMPARED[measure].of}</span></> },
    { key: 'here', heading: 'Here', under: 'this year so far', label: 'Here, this year so far', numeric: true, cell: ({ measure }) => <Here measure={measure} overview={overview} rows={rows} /> },
    { key: 'last-year', heading: 'Last year', under: 'to the same school week', label: 'Last year, to the same school week', numeric: true, cell: ({ measure }) => <LastYear measure={measure} overview={overview} rows={rows} /> },
    ...(samePhase ? [samePhaseColumn(samePhase, overview, named)] : []),
    ...places.flatMap(({ name, place }): DataColumn<Row>[] => {
      if (place === null) return [];
      const under = columnPeriod(place);
      return [{ key: name, heading: name, under, label: `${name}, ${under}`, numeric: true, cell: ({ measure }) => <Published measure={measure} place={place} own={ownRate(measure, overview)} /> }];
    }),
  ];
  return (
    <Panel id="compare" title={compareFinding(figures, [['last year', unroundedRate('absence', lastYear)], ['England', england]])} aside={OVER} flush foot={(
      <>
        {comparison.publishedPhase === null ? <p>Nothing is published of schools like these.</p> : missing.length > 0 && <p>No published figure is held here of {formatList(missing)}.</p>}
        {held.length > 0 && <ul>{places.map(({ name, place }) => place !== null && <li key={name}>{columnSource(name, comparison.publishedPhase ?? '', place)}</li>)}</ul>}
        <p>Differences are of what is here from what stands in the column, in percentage points, taken before either is rounded. Published figures are of other weeks, and of pupils aged 5 to 15. Last year’s persistent and severe absence is of the same part of the year: who had missed that much by the end of that week. {symbols} {isHidden && HIDDEN_WHY} <Link href="/about/published-figures">All published figures held here</Link></p>
      </>
    )}>
      <DataTable caption="These figures beside last year, other schools and published figures" columns={columns} rows={ROWS} rowKey={({ measure }) => measure} tight />
    </Panel>
  );
}

/** What published figures there may be, always the same three, so that what is missing is said: a column of nothing would push the others off a narrow screen. */
function placesOf({ published }: ComparisonPartsFragment): { readonly name: string; readonly absent: string; readonly place: ComparedPlace | null }[] {
  const neighbours = published?.neighbours ?? null;
  return [
    { name: neighbours === null ? 'Statistical neighbours' : `Statistical neighbours (${neighbours.pooled.length} of ${neighbours.authorities})`, absent: 'statistical neighbours', place: neighbours === null ? null : { ...neighbours, symbols: [] } },
    { name: published?.regional?.areaName ?? 'Region', absent: 'the region', place: published?.regional ?? null },
    { name: 'England', absent: 'England', place: published?.national ?? null },
  ];
}

/** Ours as shown: none where it is hidden, or while it is too early to speak of it. */
const ownRate = (measure: ComparedMeasure, { figures, persistentShown }: ComparedOverview): number | null => (isOfPupils(measure) && !persistentShown ? null : unroundedRate(measure, figures));

interface OwnProps { readonly measure: ComparedMeasure; readonly overview: ComparedOverview; readonly rows: RowsOf }

function Here({ measure, overview: { figures, persistentShown }, rows }: OwnProps) {
  if (isOfPupils(measure) && !persistentShown) return <span className="app-muted">Too early</span>;
  const { part, whole } = comparedCounts(measure, figures);
  return <FigureRate strong count={part} whole={whole} to={rows(COMPARED[measure].list)} of={COMPARED[measure].counts} />;
}

function LastYear({ measure, overview, rows }: OwnProps) {
  const { lastYear, weeks } = overview;
  const { part, whole } = comparedCounts(measure, lastYear);
  const last = weeks.at(-1)?.weekStart;
  const { list, counts } = COMPARED[measure];
  if (whole === 0 || last === undefined) return <span className="app-muted">None</span>;
  return (
    <>
      <FigureRate count={part} whole={whole} to={rows(list, { to: weekOfLastYear(last) })} of={`${counts} last year`} />
      <Points own={ownRate(measure, overview)} other={unroundedRate(measure, lastYear)} />
    </>
  );
}

function samePhaseColumn({ phase, schools, figures }: NonNullable<ComparisonPartsFragment['samePhase']>, overview: ComparedOverview, named: boolean): DataColumn<Row> {
  const who = `${phaseSchools(phase)} here`;
  const heading = asSentence(who);
  const under = `${plural(schools, 'school')}, this one too; this year so far`;
  return {
    key: 'phase', heading, under, label: `${heading}, ${under}`, numeric: true,
    cell: ({ measure }) => {
      if (isOfPupils(measure) && !overview.persistentShown) return <span className="app-muted">Too early</span>;
      const { part, whole } = comparedCounts(measure, figures);
      return <><FigureRate count={part} whole={whole} to={rowsWithin(named, { phase })(COMPARED[measure].list)} of={`${COMPARED[measure].counts}, ${who}`} /><Points own={ownRate(measure, overview)} other={unroundedRate(measure, figures)} /></>;
    },
  };
}

function Published({ measure, place, own }: { measure: ComparedMeasure; place: ComparedPlace; own: number | null }) {
  const rate = place.rates[measure];
  const shown = roundedRate(rate);
  if (shown === null) return <span className="app-muted">{symbolOf(place.symbols, measure) ?? 'Not published'}</span>;
  return <>{formatPercent(shown)}<Points own={own} other={rate} /></>;
}

/** How ours differs, in words; nothing where either is not shown. */
function Points({ own, other }: { own: number | null; other: number | null }) {
  const points = pointsApart(own, other);
  return points === null ? null : <span className="app-line">here {pointsWords(points)}</span>;
}
