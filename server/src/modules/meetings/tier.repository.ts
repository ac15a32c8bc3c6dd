import { PHASES_WITHOUT_FEED, TermSeason, type MeetingFrequency, type MeetingTier, type SummaryCounts, type TierValues } from '@attendance/shared/meetings';
import type { Operation } from '../../platform/graphql/operation.ts';
import { isLive, saidOf, statusSaid } from '../analysis/index.ts';
import { openDayBefore } from './planner.repository.ts';
import { tierValuesInForce } from './tier-settings.repository.ts';
import type { MeetingActionLineType, RequirementChangeType, SeverePupilType, TierOverrideType } from './tier.type.ts';

/** What is known of a school for its tier and its requirement: whole numbers, under the policies of whoever asks. */
export interface SchoolFacts {
  readonly schoolId: number;
  readonly possible: number | null; readonly attended: number | null; readonly pupils: number | null; readonly persistent: number | null; readonly severe: number | null;
  readonly lastPossible: number | null; readonly lastAttended: number | null;
  /** Severely absent pupils on roll, and how many of them have a plan in place. */
  readonly severeOnRoll: number; readonly severePlanned: number;
  readonly overdueActions: number;
  /** Actions of meetings whose day in the term has come, and those done by it. */
  readonly actionsDue: number; readonly actionsOnTime: number;
  readonly marksTo: string | null; readonly silentDays: number;
  readonly overrideTier: MeetingTier | null; readonly overrideReason: string | null; readonly overrideUntil: string | null; readonly overrideVersion: number;
  readonly frequency: MeetingFrequency; readonly requirementVersion: number;
  readonly coveredEarlier: boolean;
  /** Of a school that sends no registers: the latest summary of the year, and that of the same term last year. */
  readonly summary: SummaryInForce | null; readonly lastSummary: Pick<SummaryCounts, 'possible' | 'authorised' | 'unauthorised'> | null;
  /** Whether that of the term is there, and by when it is owed where a meeting is offered or booked. */
  readonly summaryEnteredOn: string | null; readonly summaryDueOn: string | null;
  /** Weights and limits of tiers that the authority set; null where it set none. */
  readonly ownValues: TierValues | null;
}

/** A summary as its tier looks at it. */
export interface SummaryInForce extends Omit<SummaryCounts, 'concern'> { readonly asOfOn: string }

/** The days a question is about: a year, a term in it, and one school or all. */
export interface FactsQuestion { readonly academicYear: number; readonly yearFrom: string; readonly from: string; readonly to: string; readonly schoolId: number | null; readonly season: TermSeason; readonly prepareDays: number; readonly severePercent: number; /** School weeks after which a record's word on a plan is out of date. */ readonly planWeeks: number }

/** Days of a week below a day, as bits. */
const BELOW = (day: string): string => `((1 << least(greatest(${day} - w.week_start, 0), 7)) - 1)`;
/** From this share on the index of those who missed half holds everybody looked for. */
const SEVERE_INDEXED = 50;
// The enrolment is looked up for the few who are severely absent: joined, every enrolment of the authority would be read.
const severeOf = (percent: number): string => `${percent >= SEVERE_INDEXED ? 'p.absent * 2 >= p.possible and ' : ''}p.possible > 0 and p.absent * 100 >= p.possible * $7::int and (select e.ends_on is null or e.ends_on >= $1::date from enrolment e where e.id = p.enrolment_id)`;
/** The one rule of actions due and done on time; the database has it for every count. */
const ON_TIME = 'action_done_on_time(status, done_on, due_on)';
/** Seasons of summaries `t` in the order of a school year. */
export const SEASON_ORDER = `array_position(array[${Object.values(TermSeason).map((season) => `'${season}'`).join(', ')}]::text[], t.season)`;
/** School `s`, whose coverage is `c`, sends no registers: what is asked about summaries is asked about it alone. */
export const WITHOUT_FEED = `s.phase in (${PHASES_WITHOUT_FEED.map((phase) => `'${phase}'`).join(', ')}) and c.marks_to is null`;
/** By when school `s` owes the summary of a term: the day the preparation of its first meeting is due, offered or booked, by its own calendar; never before the term begins, for until then there is nothing to sum up. */
export const summaryDueOn = (from: string, to: string, days: string): string => `(select case when d.day is not null then greatest(d.day, ${from}::date) end from (select min(${openDayBefore('m.on_day', `${days}::int`, 's.id')}) as day from meeting m
         where m.school_ids && array[s.id] and m.on_day between ${from}::date and ${to}::date and m.type <> 'CHECK_IN' and m.status not in ('DECLINED', 'CANCELLED', 'NO_SHOW')) d)`;
/** An action whose day lies in the term and is over. */
const CAME_DUE = 'due_on between $4::date and $5::date and action_came_due(status, due_on, $1::date)';

/** SQL of tiers and requirements: one statement for all schools. */
export class TierRepository {
  async facts(operation: Operation, { academicYear, yearFrom, from, to, schoolId, severePercent, planWeeks, season, prepareDays }: FactsQuestion): Promise<SchoolFacts[]> {
    return operation.sql<SchoolFacts>(
      `with figures as (select school_id, sum(possible)::int as possible, sum(attended)::int as attended, sum(enrolments)::int as pupils, sum(persistent)::int as persistent, sum(severe)::int as severe
           from school_year_total where academic_year = $2 and ($6::int is null or school_id = $6) group by 1),
         last as (select c.school_id, w.* from school_coverage c cross join lateral (select sum(w.possible)::int as possible, sum(w.attended)::int as attended from school_week_total w
             where w.school_id = c.school_id and w.academic_year = $2 - 1 and w.week_start between $3::date - 380 and c.marks_to - (extract(isodow from c.marks_to)::int - 1) - 364) w
           where $6::int is null or c.school_id = $6),
         absent as materialized (select p.enrolment_id, p.school_id from pupil_standing p where p.academic_year = $2 and ($6::int is null or p.school_id = $6) and ${severeOf(severePercent)}),
         ${saidOf('absent', '$1')},
         severe as (select a.school_id, count(*)::int as pupils, (count(*) filter (where ${isLive('$8')}))::int as planned from absent a left join said on said.enrolment_id = a.enrolment_id group by 1),
         action as (select school_id, (count(*) filter (where status in ('OPEN', 'IN_PROGRESS') and overdue_from <= $1::date))::int as overdue, (count(*) filter (where ${CAME_DUE}))::int as due, (count(*) filter (where ${CAME_DUE} and ${ON_TIME}))::int as on_time
           from task where source = 'MEETING' and ($6::int is null or school_id = $6) group by 1),
         silent as (select s.id as school_id, w.days from school s left join school_coverage c on c.school_id = s.id
           cross join lateral (select sum(bit_count((w.open_days & ${BELOW('$1::date')} & ~${BELOW('(coalesce(c.marks_to, $3::date - 1) + 1)')})::bit(7)))::int as days from school_week w
             where w.school_id = s.id and w.week_start between coalesce(c.marks_to, $3::date) - 6 and $1::date) w
           where $6::int is null or s.id = $6),
         tier as (select distinct on (school_id) * from school_tier_override order by school_id, version desc)
       select s.id as "schoolId", f.possible, f.attended, f.pupils, f.persistent, f.severe, l.possible as "lastPossible", l.attended as "lastAttended",
         coalesce(v.pupils, 0) as "severeOnRoll", coalesce(v.planned, 0) as "severePlanned", coalesce(a.overdue, 0) as "overdueActions", coalesce(a.due, 0) as "actionsDue", coalesce(a.on_time, 0) as "actionsOnTime",
         c.marks_to as "marksTo", coalesce(q.days, 0) as "silentDays", t.tier as "overrideTier", t.reason as "overrideReason", t.until_on as "overrideUntil", coalesce(t.version, 0) as "overrideVersion",
         coalesce(r.frequency, 'TERMLY') as frequency, coalesce(r.version, 0) as "requirementVersion", coalesce(r.covered_earlier, false) as "coveredEarlier",
         u.body as summary, b.body as "lastSummary", e.entered_on as "summaryEnteredOn", w.due_on as "summaryDueOn", ${tierValuesInForce('$1::date')} as "ownValues"
       from school s left join figures f on f.school_id = s.id left join last l on l.school_id = s.id left join severe v on v.school_id = s.id left join action a on a.school_id = s.id
       left join school_coverage c on c.school_id = s.id left join silent q on q.school_id = s.id left join tier t on t.school_id = s.id left join meeting_frequency($2, $3::date, $4::date) r on r.school_id = s.id
       left join lateral (select t.season, json_build_object('asOfOn', t.as_of_on, 'roll', t.roll, 'possible', t.possible, 'authorised', t.authorised, 'unauthorised', t.unauthorised, 'persistent', t.persistent, 'severe', t.severe) as body
         from school_term_summary t where t.school_id = s.id and t.academic_year = $2 order by ${SEASON_ORDER} desc, t.version desc limit 1) u on ${WITHOUT_FEED}
       left join lateral (select json_build_object('possible', t.possible, 'authorised', t.authorised, 'unauthorised', t.unauthorised) as body from school_term_summary t where t.school_id = s.id and t.academic_year = $2 - 1 and t.season = u.season order by t.version desc limit 1) b on true
       left join lateral (select t.entered_on from school_term_summary t where t.school_id = s.id and t.academic_year = $2 and t.season = $9 order by t.version desc limit 1) e on ${WITHOUT_FEED}
       left join lateral (select ${summaryDueOn('$4', '$5', '$10')} as due_on) w on ${WITHOUT_FEED}
       where s.la_code = (select code from authority limit 1) and ($6::int is null or s.id = $6)`,
      [operation.today, academicYear, yearFrom, from, to, schoolId, severePercent, planWeeks, season, prepareDays]);
  }

  /** Severely absent pupils of a school on roll, those without a plan first. */
  async severePupils(operation: Operation, { academicYear, yearFrom, from, to, schoolId, severePercent, planWeeks }: FactsQuestion): Promise<SeverePupilType[]> {
    return operation.sql<SeverePupilType>(
      `with absent as materialized (select p.* from pupil_standing p where p.academic_year = $2 and p.school_id = $6 and ${severeOf(severePercent)} and $3::date <= $4::date and $4::date <= $5::date),
         ${saidOf('absent', '$1')}
       select p.pupil_id as "pupilId", coalesce(c.preferred_forename, c.legal_forename) || ' ' || c.legal_surname as name, n.nc_year as "ncYear", p.absent, p.possible, ${statusSaid('$8')} as "planStatus"
       from absent p join pupil c on c.id = p.pupil_id join enrolment n on n.id = p.enrolment_id left join said on said.enrolment_id = p.enrolment_id
       order by coalesce(${isLive('$8')}, false), p.absent::numeric / p.possible desc, p.enrolment_id limit 200`,
      [operation.today, academicYear, yearFrom, from, to, schoolId, severePercent, planWeeks]);
  }

  /** Actions of meetings of a school that came due in a term, late ones first. */
  async actions(operation: Operation, schoolId: number, from: string, to: string): Promise<MeetingActionLineType[]> {
    return operation.sql<MeetingActionLineType>(
      `select id, case when pupil_id is null then what else '' end as what, owner, due_on as "dueOn", status, done_on as "doneOn", not (${ON_TIME}) as late
       from task where source = 'MEETING' and school_id = $2 and ${CAME_DUE.replaceAll('$4', '$3').replaceAll('$5', '$4')} order by not (${ON_TIME}) desc, due_on, id limit 200`, [operation.today, schoolId, from, to]);
  }

  async overrides(operation: Operation, schoolId: number): Promise<TierOverrideType[]> {
    return operation.sql<TierOverrideType>(
      `select o.version, o.tier, o.reason, o.until_on as "untilOn", c.full_name as by, to_json(o.at) #>> '{}' as at from school_tier_override o left join colleague c on c.id = o.by_id where o.school_id = $1 order by o.version desc limit 100`, [schoolId]);
  }

  async requirements(operation: Operation, schoolId: number, academicYear: number): Promise<RequirementChangeType[]> {
    return operation.sql<RequirementChangeType>(
      `select r.version, r.frequency, r.reason, c.full_name as by, to_json(r.at) #>> '{}' as at from meeting_requirement r left join colleague c on c.id = r.by_id where r.school_id = $1 and r.academic_year = $2 order by r.version desc limit 100`, [schoolId, academicYear]);
  }

  async setTier(operation: Operation, schoolId: number, version: number, tier: MeetingTier | null, untilOn: string | null, reason: string): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select set_school_tier($1, $2, $3, $4, $5) as done', [schoolId, version, tier, untilOn, reason]);
    return row?.done ?? false;
  }

  async setFrequency(operation: Operation, schoolId: number, academicYear: number, version: number, frequency: MeetingFrequency, reason: string): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select set_meeting_requirement($1, $2, $3, $4, $5) as done', [schoolId, academicYear, version, frequency, reason]);
    return row?.done ?? false;
  }
}
