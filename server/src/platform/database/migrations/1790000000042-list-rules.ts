import { WORK_LIST_KINDS, type WorkListKind } from '@attendance/shared/attendance';
import type { RuleName } from '@attendance/shared/kernel';
import { refreshCohorts } from './1790000000018-cohorts.ts';
import { CARE, PUPIL } from './1790000000039-band-moves.ts';
import { ForwardOnly } from './forward-only.ts';
import { inForce } from './sql-text.ts';

/** Values in force on the day marks reach; every one of them is written once for each row, so only small ones. */
const rule = (name: RuleName): string => inForce(name, 's.marks_to');
const [PERSISTENT, NEARLY, FALL_SESSIONS] = [rule('persistent-absence.percent'), rule('nearly-persistent.sessions'), rule('sharp-fall.sessions')];
const atLine = (absent: string, possible: string, percent: string): string => `(${possible} > 0 and (${absent}) * 100 >= (${possible}) * ${percent})`;
const underLine = (absent: string, possible: string): string => `(${possible} > 0 and (${absent}) * 100 < (${possible}) * ${PERSISTENT})`;
const part = (some: string, whole: string): string => `coalesce(${some}::double precision / nullif(${whole}, 0), 0)`;

const BEFORE = { possible: '(s.possible - s.recent_possible)', absent: '(s.absent - s.recent_absent)' };
const MISSED = part('s.absent', 's.possible');
const FALLEN = `(s.recent_absent::int * ${BEFORE.possible} - ${BEFORE.absent} * s.recent_possible)`;
/** Too early in the year nothing is said of persistent or severe absence: nothing is below the line either. */
const SHOWN = `s.school_weeks > ${rule('persistent-absence.shown-from-week')}`;
const PERSISTENT_NOW = `(${SHOWN} and ${atLine('s.absent', 's.possible', PERSISTENT)})`;
const BELOW_NOW = `(${SHOWN} and ${underLine('s.absent', 's.possible')})`;
const BACK_AFTER = rule('came-back.after-school-days');

/** Which standings `s` a list holds, and what it is sorted by, worst first. Twin of `isOnList` in shared/src/attendance. */
const HELD: Readonly<Record<WorkListKind, readonly [holds: string, by: string]>> = {
  SEVERE: [`${SHOWN} and ${atLine('s.absent', 's.possible', rule('severe-absence.percent'))}`, MISSED],
  NEWLY_PERSISTENT: [`${PERSISTENT_NOW} and ${underLine(BEFORE.absent, BEFORE.possible)}`, MISSED],
  NEARLY_PERSISTENT: [`s.absent > 0 and ${BELOW_NOW} and (s.absent + ${NEARLY}) * 100 >= (s.possible + ${NEARLY}) * ${PERSISTENT}`, MISSED],
  RECOVERING: [`${BELOW_NOW} and s.school_weeks - ${rule('standing.recent-school-weeks')} >= ${rule('persistent-absence.shown-from-week')} and ${atLine(BEFORE.absent, BEFORE.possible, PERSISTENT)}`, part(BEFORE.absent, BEFORE.possible)],
  CAME_BACK: [
    `s.back_sessions > 0 and s.back_after >= 2 * case when ${PERSISTENT_NOW} then least(${BACK_AFTER}, ${rule('came-back.persistent-after-school-days')}) else ${BACK_AFTER} end and s.back_sessions <= ${rule('came-back.within-school-days')} * 2`,
    's.back_after',
  ],
  SHARP_FALL: [
    `${BEFORE.possible} >= ${FALL_SESSIONS} and s.recent_possible >= ${FALL_SESSIONS} and ${FALLEN} * 100 >= ${rule('sharp-fall.points')} * s.recent_possible * ${BEFORE.possible}`,
    part(FALLEN, `(s.recent_possible::int * ${BEFORE.possible})`),
  ],
  NOT_SEEN: [`s.away_sessions >= ${rule('not-seen.school-days')} * 2`, 's.away_sessions'],
  PENALTY_WATCH: [`s.penalty >= ${rule('penalty.watch-sessions')}`, 's.penalty'],
  TEN_DAY: [`s.unauthorised_run >= ${rule('continuous-absence.watch-school-days')} * 2`, 's.unauthorised_run'],
  FIFTEEN_DAY: [`s.ill_sessions >= ${rule('sickness-return.watch-school-days')} * 2`, 's.ill_sessions'],
  LATENESS: [`s.late_sessions >= ${rule('lateness.watch-per-half-term')}`, 's.late_sessions'],
  WEEKDAY: [`s.weekday_absent >= ${rule('weekday.sessions')} and s.weekday_absent * 100 >= s.absent * ${rule('weekday.percent-of-absence')}`, 's.weekday_absent'],
  HOLIDAY_EDGE: [`s.holiday_sessions >= ${rule('holiday-edge.sessions')}`, 's.holiday_sessions'],
};

const FIRST_WEEK = (school: string, year: string): string => `(select min(w.week_start) from school_week w where w.school_id = ${school} and w.open_days <> 0 and w.week_start >= make_date(${year}, 8, 26) and w.academic_year = ${year})`;
const PUPIL_COLUMNS = { ...PUPIL, new_to_school: `joined_when(e.starts_on, y.academic_year::int, ${FIRST_WEEK('y.school_id', 'y.academic_year')})` };

/**
 * Persistent and severe absence are not spoken of in the first weeks of a year, and who has missed nothing is about to become nothing;
 * a persistently absent pupil is back after fewer days than others; and who starts with the year has not joined during it.
 */
export class ListRules1790000000042 extends ForwardOnly {
  readonly statements = [
    `create or replace function keep_work_lists(stays integer[]) returns void language plpgsql set plan_cache_mode to force_custom_plan as $$
      declare schools integer[] := array(select school_id from work_list_member where enrolment_id = any (stays) union select school_id from pupil_standing where enrolment_id = any (stays) order by 1);
      begin
        delete from work_list_member m where m.enrolment_id = any (stays);
        insert into work_list_member (kind, academic_year, enrolment_id, school_id, pupil_id, restricted, weight)
          with begun as materialized (
            select d.*, (select count(*) from school_week w where w.school_id = d.school_id and w.open_days <> 0 and w.week_start between make_date(d.academic_year, 8, 26) and d.marks_to) as school_weeks
            from (select distinct school_id, academic_year, marks_to from pupil_standing where enrolment_id = any (stays)) d),
          standing as (select p.*, b.school_weeks from pupil_standing p join begun b on b.school_id = p.school_id and b.academic_year = p.academic_year and b.marks_to = p.marks_to where p.enrolment_id = any (stays))
          select l.kind, s.academic_year, s.enrolment_id, s.school_id, s.pupil_id, s.restricted, l.weight
          from standing s join enrolment e on e.id = s.enrolment_id
          cross join lateral (values ${WORK_LIST_KINDS.map((kind) => `('${kind}', ${HELD[kind][0]}, (${HELD[kind][1]})::double precision)`).join(', ')}) l (kind, holds, weight)
          where l.holds and (e.ends_on is null or e.ends_on >= s.marks_to);
        delete from school_work_list t where t.school_id = any (schools);
        insert into school_work_list (school_id, academic_year, kind, restricted, members)
          select school_id, academic_year, kind, restricted, count(*) from work_list_member where school_id = any (schools) group by 1, 2, 3, 4;
      end $$`,
    // Twin of joiningOf in shared/src/attendance: the one definition for groups of pupils and for reports.
    `create function joined_when(starts_on date, of_year integer, first_week date) returns text language sql immutable as $$
      select case when starts_on < make_date(of_year, 8, 1) then 'BEFORE'
        when starts_on > coalesce(first_week, make_date(of_year, 9, 1) - (extract(isodow from make_date(of_year, 9, 1))::int - 1)) + 6 then 'NEW' else 'STARTED' end
    $$`,
    `create or replace function ${refreshCohorts(PUPIL_COLUMNS, CARE)}`,
    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `select keep_work_lists(array(select enrolment_id from pupil_standing))`,
    `select refresh_cohorts(array_agg(distinct school_id), array_agg(distinct academic_year::int), greatest(current_date, (select max(marks_to) from school_coverage))) from pupil_year having count(*) > 0`,
    `reset role`,
  ];
}
