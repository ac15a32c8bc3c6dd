import { poolPublished, PUBLISHED_GROUP_WORDS, PUBLISHED_GROUPS, publishedPhaseOf, publishedRates, PublishedSeries, type PublishedPhase } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import { schoolById } from '../organisations/index.ts';
import type { ScopedOverview } from './figures.service.ts';
import type { ComparedRow, PublishedRepository, PublishedRow } from './published.repository.ts';
import type { NeighbourFiguresType, PublishedCareType, PublishedComparisonType, PublishedFigureType, PublishedHoldingType } from './published.type.ts';

const NOT_PUBLISHED = { absentPercent: null, authorisedPercent: null, unauthorisedPercent: null, persistentPercent: null, severePercent: null };

/** Published figures beside our own: each says its series, period and source, and no figure is made of two series. */
export class PublishedService {
  constructor(private readonly published: PublishedRepository) {}

  /** England beside an overview: one figure a series, of the same phase where the overview is of one. */
  async besideOverview(operation: Operation, { scope, firstWeek }: ScopedOverview): Promise<PublishedFigureType[]> {
    if (scope.schoolId === null) return this.england(operation, scope.phase);
    // Nothing to set it beside; and a school beyond reach is answered as one that does not exist.
    if (firstWeek === null) return [];
    const school = await schoolById(operation).load(scope.schoolId);
    return school === null ? [] : this.england(operation, school.phase);
  }

  /** The latest figures of England for schools of a phase, or for all; none where nothing national is like them. */
  async england(operation: Operation, schoolPhase?: string | null): Promise<PublishedFigureType[]> {
    const phase = publishedPhaseOf(schoolPhase);
    return phase === null ? [] : (await this.national(operation)).filter((figure) => figure.phase === phase);
  }

  async compare(operation: Operation, phase: PublishedPhase): Promise<PublishedComparisonType[]> {
    const rows = await this.published.compared(operation, phase);
    return Object.values(PublishedSeries).flatMap((series) => {
      const own = rows.filter((row) => row.series === series);
      return own.length === 0 ? [] : [comparisonOf(series, own)];
    });
  }

  /** Children with a social worker, group by group: those of whom anything is held. */
  async compareCare(operation: Operation, phase: PublishedPhase): Promise<PublishedCareType[]> {
    const rows = await this.published.compared(operation, phase, PUBLISHED_GROUPS);
    return PUBLISHED_GROUPS.flatMap((group) => {
      const own = rows.filter((row) => row.pupilGroup === group);
      return own.length === 0 ? [] : [{ group, words: PUBLISHED_GROUP_WORDS[group], published: comparisonOf(PublishedSeries.CARE, own) }];
    });
  }

  async holdings(operation: Operation): Promise<PublishedHoldingType[]> {
    return this.published.holdings(operation);
  }

  /** Read once an operation, however many rows of a table stand beside them. */
  private national(operation: Operation): Promise<PublishedFigureType[]> {
    return operation.loader('published-national', (own) => this.published.national(own).then((rows) => rows.map(figureOf)));
  }
}

const figureOf = (row: PublishedRow): PublishedFigureType =>
  ({ ...row, rates: publishedRates(row), symbols: Object.entries(row.symbols).map(([measure, symbol]) => ({ measure, symbol })) });

function comparisonOf(series: PublishedSeries, rows: readonly ComparedRow[]): PublishedComparisonType {
  const of = (level: string): PublishedFigureType | null => {
    const row = rows.find((each) => !each.isNeighbour && each.level === level);
    return row === undefined ? null : figureOf(row);
  };
  return { series, national: of('NATIONAL'), regional: of('REGIONAL'), ownAuthority: of('LOCAL_AUTHORITY'), neighbours: neighboursOf(rows.filter(({ isNeighbour }) => isNeighbour)) };
}

function neighboursOf(rows: readonly ComparedRow[]): NeighbourFiguresType | null {
  const [first] = rows;
  if (first === undefined) return null;
  const counts = poolPublished(rows);
  const pooled = rows.filter(({ possible, absent }) => possible !== null && absent !== null).map(({ areaName }) => areaName);
  const { academicYear, term, from, to, source } = first;
  const publishedOn = rows.map((row) => row.publishedOn).sort().at(-1) ?? first.publishedOn;
  return { academicYear, term, from, to, source, publishedOn, authorities: first.neighbours, pooled, possible: counts.possible, rates: publishedRates({ ...counts, ...NOT_PUBLISHED }) };
}
