import { parseIsoDay, weekStartOf } from '@attendance/shared/kernel';
import { question } from '../../../graphql/first-answers.ts';
import { late } from '../../../lib/late.tsx';
import type { RowsOf } from '../rules/measures.ts';
import { PeriodsDocument } from './periods-panel.generated.ts';

export interface PeriodsProps { readonly rows: RowsOf; readonly within: { readonly phase?: string | null; readonly schoolId?: number } }

/** The weeks an address asks for; none where either is no Monday or they stand the wrong way round. */
export function weeksAsked(search: URLSearchParams): { readonly from: string | null; readonly to: string | null } {
  const [from = '', to = ''] = ['from', 'to'].map((key) => search.get(key) ?? '');
  const isMonday = (day: string): boolean => parseIsoDay(day) !== null && weekStartOf(day) === day;
  return isMonday(from) && isMonday(to) && from <= to ? { from, to } : { from: null, to: null };
}

/** What the panel asks, for a page that comes with its answers. */
export const periodsQuestion = (search: URLSearchParams, phase: string | null, schoolId: number | null) => question(PeriodsDocument, { phase, schoolId, ...weeksAsked(search) });

/** Figures by week, term and year: further down a page, so its code comes after the first view. */
export const PeriodsPanel = late<PeriodsProps>(async () => (await import('./periods-panel.tsx')).PeriodsShown);
