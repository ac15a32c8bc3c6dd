import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import type { TestPortal } from './test-portal.ts';

export interface AnsweredRow { readonly key: string; readonly cells: Readonly<Record<string, string | null>>; readonly pupilId: string | null; readonly schoolId: number | null; readonly opensWith: string | null }
export interface AnsweredReport {
  readonly total: number; readonly rows: readonly AnsweredRow[]; readonly compared: readonly AnsweredRow[]; readonly filterWords: string; readonly of: string; readonly marksTo: string | null; readonly coverage: string;
  readonly columns: readonly { readonly key: string; readonly heading: string; readonly kind: string; readonly opens: string | null; readonly code: string | null; readonly unopened: string | null }[]; readonly statements: number;
}

export const REPORT_QUERY = `query Report($number: Int!, $part: String, $filter: ReportFilter, $sort: String, $direction: SortDirection, $page: Int = 1, $take: Int = 100) {
  report(number: $number, part: $part, filter: $filter, sort: $sort, direction: $direction, page: $page, take: $take) {
    report { parts { key columns { key heading kind opens code unopened } } } part total filterWords of marksTo coverage rows { key cells pupilId schoolId opensWith } compared { key cells pupilId schoolId opensWith } } }`;

interface Raw extends Omit<AnsweredReport, 'rows' | 'compared' | 'columns' | 'statements'> { readonly part: string; readonly report: { readonly parts: { readonly key: string; readonly columns: AnsweredReport['columns'] }[] }; readonly rows: RawRow[]; readonly compared: RawRow[] }
type RawRow = Omit<AnsweredRow, 'cells'> & { readonly cells: (string | null)[] };

/** A page of a report, its cells by the names of their columns. */
export async function reportFor(portal: TestPortal, actor: OperationActor, number: number, part: string | null = null, more: Record<string, unknown> = {}): Promise<AnsweredReport> {
  const answer = await portal.ask(actor, REPORT_QUERY, { number, part, ...more });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  const page = answer.data?.report as Raw;
  const columns = page.report.parts.find(({ key }) => key === page.part)?.columns ?? [];
  const named = (row: RawRow): AnsweredRow => ({ ...row, cells: Object.fromEntries(columns.map(({ key }, index) => [key, row.cells[index] ?? null])) });
  return { ...page, columns, rows: page.rows.map(named), compared: page.compared.map(named), statements: answer.statements };
}

/** Every part of every report open to somebody. */
export async function partsOpenTo(portal: TestPortal, actor: OperationActor): Promise<{ readonly number: number; readonly part: string; readonly namesPupils: boolean }[]> {
  const answer = await portal.ask(actor, '{ reports { number parts { key namesPupils } } }');
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return (answer.data?.reports as { number: number; parts: { key: string; namesPupils: boolean }[] }[]).flatMap(({ number, parts }) => parts.map(({ key, namesPupils }) => ({ number, part: key, namesPupils })));
}
