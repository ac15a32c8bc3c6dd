import { cohortLabel, comparedCounts, pointsApart, publishedPhaseOf, roundedRate, unroundedRate } from '@attendance/shared/attendance';
import { useQuery } from '../../../graphql/hooks.ts';
import { formatDate, formatPercent } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import type { CohortGroup, GroupFigures } from '../rules/cohorts.ts';
import { COMPARED, pointsWords, symbolOf, symbolsSentence, symbolsShown, type ComparedPlace } from '../rules/compare.ts';
import type { RowsOf } from '../rules/measures.ts';
import { periodWords } from '../rules/tiles-england.ts';
import { FigureRate } from './figure-count.tsx';
import { PublishedCareDocument, type PublishedCarePartsFragment } from './published-care.generated.ts';

type Measure = 'absence' | 'persistent' | 'severe';
interface Row { readonly key: string; readonly group: string; readonly label: string; readonly measure: Measure; readonly code: string; readonly counts: { readonly part: number | null; readonly whole: number | null } | null; readonly here: number | null; readonly places: readonly (ComparedPlace | null)[] }
interface Props { readonly groups: readonly CohortGroup[]; readonly phase: string | null; readonly persistentShown: boolean; readonly rows: RowsOf }

const MEASURES: readonly (readonly [measure: Measure, label: string])[] = [['absence', 'Absence, % of sessions'], ['persistent', 'Persistent, % of pupils'], ['severe', 'Severe, % of pupils']];
const NO_LATENESS = { lateBefore: null, lateAfter: null };

/** Children with a social worker beside what is published of such children; asked for where the split is by care. */
export function PublishedCare(props: Props) {
  const phase = publishedPhaseOf(props.phase);
  const { data, error } = useQuery(PublishedCareDocument, { variables: { phase: phase ?? 'ALL' }, skip: phase === null });
  if (phase === null) return <p className="app-panel__body">Nothing is published of care in schools like these.</p>;
  if (error) return <p role="alert" className="app-panel__body">{error.message}</p>;
  return data === undefined ? <div className="app-panel__body"><LoadingState lines={4} /></div> : <PublishedCareTable {...props} published={data.publishedCareFigures} />;
}

/** The same with the published figures at hand. */
export function PublishedCareTable({ groups, persistentShown, published, rows: rowsOfFigure }: Props & { published: readonly PublishedCarePartsFragment[] }) {
  if (published.length === 0) return <p className="app-panel__body">No published figure of children with a social worker is held here. <Link href="/about/published-figures">Published figures held here</Link></p>;
  const rows = published.flatMap((each) => rowsOf(each, groups.find(({ value }) => value === each.group)?.figures, persistentShown));
  const first = published[0]!.published;
  const pooled = first.neighbours;
  const named = ['England', first.regional?.areaName ?? 'Region', first.ownAuthority === null ? 'This authority' : `${first.ownAuthority.areaName}, as published`, pooled === null ? 'Statistical neighbours' : `Statistical neighbours (${pooled.pooled.length} of ${pooled.authorities})`];
  const held = named.map((name, index) => ({ name, index })).filter(({ index }) => rows.some(({ places }) => places[index] !== null));
  const latest = rows.flatMap(({ places }) => places.filter((place) => place !== null));
  const columns: DataColumn<Row>[] = [
    { key: 'measure', heading: 'Measure', cell: ({ label }) => label },
    { key: 'here', heading: 'Here', under: 'this year so far', label: 'Here, this year so far', numeric: true, cell: ({ counts, code, group, measure }) => (counts === null ? <span className="app-muted">Not told</span> : <FigureRate strong count={counts.part} whole={counts.whole ?? 0} to={rowsOfFigure(COMPARED[measure].list, { axis: 'CARE', value: code })} of={`${COMPARED[measure].counts}, ${group}`} />) },
    ...held.map(({ name, index }): DataColumn<Row> => ({ key: name, heading: name, under: latest[0] === undefined ? '' : periodWords(latest[0]), label: name, numeric: true, cell: (row) => <Rate row={row} place={row.places[index] ?? null} /> })),
  ];
  return (
    <>
      <h3 className="app-panel__body">Beside what is published of such children</h3>
      <DataTable caption="Children with a social worker beside published figures" columns={columns} rows={rows} rowKey={({ key }) => key} groupOf={({ group }) => group} tight />
      <div className="app-panel__foot">
        <p>Published figures are of a whole year and of whoever was in the group on 31 March; here, of who is in it today, this year so far. Differences are in percentage points, taken before either is rounded. {symbolsSentence(symbolsShown(latest))}</p>
        <p>{latest[0] !== undefined && `${latest[0].source}, published ${formatDate(latest[0].publishedOn)}. `}<Link href="/about/published-figures">All published figures held here</Link></p>
      </div>
    </>
  );
}

function rowsOf({ group, words, published: { national, regional, ownAuthority, neighbours } }: PublishedCarePartsFragment, figures: GroupFigures | undefined, persistentShown: boolean): Row[] {
  const places = [national, regional, ownAuthority, neighbours === null ? null : { ...neighbours, symbols: [] }];
  return MEASURES.map(([measure, label]) => {
    const counts = figures === undefined || (measure !== 'absence' && !persistentShown) ? null : { ...figures, possible: figures.possible ?? 0, ...NO_LATENESS };
    return {
      key: `${group} ${measure}`, group: `${cohortLabel('CARE', group)}; published of children ${words}`, code: group, label, measure, places,
      counts: counts === null ? null : comparedCounts(measure, counts), here: counts === null ? null : unroundedRate(measure, counts),
    };
  });
}

function Rate({ row: { measure, here }, place }: { row: Row; place: ComparedPlace | null }) {
  if (place === null) return <span className="app-muted">Not held</span>;
  const published = place.rates[measure];
  const shown = roundedRate(published);
  const points = pointsApart(here, published);
  return <>{shown === null ? symbolOf(place.symbols, measure) ?? 'Not held' : formatPercent(shown)}{points !== null && <span className="app-line">here {pointsWords(points)}</span>}</>;
}
