import { sessionsToSpare, standingSentence, WORK_LIST_KINDS, workListLimits, type SiblingAway, type WorkListKind } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { weekStartOf } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { SortDirection } from './figures.inputs.ts';
import type { PupilFiguresRepository } from './pupil-figures.repository.ts';
import type { TogetherRepository } from './together/together.repository.ts';
import type { WorkListFilter, WorkListSort } from './work-list.inputs.ts';
import type { StandingRow, WorkListRepository } from './work-list.repository.ts';
import type { WorkListPageType, WorkListType } from './work-list.type.ts';

/** Lists that are work: which rules are in force, what is said of each row, and who was shown. */
export class WorkListService {
  constructor(private readonly lists: WorkListRepository, private readonly pupils: PupilFiguresRepository, private readonly families: TogetherRepository) {}

  /** Every list with its number of rows, in the order screens show them. */
  async totals(operation: Operation, filter: WorkListFilter): Promise<WorkListType[]> {
    const totals = await this.lists.totals(operation, filter);
    return WORK_LIST_KINDS.map((kind) => ({ kind, total: totals[kind] }));
  }

  async page(operation: Operation, kind: WorkListKind, filter: WorkListFilter, sort: WorkListSort, direction: SortDirection, offset: number, take: number): Promise<WorkListPageType> {
    const rows = await this.lists.rows(operation, kind, filter, sort, direction, offset, take);
    const total = (await this.lists.totals(operation, filter))[kind];
    const marks = await this.pupils.lastMarks(operation, rows.map((row) => row.enrolmentId), weekStartOf(operation.today));
    const siblings = operation.can('pupil:read-family') ? await this.families.siblingWeeks(operation, academicYearOf(operation.today), rows.map((row) => row.enrolmentId)) : new Map<number, SiblingAway>();
    operation.audit.viewed(rows.map((row) => row.pupilId));
    Object.assign(operation.audit.details, { list: kind, filter: { ...filter }, offset, total });
    return { total, items: rows.map((row) => ({ ...row, ...saidOf(kind, row, siblings.get(row.enrolmentId) ?? null), lastMarks: marks.get(row.enrolmentId) ?? '' })) };
  }
}

/** Under the rules in force on the day the marks reach, as the list itself. */
function saidOf(kind: WorkListKind, row: StandingRow, sibling: SiblingAway | null): { sentence: string; sessionsToSpare: number | null } {
  const limits = workListLimits(row.marksTo);
  return { sentence: standingSentence(kind, row, limits, sibling), sessionsToSpare: sessionsToSpare(row, limits) };
}
