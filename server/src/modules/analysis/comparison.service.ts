import { publishedPhaseOf, PublishedSeries } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import { schoolById } from '../organisations/index.ts';
import type { ComparisonType } from './comparison.type.ts';
import type { Scope } from './figures.repository.ts';
import type { FiguresService } from './figures.service.ts';
import type { PublishedService } from './published.service.ts';

/** What figures are set beside, asked after the page that shows them, so that no page waits for it. */
export class ComparisonService {
  constructor(private readonly figures: FiguresService, private readonly published: PublishedService) {}

  async of(operation: Operation, { phase, schoolId }: Scope): Promise<ComparisonType> {
    const school = schoolId === null ? null : await schoolById(operation).load(schoolId);
    if (schoolId !== null && school === null) return { publishedPhase: null, published: null, samePhase: null };
    const publishedPhase = publishedPhaseOf(school === null ? phase : school.phase);
    const series = publishedPhase === null ? [] : await this.published.compare(operation, publishedPhase);
    return {
      publishedPhase, published: series.find((each) => each.series === PublishedSeries.DAILY) ?? null,
      samePhase: school === null ? null : await this.figures.samePhase(operation, school.id, school.phase),
    };
  }
}
