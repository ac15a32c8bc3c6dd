import { shownFromWeek, planWeeks, type ListKind } from '@attendance/shared/attendance';
import { ruleValue, type RuleName } from '@attendance/shared/kernel';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { valuesOf, type Listing } from '../pupil-figures.repository.ts';
import { pageOfLine, type LinePage, type TotalRow } from './explain.repository.ts';
import type { FigureLine } from './explain.inputs.ts';
import { partsOfList, partsOfRows } from './rows.sql.ts';

/** A figure by the list of its rows: that of a filter, or a list of work. */
export interface FigureOfRows { readonly listing: Listing; readonly list: ListKind | null; /** The day the census begins its second half of summer. */ readonly summerFrom: string }

/** How many enrolments stand on a line, and how many they add: themselves, or their sessions. */
export interface LineRow { readonly reason: string; readonly enrolments: number; readonly n: number }

const LEGAL: Readonly<Partial<Record<ListKind, RuleName>>> = { PENALTY_WATCH: 'penalty.sessions', TEN_DAY: 'continuous-absence.return-school-days', FIFTEEN_DAY: 'sickness-return.school-days' };

/** Statements behind the explanations of figures by their rows, under the reach and the row policies of whoever asks. */
export class RowsRepository {
  /** Every line from everything recorded to the figure, and every definition with its groups: one statement for all. */
  async totals(operation: Operation, figure: FigureOfRows): Promise<{ lines: LineRow[]; totals: TotalRow[] }> {
    const rows = await operation.sql<TotalRow & { n: number }>(
      `${partsOf(operation, figure)} select 'LINES' as definition, null as side, reason, count(*)::int as enrolments, sum(n)::int as n, 0 as part, 0 as whole, 0 as "theirPart", 0 as "theirWhole" from lines group by reason
       union all select definition, side, reason, count(*)::int, 0, sum(part)::int, sum(whole)::int, sum(their_part)::int, sum(their_whole)::int from sides group by grouping sets ((definition), (definition, side, reason))`, asked(operation, figure));
    return { lines: rows.flatMap(({ definition, reason, enrolments, n }) => (definition === 'LINES' && reason !== null ? [{ reason, enrolments, n }] : [])), totals: rows.filter(({ definition }) => definition !== 'LINES') };
  }

  /** The enrolments of one line, or of one group that makes the difference, with how many there are and how many sessions they add. */
  async pupils(operation: Operation, figure: FigureOfRows, { definition, side, reason }: FigureLine, offset: number, take: number): Promise<LinePage> {
    const group = definition === 'LOCAL'
      ? `g as (select l.enrolment_id, sum(l.n)::int as sessions, max(coalesce(s.possible, 0)) as possible, max(coalesce(s.authorised + s.unauthorised, 0)) as absent, max(coalesce(s.possible, 0)) as their_possible, max(coalesce(s.authorised + s.unauthorised, 0)) as their_absent
          from lines l left join s on s.enrolment_id = l.enrolment_id where $22::text is not null and $23::text is not null and ($24::text = 'RECORDED' or l.reason = $24) group by 1)`
      : `g as (select enrolment_id, 0 as sessions, possible, absent, their_possible, their_absent from sides where definition = $22::text and side = $23::text and reason = $24::text)`;
    return pageOfLine(operation, `${partsOf(operation, figure)}, ${group}`, 'g.sessions desc, p.search_name nulls last, g.enrolment_id', [...asked(operation, figure), definition, side, reason], offset, take);
  }
}

const partsOf = (operation: Operation, { listing, list }: FigureOfRows): string => (list === null ? `${partsOfRows(listing)}, asked as (select ($20::int, $21::int) is not null as all_values)` : partsOfList(list, listing, shownFromWeek(operation.today)));

/** $1 to $21; every statement names every value. */
function asked(operation: Operation, { listing, list, summerFrom }: FigureOfRows): unknown[] {
  const legal = list === null ? undefined : LEGAL[list];
  return [...valuesOf(operation, listing), summerFrom, planWeeks(operation.today), legal === undefined ? 0 : ruleValue(legal, operation.today)];
}
