import { residencePartLabel, residenceTotals, type AttendedArea, type HiddenFigure, type ResidencePart, type ResidentCoverage } from '@attendance/shared/attendance';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { CohortsRepository, CohortSums } from '../cohorts.repository.ts';
import { NOTHING, OF_FIGURE, type CohortsService } from '../cohorts.service.ts';
import type { CohortCountsType } from '../cohorts.type.ts';
import type { FiguresService } from '../figures.service.ts';
import type { ResidenceRepository } from './residence.repository.ts';
import type { ResidenceType, UnheldResidentPageType } from './residence.type.ts';

/** By school and by residence: two totals with what ties them together, and how much of the second the registers tell. */
export class ResidenceService {
  constructor(private readonly figures: FiguresService, private readonly cohorts: CohortsRepository, private readonly splits: CohortsService, private readonly residents: ResidenceRepository) {}

  async totals(operation: Operation, phase: string | null): Promise<ResidenceType> {
    if (operation.actor.reach.kind === 'AGGREGATE') return this.hidden(operation, phase);
    const parts = await this.cohorts.residence(operation, this.figures.span(operation), phase);
    return { ...residenceTotals(parts, NOTHING), parts: parts.map((part) => ({ ...part, label: residencePartLabel(part) })) };
  }

  /**
   * For people who see figures only. By residence is the group of the split by home, hidden as there. By school adds up schools, whose
   * sessions each are told anyway; its counts of pupils, taken from the whole, would be those of the few who go to school elsewhere, so
   * they are told only where every school is here and the total is the whole.
   */
  private async hidden(operation: Operation, phase: string | null): Promise<ResidenceType> {
    const split = await this.splits.split(operation, 'HOME', { phase, schoolId: null }, { besideLastYear: false });
    const parts = await this.cohorts.residence(operation, this.figures.span(operation), phase);
    const { bySchool } = residenceTotals(parts, NOTHING);
    const residents = split.groups.find(({ value }) => value === 'HERE')?.figures ?? NOTHING;
    const disclosure = await this.figures.disclosure(operation);
    const { academicYear } = this.figures.span(operation);
    return { bySchool: isAllHere(parts) ? split.whole : schoolsOnly(bySchool, (name) => disclosure.schools(academicYear, name).length > 0), byResidence: residents, held: split.whole, parts: null };
  }

  async coverage(operation: Operation): Promise<ResidentCoverage> {
    return this.residents.coverage(operation, this.figures.span(operation).academicYear);
  }

  async unheld(operation: Operation, attends: AttendedArea, offset: number, take: number): Promise<UnheldResidentPageType> {
    const page = await this.residents.unheld(operation, this.figures.span(operation).academicYear, attends, offset, take);
    operation.audit.viewed(page.items.map(({ pupilId }) => pupilId));
    Object.assign(operation.audit.details, { list: 'RESIDENTS_WITHOUT_REGISTER', attends, offset, total: page.total });
    return page;
  }
}

const isAllHere = (parts: readonly ResidencePart<CohortSums>[]): boolean => parts.every(({ attends }) => attends === 'HERE');

/** What the school table tells of each school, added up: sessions and enrolments, where it tells them of every school. */
const schoolsOnly = (figures: CohortSums, isHiddenAnywhere: (name: HiddenFigure) => boolean): CohortCountsType => ({
  ...figures, ...Object.fromEntries(Object.entries(OF_FIGURE).flatMap(([name, of]) => (isHiddenAnywhere(of) ? [[name, null]] : []))),
  persistent: null, severe: null, recentPossible: null, recentAbsent: null, weekPossible: null, weekAbsent: null,
});
