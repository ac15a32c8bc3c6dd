import { WORK_LIST_KINDS, type WorkListKind } from '@attendance/shared/attendance';
import type { RuleName } from '@attendance/shared/kernel';
import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { inForce } from './sql-text.ts';

const BY_THE_ROWS = 'set plan_cache_mode to force_custom_plan';
const limit = (rule: RuleName): string => inForce(rule, 's.marks_to');
const PERSISTENT = limit('persistent-absence.percent');
const reaches = (absent: string, possible: string, percent: string): string => `(${possible} > 0 and (${absent}) * 100 >= (${possible}) * ${percent})`;
const below = (absent: string, possible: string, percent: string): string => `(${possible} > 0 and (${absent}) * 100 < (${possible}) * ${percent})`;
const share = (absent: string, possible: string): string => `coalesce(${absent}::double precision / nullif(${possible}, 0), 0)`;

const EARLIER_POSSIBLE = '(s.possible - s.recent_possible)';
const EARLIER_ABSENT = '(s.absent - s.recent_absent)';
const NOT_PERSISTENT_NOW = below('s.absent', 's.possible', PERSISTENT);
const SHARE = share('s.absent', 's.possible');
const FALL = `(s.recent_absent::int * ${EARLIER_POSSIBLE} - ${EARLIER_ABSENT} * s.recent_possible)`;
const NEARLY = limit('nearly-persistent.sessions');
const FALL_SESSIONS = limit('sharp-fall.sessions');

/** Which standings `s` a list holds, and what it is sorted by, worst first. Twin of `isOnList` in shared/src/attendance. */
const LISTS: Readonly<Record<WorkListKind, { readonly holds: string; readonly by: string }>> = {
  SEVERE: { holds: reaches('s.absent', 's.possible', limit('severe-absence.percent')), by: SHARE },
  NEWLY_PERSISTENT: { holds: `${reaches('s.absent', 's.possible', PERSISTENT)} and ${below(EARLIER_ABSENT, EARLIER_POSSIBLE, PERSISTENT)}`, by: SHARE },
  NEARLY_PERSISTENT: { holds: `${NOT_PERSISTENT_NOW} and (s.absent + ${NEARLY}) * 100 >= (s.possible + ${NEARLY}) * ${PERSISTENT}`, by: SHARE },
  RECOVERING: { holds: `${NOT_PERSISTENT_NOW} and ${reaches(EARLIER_ABSENT, EARLIER_POSSIBLE, PERSISTENT)}`, by: share(EARLIER_ABSENT, EARLIER_POSSIBLE) },
  CAME_BACK: { holds: `s.back_sessions > 0 and s.back_after >= ${limit('came-back.after-school-days')} * 2 and s.back_sessions <= ${limit('came-back.within-school-days')} * 2`, by: 's.back_after' },
  SHARP_FALL: {
    holds: `${EARLIER_POSSIBLE} >= ${FALL_SESSIONS} and s.recent_possible >= ${FALL_SESSIONS} and ${FALL} * 100 >= ${limit('sharp-fall.points')} * s.recent_possible * ${EARLIER_POSSIBLE}`,
    by: share(FALL, `(s.recent_possible::int * ${EARLIER_POSSIBLE})`),
  },
  NOT_SEEN: { holds: `s.away_sessions >= ${limit('not-seen.school-days')} * 2`, by: 's.away_sessions' },
  PENALTY_WATCH: { holds: `s.penalty >= ${limit('penalty.watch-sessions')}`, by: 's.penalty' },
  TEN_DAY: { holds: `s.unauthorised_run >= ${limit('continuous-absence.watch-school-days')} * 2`, by: 's.unauthorised_run' },
  FIFTEEN_DAY: { holds: `s.ill_sessions >= ${limit('sickness-return.watch-school-days')} * 2`, by: 's.ill_sessions' },
  LATENESS: { holds: `s.late_sessions >= ${limit('lateness.watch-per-half-term')}`, by: 's.late_sessions' },
  WEEKDAY: { holds: `s.weekday_absent >= ${limit('weekday.sessions')} and s.weekday_absent * 100 >= s.absent * ${limit('weekday.percent-of-absence')}`, by: 's.weekday_absent' },
  HOLIDAY_EDGE: { holds: `s.holiday_sessions >= ${limit('holiday-edge.sessions')}`, by: 's.holiday_sessions' },
};

/**
 * Who stands on which list, and how many of each school: kept with the standings, so that a list is opened by its first rows and
 * counted by adding up schools, however large the authority. Of those on roll on the day the marks reach.
 */
export class WorkLists1790000000019 extends ForwardOnly {
  readonly statements = [
    `create table work_list_member (
      kind text not null, academic_year smallint not null, enrolment_id integer not null, school_id integer not null, pupil_id integer not null, restricted boolean not null default false, weight double precision not null,
      primary key (enrolment_id, kind)
    )`,
    `create index work_list_member_weight on work_list_member (kind, weight desc, enrolment_id) include (academic_year, school_id, restricted)`,
    `create index work_list_member_school on work_list_member (school_id, kind)`,
    `create index work_list_member_pupil on work_list_member (pupil_id)`,
    ...reachPolicies('work_list_member', { school: 'school_id', pupil: 'pupil_id', restricted: 'restricted' }),
    `create table school_work_list (
      school_id integer not null, academic_year smallint not null, kind text not null, restricted boolean not null, members integer not null,
      primary key (school_id, academic_year, kind, restricted)
    )`,
    ...reachPolicies('school_work_list', { school: 'school_id', restricted: 'restricted' }),

    `create function refresh_work_lists(stays integer[]) returns void language plpgsql ${BY_THE_ROWS} as $$
      declare schools integer[] := array(select school_id from work_list_member where enrolment_id = any (stays) union select school_id from pupil_standing where enrolment_id = any (stays) order by 1);
      begin
        delete from work_list_member m where m.enrolment_id = any (stays);
        insert into work_list_member (kind, academic_year, enrolment_id, school_id, pupil_id, restricted, weight)
          select l.kind, s.academic_year, s.enrolment_id, s.school_id, s.pupil_id, s.restricted, l.weight
          from pupil_standing s join enrolment e on e.id = s.enrolment_id
          cross join lateral (values ${WORK_LIST_KINDS.map((kind) => `('${kind}', ${LISTS[kind].holds}, (${LISTS[kind].by})::double precision)`).join(', ')}) l (kind, holds, weight)
          where s.enrolment_id = any (stays) and l.holds and (e.ends_on is null or e.ends_on >= s.marks_to);
        delete from school_work_list t where t.school_id = any (schools);
        insert into school_work_list (school_id, academic_year, kind, restricted, members)
          select school_id, academic_year, kind, restricted, count(*) from work_list_member where school_id = any (schools) group by 1, 2, 3, 4;
      end $$`,
    `revoke all on function refresh_work_lists from public`,
    `grant execute on function refresh_work_lists to portal_ingest`,
    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `select refresh_work_lists(array(select enrolment_id from pupil_standing))`,
    `reset role`,
  ];
}
