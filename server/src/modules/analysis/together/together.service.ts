import { isMovingOnTime, siblingSessions, togetherSentence, transitionLimits, transitionSentence } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { WorkListFilter } from '../work-list.inputs.ts';
import type { TogetherRepository } from './together.repository.ts';
import type { FamilyAwayPageType, SiblingAwayType, TransitionPageType } from './together.type.ts';

/** Families absent together, and the move from Year 6 to Year 7: which limits are in force, what is said of each row, and who was shown. */
export class TogetherService {
  constructor(private readonly rows: TogetherRepository) {}

  async familyTotal(operation: Operation, filter: WorkListFilter): Promise<number> {
    return this.rows.familyTotal(operation, academicYearOf(operation.today), siblingSessions(operation.today), filter);
  }

  async transitionTotal(operation: Operation, filter: WorkListFilter): Promise<number> {
    const limits = transitionLimits(operation.today);
    return this.rows.transitionTotal(operation, academicYearOf(operation.today), limits, isMovingOnTime(operation.today, limits), filter);
  }

  /** Some rows of a list; the trail is whoever calls's. */
  async familyRows(operation: Operation, filter: WorkListFilter, offset: number, take: number): Promise<FamilyAwayPageType> {
    const academicYear = academicYearOf(operation.today);
    const { total, items } = await this.rows.families(operation, academicYear, siblingSessions(operation.today), filter, offset, take);
    const ids = [...new Set(items.flatMap(({ pupilIds }) => pupilIds))];
    const children = new Map((await this.rows.children(operation, academicYear, ids)).map((child) => [child.pupilId, child]));
    return { total, items: items.map((row) => ({ ...row, key: row.pupilIds.join('-'), sentence: togetherSentence(row), children: row.pupilIds.flatMap((id): SiblingAwayType[] => { const child = children.get(id); return child === undefined ? [] : [child]; }) })) };
  }

  async families(operation: Operation, filter: WorkListFilter, offset: number, take: number): Promise<FamilyAwayPageType> {
    const page = await this.familyRows(operation, filter, offset, take);
    operation.audit.viewed(page.items.flatMap(({ children }) => children.map(({ pupilId }) => pupilId)));
    Object.assign(operation.audit.details, { list: 'SIBLINGS', filter: { ...filter }, offset, total: page.total });
    return page;
  }

  async transitionRows(operation: Operation, filter: WorkListFilter, offset: number, take: number): Promise<TransitionPageType> {
    const limits = transitionLimits(operation.today);
    const { total, items } = await this.rows.transition(operation, academicYearOf(operation.today), limits, isMovingOnTime(operation.today, limits), filter, offset, take);
    return { total, items: items.map((row) => ({ ...row, sentence: transitionSentence(row.kind, row, row.schoolBefore) })) };
  }

  async transition(operation: Operation, filter: WorkListFilter, offset: number, take: number): Promise<TransitionPageType> {
    const page = await this.transitionRows(operation, filter, offset, take);
    operation.audit.viewed(page.items.map(({ pupilId }) => pupilId));
    Object.assign(operation.audit.details, { list: 'TRANSITION', filter: { ...filter }, offset, total: page.total });
    return page;
  }
}
