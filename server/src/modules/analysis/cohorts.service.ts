import { cohortLabel, cohortOrder, hideSmallCells, isAboutCare, NOT_RECORDED, type CohortAxis } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { CohortRow, CohortsRepository } from './cohorts.repository.ts';
import type { CohortCountsType, CohortSplitType } from './cohorts.type.ts';
import type { Scope } from './figures.repository.ts';
import type { FiguresService } from './figures.service.ts';

const COUNTS = ['possible', 'attended', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter', 'enrolments', 'persistent', 'severe'] as const satisfies readonly (keyof CohortCountsType)[];
const OF_PUPILS = ['enrolments', 'persistent', 'severe'] as const satisfies readonly (keyof CohortCountsType)[];

/** Figures split by who pupils are. */
export class CohortsService {
  constructor(private readonly figures: FiguresService, private readonly cohorts: CohortsRepository) {}

  async split(operation: Operation, axis: CohortAxis, scope: Scope): Promise<CohortSplitType> {
    mayAsk(operation, axis);
    const rows = (await this.cohorts.totals(operation, axis, this.figures.span(operation), scope))
      .map((row) => ({ ...row, value: row.value ?? NOT_RECORDED }))
      .sort((a, b) => cohortOrder(axis, a.value) - cohortOrder(axis, b.value) || a.value.localeCompare(b.value));
    const shown = operation.actor.reach.kind === 'AGGREGATE' ? hideSmall(rows, ruleValue('suppression.minimum', operation.today), ruleValue('suppression.percent-denominator', operation.today)) : { groups: rows.map(countsOf), whole: sumOf(rows) };
    return { axis, whole: shown.whole, groups: rows.map(({ value }, index) => ({ value, label: cohortLabel(axis, value), figures: shown.groups[index]! })) };
  }
}

/** Refuses an axis about care to whoever may not read care status. */
export function mayAsk(operation: Operation, axis: CohortAxis): void {
  if (isAboutCare(axis) && !operation.can('pupil:read-care-status')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not see who is in care or is a carer. Choose another way to split the figures.');
}

interface Shown { readonly groups: readonly CohortCountsType[]; readonly whole: CohortCountsType }

const countsOf = (row: CohortCountsType): CohortCountsType => Object.fromEntries(COUNTS.map((name) => [name, row[name]])) as unknown as CohortCountsType;

function sumOf(rows: readonly CohortRow[]): CohortCountsType {
  return Object.fromEntries(COUNTS.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as unknown as CohortCountsType;
}

/**
 * The counts for people who see figures only. A count of pupils is hidden where it is small; of a group too small for a percentage
 * nothing but its size is told; and nothing hidden can be worked out from what is shown.
 */
function hideSmall(rows: readonly CohortRow[], minimum: number, denominator: number): Shown {
  const isTooSmall = (index: number): boolean => rows[index]!.enrolments > 0 && rows[index]!.enrolments < denominator;
  const columns = new Map(OF_PUPILS.map((name) => [name, hideSmallCells(rows.map((row) => row[name]), minimum, name === 'enrolments' ? undefined : isTooSmall)] as const));
  const sessions = hideSmallCells(rows.map((row) => row.possible), 0, isTooSmall);
  const column = (name: (typeof COUNTS)[number]) => columns.get(name as (typeof OF_PUPILS)[number]);
  const groups = rows.map((row, index) => Object.fromEntries(COUNTS.map((name) => {
    const own = column(name);
    return [name, own ? (own.cells[index] ?? null) : sessions.cells[index] === null ? null : row[name]];
  })) as unknown as CohortCountsType);
  const whole = sumOf(rows);
  return { groups, whole: Object.fromEntries(COUNTS.map((name) => [name, (column(name) ?? sessions).total === null ? null : whole[name]])) as unknown as CohortCountsType };
}
