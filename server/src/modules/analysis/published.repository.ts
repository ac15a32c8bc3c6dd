import { PUBLISHED_TERMS, type PublishedCounts, type PublishedGroup, type PublishedLevel, type PublishedPercents, type PublishedPhase, type PublishedSeries } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { PublishedHoldingType } from './published.type.ts';

/** A row as held. */
export interface PublishedRow extends PublishedCounts, PublishedPercents {
  readonly series: PublishedSeries; readonly pupilGroup: 'ALL' | PublishedGroup; readonly level: PublishedLevel; readonly phase: PublishedPhase; readonly areaCode: string; readonly areaName: string;
  readonly academicYear: number; readonly term: string; readonly from: string | null; readonly to: string | null; readonly source: string; readonly publishedOn: string;
  readonly symbols: Readonly<Record<string, string>>;
}

/** A row, and whose it is: a neighbour's row is of the latest stretch that any neighbour has. */
export interface ComparedRow extends PublishedRow { readonly isNeighbour: boolean; readonly neighbours: number }

const ROW = `f.series, f.pupil_group as "pupilGroup", f.level, f.phase, f.area_code as "areaCode", f.area_name as "areaName", f.academic_year as "academicYear", f.term, f.period_from as "from", f.period_to as "to", f.source, f.published_on as "publishedOn", f.symbols,
  f.possible, f.attended, f.absent, f.authorised, f.unauthorised, f.late, f.enrolments::float8 as enrolments, f.persistent, f.severe,
  f.absent_percent::float8 as "absentPercent", f.authorised_percent::float8 as "authorisedPercent", f.unauthorised_percent::float8 as "unauthorisedPercent",
  f.persistent_percent::float8 as "persistentPercent", f.severe_percent::float8 as "severePercent"`;
/** The latest year first, and in it the longest stretch. */
const LATEST = `f.academic_year desc, array_position(array['${PUBLISHED_TERMS.join(`', '`)}'], f.term)`;

export class PublishedRepository {
  /** The latest national row of every series and phase. */
  async national(operation: Operation): Promise<PublishedRow[]> {
    return operation.sql<PublishedRow>(`select distinct on (f.series, f.phase) ${ROW} from published_figure f where f.level = 'NATIONAL' and f.pupil_group = 'ALL' order by f.series, f.phase, ${LATEST}`);
  }

  /** The latest rows of a phase, of all pupils or of a group: of the country, of this authority and its region, and of its neighbours. */
  async compared(operation: Operation, phase: PublishedPhase, groups: readonly ('ALL' | PublishedGroup)[] = ['ALL']): Promise<ComparedRow[]> {
    return operation.sql<ComparedRow>(
      `with own as (select a.code, (select f.region_code from published_figure f where f.la_code = a.code order by f.academic_year desc limit 1) as region from authority a limit 1),
       ranked as (
         select ${ROW}, false as "isNeighbour", row_number() over (partition by f.series, f.pupil_group, f.level order by ${LATEST}) as nth
         from published_figure f left join own on true
         where f.phase = $1 and f.pupil_group = any ($2) and (f.level = 'NATIONAL' or (f.level = 'REGIONAL' and f.area_code = own.region) or f.la_code = own.code)
         union all
         select ${ROW}, true, dense_rank() over (partition by f.series, f.pupil_group order by ${LATEST})
         from published_figure f join statistical_neighbour n on n.la_code = f.la_code where f.phase = $1 and f.pupil_group = any ($2))
       select ranked.*, (select count(*)::int from statistical_neighbour) as neighbours from ranked where nth = 1 order by series, "pupilGroup", "areaName"`, [phase, [...groups]]);
  }

  async holdings(operation: Operation): Promise<PublishedHoldingType[]> {
    return operation.sql<PublishedHoldingType>(
      `select f.series, f.academic_year as "academicYear", f.term, min(f.period_from) as "from", max(f.period_to) as "to", f.source, f.published_on as "publishedOn", to_char(max(f.loaded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "loadedAt",
         count(distinct f.area_code) filter (where f.level = 'REGIONAL')::int as regions, count(distinct f.area_code) filter (where f.level = 'LOCAL_AUTHORITY')::int as authorities, count(*)::int as figures
       from published_figure f group by 1, 2, 3, f.source, f.published_on order by f.series desc, ${LATEST}, f.published_on desc`);
  }
}
