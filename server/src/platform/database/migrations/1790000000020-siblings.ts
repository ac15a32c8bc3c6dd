import { COUNTED_MARKS, MARK_ALPHABET } from '@attendance/shared/attendance';
import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { literal } from './sql-text.ts';

const BY_THE_ROWS = 'set plan_cache_mode to force_custom_plan';
const ABSENT = COUNTED_MARKS.authorised + COUNTED_MARKS.unauthorised;
const MARKS = [' ', ...MARK_ALPHABET];
/** The half days of a week that were missed, a one each. */
const missed = (week: string): string => `translate(${week}.marks, ${literal(MARKS.join(''))}, '${MARKS.map((mark) => (mark !== ' ' && ABSENT.includes(mark) ? 1 : 0)).join('')}')::bit(14)`;

/**
 * Which sessions of their last school weeks two children who share an adult both missed, once for each such adult, kept by imports
 * with the standings: a list of families opens from these few rows, however large the authority. Whether the two still are on roll, and which children
 * make one family, is looked at when the list is. Restricted children are in no such list, and so not here.
 */
export class Siblings1790000000020 extends ForwardOnly {
  readonly statements = [
    `create table sibling_absence (
      carer_id integer not null, enrolment_id integer not null, sibling_enrolment_id integer not null, week_start date not null, sessions bit(14) not null,
      pupil_id integer not null, sibling_pupil_id integer not null, school_id integer not null, sibling_school_id integer not null,
      primary key (enrolment_id, sibling_enrolment_id, carer_id, week_start),
      constraint sibling_absence_order check (pupil_id < sibling_pupil_id)
    )`,
    `create index sibling_absence_sibling on sibling_absence (sibling_enrolment_id)`,
    `create index sibling_absence_pupil on sibling_absence (pupil_id)`,
    ...reachPolicies('sibling_absence', { school: ['school_id', 'sibling_school_id'], pupil: ['pupil_id', 'sibling_pupil_id'] }),

    `create function refresh_sibling_absence(stays integer[]) returns void language plpgsql ${BY_THE_ROWS} as $$
      declare since date;
      begin
        -- Of two imports that each hold one child of a family, the later one must see what the earlier wrote.
        perform pg_advisory_xact_lock(7260005);
        delete from sibling_absence where enrolment_id = any (stays);
        delete from sibling_absence where sibling_enrolment_id = any (stays);
        select min(recent_from) into since from pupil_standing where enrolment_id = any (stays) and recent_absent > 0;
        if since is null then return; end if;
        insert into sibling_absence (carer_id, enrolment_id, sibling_enrolment_id, week_start, sessions, pupil_id, sibling_pupil_id, school_id, sibling_school_id)
          with pair as materialized (
            select distinct c.carer_id, one.enrolment_id as one_id, other.enrolment_id as other_id, greatest(one.recent_from, other.recent_from) as recent_from
            from pupil_standing of join pupil_carer c on c.pupil_id = of.pupil_id join pupil_carer d on d.carer_id = c.carer_id and d.pupil_id <> c.pupil_id and not d.restricted
            join pupil_standing with_it on with_it.pupil_id = d.pupil_id and with_it.academic_year = of.academic_year and with_it.recent_absent > 0 and not with_it.restricted
            cross join lateral (select case when of.pupil_id < with_it.pupil_id then of.enrolment_id else with_it.enrolment_id end as first, case when of.pupil_id < with_it.pupil_id then with_it.enrolment_id else of.enrolment_id end as second) placed
            join pupil_standing one on one.enrolment_id = placed.first join pupil_standing other on other.enrolment_id = placed.second
            where of.enrolment_id = any (stays) and of.recent_absent > 0 and not of.restricted and not c.restricted)
          select carer_id, one_id, other_id, a.week_start, ${missed('a')} & ${missed('b')}, a.pupil_id, b.pupil_id, a.school_id, b.school_id
          from pair join register_week a on a.enrolment_id = one_id and a.week_start >= recent_from and a.week_start >= since and a.authorised + a.unauthorised > 0
          join register_week b on b.enrolment_id = other_id and b.week_start = a.week_start and b.week_start >= since and b.authorised + b.unauthorised > 0
          where ${missed('a')} & ${missed('b')} <> 0::bit(14);
      end $$`,
    `revoke all on function refresh_sibling_absence from public`,
    `grant execute on function refresh_sibling_absence to portal_ingest`,

    // As before, and then what brothers and sisters missed together.
    `alter function refresh_work_lists rename to keep_work_lists`,
    `create function refresh_work_lists(stays integer[]) returns void language plpgsql ${BY_THE_ROWS} as $$
      begin
        perform keep_work_lists(stays);
        perform refresh_sibling_absence(stays);
      end $$`,
    `revoke all on function refresh_work_lists, keep_work_lists from public`,
    `grant execute on function refresh_work_lists, keep_work_lists to portal_ingest`,
    // The move to Year 7 looks at two years of two year groups, not at everybody's.
    `create index enrolment_moving on enrolment (nc_year, pupil_id) where nc_year in ('6', '7')`,
    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `select refresh_sibling_absence(array(select enrolment_id from pupil_standing))`,
    `reset role`,
  ];
}
