import { poolShares, similarRule, similarSchools } from '@attendance/shared/attendance';
import type { Operation } from '../../platform/graphql/operation.ts';
import { refuseParts } from './disclosure.ts';
import type { FiguresService } from './figures.service.ts';
import type { SimilarRepository, SimilarRow } from './similar.repository.ts';
import { SimilarOutcome, type SimilarSchoolsType } from './similar.type.ts';

/** A school beside those most like it, among the schools whoever asks reaches. */
export class SimilarService {
  constructor(private readonly figures: FiguresService, private readonly similar: SimilarRepository) {}

  async of(operation: Operation, schoolId: number): Promise<SimilarSchoolsType> {
    // Shares of one school are a split of a part of what people with figures see.
    refuseParts(operation, { phase: null, schoolId });
    const schools = await this.similar.ofPhase(operation, this.figures.span(operation).academicYear, schoolId);
    const own = schools.find((school) => school.schoolId === schoolId);
    if (own === undefined) return nothing(SimilarOutcome.NO_FIGURES, null);
    operation.audit.schoolIds.add(schoolId);
    if (own.reached < 2) return nothing(SimilarOutcome.OWN_SCHOOL_ONLY, own.phase);
    const rule = similarRule(operation.today);
    if (own.pupils < rule.leastPupils) return nothing(SimilarOutcome.TOO_SMALL, own.phase);
    const near = similarSchools(own, schools, rule);
    if (near.length === 0) return nothing(SimilarOutcome.TOO_FEW, own.phase);
    for (const { school } of near) operation.audit.schoolIds.add(school.schoolId);
    return { outcome: SimilarOutcome.COMPARED, phase: own.phase, own: { ...own, apart: null }, schools: near.map(({ school, apart }) => ({ ...school, apart })), group: togetherOf(near.map(({ school }) => school)) };
  }
}

const nothing = (outcome: SimilarOutcome, phase: string | null): SimilarSchoolsType => ({ outcome, phase, own: null, schools: [], group: null });

function togetherOf(schools: readonly SimilarRow[]): NonNullable<SimilarSchoolsType['group']> {
  const sessions = poolShares(schools.map(({ absent, possible }) => ({ part: absent, whole: possible })));
  const pupils = poolShares(schools.map((school) => ({ part: school.persistent, whole: school.pupils })));
  return { absent: sessions.part, possible: sessions.whole, persistent: pupils.part, pupils: pupils.whole };
}
