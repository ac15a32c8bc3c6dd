import { ReportCellKind, type ReportColumn, type ReportPart } from './report-parts.ts';

type More = Partial<Pick<ReportColumn, 'sortable' | 'opens' | 'code' | 'unopened'>>;
const column = (kind: ReportCellKind) => (key: string, heading: string, more: More = {}): ReportColumn => ({ key, heading, kind, sortable: true, opens: null, code: null, unopened: null, ...more });

/** Columns of each kind. */
export const text = column(ReportCellKind.TEXT);
export const count = column(ReportCellKind.COUNT);
export const percent = column(ReportCellKind.PERCENT);
export const points = column(ReportCellKind.POINTS);
export const days = column(ReportCellKind.DAYS);
export const date = column(ReportCellKind.DATE);

/** A part that is short enough to be worked out whole, of schools and not of pupils unless it says so. */
export function part(key: string, title: string, columns: readonly ReportColumn[], more: Partial<ReportPart> & Pick<ReportPart, 'of' | 'sort'>): ReportPart {
  return { key, title, columns, filters: [], needs: 'school:read', namesPupils: false, descending: true, list: null, persistence: false, ...more };
}
