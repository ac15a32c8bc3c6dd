import { RULES, type RuleName } from '@attendance/shared/kernel';
import { ForwardOnly } from './forward-only.ts';

export const REGISTER_TABLES = ['register_week', 'register_change', 'pupil_year'];
const PERSON_TABLES = ['pupil_characteristic', 'care_status', 'pupil_carer', 'pupil_address'];
/** What a row of the registers copied from its enrolment, as it stands there now. */
const COPIED = 'r.school_id, r.pupil_id, r.restricted';
const TRUE_NOW = 'e.school_id, e.pupil_id, e.restricted';

/** A percentage of the rule pack in force on the last day of an academic year, as an import takes it. A test holds the two together. */
const percent = (rule: RuleName): string =>
  `case ${[...RULES[rule]].reverse().map(({ from, value }) => `when make_date(year + 1, 8, 31) >= '${from}' then ${value}`).join(' ')} end`;

/** Lets rows of some tables follow their enrolments, and works out the totals of what moved. */
export const spreadToRegisters = (tables: readonly string[], temporary = 'pg_temp.touched'): string => `spread_to_registers(pupils integer[]) returns void language plpgsql set plan_cache_mode to force_custom_plan as $$
      declare moved integer[]; year integer;
      begin
        select array_agg(e.id) into moved from enrolment e
          where e.pupil_id = any (pupils) and (${tables.map((table) => `exists (select from ${table} r where r.enrolment_id = e.id and (${COPIED}) is distinct from (${TRUE_NOW}))`).join(' or ')});
        if moved is null then return; end if;
        -- No import may add to these totals meanwhile: it would count the child where it stood before.
        perform lock_registers(null);
        drop table if exists ${temporary};
        create temporary table touched on commit drop as
          select r.enrolment_id, r.pupil_id, r.school_id, r.week_start from register_week r where r.enrolment_id = any (moved)
          union select r.enrolment_id, r.pupil_id, e.school_id, r.week_start from register_week r join enrolment e on e.id = r.enrolment_id where r.enrolment_id = any (moved);
        analyze touched;
        ${tables.map((table) => `update ${table} r set (school_id, pupil_id, restricted) = (${TRUE_NOW}) from enrolment e where e.id = any (moved) and r.enrolment_id = e.id and (${COPIED}) is distinct from (${TRUE_NOW})`).join(';\n        ')};
        delete from school_week_total t where (t.school_id, t.week_start) in (select school_id, week_start from touched);
        for year in select distinct y.academic_year from pupil_year y where y.enrolment_id = any (moved) loop
          delete from school_year_total t where t.academic_year = year and t.school_id in (select school_id from touched);
          perform refresh_register_year(year, p.persistent, p.severe) from absence_percents(year) p;
        end loop;
      end $$`;

/**
 * What register rows copied from an enrolment follows it when it changes, and so do the totals: a child whose record is
 * restricted after marks came in is not even countable from then on. Also a contact's email address.
 */
export class Spreading1790000000009 extends ForwardOnly {
  readonly statements = [
    `alter table pupil_carer add column email text`,
    `create function absence_percents(year integer, out persistent integer, out severe integer) language sql immutable as $$
       select ${percent('persistent-absence.percent')}, ${percent('severe-absence.percent')} $$`,
    `create function ${spreadToRegisters(REGISTER_TABLES)}`,
    // As before, and then what the registers hold. Same name and arguments: everyone who keeps reach true calls this.
    `create or replace function refresh_pupil_reach(pupils integer[], on_day date, leaver_days integer) returns void language plpgsql as $$
      begin
        update pupil p set school_ids = reach.school_ids
        from (select u.id, coalesce(array_agg(distinct e.school_id) filter (where e.school_id is not null), '{}') as school_ids
              from unnest(pupils) as u(id)
              left join enrolment e on e.pupil_id = u.id and e.starts_on <= on_day and (e.ends_on is null or e.ends_on + leaver_days >= on_day)
              group by u.id) reach
        where p.id = reach.id and p.school_ids is distinct from reach.school_ids;
        ${PERSON_TABLES.map((table) => `update ${table} t set school_ids = p.school_ids, restricted = p.restricted
          from pupil p where p.id = t.pupil_id and t.pupil_id = any (pupils) and (t.school_ids, t.restricted) is distinct from (p.school_ids, p.restricted)`).join(';\n        ')};
        update enrolment t set restricted = p.restricted from pupil p where p.id = t.pupil_id and t.pupil_id = any (pupils) and t.restricted <> p.restricted;
        -- An import that is under way has read the enrolments as they were: wait for it, and see what it wrote.
        if found then perform lock_registers(null); end if;
        perform spread_to_registers(pupils);
      end $$`,
    `revoke all on function spread_to_registers from public`,
    `grant execute on function spread_to_registers to portal_ingest`,
    // Rows written before this migration. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `select spread_to_registers(array(select id from pupil))`,
    `reset role`,
  ];
}
