import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import type { TestPortal } from './test-portal.ts';

export interface Figures { possible: number; attended: number; authorised: number; unauthorised: number; lateBefore: number; lateAfter: number; missing: number; enrolments: number; persistent: number | null; severe: number | null }
export const FIGURES = 'figures { possible attended authorised unauthorised lateBefore lateAfter missing enrolments persistent severe }';
export interface Listed { enrolmentId: string; pupilId: string; name: string; possible: number; attended: number; authorised: number; unauthorised: number; lateBefore: number; lateAfter: number; missing: number; lastMarks: string }

/** The whole list behind a figure, page by page. */
export async function listBehind(portal: TestPortal, actor: OperationActor, filter: Record<string, unknown>, take = 100, sort = 'ABSENCE', direction = 'DESC'): Promise<{ rows: Listed[]; total: number }> {
  const rows: Listed[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await portal.ask(actor, `query List($filter: PupilFilter, $page: Int!, $take: Int!, $sort: PupilSort!, $direction: SortDirection!) {
      pupilFigures(filter: $filter, page: $page, take: $take, sort: $sort, direction: $direction) { total items { enrolmentId pupilId name possible attended authorised unauthorised lateBefore lateAfter missing lastMarks } } }`, { filter, page, take, sort, direction });
    const list = answer.data?.pupilFigures as { total: number; items: Listed[] } | undefined;
    if (list === undefined) throw new Error(JSON.stringify(answer.errors));
    rows.push(...list.items);
    if (list.items.length < take) return { rows, total: list.total };
  }
}

const sumOf = (rows: readonly Listed[], ...names: (keyof Listed)[]): number => rows.reduce((sum, row) => sum + names.reduce((part, name) => part + Number(row[name]), 0), 0);

/** The same figures, counted from the lists they open. */
export async function figuresFromLists(portal: TestPortal, actor: OperationActor, filter: Record<string, unknown>): Promise<Figures> {
  const lists = new Map<string, { rows: Listed[]; total: number }>();
  for (const measure of ['COUNTED', 'PERSISTENT', 'SEVERE', 'AUTHORISED', 'UNAUTHORISED', 'LATE', 'MISSING']) {
    const list = await listBehind(portal, actor, { ...filter, measure });
    if (list.total !== list.rows.length) throw new Error(`${measure} ${JSON.stringify(filter)} says ${list.total} and lists ${list.rows.length}`);
    lists.set(measure, list);
  }
  const rowsOf = (measure: string): Listed[] => lists.get(measure)?.rows ?? [];
  return {
    possible: sumOf(rowsOf('COUNTED'), 'possible'), attended: sumOf(rowsOf('COUNTED'), 'attended'), authorised: sumOf(rowsOf('AUTHORISED'), 'authorised'), unauthorised: sumOf(rowsOf('UNAUTHORISED'), 'unauthorised'),
    lateBefore: sumOf(rowsOf('LATE'), 'lateBefore'), lateAfter: sumOf(rowsOf('LATE'), 'lateAfter'), missing: sumOf(rowsOf('MISSING'), 'missing'),
    enrolments: rowsOf('COUNTED').length, persistent: rowsOf('PERSISTENT').length, severe: rowsOf('SEVERE').length,
  };
}
