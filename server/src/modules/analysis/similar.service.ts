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
    const { outcome, own, near } = nearestTo(operation, await this.similar.ofPhases(operation, this.figures.span(operation).academicYear, [schoolId]), schoolId);
    if (own === undefined) return nothing(outcome, null);
    operation.audit.schoolIds.add(schoolId);
    if (outcome !== SimilarOutcome.COMPARED) return nothing(outcome, own.phase);
    for (const { school } of near) operation.audit.schoolIds.add(school.schoolId);
    return { outcome, phase: own.phase, own: { ...own, apart: null }, schools: near.map(({ school, apart }) => ({ ...school, apart })), group: togetherOf(near.map(({ school }) => school)) };
  }

  /** The same for several schools at once, without their figures: which are like each, nearest first. It tells no share of any, so it refuses no part, and it leaves the trail to whoever tells of them. */
  async nearTo(operation: Operation, schoolIds: readonly number[]): Promise<Map<number, SchoolsAlike>> {
    if (schoolIds.length === 0) return new Map();
    const schools = await this.similar.ofPhases(operation, this.figures.span(operation).academicYear, schoolIds);
    return new Map(schoolIds.map((schoolId) => {
      const { outcome, near } = nearestTo(operation, schools, schoolId);
      return [schoolId, { outcome, schoolIds: near.map(({ school }) => school.schoolId) }];
    }));
  }
}

/** The schools like one, nearest first; why there are none is the outcome. */
export interface SchoolsAlike { readonly outcome: SimilarOutcome; readonly schoolIds: readonly number[] }

/** A school among those of its phase and others, and the nearest to it: the one place where it is said why there are none. */
function nearestTo({ today }: Operation, schools: readonly SimilarRow[], schoolId: number): { readonly outcome: SimilarOutcome; readonly own: SimilarRow | undefined; readonly near: ReturnType<typeof similarSchools<SimilarRow>> } {
  const own = schools.find((school) => school.schoolId === schoolId);
  const none = (outcome: SimilarOutcome) => ({ outcome, own, near: [] });
  if (own === undefined) return none(SimilarOutcome.NO_FIGURES);
  const rule = similarRule(today);
  if (own.reached < 2) return none(SimilarOutcome.OWN_SCHOOL_ONLY);
  if (own.pupils < rule.leastPupils) return none(SimilarOutcome.TOO_SMALL);
  const near = similarSchools(own, schools, rule);
  return near.length === 0 ? none(SimilarOutcome.TOO_FEW) : { outcome: SimilarOutcome.COMPARED, own, near };
}

const nothing = (outcome: SimilarOutcome, phase: string | null): SimilarSchoolsType => ({ outcome, phase, own: null, schools: [], group: null });

function togetherOf(schools: readonly SimilarRow[]): NonNullable<SimilarSchoolsType['group']> {
  const sessions = poolShares(schools.map(({ absent, possible }) => ({ part: absent, whole: possible })));
  const pupils = poolShares(schools.map((school) => ({ part: school.persistent, whole: school.pupils })));
  return { absent: sessions.part, possible: sessions.whole, persistent: pupils.part, pupils: pupils.whole };
}
