import type { WorkListKind } from './work-list.ts';

/** What a cell of a report holds, and so how it is shown: a percentage and points to one decimal, days to the half, a date as an ISO day in files. */
export const ReportCellKind = { TEXT: 'TEXT', COUNT: 'COUNT', PERCENT: 'PERCENT', POINTS: 'POINTS', DAYS: 'DAYS', DATE: 'DATE' } as const;
export type ReportCellKind = (typeof ReportCellKind)[keyof typeof ReportCellKind];

/** What a report may be narrowed by. */
export const ReportFilterKind = { PHASE: 'PHASE', SCHOOL: 'SCHOOL', YEAR: 'YEAR', MINE: 'MINE', THRESHOLD: 'THRESHOLD' } as const;
export type ReportFilterKind = (typeof ReportFilterKind)[keyof typeof ReportFilterKind];

/** Stands in a numeric cell for a figure that is hidden because it is small, or tells one that is. The symbol national statistics use. */
export const HIDDEN_CELL = 'c';
export type ReportCell = string | number | null;

/** A column: the unit of its numbers stands in the heading, so that a file says it too. */
export interface ReportColumn {
  readonly key: string;
  readonly heading: string;
  readonly kind: ReportCellKind;
  readonly sortable: boolean;
  /** Which list of pupils a count of a school opens; REASONS is the list of reasons overdue; a number and a key name the part of a report that lists them. */
  readonly opens: string | null;
  /** The code whose sessions it opens, where each column has its own. */
  readonly code: string | null;
  /** Why a count opens nothing, for whoever sees pupils. */
  readonly unopened: string | null;
}

/** What somebody must be allowed to see for a part of a report to say anything true. */
export type ReportNeed = 'school:read' | 'pupil:read' | 'register:read';

/** One table of a report. */
export interface ReportPart {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly filters: readonly ReportFilterKind[];
  readonly needs: ReportNeed;
  readonly namesPupils: boolean;
  /** The key of the column it is sorted by when nothing else is asked, and whether from the top. */
  readonly sort: string;
  readonly descending: boolean;
  /** What is counted, over what; {name} stands for the value of a rule of the pack. */
  readonly of: string;
  /** The list of work whose rule says who is in it, with the numbers in force. */
  readonly list: WorkListKind | null;
  /** Whether it says something of persistent or severe absence, which is left out while the year is young. */
  readonly persistence: boolean;
}

/** A page that tells more, and what somebody needs to open it. */
export interface ReportElsewhere { readonly words: string; readonly path: string; readonly needs: string }

/** A standard report: data about a question; the server knows one statement for each part. */
export interface ReportDefinition {
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly parts: readonly ReportPart[];
  /** What the report cannot say, because the portal does not hold it. */
  readonly notHeld: readonly string[];
  /** What other pages tell of the same question: the words of the way there, and where it leads. */
  readonly elsewhere: readonly ReportElsewhere[];
}

/** A definition as it is written down: most reports lead nowhere else. */
export type PlainReport = Omit<ReportDefinition, 'elsewhere'> & Partial<Pick<ReportDefinition, 'elsewhere'>>;

/** Whether the numbers of a column stand to the right and may be hidden. */
export const isNumeric = ({ kind }: Pick<ReportColumn, 'kind'>): boolean => kind !== ReportCellKind.TEXT && kind !== ReportCellKind.DATE;

/** The order of two cells of a column: numbers by size, text as words; nothing and what is hidden last, whichever way the column is sorted. */
export function compareCells(kind: ReportCellKind, a: ReportCell, b: ReportCell, descending: boolean): number {
  const isLast = (cell: ReportCell): boolean => cell === null || cell === '' || (isNumeric({ kind }) && typeof cell !== 'number');
  if (isLast(a) || isLast(b)) return Number(isLast(a)) - Number(isLast(b));
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en-GB', { numeric: true });
  return descending ? -order : order;
}

/** The part of a report whose rows a count opens, where `opens` names one: "10.JOINED". */
export function partOpened(opens: string): { readonly number: number; readonly part: string } | null {
  const said = /^(\d+)[.](\w+)$/.exec(opens);
  return said === null ? null : { number: Number(said[1]), part: said[2] ?? '' };
}
