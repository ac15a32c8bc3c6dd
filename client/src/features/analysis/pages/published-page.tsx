import { roundedRate } from '@attendance/shared/attendance';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { dateOfInstant, formatDate, formatPercent, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { symbolOf, symbolsSentence, type PublishedSymbol } from '../rules/compare.ts';
import { attendanceOf, periodWords, SERIES_LABELS, type PublishedRateValues } from '../rules/tiles-england.ts';
import { PublishedPageDocument, type PublishedPageQuery, type PublishedSeriesFiguresFragment } from './published-page.generated.ts';

export const loader = pageLoader(PublishedPageDocument, () => ({}));

type Holding = PublishedPageQuery['publishedHoldings'][number];

const holdingColumns: DataColumn<Holding>[] = [
  { key: 'what', heading: 'Figures', cell: (row) => <>{SERIES_LABELS[row.series]}<span className="app-line">{periodWords(row)}</span></> },
  { key: 'source', heading: 'Source', wide: true, cell: (row) => row.source },
  { key: 'published', heading: 'Published', nowrap: true, cell: (row) => formatDate(row.publishedOn) },
  { key: 'loaded', heading: 'Held since', nowrap: true, cell: (row) => formatDate(dateOfInstant(row.loadedAt)) },
  { key: 'places', heading: 'Places', cell: (row) => placesOf(row) },
];

const placesOf = ({ regions, authorities }: Holding): string =>
  ['England', ...(regions > 0 ? [plural(regions, 'region')] : []), ...(authorities > 0 ? [plural(authorities, 'authority', 'authorities')] : [])].join(', ');

interface PlaceRow { readonly key: string; readonly group: string; readonly name: string; readonly period: string; readonly rates: PublishedRateValues; readonly symbols: readonly PublishedSymbol[] }

function rateOf(row: PlaceRow, measure: 'absence' | 'unauthorised' | 'persistent' | 'severe', shown: number | null): string {
  return shown === null ? symbolOf(row.symbols, measure) ?? 'Not held' : formatPercent(shown);
}

const placeColumns: DataColumn<PlaceRow>[] = [
  { key: 'place', heading: 'Place', cell: (row) => <>{row.name}<span className="app-line">{row.period}</span></> },
  { key: 'attendance', heading: 'Attendance', numeric: true, cell: (row) => rateOf(row, 'absence', attendanceOf(row.rates)) },
  { key: 'unauthorised', heading: 'Unauthorised', numeric: true, cell: (row) => rateOf(row, 'unauthorised', roundedRate(row.rates.unauthorised)) },
  { key: 'persistent', heading: 'Persistent', numeric: true, cell: (row) => rateOf(row, 'persistent', roundedRate(row.rates.persistent)) },
  { key: 'severe', heading: 'Severe', numeric: true, cell: (row) => rateOf(row, 'severe', roundedRate(row.rates.severe)) },
];

/** The places of one series, each with the period of its own latest figure. */
function placesIn(phase: string, { series, national, regional, ownAuthority, neighbours }: PublishedSeriesFiguresFragment): PlaceRow[] {
  const group = `${phase}: ${(SERIES_LABELS[series] ?? series).toLowerCase()}`;
  const places = [national, regional, ownAuthority].flatMap((place) => (place === null ? [] : [{ name: place.areaName, period: periodWords(place), rates: place.rates, symbols: place.symbols }]));
  const pooled = neighbours === null ? [] : [{
    name: `Statistical neighbours: ${neighbours.pooled.length} of ${neighbours.authorities}`, period: periodWords({ ...neighbours, from: null, to: null }), rates: neighbours.rates, symbols: [],
  }];
  return [...places, ...pooled].map((place) => ({ ...place, group, key: `${group} ${place.name}` }));
}

/** Which published figures are held, from where and since when, and the latest of them. */
export function Component() {
  const { data } = usePageData(PublishedPageDocument);
  const phases = [['All phases', data.all], ['Primary', data.primary], ['Secondary', data.secondary], ['Special', data.special]] as const;
  const places = [...phases.flatMap(([phase, comparisons]) => comparisons.flatMap((comparison) => placesIn(phase, comparison))), ...data.care.flatMap(({ words, published }) => placesIn(`Children ${words}`, published))];
  return (
    <Page windowTitle="Published figures" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Published figures' }]}>
      <PageTitle title="Published figures held here" lede="What national statistics say of England, its regions and authorities: state-funded schools, pupils aged 5 to 15. Nothing in them comes from this authority’s own registers." />
      <Panel title={`${plural(data.publishedHoldings.length, 'publication')}, with source and date`} lead flush foot="Contains public sector information licensed under the Open Government Licence v3.0.">
        <DataTable caption="Published figures held here, the latest first" columns={holdingColumns} rows={data.publishedHoldings} rowKey={(row) => [row.series, row.academicYear, row.term, row.publishedOn].join(' ')} empty={<EmptyState>Published figures appear once a file is loaded.</EmptyState>} />
      </Panel>
      <Panel title="The series count differently and are never joined" aside="The latest figure of each place" flush foot={`The daily series comes from registers and is revised; the census series comes later, by term, and is definitive; figures of children with a social worker are of a whole year, all phases here. ${symbolsSentence()}`}>
        <DataTable caption="The latest published figures by phase and series" columns={placeColumns} rows={places} rowKey={(row) => row.key} groupOf={(row) => row.group} />
      </Panel>
    </Page>
  );
}
