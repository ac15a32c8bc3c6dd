import { reachPolicies } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';

const OF_PUPIL = { schools: 'school_ids', pupil: 'pupil_id', restricted: 'restricted' };

/**
 * Pupils, families and enrolments. Every row about a child carries what its reach goes by: `school_ids` (schools whose
 * staff may see it, kept by refresh_pupil_reach) and `restricted` (only people with the right may know it exists).
 */
export class Pupils1790000000004 extends ForwardOnly {
  readonly statements = [
    `create table pupil (
      id integer generated always as identity primary key,
      upn text,
      former_upn text,
      legal_surname text not null,
      legal_forename text not null,
      preferred_forename text,
      born_on date not null,
      sex text not null,
      search_name text not null,
      home_la_code integer,
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      constraint pupil_upn_key unique (upn),
      constraint pupil_sex check (sex in ('M', 'F', 'U'))
    )`,
    `create index pupil_search_name on pupil using gin (search_name gin_trgm_ops)`,
    `create index pupil_born_on on pupil (born_on)`,
    `create index pupil_school_ids on pupil using gin (school_ids)`,
    `create table enrolment (
      id integer generated always as identity primary key,
      pupil_id integer not null references pupil (id),
      school_id integer not null references school (id),
      status text not null default 'C',
      nc_year text not null,
      form text,
      local_id text,
      starts_on date not null,
      ends_on date,
      leaving_reason text,
      restricted boolean not null default false,
      constraint enrolment_status check (status in ('C', 'M', 'S', 'G', 'F', 'O')),
      constraint enrolment_period check (ends_on is null or ends_on >= starts_on),
      constraint enrolment_no_overlap exclude using gist (pupil_id with =, school_id with =, daterange(starts_on, ends_on, '[]') with &&)
    )`,
    `create index enrolment_pupil on enrolment (pupil_id)`,
    `create index enrolment_school on enrolment (school_id)`,
    `create table pupil_characteristic (
      id integer generated always as identity primary key,
      pupil_id integer not null references pupil (id),
      kind text not null,
      value text not null,
      valid_from date not null,
      valid_to date,
      source text not null default 'SCHOOL',
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      constraint pupil_characteristic_kind check (kind in ('SEN', 'PRIMARY_NEED', 'FSM', 'FSM6', 'EAL', 'ETHNICITY', 'SERVICE_CHILD', 'YOUNG_CARER')),
      constraint pupil_characteristic_period check (valid_to is null or valid_to >= valid_from)
    )`,
    `create index pupil_characteristic_pupil on pupil_characteristic (pupil_id, kind)`,
    // Care status stands apart: fewer people may read it than the school's own characteristics.
    `create table care_status (
      id integer generated always as identity primary key,
      pupil_id integer not null references pupil (id),
      kind text not null,
      valid_from date not null,
      valid_to date,
      source_la_code integer,
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      constraint care_status_kind check (kind in ('CIN', 'CPP', 'CLA', 'PLAC')),
      constraint care_status_period check (valid_to is null or valid_to >= valid_from)
    )`,
    `create index care_status_pupil on care_status (pupil_id)`,
    // carer_id says that two children's rows speak of the same adult (siblings); what is known of the adult is kept per
    // child, since what may be said and to whom differs per child.
    `create sequence carer_id`,
    `create table pupil_carer (
      pupil_id integer not null references pupil (id),
      carer_id integer not null default nextval('carer_id'),
      full_name text not null,
      telephone text,
      relationship text not null,
      parental_responsibility boolean not null,
      lives_with boolean not null,
      contact_allowed boolean not null default true,
      safe_contact text,
      priority smallint not null default 1,
      school_ids integer[] not null default '{}',
      restricted boolean not null default false,
      primary key (pupil_id, carer_id)
    )`,
    `create index pupil_carer_carer on pupil_carer (carer_id)`,
    `create table pupil_address (
      id integer generated always as identity primary key,
      pupil_id integer not null references pupil (id),
      lines text not null,
      postcode text not null,
      valid_from date not null,
      valid_to date,
      protected boolean not null default false,
      school_ids integer[] not null default '{}',
      restricted boolean not null default false
    )`,
    `create index pupil_address_pupil on pupil_address (pupil_id)`,
    ...reachPolicies('pupil', { schools: 'school_ids', pupil: 'id', restricted: 'restricted' }),
    ...reachPolicies('enrolment', { school: 'school_id', pupil: 'pupil_id', restricted: 'restricted' }),
    ...reachPolicies('pupil_characteristic', OF_PUPIL),
    ...reachPolicies('care_status', OF_PUPIL),
    ...reachPolicies('pupil_carer', OF_PUPIL),
    ...reachPolicies('pupil_address', { ...OF_PUPIL, protected: 'protected' }),
    `grant usage on sequence carer_id to portal_ingest`,
    // Keeps school_ids and restricted of everything about these pupils. A school's reach to a leaver ends after :days.
    `create function refresh_pupil_reach(pupils integer[], on_day date, leaver_days integer) returns void
      language sql as $$
        update pupil p set school_ids = reach.school_ids
        from (select u.id, coalesce(array_agg(distinct e.school_id) filter (where e.school_id is not null), '{}') as school_ids
              from unnest(pupils) as u(id)
              left join enrolment e on e.pupil_id = u.id and e.starts_on <= on_day and (e.ends_on is null or e.ends_on + leaver_days >= on_day)
              group by u.id) reach
        where p.id = reach.id and p.school_ids is distinct from reach.school_ids;
        update enrolment t set restricted = p.restricted from pupil p where p.id = t.pupil_id and t.pupil_id = any (pupils) and t.restricted <> p.restricted;
        update pupil_characteristic t set school_ids = p.school_ids, restricted = p.restricted from pupil p where p.id = t.pupil_id and t.pupil_id = any (pupils) and (t.school_ids, t.restricted) is distinct from (p.school_ids, p.restricted);
        update care_status t set school_ids = p.school_ids, restricted = p.restricted from pupil p where p.id = t.pupil_id and t.pupil_id = any (pupils) and (t.school_ids, t.restricted) is distinct from (p.school_ids, p.restricted);
        update pupil_carer t set school_ids = p.school_ids, restricted = p.restricted from pupil p where p.id = t.pupil_id and t.pupil_id = any (pupils) and (t.school_ids, t.restricted) is distinct from (p.school_ids, p.restricted);
        update pupil_address t set school_ids = p.school_ids, restricted = p.restricted from pupil p where p.id = t.pupil_id and t.pupil_id = any (pupils) and (t.school_ids, t.restricted) is distinct from (p.school_ids, p.restricted);
      $$`,
    `revoke all on function refresh_pupil_reach from public`,
    `grant execute on function refresh_pupil_reach to portal_ingest`,
    // A trigram index cannot be used below a row policy (its operators are not leakproof), so candidates come from a
    // function that reads past the policies and returns ids only; the caller joins them to pupil under its own reach.
    `create function find_pupil_candidates(query text, most integer) returns table (pupil_id integer, likeness real)
      language plpgsql stable security definer set search_path from current set pg_trgm.word_similarity_threshold = 0.45 as $$
      declare schools integer[] := nullif(current_setting('app.schools'), '{}')::int[];
              named integer[] := nullif(current_setting('app.pupils'), '{}')::int[];
      begin
        return query
          select p.id, word_similarity(query, p.search_name)
          from pupil p
          where query <% p.search_name
            and (schools is null or p.school_ids && schools)
            and (named is null or p.id = any (named))
          order by 2 desc, p.search_name
          limit most;
      end $$`,
    `do $$ begin
       execute format('grant portal_ingest to %I', current_user);
       execute format('grant create on schema %I to portal_ingest', current_schema());
       alter function find_pupil_candidates owner to portal_ingest;
       execute format('revoke create on schema %I from portal_ingest', current_schema());
     end $$`,
    `revoke all on function find_pupil_candidates from public`,
    `grant execute on function find_pupil_candidates to reach_authority, reach_schools, reach_pupils`,
  ];
}
