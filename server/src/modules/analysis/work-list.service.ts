import { sessionsToSpare, standingSentence, WORK_LIST_KINDS, workListLimits, type WorkListKind } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { weekStartOf } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { SortDirection } from './figures.inputs.ts';
import type { PupilFiguresRepository } from './pupil-figures.repository.ts';
import type { WorkListFilter, WorkListSort } from './work-list.inputs.ts';
import type { Asked, WorkListRepository } from './work-list.repository.ts';
import type { WorkListPageType, WorkListType } from './work-list.type.ts';

/** Lists that are work: which rules are in force, what is said of each row, and who was shown. */
export class WorkListService {
  constructor(private readonly lists: WorkListRepository, private readonly pupils: PupilFiguresRepository) {}

  /** Every list with its number of rows, in the order screens show them. */
  async totals(operation: Operation, filter: WorkListFilter): Promise<WorkListType[]> {
    const totals = await this.lists.totals(operation, asked(operation, filter));
    return WORK_LIST_KINDS.map((kind) => ({ kind, total: totals[kind] }));
  }

  async page(operation: Operation, kind: WorkListKind, filter: WorkListFilter, sort: WorkListSort, direction: SortDirection, offset: number, take: number): Promise<WorkListPageType> {
    const scope = asked(operation, filter);
    const rows = await this.lists.rows(operation, kind, scope, sort, direction, offset, take);
    const total = await this.lists.total(operation, kind, scope);
    const marks = await this.pupils.lastMarks(operation, rows.map((row) => row.enrolmentId), weekStartOf(operation.today));
    operation.audit.viewed(rows.map((row) => row.pupilId));
    Object.assign(operation.audit.details, { list: kind, filter: { ...filter }, offset, total });
    return { total, items: rows.map((row) => ({ ...row, sentence: standingSentence(kind, row, scope.limits), sessionsToSpare: sessionsToSpare(row, scope.limits), lastMarks: marks.get(row.enrolmentId) ?? '' })) };
  }
}

function asked(operation: Operation, filter: WorkListFilter): Asked {
  return { academicYear: academicYearOf(operation.today), limits: workListLimits(operation.today), filter };
}
