import { isOfPersistence, isOfPlans, LIST_KINDS, planSentence, planWeeks, sessionsToSpare, severeSince, standingSentence, workListLimits, type ListKind, type PlanListKind, type WorkListKind } from '@attendance/shared/attendance';
import { weekStartOf } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { SortDirection } from './figures.inputs.ts';
import type { PlanListRepository } from './plan-list.repository.ts';
import type { PupilFiguresRepository } from './pupil-figures.repository.ts';
import { siblingsOf, type TogetherRepository } from './together/together.repository.ts';
import type { WorkListFilter, WorkListSort } from './work-list.inputs.ts';
import type { WorkListRepository } from './work-list.repository.ts';
import type { StandingRow } from './work-list.sql.ts';
import type { WorkListPageType, WorkListType } from './work-list.type.ts';

/** Which page of which rows. */
export interface AskedRows { readonly filter: WorkListFilter; readonly sort: WorkListSort; readonly direction: SortDirection; readonly offset: number; readonly take: number }

/** Lists that are work: which rules are in force, what is said of each row, and who was shown. */
export class WorkListService {
  constructor(private readonly lists: WorkListRepository, private readonly plans: PlanListRepository, private readonly pupils: PupilFiguresRepository, private readonly families: TogetherRepository) {}

  /** Every list with its number of rows, in the order screens show them. */
  async totals(operation: Operation, filter: WorkListFilter): Promise<WorkListType[]> {
    const totals = await this.plans.totals(operation, filter);
    return LIST_KINDS.map((kind) => ({ kind, total: totals[kind], tooEarly: isTooEarly(kind, totals) }));
  }

  async page(operation: Operation, kind: ListKind, asked: AskedRows): Promise<WorkListPageType> {
    const { filter, offset } = asked;
    const { total, tooEarly, rows, sentences } = await this.found(operation, kind, asked);
    const marks = await this.pupils.lastMarks(operation, rows.map((row) => row.enrolmentId), weekStartOf(operation.today));
    operation.audit.viewed(rows.map((row) => row.pupilId));
    Object.assign(operation.audit.details, { list: kind, filter: { ...filter }, offset, total });
    return { total, tooEarly, items: rows.map((row) => ({ ...row, sentence: sentences.get(row.enrolmentId) ?? '', sessionsToSpare: sessionsToSpare(row, workListLimits(row.marksTo)), lastMarks: marks.get(row.enrolmentId) ?? '' })) };
  }

  /** Some rows of a list, and what is said of each; the trail is whoever calls's. */
  async found(operation: Operation, kind: ListKind, asked: AskedRows): Promise<FoundRows> {
    return isOfPlans(kind) ? this.ofPlans(operation, kind, asked) : this.ofStandings(operation, kind, asked);
  }

  /** Under the rules in force on the day the marks reach, as the list itself. */
  private async ofStandings(operation: Operation, kind: WorkListKind, { filter, sort, direction, offset, take }: AskedRows): Promise<FoundRows> {
    const rows = await this.lists.rows(operation, kind, filter, sort, direction, offset, take);
    const totals = await this.lists.totals(operation, filter);
    const siblings = await siblingsOf(operation, this.families, rows.map((row) => row.enrolmentId));
    return { total: totals[kind], tooEarly: isTooEarly(kind, totals), rows, sentences: new Map(rows.map((row) => [row.enrolmentId, standingSentence(kind, row, workListLimits(row.marksTo), siblings.get(row.enrolmentId) ?? null)])) };
  }

  private async ofPlans(operation: Operation, kind: PlanListKind, { filter, sort, direction, offset, take }: AskedRows): Promise<FoundRows> {
    const rows = await this.plans.rows(operation, kind, filter, sort, direction, offset, take);
    const totals = await this.plans.totals(operation, filter);
    const ids = rows.map((row) => row.enrolmentId);
    const said = await this.plans.said(operation, ids);
    const weeks = await this.plans.weeks(operation, ids);
    const siblings = await siblingsOf(operation, this.families, ids);
    const sentenceOf = (row: StandingRow): string => {
      const limits = workListLimits(row.marksTo);
      return planSentence({ ...row, severeFrom: severeSince(weeks.get(row.enrolmentId) ?? [], limits.severePercent), said: said.get(row.enrolmentId) ?? null }, limits, planWeeks(operation.today), siblings.get(row.enrolmentId) ?? null);
    };
    return { total: totals[kind], tooEarly: isTooEarly(kind, totals), rows, sentences: new Map(rows.map((row) => [row.enrolmentId, sentenceOf(row)])) };
  }
}

const isTooEarly = (kind: ListKind, totals: { readonly SHOWN: number }): boolean => isOfPersistence(kind) && totals.SHOWN === 0;

export interface FoundRows { readonly total: number; readonly tooEarly: boolean; readonly rows: readonly StandingRow[]; readonly sentences: ReadonlyMap<number, string> }
