import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

/** Who the named officer of a school is can be changed: by the authority, from today on; what was before stays as it was. */
export class NamingOfficers1790000000059 extends ForwardOnly {
  readonly statements = [
    // Each school whose named officer still is who the sender saw (0: nobody). Whoever was named today only was not its officer for a day.
    `create function name_school_officers(schools integer[], seen integer, person integer, on_today date) returns table (id integer) language plpgsql security definer set search_path from current as $$
      begin
        if current_setting('role') not like 'reach\\_authority%' then raise exception 'officers are named by the authority' using errcode = '42501'; end if;
        return query with here as (select s.id from school s where s.id = any (schools) and s.status_code in (1, 3) and s.la_code = (select a.code from authority a limit 1) for update),
          fit as (select h.id from here h where seen <> person and exists (select from app_user u where u.id = person and u.active)
            and coalesce((select o.user_id from school_officer o where o.school_id = h.id and o.valid_from <= on_today and coalesce(o.valid_to, on_today) >= on_today order by o.valid_from desc limit 1), 0) = seen),
          gone as (delete from school_officer o using fit where o.school_id = fit.id and o.valid_from = on_today and o.user_id <> person),
          ended as (update school_officer o set valid_to = on_today - 1 from fit where o.school_id = fit.id and o.valid_from < on_today and coalesce(o.valid_to, on_today) >= on_today),
          named as (insert into school_officer (school_id, user_id, valid_from) select fit.id, person, on_today from fit on conflict (school_id, user_id, valid_from) do update set valid_to = null)
        select fit.id from fit;
      end $$`,
    ...ownedByIngest('name_school_officers'),
    `grant execute on function name_school_officers to reach_authority`,
  ];
}
