import { planWeeks, type CohortAxis, type PlanStatus, type Standing } from '@attendance/shared/attendance';
import { MeetingStatus, SUMMARY_COUNTS, type PackAction, type PackBarrier, type PackCounts, type PackDraft, type PackGroup, type PackStanding, type PackSummary, type TermSeason } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { saidOf, STANDING, statusSaid } from '../../analysis/index.ts';
import { SEASON_ORDER } from '../tier.repository.ts';

/** The school of a pack, and how far its marks reach. */
export interface PackSchool { readonly id: number; readonly name: string; readonly phase: string; readonly marksTo: string | null }
/** A pupil on roll, with what the lists and priorities are made of. */
export interface PackStandingRow extends Standing { readonly enrolmentId: number; readonly pupilId: number; readonly ncYear: string; readonly form: string | null; readonly lastYear: string | null; readonly care: string | null; readonly startsOn: string }
/** Who left in the year, with what was counted of them. */
export interface PackLeaver { readonly enrolmentId: number; readonly pupilId: number; readonly ncYear: string; readonly form: string | null; readonly endsOn: string; readonly possible: number; readonly absent: number }
export interface PackSuspension { readonly sessions: number; readonly lastWeek: string }
/** A pupil of an earlier pack, or of the start of term, as the rule of changes asks. */
export interface EarlierPupil { readonly pupilId: number; readonly standing: PackStanding | null; readonly isFalling: boolean; readonly isAway: boolean }
export interface LastPack { readonly packId: number; readonly onDay: string; readonly year: PackCounts; readonly academicYear: number }
export interface HeldSummary extends Omit<PackSummary, 'term'> { readonly academicYear: number; readonly season: TermSeason }
export interface AboutPupil { readonly pupilId: number | null }

const SESSIONS = ['possible', 'attended', 'authorised', 'unauthorised', 'late_before', 'late_after', 'missing'];
const HELD = [MeetingStatus.HELD, MeetingStatus.RECORD_ISSUED, MeetingStatus.LOCKED];
const OPEN_TASKS = `('OPEN', 'IN_PROGRESS')`;
const ON_ROLL = '(e.ends_on is null or e.ends_on >= $3::date)';
/** More actions than this stand in the list of actions, not in a pack. */
const MOST_ACTIONS = 200;

/** What a pack is made of, read under an ordinary reach: one statement each, however many pupils. */
export class PackFiguresRepository {
  async school(operation: Operation, schoolId: number): Promise<PackSchool | null> {
    const [row] = await operation.sql<PackSchool>(`select s.id, s.name, s.phase, c.marks_to as "marksTo" from school s left join school_coverage c on c.school_id = s.id where s.id = $1`, [schoolId]);
    return row ?? null;
  }

  /** The latest summary of a school that sends no registers, of a school year, beside that of the same term of the year before. */
  async summary(operation: Operation, schoolId: number, academicYear: number): Promise<HeldSummary | null> {
    const [row] = await operation.sql<HeldSummary>(
      `select t.academic_year as "academicYear", t.season, t.as_of_on as "asOfOn", t.entered_on as "enteredOn", c.full_name as by, ${SUMMARY_COUNTS.map((name) => `t.${name}`).join(', ')}, t.concerns,
         (select json_build_object(${SUMMARY_COUNTS.filter((name) => name !== 'concern').map((name) => `'${name}', l.${name}`).join(', ')}) from school_term_summary l where l.school_id = $1 and l.academic_year = $2 - 1 and l.season = t.season order by l.version desc limit 1) as last
       from school_term_summary t left join colleague c on c.id = t.by_id where t.school_id = $1 and t.academic_year = $2 order by ${SEASON_ORDER} desc, t.version desc limit 1`, [schoolId, academicYear]);
    return row ?? null;
  }

  /** The counts of a school over some weeks of a year, Monday to Monday, each enrolment judged by its own sessions of these weeks. */
  async span(operation: Operation, schoolId: number, academicYear: number, from: string, to: string, persistentPercent: number, severePercent: number): Promise<PackCounts> {
    const over = (parameter: string): string => `(count(*) filter (where t.possible > 0 and (t.authorised + t.unauthorised) * 100 >= t.possible * ${parameter}::int))::int`;
    const [row] = await operation.sql<PackCounts>(
      `select ${SESSIONS.map((name) => `coalesce(sum(t.${name}), 0)::int as "${name.replace(/_b/, 'B').replace(/_a/, 'A')}"`).join(', ')},
         (count(*) filter (where t.possible > 0))::int as enrolments, ${over('$5')} as persistent, ${over('$6')} as severe
       from (select y.enrolment_id, ${SESSIONS.map((name) => `sum(w.${name})::int as ${name}`).join(', ')} from pupil_year y
         join register_week w on w.enrolment_id = y.enrolment_id and w.week_start between greatest($3::date, make_date($2, 8, 26)) and least($4::date, make_date($2 + 1, 8, 25))
         where y.academic_year = $2::int and y.school_id = $1 group by 1) t`, [schoolId, academicYear, from, to, persistentPercent, severePercent]);
    return row!;
  }

  /** Every group of every axis, from the totals that imports keep. */
  async groups(operation: Operation, schoolId: number, academicYear: number, axes: readonly CohortAxis[], careAxes: readonly CohortAxis[]): Promise<PackGroup[]> {
    const sums = (table: string, axis: string): string => `select t.axis, t.value, sum(t.enrolments)::int as pupils, sum(t.possible)::int as possible, sum(t.authorised + t.unauthorised)::int as absent, sum(t.persistent)::int as persistent, sum(t.severe)::int as severe
      from ${table} t where t.school_id = $1 and t.academic_year = $2 and t.axis = any (${axis}) group by 1, 2`;
    return operation.sql<PackGroup>(`${sums('school_cohort_total', '$3')} union all ${sums('school_care_total', '$4')}`, [schoolId, academicYear, [...axes], [...careAxes]]);
  }

  /** Enrolments of the year by the share missed, between edges in percent: as many counts as edges. */
  async bands(operation: Operation, schoolId: number, academicYear: number, edges: readonly number[]): Promise<{ from: number; pupils: number }[]> {
    return operation.sql(
      `select e.edge as from, (count(*) filter (where y.possible > 0 and (y.authorised + y.unauthorised) * 100 >= y.possible * e.edge and (e.next is null or (y.authorised + y.unauthorised) * 100 < y.possible * e.next)))::int as pupils
       from (select edge, lead(edge) over (order by edge) as next from unnest($3::int[]) edge) e left join pupil_year y on y.school_id = $1 and y.academic_year = $2 group by 1 order by 1`, [schoolId, academicYear, [...edges]]);
  }

  /** Who came after a day and who left since it, up to today. */
  async roll(operation: Operation, schoolId: number, since: string): Promise<{ joined: number; left: number }> {
    const [row] = await operation.sql<{ joined: number; left: number }>(
      `select (count(*) filter (where e.starts_on > $2::date and e.starts_on <= $3::date))::int as joined, (count(*) filter (where e.ends_on >= $2::date and e.ends_on < $3::date))::int as left from enrolment e where e.school_id = $1`, [schoolId, since, operation.today]);
    return row!;
  }

  /** Everybody on roll with a standing of the year, one row a pupil. */
  async standings(operation: Operation, schoolId: number, academicYear: number): Promise<PackStandingRow[]> {
    return operation.sql<PackStandingRow>(
      `select distinct on (s.pupil_id) s.enrolment_id as "enrolmentId", s.pupil_id as "pupilId", e.nc_year as "ncYear", e.form, c.last_year as "lastYear", c.care, e.starts_on as "startsOn", ${STANDING}
       from pupil_standing s join enrolment e on e.id = s.enrolment_id join pupil p on p.id = s.pupil_id
       left join enrolment_cohort c on c.enrolment_id = s.enrolment_id and c.academic_year = s.academic_year
       where s.school_id = $1 and s.academic_year = $2 and ${ON_ROLL} order by s.pupil_id, s.possible desc`, [schoolId, academicYear, operation.today]);
  }

  /** Who left since a day, one row a pupil; nobody who is on roll here again. */
  async leavers(operation: Operation, schoolId: number, academicYear: number, since: string): Promise<PackLeaver[]> {
    return operation.sql<PackLeaver>(
      `select distinct on (e.pupil_id) e.id as "enrolmentId", e.pupil_id as "pupilId", e.nc_year as "ncYear", e.form, e.ends_on as "endsOn", coalesce(y.possible, 0)::int as possible, coalesce(y.authorised + y.unauthorised, 0)::int as absent
       from enrolment e join pupil p on p.id = e.pupil_id left join pupil_year y on y.enrolment_id = e.id and y.academic_year = $2
       where e.school_id = $1 and e.ends_on >= $4::date and e.ends_on < $3::date
         and not exists (select from enrolment b where b.pupil_id = e.pupil_id and b.school_id = e.school_id and b.starts_on <= $3::date and (b.ends_on is null or b.ends_on >= $3::date)) order by e.pupil_id, e.ends_on desc`, [schoolId, academicYear, operation.today, since]);
  }

  /** Sessions of each enrolment of the year with a mark, and the Monday of the last week that holds one. */
  async withMark(operation: Operation, schoolId: number, academicYear: number, mark: string): Promise<Map<number, PackSuspension>> {
    const rows = await operation.sql<PackSuspension & { enrolmentId: number }>(
      `select w.enrolment_id as "enrolmentId", sum(length(w.marks) - length(replace(w.marks, $3, '')))::int as sessions, max(w.week_start) as "lastWeek" from pupil_year y
       join register_week w on w.enrolment_id = y.enrolment_id and w.week_start between make_date($2, 8, 26) and make_date($2 + 1, 8, 25) where y.academic_year = $2::int and y.school_id = $1 and position($3 in w.marks) > 0 group by 1`, [schoolId, academicYear, mark]);
    return new Map(rows.map(({ enrolmentId, ...suspension }) => [enrolmentId, suspension]));
  }

  /** The standing of each enrolment over the weeks before a Monday. */
  async before(operation: Operation, schoolId: number, academicYear: number, monday: string): Promise<{ pupilId: number; possible: number; absent: number }[]> {
    return operation.sql(
      `select y.pupil_id as "pupilId", sum(w.possible)::int as possible, sum(w.authorised + w.unauthorised)::int as absent from pupil_year y
       join register_week w on w.enrolment_id = y.enrolment_id and w.week_start >= make_date($2, 8, 26) and w.week_start < $3::date where y.academic_year = $2::int and y.school_id = $1 group by 1`, [schoolId, academicYear, monday]);
  }

  /** What issued records said last of the plans of some enrolments, by the rule of the lists; an enrolment of whom nothing is known is left out. */
  async plans(operation: Operation, enrolmentIds: readonly number[]): Promise<Map<number, PlanStatus>> {
    const rows = await operation.sql<{ enrolmentId: number; status: PlanStatus }>(
      `with asked as (select * from unnest($1::int[]) a (enrolment_id)), ${saidOf('asked', '$2')} select * from (select enrolment_id as "enrolmentId", ${statusSaid('$3')} as status from said) known where status is not null`, [[...enrolmentIds], operation.today, planWeeks(operation.today)]);
    return new Map(rows.map(({ enrolmentId, status }) => [enrolmentId, status]));
  }

  /** At how many other schools brothers and sisters are persistently absent. A restricted record has none and is none. */
  async siblingSchools(operation: Operation, schoolId: number, academicYear: number, pupilIds: readonly number[], persistentPercent: number): Promise<Map<number, number>> {
    const rows = await operation.sql<{ pupilId: number; schools: number }>(
      `select a.pupil_id as "pupilId", count(distinct s.school_id)::int as schools
       from pupil_carer a join pupil_carer b on b.carer_id = a.carer_id and b.pupil_id <> a.pupil_id join pupil_standing s on s.pupil_id = b.pupil_id and s.academic_year = $2 and s.school_id <> $1 join enrolment e on e.id = s.enrolment_id
       where a.pupil_id = any ($4) and not a.restricted and not b.restricted and not s.restricted and ${ON_ROLL} and s.possible > 0 and s.absent * 100 >= s.possible * $5::int group by 1`,
      [schoolId, academicYear, operation.today, [...pupilIds], persistentPercent]);
    return new Map(rows.map(({ pupilId, schools }) => [pupilId, schools]));
  }

  /** The pack of the last meeting of the school that was held before a day; null where there is none. */
  async last(operation: Operation, schoolId: number, before: string): Promise<LastPack | null> {
    const [row] = await operation.sql<LastPack>(
      `select p.id as "packId", m.on_day as "onDay", p.body -> 'year' -> 'own' as year, (p.body ->> 'academicYear')::int as "academicYear" from meeting_pack p join meeting m on m.id = p.meeting_id
       where p.school_id = $1 and m.on_day < $2 and m.status = any ($3) order by m.on_day desc, p.number desc limit 1`, [schoolId, before, HELD]);
    return row ?? null;
  }

  async lastPupils(operation: Operation, packId: number): Promise<EarlierPupil[]> {
    return operation.sql<EarlierPupil>(
      `select pupil_id as "pupilId", body ->> 'standing' as standing, (body ->> 'isFalling')::boolean as "isFalling", (body ->> 'isAway')::boolean as "isAway" from meeting_pack_pupil where pack_id = $1`, [packId]);
  }

  /** Actions that meetings agreed with the school: all that are open, and those closed since a day; the longest due first. */
  async actions(operation: Operation, schoolId: number, closedSince: string): Promise<(PackAction & AboutPupil)[]> {
    return operation.sql<PackAction & AboutPupil>(
      `select pupil_id as "pupilId", what, owner, side, due_on as "dueOn", overdue_from as "overdueFrom", status, done_on as "doneOn", note from task
       where source = 'MEETING' and school_id = $1 and (status in ${OPEN_TASKS} or done_on >= $2::date) order by status not in ${OPEN_TASKS}, due_on, id limit ${MOST_ACTIONS}`, [schoolId, closedSince]);
  }

  async drafts(operation: Operation, schoolId: number): Promise<(PackDraft & AboutPupil)[]> {
    return operation.sql<PackDraft & AboutPupil>(`select pupil_id as "pupilId", service, case when length(reason) > 500 then left(reason, 499) || '…' else reason end as reason from referral_draft where school_id = $1 and status <> 'WITHDRAWN' order by id limit ${MOST_ACTIONS}`, [schoolId]);
  }

  async barriers(operation: Operation, schoolId: number): Promise<PackBarrier[]> {
    return operation.sql<PackBarrier>(`select title, kind, since_on as "sinceOn" from barrier where school_ids @> array[$1::int] and status in ('OPEN', 'BEING_WORKED_ON') order by since_on, id limit ${MOST_ACTIONS}`, [schoolId]);
  }
}
