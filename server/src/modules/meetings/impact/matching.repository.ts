import { ruleValue } from '@attendance/shared/kernel';
import type { ImpactLimits, SessionCount } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { ENROLMENT_OF, windowsWithin } from './impact.repository.ts';

/** One pupil of a group, by a key of the caller's; nobody of a group is set beside another of it. No more days are counted than these. */
export interface GroupMember { readonly key: number; readonly group: number; readonly enrolmentId: number; readonly anchorOn: string; readonly beforeDays: number; readonly days: number }
/** The pupils alike of one action, nearest first. */
export interface MatchesFound { readonly taskId: number; readonly matches: readonly { readonly before: SessionCount; readonly after: SessionCount }[] }

const YEARS = `array['N1','N2','R','1','2','3','4','5','6','7','8','9','10','11','12','13','14']`;
/** What was known of a pupil of an enrolment `e` on a day. */
const aliking = (on: string): string => `array_position(${YEARS}, e.nc_year) as year, ${characteristic('SEN', on)} as sen, ${characteristic('FSM', on)} as meals`;
const characteristic = (kind: string, on: string): string =>
  `coalesce((select c.value from pupil_characteristic c where c.pupil_id = e.pupil_id and c.kind = '${kind}' and c.valid_from <= ${on} and coalesce(c.valid_to, ${on}) >= ${on} order by c.valid_from desc limit 1), 'N')`;
const APART = 'abs(o.before_attended * m.before_possible - m.before_attended * o.before_possible)';
/** Whether a pupil `m` is like that of an action `o`: what can be looked up, and then the year group and attendance before. `spot` is a school, a first day and the days that are counted. */
const IS_ALIKE = 'o.spot = m.spot and o.sen = m.sen and o.meals = m.meals';
const IS_CLOSE = `abs(m.year - o.year) <= $2::int and m.pupil_id <> o.pupil_id and ${APART} * 100 <= $3::int * o.before_possible * m.before_possible`;
const SHARE_OF = (school: string): string => `(select sum(t.enrolments) filter (where t.axis = 'FSM6')::numeric / nullif(sum(t.enrolments) filter (where t.axis = 'ALL'), 0) from school_cohort_total t
  where t.school_id = ${school} and t.academic_year = $5::int and ((t.axis = 'FSM6' and t.value = 'Y') or t.axis = 'ALL'))`;

/**
 * Pupils alike, for many actions at once: the twin of matchesOf in shared/src/meetings. Places are schools and first days, of which the caller asks
 * for so many; each is looked for in its own school and the few of the same phase most like it, and the days from the anchor are counted
 * only of pupils whose days before lie near. Joins of what is worked out on the way are full ones, of which nothing is kept that stands on one side alone: the
 * planner knows no size of such a table, takes it for a row or two, and would go through all of one for each row of the other; a full join cannot be done so. Everything is read under the policies: a school is set beside its own pupils.
 */
export class MatchingRepository {
  /** Of actions about one pupil each. */
  async matches(operation: Operation, taskIds: readonly number[], academicYear: number, limits: ImpactLimits): Promise<MatchesFound[]> {
    return this.alike(operation, [[...taskIds], limits.beforeDays, limits.firstDays], academicYear, limits,
      `select t.id as task_id, null::int as of_group, t.pupil_id, t.from_on, $8::int as before_days, $9::int as first_days, e.id as enrolment_id, e.school_id, s.phase, ${aliking('t.from_on')}
         from task t join pupil p on p.id = t.pupil_id ${ENROLMENT_OF.replace('e.id, e.nc_year, e.school_id', 'e.*')} join school s on s.id = e.school_id where t.id = any ($7::int[])`);
  }

  /** Of the pupils of groups, any number of groups at once. The `taskId` of an answer is the key of the member. */
  async matchesOfGroups(operation: Operation, members: readonly GroupMember[], academicYear: number, limits: ImpactLimits): Promise<MatchesFound[]> {
    if (members.length === 0) return [];
    const column = <Value>(of: (member: GroupMember) => Value): Value[] => members.map(of);
    return this.alike(operation, [column(({ key }) => key), column(({ group }) => group), column(({ enrolmentId }) => enrolmentId), column(({ anchorOn }) => anchorOn), column(({ beforeDays }) => beforeDays), column(({ days }) => days)], academicYear, limits,
      `select u.key as task_id, u.of_group, e.pupil_id, u.from_on, u.before_days, u.first_days, e.id as enrolment_id, e.school_id, s.phase, ${aliking('u.from_on')}
         from unnest($7::int[], $8::int[], $9::int[], $10::date[], $11::int[], $12::int[]) u (key, of_group, enrolment_id, from_on, before_days, first_days) join enrolment e on e.id = u.enrolment_id join school s on s.id = e.school_id`);
  }

  private async alike(operation: Operation, asked: readonly (number | readonly (number | string)[])[], academicYear: number, limits: ImpactLimits, chosen: string): Promise<MatchesFound[]> {
    return operation.sql<MatchesFound>(
      `with chosen as materialized (
         ${chosen}),
       own as materialized (
         select c.*, w.before_from, w.first_to, w.before_possible, w.before_attended from chosen c full join ${windowsWithin('chosen', 'task_id', { before: 'before_days', first: 'first_days', second: 'first_days' })} w on w.key = c.task_id
         where coalesce(w.before_possible, 0) >= $1::int and coalesce(w.first_possible, 0) >= $1::int),
       place as (select school_id, from_on, before_days, first_days, phase, min(before_from) as before_from, max(first_to) as first_to from own group by 1, 2, 3, 4, 5),
       near as materialized (
         select p.*, n.id as near_id, dense_rank() over (order by n.id, p.from_on, p.before_days, p.first_days)::int as spot from place p cross join lateral (
           select p.school_id as id union all
           (select s.id from school s where s.phase = p.phase and s.id <> p.school_id and s.la_code = (select code from authority limit 1) and s.status_code in (1, 3)
            order by abs(coalesce(${SHARE_OF('s.id')}, 0) - coalesce(${SHARE_OF('p.school_id')}, 0)), s.id limit $4::int)) n),
       wanted as materialized (
         select o.task_id, o.of_group, o.pupil_id, o.year, o.sen, o.meals, o.before_possible, o.before_attended, n.spot
         from own o join near n on n.school_id = o.school_id and n.from_on = o.from_on and n.before_days = o.before_days and n.first_days = o.first_days),
       -- What is asked for, once each: many pupils of a group ask for the same.
       kind as materialized (select distinct spot, sen, meals, y as year from wanted cross join lateral generate_series(year - $2::int, year + $2::int) y),
       person as materialized (
         select n.*, e.id as enrolment_id, e.pupil_id, ${aliking('n.from_on')} from (select spot, near_id, from_on, before_days, first_days, min(before_from) as before_from, max(first_to) as first_to from near group by 1, 2, 3, 4, 5) n
         join enrolment e on e.school_id = n.near_id and e.starts_on <= n.from_on and (e.ends_on is null or e.ends_on >= n.from_on)),
       candidate as materialized (
         select row_number() over ()::int as key, m.* from person m full join kind o on ${IS_ALIKE} and o.year = m.year where coalesce(o.spot, 0) > 0 and coalesce(m.spot, 0) > 0
           and not exists (select from meeting_pupil l join meeting g on g.id = l.meeting_id where l.pupil_id = m.pupil_id and l.removed_reason is null and coalesce(g.held_on, g.on_day) between m.before_from and m.first_to)
           and not exists (select from task t where t.pupil_id = m.pupil_id and t.source = 'MEETING' and t.from_on between m.before_from and m.first_to)),
       earlier as materialized (
         select m.*, w.before_possible, w.before_attended from candidate m full join ${windowsWithin('candidate', 'key', { before: 'before_days', first: '0', second: '0' })} w on w.key = m.key where coalesce(w.before_possible, 0) >= $1::int),
       pair as materialized (
         select o.task_id, o.of_group, m.key, m.pupil_id, m.before_possible, m.before_attended, ${APART}::numeric / m.before_possible as apart from wanted o full join earlier m on ${IS_ALIKE} where coalesce(${IS_CLOSE}, false)),
       close as materialized (select m.* from earlier m full join (select distinct key from pair) p on p.key = m.key where coalesce(p.key, 0) > 0),
       measured as materialized (
         select m.key, w.first_possible, w.first_attended from close m full join ${windowsWithin('close', 'key', { before: '0', first: 'first_days', second: 'first_days' })} w on w.key = m.key where coalesce(w.first_possible, 0) >= $1::int),
       outside as (select p.* from pair p full join chosen c on c.of_group = p.of_group and c.pupil_id = p.pupil_id where coalesce(c.task_id, -1) = -1),
       beside as (
         select p.*, m.first_possible, m.first_attended, row_number() over (partition by p.task_id order by p.apart, p.pupil_id::text collate "C") as place from outside p full join measured m on m.key = p.key where coalesce(m.key, 0) > 0 and coalesce(p.key, 0) > 0)
       select o.task_id as "taskId", coalesce(json_agg(json_build_object('before', json_build_object('possible', m.before_possible, 'attended', m.before_attended), 'after', json_build_object('possible', m.first_possible, 'attended', m.first_attended)) order by m.place) filter (where m.place is not null), '[]') as matches
       from own o full join (select * from beside where place <= $6::int) m on m.task_id = o.task_id group by 1`,
      [limits.leastSessions, limits.matchYearGroups, limits.matchPoints, ruleValue('impact.match-near.schools', operation.today), academicYear, limits.matchMost, ...asked]);
  }
}
