import { academicYearRange } from '@attendance/shared/calendar';
import type { ActionFact, CoverageMeeting, CoverageOffer, CoverageSchool, EffectFact, ImpactLimits, OfficerFact, RecordFact } from '@attendance/shared/meetings';
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

  /** How often each school is to be met, and which an earlier term of the year covered; the others every term. */
  async frequencies(operation: Operation, academicYear: number, termFrom: string): Promise<Map<number, Pick<CoverageSchool, 'frequency' | 'coveredEarlierThisYear'>>> {
    const rows = await operation.sql<Pick<CoverageSchool, 'schoolId' | 'frequency' | 'coveredEarlierThisYear'>>(
      'select school_id as "schoolId", frequency, covered_earlier as "coveredEarlierThisYear" from meeting_frequency($1, $2::date, $3::date)', [academicYear, academicYearRange(academicYear).startsOn, termFrom]);
    return new Map(rows.map(({ schoolId, ...of }) => [schoolId, of]));
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
