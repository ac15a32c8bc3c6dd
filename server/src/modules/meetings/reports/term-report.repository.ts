import type { ActionFact, CoverageMeeting, CoverageOffer, EffectFact, ImpactLimits, OfficerFact, RecordFact } from '@attendance/shared/meetings';
import { PUPIL_BARRIER_LIST } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { EffectTerm } from '../impact/effect-summary.service.ts';

/** What `term_meeting_facts` adds up: counts and dates, and what schools wrote for those who reach their rows. */
export interface TermFacts {
  readonly meetings: readonly (CoverageMeeting & RecordFact & { readonly officerId: number })[];
  readonly offers: readonly CoverageOffer[];
  readonly actions: readonly ActionFact[];
  readonly severe: { readonly pupils: number; readonly withPlan: number; readonly discussed: number };
  readonly barriers: { readonly pupils: number; readonly groups: Readonly<Record<string, number>> };
  readonly said: { readonly AREA_BARRIER: number; readonly PRACTICE_TO_SHARE: number };
  readonly texts: readonly { readonly schoolId: number; readonly field: string; readonly value: string }[];
  readonly officers: readonly Omit<OfficerFact, 'name'>[];
  readonly effects: readonly EffectFact[];
}

const GROUP_OF_CODE = JSON.stringify(Object.fromEntries(PUPIL_BARRIER_LIST.map(({ code, group }) => [code, group])));

/** The figures of a term, added up by the database for people who read no row of them. */
export class TermReportRepository {
  async facts(operation: Operation, { startsOn, endsOn, until }: EffectTerm, recordDays: number, limits: ImpactLimits): Promise<TermFacts> {
    const [row] = await operation.sql<{ facts: TermFacts }>('select term_meeting_facts($1::date, $2::date, $3::date, $4::date, $5::int, $6::int, $7::jsonb, $8::int, $9::int) as facts',
      [startsOn, endsOn, until, operation.today, recordDays, limits.severePercent, GROUP_OF_CODE, limits.beforeDays, limits.firstDays]);
    if (row === undefined) throw new Error('A function of one value gives one row.');
    return row.facts;
  }

  /** The names of these colleagues. */
  async names(operation: Operation, ids: readonly number[]): Promise<Map<number, string>> {
    const rows = await operation.sql<{ id: number; name: string }>('select id, full_name as name from colleague where id = any ($1::int[])', [[...ids]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async marksTo(operation: Operation): Promise<string | null> {
    const [row] = await operation.sql<{ day: string | null }>('select max(marks_to) as day from school_coverage');
    return row?.day ?? null;
  }
}
