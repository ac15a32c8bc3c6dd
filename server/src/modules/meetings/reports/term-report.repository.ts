import { planWeeks } from '@attendance/shared/attendance';
import { academicYearOf, academicYearRange } from '@attendance/shared/calendar';
import type { ActionFact, CoverageMeeting, CoverageOffer, CoverageSchool, EffectFact, ImpactLimits, OfficerFact, RecordFact, TermSeason } from '@attendance/shared/meetings';
import { PUPIL_BARRIER_LIST } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { isLive, saidOf } from '../../analysis/index.ts';
import type { EffectTerm } from '../impact/effect-summary.service.ts';
import { WITHOUT_FEED } from '../tier.repository.ts';

/** Severely absent pupils in whole numbers; a pupil of two schools counts once, with a plan where either school's record says so. */
export interface TermSevere { readonly pupils: number; readonly withPlan: number; readonly discussed: number }

/** What `term_meeting_facts` adds up: counts and dates, and what schools wrote for those who reach their rows. */
export interface TermFacts {
  readonly meetings: readonly (CoverageMeeting & RecordFact & { readonly officerId: number })[];
  readonly offers: readonly CoverageOffer[];
  readonly actions: readonly ActionFact[];
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
    const [row] = await operation.sql<{ facts: TermFacts }>('select term_meeting_facts($1::date, $2::date, $3::date, $4::date, $5::int, $6::jsonb, $7::int, $8::int) as facts',
      [startsOn, endsOn, until, operation.today, recordDays, GROUP_OF_CODE, limits.beforeDays, limits.firstDays]);
    if (row === undefined) throw new Error('A function of one value gives one row.');
    return row.facts;
  }

  /** Severely absent pupils on roll as registers stand, how many have a plan by the rule of the lists, and how many were spoken about in meetings held in the term. Asked under a reach that reads rows. */
  async severe(operation: Operation, { startsOn, endsOn }: Pick<EffectTerm, 'startsOn' | 'endsOn'>, severePercent: number): Promise<TermSevere> {
    const [row] = await operation.sql<TermSevere>(
      `with absent as materialized (select s.enrolment_id, s.pupil_id from pupil_standing s join school h on h.id = s.school_id join enrolment e on e.id = s.enrolment_id
           where h.la_code = (select code from authority limit 1) and s.academic_year = $5 and s.possible > 0 and s.absent * 100 >= s.possible * $4::int and coalesce(e.ends_on, $1::date) >= $1::date),
         ${saidOf('absent', '$1')},
         discussed as (select distinct l.pupil_id from meeting m join meeting_pupil l on l.meeting_id = m.id and l.removed_reason is null
           join meeting_answer a on a.meeting_id = l.meeting_id and a.school_id = l.school_id and a.pupil_id = l.pupil_id and a.place = 'PUPIL' and a.field = 'DISCUSSED' and a.value = 'YES'
           where coalesce(m.held_on, m.on_day) between $2::date and $3::date and m.status in ('HELD', 'RECORD_ISSUED', 'LOCKED') and m.type <> 'CHECK_IN')
       select count(*)::int as pupils, (count(*) filter (where "hasPlan"))::int as "withPlan", (count(*) filter (where exists (select from discussed d where d.pupil_id = p.pupil_id)))::int as discussed
       from (select a.pupil_id, bool_or(${isLive('$6')}) as "hasPlan" from absent a left join said on said.enrolment_id = a.enrolment_id group by 1) p`,
      [operation.today, startsOn, endsOn, severePercent, academicYearOf(operation.today), planWeeks(operation.today)]);
    return row ?? { pupils: 0, withPlan: 0, discussed: 0 };
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

  /** How far marks reach; and of these schools those that send no registers, and which of them entered their summary of a term. */
  async registers(operation: Operation, schoolIds: readonly number[], academicYear: number, season: TermSeason): Promise<{ marksTo: string | null; withoutFeed: number; entered: number }> {
    const [row] = await operation.sql<{ marksTo: string | null; withoutFeed: number; entered: number }>(
      `select (select max(marks_to) from school_coverage) as "marksTo", count(*)::int as "withoutFeed", count(e.school_id)::int as entered
       from school s left join school_coverage c on c.school_id = s.id left join term_summaries_entered($2, $3) e on e.school_id = s.id where ${WITHOUT_FEED} and s.id = any ($1)`,
      [[...schoolIds], academicYear, season]);
    return row ?? { marksTo: null, withoutFeed: 0, entered: 0 };
  }
}
