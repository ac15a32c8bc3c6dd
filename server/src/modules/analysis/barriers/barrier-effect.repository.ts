import type { Operation } from '../../../platform/graphql/operation.ts';
import type { BarrierEffectRowType } from './barrier.type.ts';

/**
 * The school weeks of `s` around the day $1 a barrier began: as many as $2 before, and those up to today $3 of the academic
 * year $4. Twin of `weeksAround` in shared/src/attendance.
 */
const SPANS = (school: string): string => `
  left join lateral (select min(w.week_start) as "from", max(w.week_start) as "to" from (
      select e.week_start, e.academic_year, first_value(e.academic_year) over (order by e.week_start desc) as last_year from (
        select week_start, academic_year from school_week where school_id = ${school} and open_days <> 0 and week_start < date_trunc('week', $1::date)::date order by week_start desc limit $2) e) w
    where w.academic_year = w.last_year) early on true
  left join lateral (select min(week_start) as "from", max(week_start) as "to" from school_week
    where school_id = ${school} and open_days <> 0 and week_start between date_trunc('week', $1::date)::date and $3::date and academic_year = $4) late on true`;
const WEEKS = `early."from" as "beforeFrom", early."to" as "beforeTo", late."from" as "sinceFrom", late."to" as "sinceTo"`;
const SUMS = (rows: string): string => ['before', 'since'].flatMap((side) => ['possible', 'absent'].map((name) =>
  `coalesce(sum(t.${name}) filter (where t.week_start between ${rows}."${side}From" and ${rows}."${side}To"), 0)::int as "${side}${name === 'possible' ? 'Possible' : 'Absent'}"`)).join(', ');
/** To the nearest multiple of $6; the twin of `roundedCount`. */
const rounded = (sum: string): string => `(case when $6::int <= 1 then ${sum} else round(${sum}::numeric / $6::int) * $6::int end)`;

/** Attendance of what a barrier names, before it began and since. */
export class BarrierEffectRepository {
  /** One row for each school; sessions only of those whose figures are within reach. Each kind of absence is rounded week by week to a base, 1 for not at all: spans of several barriers overlap, and tell no more than their weeks. */
  async schools(operation: Operation, schoolIds: readonly number[], sinceOn: string, compared: number, academicYear: number, base: number): Promise<BarrierEffectRowType[]> {
    return operation.sql<BarrierEffectRowType>(
      `with at as (select s.id, s.name, ${WEEKS} from school s ${SPANS('s.id')} where s.id = any ($5))
       select at.id as "schoolId", null::int as "pupilId", at.name, null as detail, at."beforeFrom", at."beforeTo", at."sinceFrom", at."sinceTo", ${SUMS('at')}
       from at left join (select school_id, week_start, sum(possible) as possible, ${rounded('sum(authorised)')} + ${rounded('sum(unauthorised)')} as absent from school_week_total where school_id = any ($5) group by 1, 2) t on t.school_id = at.id and t.week_start between least(at."beforeFrom", at."sinceFrom") and coalesce(at."sinceTo", at."beforeTo")
       group by at.id, at.name, 5, 6, 7, 8 order by at.name, at.id`, [sinceOn, compared, operation.today, academicYear, [...schoolIds], base]);
  }

  /** One row for each linked pupil within reach, of all enrolments that have marks in those weeks. */
  async pupils(operation: Operation, barrierId: number, sinceOn: string, compared: number, academicYear: number): Promise<BarrierEffectRowType[]> {
    return operation.sql<BarrierEffectRowType>(
      `with child as (select p.id, coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as name, p.search_name
         from barrier_pupil b join pupil p on p.id = b.pupil_id where b.barrier_id = $5 and b.unlinked_at is null),
       at as (select c.id, c.name, c.search_name, e.id as enrolment_id, e.nc_year, e.starts_on, s.name as school, ${WEEKS}
         from child c left join enrolment e on e.pupil_id = c.id left join school s on s.id = e.school_id ${SPANS('e.school_id')})
       select null::int as "schoolId", at.id as "pupilId", at.name, (array_agg(at.nc_year || ' ' || at.school order by at.starts_on desc nulls last))[1] as detail,
         min(at."beforeFrom") as "beforeFrom", max(at."beforeTo") as "beforeTo", min(at."sinceFrom") as "sinceFrom", max(at."sinceTo") as "sinceTo", ${SUMS('at')}
       from at left join lateral (select r.week_start, r.possible, r.authorised + r.unauthorised as absent from register_week r where r.enrolment_id = at.enrolment_id and r.week_start between least(at."beforeFrom", at."sinceFrom") and coalesce(at."sinceTo", at."beforeTo")) t on true
       group by at.id, at.name, at.search_name order by at.search_name, at.id`, [sinceOn, compared, operation.today, academicYear, barrierId]);
  }
}
