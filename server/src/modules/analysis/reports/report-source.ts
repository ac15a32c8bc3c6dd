import { compareCells, HIDDEN_CELL, hideSmallCells, ratePercent, type ReportCell, type ReportPart } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import type { Operation } from '../../../platform/graphql/operation.ts';

/** What a report is narrowed by; each part takes some of it. */
export interface ReportAsked {
  readonly phase: string | null;
  readonly schoolId: number | null;
  readonly ncYear: string | null;
  /** Only schools whose named officer is asking. */
  readonly mine: boolean;
  readonly threshold: string | null;
}

/** A school a report may be of. */
export interface AskedSchool { readonly schoolId: number; readonly name: string; readonly phase: string; readonly isAsked: boolean }

/** Everything a source needs to know of the question. */
export interface Question {
  readonly part: ReportPart;
  readonly filter: ReportAsked;
  readonly sort: string;
  readonly descending: boolean;
  readonly academicYear: number;
  /** Every school there is, by number, and whether the filter takes it in. */
  readonly schools: ReadonlyMap<number, AskedSchool>;
}

export interface ReportRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, ReportCell>>;
  readonly schoolId?: number | undefined;
  readonly pupilId?: number | undefined;
  /** Every child of a row that names more than one. */
  readonly pupilIds?: readonly number[];
  /** What the pupils behind its counts have in common, by the names of a list's filter. */
  readonly opensWith?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Rows of a file read and written at a time: memory holds no more of it than this. */
export const BATCH = 2000;

/** One part of a report, answered: its length is known before its rows are. */
export interface ReportTable {
  readonly total: number;
  /** Rows to set the others beside, under them and in no order. */
  readonly compared: readonly ReportRow[];
  rows(offset: number, take: number): Promise<readonly ReportRow[]>;
}
export type ReportSource = (operation: Operation, question: Question) => Promise<ReportTable>;

/** A table worked out whole: rows in their own order, which stands where the sort names a column that is not sorted by. */
export function wholeTable({ part, sort, descending }: Question, rows: readonly ReportRow[], compared: readonly ReportRow[] = []): ReportTable {
  const by = part.columns.find(({ key, sortable }) => sortable && key === sort);
  const sorted = by === undefined ? rows : [...rows].sort((a, b) => compareCells(by.kind, a.cells[sort] ?? null, b.cells[sort] ?? null, descending));
  return { total: rows.length, compared, rows: async (offset, take) => sorted.slice(offset, offset + take) };
}

/** Whether small counts must be hidden from whoever asks. */
export const seesFiguresOnly = (operation: Operation): boolean => operation.actor.reach.kind === 'AGGREGATE';

export const smallestCount = (operation: Operation): number => ruleValue('suppression.minimum', operation.today);

/** A count as it may be shown beside the others of its column; a part that is hidden hides its rate too. */
export const shown = (cell: number | null | undefined): ReportCell => cell ?? HIDDEN_CELL;
export const rateOf = (part: number | null | undefined, whole: number | null | undefined): ReportCell =>
  (part === null || part === undefined || whole === null || whole === undefined ? HIDDEN_CELL : ratePercent(part, whole));

/** A column of counts for whoever asks: null where one is hidden because it is small, or tells one that is. */
export function shownCounts(operation: Operation, counts: readonly number[], mustHide?: (index: number) => boolean): { readonly cells: readonly (number | null)[]; readonly total: number | null } {
  if (!seesFiguresOnly(operation)) return { cells: counts, total: counts.reduce((sum, each) => sum + each, 0) };
  return hideSmallCells(counts, smallestCount(operation), mustHide);
}
