import { type PublishedPhase, publishedPhaseOf, type PublishedSeries, roundedRate } from '@attendance/shared/attendance';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { PublishedService } from '../published.service.ts';
import type { PublishedRatesType } from '../published.type.ts';
import type { ReportRow } from './report-source.ts';

const SERIES: Readonly<Record<PublishedSeries, string>> = { DAILY: 'daily figures', CENSUS: 'census figures', CARE: 'figures of children with a social worker' };
const TERMS: Readonly<Record<string, string>> = { YEAR: 'whole year', YEAR_TO_DATE: 'year to date', AUTUMN_SPRING: 'autumn and spring', AUTUMN: 'autumn', SPRING: 'spring', SUMMER: 'summer' };
const PHASES: Readonly<Record<PublishedPhase, string>> = { PRIMARY: 'Primary', SECONDARY: 'Secondary', SPECIAL: 'Special', ALL: 'All phases' };

interface Place { readonly name: string; readonly academicYear: number; readonly term: string; readonly rates: PublishedRatesType }

/** England, the region, the authority and its neighbours as published, each saying its series and period; none where nothing national is like the phase. */
export async function publishedRows(operation: Operation, published: PublishedService, schoolPhase: string | null): Promise<ReportRow[]> {
  const phase = publishedPhaseOf(schoolPhase);
  if (phase === null) return [];
  const rowOf = (series: PublishedSeries, { name, academicYear, term, rates }: Place): ReportRow => ({
    key: `${series} ${name}`,
    cells: {
      school: `${name}: published, ${SERIES[series]}, ${academicYear} to ${academicYear + 1}, ${TERMS[term] ?? term}`, phase: PHASES[phase],
      absence: roundedRate(rates.absence), authorised: roundedRate(rates.authorised), unauthorised: roundedRate(rates.unauthorised), late: roundedRate(rates.late), persistentPercent: roundedRate(rates.persistent), severePercent: roundedRate(rates.severe),
    },
  });
  return (await published.compare(operation, phase)).flatMap(({ series, national, regional, ownAuthority, neighbours }) => [
    ...[ownAuthority, regional, national].flatMap((place) => (place === null ? [] : [rowOf(series, { ...place, name: place.areaName })])),
    ...(neighbours === null || neighbours.pooled.length === 0 ? [] : [rowOf(series, { ...neighbours, name: `Statistical neighbours (${neighbours.pooled.length} of ${neighbours.authorities})` })]),
  ]);
}
