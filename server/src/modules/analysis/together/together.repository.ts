import { COUNTED_MARKS, type SiblingAway, type Together, type TransitionCounts, type TransitionKind, type TransitionLimits } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { WorkListFilter } from '../work-list.inputs.ts';
import type { SiblingAwayType } from './together.type.ts';

export interface TransitionFound extends TransitionCounts { readonly kind: TransitionKind; readonly pupilId: number; readonly name: string; readonly ncYear: string; readonly form: string | null; readonly schoolId: number; readonly schoolName: string; readonly schoolBefore: string }
export interface Listed<Row> { readonly total: number; readonly items: Row[] }

const NAME = `coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname`;

/** Enrolments `e` on roll on the day $2, and those a filter asks for: one school $3, phase $4, officer's schools $5 or year group $6. */
const ON_ROLL = `(e.ends_on is null or e.ends_on >= $2::date)`;
const ASKED = `(($3::int is null or e.school_id = $3) and ($4::text is null or e.school_id in (select id from school where phase = $4))
  and ($5::int is null or e.school_id in (select o.school_id from school_officer o where o.user_id = $5 and o.valid_from <= $2::date and coalesce(o.valid_to, $2::date) >= $2::date))
  and ($6::text is null or e.nc_year = $6))`;

/**
 * Families of the year $1 with $7 sessions missed together or more. A restricted record is left out, as among siblings
 * everywhere: this list asks nobody for a reason. It begins with the sessions that imports keep of every two children who missed
 * the same, which are few, and with the adults of whose children enough of them are kept. Twin of `absentTogether` in shared/src/attendance.
 */
const FAMILIES = `
  with adult as materialized (select carer_id from sibling_absence group by 1 having sum(bit_count(sessions)) >= $7::int),
  child as materialized (
    select c.carer_id, s.pupil_id, max(s.recent_from) as recent_from, bool_or(${ASKED}) as is_asked
    from adult join pupil_carer c using (carer_id) join pupil_standing s on s.pupil_id = c.pupil_id join enrolment e on e.id = s.enrolment_id
    where not c.restricted and s.academic_year = $1::int and ${ON_ROLL} and not s.restricted group by 1, 2),
  family as materialized (
    select row_number() over () as id, pupils, since, is_asked
    from (select distinct array_agg(pupil_id order by pupil_id) as pupils, max(recent_from) as since, bool_or(is_asked) as is_asked from child group by carer_id having count(*) > 1) d),
  member as materialized (select f.*, u.pupil_id, count(*) over (partition by u.pupil_id) as families from family f cross join unnest(f.pupils) u(pupil_id)),
  other as materialized (select pupil_id, pupils from member where families > 1),
  shown as materialized (select * from member m where is_asked and not exists (select from other l where l.pupil_id = m.pupils[1] and l.pupils <> m.pupils and l.pupils @> m.pupils)),
  missed as (
    select distinct m.id, m.pupils, m.since, u.pupil_id, a.week_start, slot
    from shown m join sibling_absence a on a.pupil_id = m.pupil_id and a.week_start >= m.since and a.sibling_pupil_id = any (m.pupils)
    join enrolment e on e.id = a.enrolment_id join enrolment o on o.id = a.sibling_enrolment_id
    cross join generate_series(0, 13) slot cross join unnest(array[a.pupil_id, a.sibling_pupil_id]) u(pupil_id)
    where get_bit(a.sessions, slot) = 1 and ${ON_ROLL} and not e.restricted and (o.ends_on is null or o.ends_on >= $2::date) and not o.restricted),
  together as (select id, pupils, since, week_start, slot, count(*) as children from missed group by 1, 2, 3, 4, 5),
  counted as (
    select id, pupils, since, count(*)::int as sessions, (count(*) filter (where children = cardinality(pupils)))::int as by_all, array[${[0, 1, 2, 3, 4, 5, 6].map((day) => `count(*) filter (where slot / 2 = ${day})`).join(', ')}] as by_day
    from together group by 1, 2, 3 having count(*) >= $7::int),
  listed as materialized (
    select pupils as "pupilIds", since, sessions, by_all as "byAll", case when cardinality(array_positions(by_day, most)) = 1 then array_position(by_day, most) - 1 end as weekday
    from counted cross join lateral (select max(day) as most from unnest(by_day) day) m)`;

/**
 * Children who moved from Year 6 to Year 7 this year $1 and fell, and where $11 those in Year 6 who are about to. An enrolment
 * that goes on stands in Year 7 now and stood in Year 6 last year. Who missed less this year than the fall must be cannot have
 * fallen so far, and last year's weeks are asked of the rest alone. Twin of `fellAfterYear6` and `movesOnAbsent`.
 */
const TRANSITION = `
  with now_at as materialized (
    select distinct on (e.pupil_id) e.pupil_id, e.nc_year, e.form, e.school_id, ${ASKED} as is_asked from enrolment e
    where ${ON_ROLL} and e.starts_on <= $2::date and e.nc_year in ('7', case when $11::boolean then '6' else '7' end) order by e.pupil_id, e.nc_year desc, e.starts_on desc, e.id desc),
  since as materialized (
    select n.pupil_id, n.nc_year, sum(y.possible)::int as possible, sum(y.authorised + y.unauthorised)::int as absent
    from now_at n join enrolment e on e.pupil_id = n.pupil_id and e.nc_year = n.nc_year and e.nc_year in ('6', '7') join pupil_year y on y.enrolment_id = e.id and y.academic_year = $1::int where n.is_asked group by 1, 2
    having sum(y.possible) > 0 and (sum(y.authorised + y.unauthorised) * 100 >= sum(y.possible) * $7::bigint or n.nc_year = '6')),
  listed as materialized (
    select 'FELL' as kind, pupil_id, school_before, "beforePossible", "beforeAbsent", "sincePossible", "sinceAbsent",
      ("sinceAbsent"::bigint * "beforePossible" - "beforeAbsent"::bigint * "sincePossible")::numeric / ("beforePossible"::bigint * "sincePossible") as far
    from (select s.pupil_id, (array_agg(y.school_id order by y.last_week desc, y.enrolment_id desc))[1] as school_before,
        sum(y.possible)::int as "beforePossible", sum(y.authorised + y.unauthorised)::int as "beforeAbsent", s.possible as "sincePossible", s.absent as "sinceAbsent"
      from since s join pupil_year y on y.pupil_id = s.pupil_id and y.academic_year = $1::int - 1 join enrolment e on e.id = y.enrolment_id and e.nc_year in ('6', '7')
      where s.nc_year = '7' and s.possible >= $9::int group by s.pupil_id, s.possible, s.absent having sum(y.possible) > 0 and sum(y.possible) >= $8::int) moved
    where ("sinceAbsent"::bigint * "beforePossible" - "beforeAbsent"::bigint * "sincePossible") * 100 >= $7::bigint * "beforePossible" * "sincePossible"
    union all
    select 'AHEAD', pupil_id, null, possible, absent, 0, 0, absent::numeric / possible
    from since where nc_year = '6' and $11::boolean and possible >= $8::int and absent * 100 >= possible * $10::int)`;

const ABSENT = `'${(COUNTED_MARKS.authorised + COUNTED_MARKS.unauthorised).replaceAll("'", "''")}'`;
const OF_YEAR = 'r.week_start between make_date($1::int, 8, 26) and make_date($1::int + 1, 8, 25)';
const missedIn = (marks: string): string => `array(select slot from generate_series(0, 13) slot where strpos(${ABSENT}, substr(${marks}, slot + 1, 1)) > 0)`;
/**
 * Of the enrolments $2 of the year $1 that missed sessions in the week of their last marks: the same week of each brother and sister.
 * A restricted record has none and is none, whoever asks. Twin of `siblingAway` in shared/src/attendance.
 */
const SIBLING_WEEKS = `
  with own as materialized (
    select s.enrolment_id, s.pupil_id, r.week_start, ${missedIn('r.marks')} as slots
    from pupil_standing s join register_week r on r.enrolment_id = s.enrolment_id and r.week_start = date_trunc('week', s.marks_to)::date and ${OF_YEAR}
    where s.enrolment_id = any ($2::int[]) and s.academic_year = $1::int and not s.restricted and r.authorised + r.unauthorised > 0),
  sibling as materialized (
    select distinct o.enrolment_id, o.week_start, b.pupil_id from own o join pupil_carer a on a.pupil_id = o.pupil_id and not a.restricted
    join pupil_carer b on b.carer_id = a.carer_id and b.pupil_id <> o.pupil_id and not b.restricted),
  theirs as (
    select b.enrolment_id, b.pupil_id, array_agg(distinct slot) as slots from sibling b join enrolment e on e.pupil_id = b.pupil_id and not e.restricted
    join register_week r on r.enrolment_id = e.id and r.week_start = b.week_start and ${OF_YEAR} and r.authorised + r.unauthorised > 0
    cross join unnest(${missedIn('r.marks')}) slot group by 1, 2)`;

/** Lists that set children beside each other, or a year beside another. Whose rows they hold is decided by the row policies. */
export class TogetherRepository {
  async familyTotal(operation: Operation, academicYear: number, threshold: number, filter: WorkListFilter): Promise<number> {
    const [row] = await operation.sql<{ total: number }>(`${FAMILIES} select count(*)::int as total from listed`, [...valuesOf(operation, academicYear, filter), threshold]);
    return row?.total ?? 0;
  }

  /** One page of families, most sessions first. */
  async families(operation: Operation, academicYear: number, threshold: number, filter: WorkListFilter, offset: number, take: number): Promise<Listed<Together>> {
    return paged(await operation.sql<Paged<Together>>(
      `${FAMILIES} select t.total, x.* from (select count(*)::int as total from listed) t left join (select "pupilIds", since, sessions, "byAll", weekday from listed order by sessions desc, "pupilIds" offset $8 limit $9) x on true`,
      [...valuesOf(operation, academicYear, filter), threshold, offset, take]), ({ sessions }) => sessions !== null);
  }

  /** The children of one page of families: where they are on roll, and their year so far. */
  async children(operation: Operation, academicYear: number, pupilIds: readonly number[]): Promise<SiblingAwayType[]> {
    return operation.sql<SiblingAwayType>(
      `select p.id as "pupilId", ${NAME} as name, e.nc_year as "ncYear", e.school_id as "schoolId", c.name as "schoolName", s.possible, s.absent
       from pupil p
       join lateral (select e.* from enrolment e where e.pupil_id = p.id and ${ON_ROLL} and exists (select from pupil_standing s where s.enrolment_id = e.id and s.academic_year = $1::int) order by e.starts_on desc, e.id desc limit 1) e on true
       join school c on c.id = e.school_id
       join lateral (select sum(s.possible)::int as possible, sum(s.absent)::int as absent from pupil_standing s join enrolment o on o.id = s.enrolment_id where s.pupil_id = p.id and s.academic_year = $1::int and (o.ends_on is null or o.ends_on >= $2::date)) s on true
       where p.id = any ($3) order by p.id`, [academicYear, operation.today, [...pupilIds]]);
  }

  /** What brothers and sisters within reach did in the week of an enrolment's last marks, where they did anything; for a page of rows at once. */
  async siblingWeeks(operation: Operation, academicYear: number, enrolmentIds: readonly number[]): Promise<Map<number, SiblingAway>> {
    const rows = await operation.sql<{ enrolmentId: number; away: SiblingAway }>(
      `${SIBLING_WEEKS} select o.enrolment_id as "enrolmentId", case when bool_or(t.slots @> o.slots) then 'SESSIONS' else 'WEEK' end as away from own o join theirs t using (enrolment_id) group by 1`, [academicYear, [...enrolmentIds]]);
    return new Map(rows.map(({ enrolmentId, away }) => [enrolmentId, away]));
  }

  async transitionTotal(operation: Operation, academicYear: number, limits: TransitionLimits, isTime: boolean, filter: WorkListFilter): Promise<number> {
    const [row] = await operation.sql<{ total: number }>(`${TRANSITION} select count(*)::int as total from listed`, transitionValues(operation, academicYear, limits, isTime, filter));
    return row?.total ?? 0;
  }

  /** One page of the move to Year 7, furthest fallen first. */
  async transition(operation: Operation, academicYear: number, limits: TransitionLimits, isTime: boolean, filter: WorkListFilter, offset: number, take: number): Promise<Listed<TransitionFound>> {
    return paged(await operation.sql<Paged<TransitionFound>>(
      `${TRANSITION} select t.total, x.kind, x.pupil_id as "pupilId", ${NAME} as name, n.nc_year as "ncYear", n.form, n.school_id as "schoolId", c.name as "schoolName", coalesce(b.name, c.name) as "schoolBefore",
         x."beforePossible", x."beforeAbsent", x."sincePossible", x."sinceAbsent"
       from (select count(*)::int as total from listed) t
       left join (select l.*, row_number() over (order by kind desc, far desc, pupil_id) as place from listed l order by place offset $12 limit $13) x on true
       left join now_at n on n.pupil_id = x.pupil_id left join pupil p on p.id = x.pupil_id left join school c on c.id = n.school_id left join school b on b.id = x.school_before order by x.place`,
      [...transitionValues(operation, academicYear, limits, isTime, filter), offset, take]), ({ kind }) => kind !== null);
  }
}

type Paged<Row> = { total: number } & { [Key in keyof Row]: Row[Key] | null };

/** A page past the end still says how long the list is: it comes as one row of nothing. */
function paged<Row>(rows: readonly Paged<Row>[], isThere: (row: Paged<Row>) => boolean): Listed<Row> {
  return { total: rows[0]?.total ?? 0, items: rows.filter(isThere) as unknown as Row[] };
}

function valuesOf(operation: Operation, academicYear: number, filter: WorkListFilter): unknown[] {
  return [academicYear, operation.today, filter.schoolId ?? null, filter.phase ?? null, filter.mine ? operation.actor.userId : null, filter.ncYear ?? null];
}

function transitionValues(operation: Operation, academicYear: number, limits: TransitionLimits, isTime: boolean, filter: WorkListFilter): unknown[] {
  return [...valuesOf(operation, academicYear, filter), limits.points, limits.sessionsBefore, limits.sessionsSince, limits.persistentPercent, isTime];
}

/** What brothers and sisters of some enrolments did in the week of their last marks, for the sentences of lists, alerts and reports; of nobody for people who may not read families. */
export async function siblingsOf(operation: Operation, families: TogetherRepository, enrolmentIds: readonly number[]): Promise<ReadonlyMap<number, SiblingAway>> {
  return operation.can('pupil:read-family') && enrolmentIds.length > 0 ? families.siblingWeeks(operation, academicYearOf(operation.today), enrolmentIds) : new Map();
}
