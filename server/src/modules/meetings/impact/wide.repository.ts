import { COHORT_AXIS_NAMES, type CohortAxis } from '@attendance/shared/attendance';
import type { AreaRow, CountPair, ImpactLimits, SessionCount, WideLimits, WideScope } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { AXIS_PLACES, valueOn } from '../../analysis/index.ts';
import { groupOfAction } from '../record/actions.repository.ts';
import { asked, BEGUN, MEASURED, SERVICE_OF, windowsFrom, windowsWithin, windowValues, type ActionFilter } from './impact.repository.ts';

/** An action about more than one pupil; `cohort` is the group as meetings name it, null where the record does not say which. */
export interface WideAction {
  readonly taskId: number; readonly scope: WideScope; readonly anchorOn: string; readonly type: string | null; readonly what: string; readonly status: string;
  readonly service: string | null; readonly schoolId: number; readonly schoolName: string; readonly cohort: string | null;
}
/** How many days are counted. */
export type WideSpan = Pick<ImpactLimits, 'beforeDays' | 'firstDays' | 'secondDays'>;
/** Where something is counted: a school and a first day, by a key of the caller's. */
export interface WidePlace { readonly key: number; readonly schoolId: number; readonly anchorOn: string }
/** The same, no further than some days. */
export interface SpanPlace extends WidePlace { readonly span: WideSpan }
/** A pupil looked for around another day. */
export interface PupilPlace extends SpanPlace { readonly pupilId: number }
/** A group of a school in the year of the first day. */
export interface GroupPlace extends WidePlace { readonly academicYear: number; readonly axis: CohortAxis; readonly value: string }

/** The roll of a school around a day, added up: of pupils there from the first day before to the last of the first days after, and the same to the last of the later days. */
export interface SchoolFound {
  readonly key: number; readonly beforeFrom: string | null; readonly beforeDays: number; readonly days: number; readonly laterDays: number;
  readonly pupils: number; readonly others: number; readonly before: SessionCount; readonly after: SessionCount;
  readonly laterPupils: number; readonly laterBefore: SessionCount; readonly later: SessionCount;
}
/** One pupil of a group. */
export interface MemberFound { readonly key: number; readonly pupilId: number; readonly enrolmentId: number; readonly beforeDays: number; readonly days: number; readonly laterDays: number; readonly isLeaver: boolean; readonly before: SessionCount; readonly after: SessionCount; readonly later: SessionCount }
/** Somebody on the roll of a school on a day, with the days that are counted there. */
export interface RollFound extends MemberFound { readonly startsOn: string; readonly endsOn: string | null; readonly beforeFrom: string | null; readonly firstTo: string | null; readonly secondTo: string | null; readonly stayed: boolean; readonly stayedLater: boolean }

/** Groups that are kept with each enrolment of a year; of others nobody can be named. */
export const GROUP_AXES: readonly CohortAxis[] = COHORT_AXIS_NAMES.filter((axis) => AXIS_PLACES[axis].of === 'PUPIL');
const VALUE = `case a.axis ${GROUP_AXES.map((axis) => `when '${axis}' then ${valueOn(axis)}`).join(' ')} end`;
const ON_ROLL = (on: string): string => `e.starts_on <= ${on} and (e.ends_on is null or e.ends_on >= ${on})`;
/** The group an action `t` is about, one that is carried on about that of the earlier meeting. */
const COHORT_OF = `(select ${groupOfAction('a')} from meeting_action a where a.task_id = t.id and t.scope = 'COHORT' order by a.id limit 1) as cohort`;
const WIDE = `select t.id as "taskId", t.scope, t.from_on as "anchorOn", t.type, t.what, t.status, ${SERVICE_OF}, s.id as "schoolId", s.name as "schoolName", ${COHORT_OF} from task t join school s on s.id = t.school_id`;
const pairOf = (name: string, window: string, stayed: string): string => `json_build_object('possible', coalesce(sum(w.${window}_possible) filter (where ${stayed}), 0)::int, 'attended', coalesce(sum(w.${window}_attended) filter (where ${stayed}), 0)::int) as "${name}"`;
/** On roll all the while, with sessions on both sides: the twin of pooledRoll in shared/src/meetings. */
const STAYED = (to: string, window: string): string => `w.starts_on <= n.before_from and (w.ends_on is null or w.ends_on >= n.${to}) and w.before_possible > 0 and w.${window}_possible > 0`;

const areaSum = (name: string, row: string, side: string): string => `json_build_object('possible', coalesce(sum(${row}.possible) filter (where ${side}), 0)::int, 'attended', coalesce(sum(${row}.attended) filter (where ${side}), 0)::int) as "${name}"`;
const AREA_SUMS = [areaSum('before', 't', 'n.is_before'), areaSum('after', 't', 'not n.is_before'), areaSum('lastBefore', 'l', 'n.is_before'), areaSum('lastAfter', 'l', 'not n.is_before')].join(', ');

/** Everybody on the roll of schools on a day, measured; and the days counted at each. Full joins as in MatchingRepository, for the same reason. */
const ROLL = `with asked as (select * from unnest($1::int[], $2::int[], $3::date[], $4::int[], $5::int[], $6::int[]) a (key, school_id, from_on, before_days, first_days, second_days)),
  member as materialized (select row_number() over ()::int as nth, a.*, e.id as enrolment_id, e.pupil_id, e.starts_on, e.ends_on from asked a join enrolment e on e.school_id = a.school_id and ${ON_ROLL('a.from_on')}),
  measured as materialized (select m.key as place, m.pupil_id, m.starts_on, m.ends_on, w.* from member m full join ${windowsWithin('member', 'nth')} w on w.key = m.nth where coalesce(w.key, 0) > 0),
  span as (select place, min(before_from) as before_from, max(first_to) as first_to, max(second_to) as second_to, max(before_days_found) as before_days, max(first_days_found) as days, max(second_days_found) as later_days from measured group by 1)`;
const columns = (places: readonly WidePlace[]): [number[], number[], string[]] => [places.map(({ key }) => key), places.map(({ schoolId }) => schoolId), places.map(({ anchorOn }) => anchorOn)];
const spanColumns = (places: readonly SpanPlace[]): (readonly (number | string)[])[] => [...columns(places), ...(['beforeDays', 'firstDays', 'secondDays'] as const).map((of) => places.map(({ span }) => span[of]))];

/** Actions about a group, a school or the area, and the sessions around them. Whose rows is the policies' answer. */
export class WideRepository {
  /** Those that were taken up, of a filter, the earliest first. */
  async actions(operation: Operation, { from, until, phase, schoolId, pupilId }: ActionFilter): Promise<WideAction[]> {
    return operation.sql<WideAction>(`${WIDE} where t.scope <> 'PUPIL' and ${asked(1)} and t.status = any ($7::text[]) order by t.from_on, t.id`, [from, until, phase, schoolId, pupilId, operation.today, [...BEGUN]]);
  }

  async find(operation: Operation, taskId: number): Promise<WideAction | null> {
    const [row] = await operation.sql<WideAction>(`${WIDE} where t.scope <> 'PUPIL' and t.source = 'MEETING' and t.id = $1`, [taskId]);
    return row ?? null;
  }

  /** How schools stood around days, any number in one statement. */
  async schools(operation: Operation, places: readonly SpanPlace[]): Promise<SchoolFound[]> {
    if (places.length === 0) return [];
    return operation.sql<SchoolFound>(
      `${ROLL}
       select n.place as key, n.before_from as "beforeFrom", n.before_days as "beforeDays", n.days, n.later_days as "laterDays", (count(*) filter (where ${STAYED('first_to', 'first')}))::int as pupils, (count(*) filter (where (${STAYED('first_to', 'first')}) is not true))::int as others,
         ${pairOf('before', 'before', STAYED('first_to', 'first'))}, ${pairOf('after', 'first', STAYED('first_to', 'first'))},
         (count(*) filter (where ${STAYED('second_to', 'second')}))::int as "laterPupils", ${pairOf('laterBefore', 'before', STAYED('second_to', 'second'))}, ${pairOf('later', 'second', STAYED('second_to', 'second'))}
       from span n join measured w on w.place = n.place group by 1, 2, 3, 4, 5`, spanColumns(places));
  }

  /** The pupils whom `schools` counts, and those it leaves out, of one place. */
  async roll(operation: Operation, place: SpanPlace): Promise<RollFound[]> {
    return operation.sql<RollFound>(
      `${ROLL}
       select n.place as key, w.pupil_id as "pupilId", w.enrolment_id as "enrolmentId", w.starts_on as "startsOn", w.ends_on as "endsOn", n.before_from as "beforeFrom", n.first_to as "firstTo", n.second_to as "secondTo", ${MEASURED},
         (${STAYED('first_to', 'first')}) is true as stayed, (${STAYED('second_to', 'second')}) is true as "stayedLater"
       from span n join measured w on w.place = n.place order by w.pupil_id, w.enrolment_id`, spanColumns([place]));
  }

  /** The pupils of groups who were on roll on the day, each with their sessions, in one statement. */
  async members(operation: Operation, places: readonly GroupPlace[], limits: ImpactLimits): Promise<MemberFound[]> {
    if (places.length === 0) return [];
    return operation.sql<MemberFound>(
      `with asked as (select * from unnest($4::int[], $5::int[], $6::date[], $7::int[], $8::text[], $9::text[]) a (key, school_id, from_on, academic_year, axis, value)),
       member as materialized (
         select row_number() over ()::int as nth, a.key as place, a.from_on, e.id as enrolment_id, e.pupil_id from asked a join enrolment_cohort c on c.school_id = a.school_id and c.academic_year = a.academic_year and ${VALUE} = a.value
         join enrolment e on e.id = c.enrolment_id and ${ON_ROLL('a.from_on')})
       select m.place as key, m.pupil_id as "pupilId", m.enrolment_id as "enrolmentId", ${MEASURED} from member m full join ${windowsFrom('member', 'nth', false)} w on w.key = m.nth where coalesce(w.key, 0) > 0 order by m.place, m.pupil_id, m.enrolment_id`,
      [...windowValues(limits), ...columns(places), places.map(({ academicYear }) => academicYear), places.map(({ axis }) => axis), places.map(({ value }) => value)]);
  }

  /** These pupils around days of last year, at whichever school they were: by the key of each. Only of those with as many school days on both sides as are asked for, so that like stands beside like. */
  async pupilsThen(operation: Operation, places: readonly PupilPlace[]): Promise<Map<number, CountPair>> {
    if (places.length === 0) return new Map();
    const rows = await operation.sql<CountPair & { key: number }>(
      `with member as materialized (
         select a.*, e.id as enrolment_id from unnest($1::int[], $2::int[], $3::date[], $4::int[], $5::int[], $6::int[], $7::int[]) a (key, school_id, from_on, before_days, first_days, second_days, pupil_id)
         join lateral (select e.id from enrolment e where e.pupil_id = a.pupil_id and ${ON_ROLL('a.from_on')} order by (e.school_id = a.school_id) desc, e.id limit 1) e on true)
       select m.key, ${MEASURED} from member m full join ${windowsWithin('member', 'key')} w on w.key = m.key
       where coalesce(w.before_days_found, -1) >= coalesce(m.before_days, 0) and coalesce(w.first_days_found, -1) >= coalesce(m.first_days, 0)`, [...spanColumns(places), places.map(({ pupilId }) => pupilId)]);
    return new Map(rows.map(({ key, before, after }) => [key, { before, after }]));
  }

  /** By the key of each place: the day of the same school week a year earlier, by the calendar of the school (the twin of sameDayLastYear in shared/src/meetings), and the week from which its registers are held. */
  async lastYears(operation: Operation, places: readonly WidePlace[]): Promise<Map<number, { readonly day: string; readonly heldFrom: string | null }>> {
    if (places.length === 0) return new Map();
    const rows = await operation.sql<{ key: number; day: string; heldFrom: string | null }>(
      `select a.key, (w.week_start + greatest(0, a.from_on - n.week_start)) as day, (select min(t.week_start) from school_week_total t where t.school_id = a.school_id and t.possible > 0) as "heldFrom"
       from unnest($1::int[], $2::int[], $3::date[]) a (key, school_id, from_on)
       cross join lateral (select * from school_week where school_id = a.school_id and open_days <> 0 and week_start + 6 >= a.from_on order by week_start limit 1) n
       join school_week w on w.school_id = n.school_id and w.academic_year = n.academic_year - 1 and w.ordinal = n.ordinal and w.open_days <> 0`, columns(places));
    return new Map(rows.map(({ key, ...held }) => [key, held]));
  }

  /** Every school of the area in whole school weeks around a day, and in the same weeks of last year where all of them are held. From the totals imports keep, so it costs as much for a large authority. */
  async area(operation: Operation, anchorOn: string, { beforeWeeks }: WideLimits, weeks: number): Promise<AreaRow[]> {
    const rows = await operation.sql<CountPair & { lastBefore: SessionCount; lastAfter: SessionCount; isHeld: boolean }>(
      `with here as (select s.id from school s where s.la_code = (select code from authority limit 1)),
       week as materialized (
         select h.id as school_id, w.week_start, w.academic_year, w.ordinal, true as is_before from here h cross join lateral (select * from school_week w where w.school_id = h.id and w.open_days <> 0 and w.week_start < date_trunc('week', $1::date)::date order by w.week_start desc limit $2) w
         union all
         select h.id, w.week_start, w.academic_year, w.ordinal, false from here h join school_coverage c on c.school_id = h.id
         cross join lateral (select * from school_week w where w.school_id = h.id and w.open_days <> 0 and w.week_start >= date_trunc('week', $1::date)::date order by w.week_start limit $3) w where w.week_start + 4 <= c.marks_to),
       counted as materialized (select n.*, l.week_start as then_start from week n left join school_week l on l.school_id = n.school_id and l.academic_year = n.academic_year - 1 and l.ordinal = n.ordinal)
       select ${AREA_SUMS}, count(distinct n.week_start) filter (where t.possible > 0) = count(distinct n.then_start) filter (where l.possible > 0) as "isHeld"
       from counted n left join lateral (select sum(possible)::int as possible, sum(attended)::int as attended from school_week_total where school_id = n.school_id and week_start = n.week_start) t on true
       left join lateral (select sum(possible)::int as possible, sum(attended)::int as attended from school_week_total where school_id = n.school_id and week_start = n.then_start) l on true
       group by n.school_id order by n.school_id`, [anchorOn, beforeWeeks, weeks]);
    return rows.map(({ before, after, lastBefore, lastAfter, isHeld }) => ({ before, after, lastYear: isHeld ? { before: lastBefore, after: lastAfter } : null }));
  }
}
