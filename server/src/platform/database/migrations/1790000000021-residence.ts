import { OF_CARE, OF_PUPIL, refreshCohorts } from './1790000000018-cohorts.ts';
import { ForwardOnly } from './forward-only.ts';

/** More of what is told of a pupil, by the column it is kept in: how they are registered; of care, what brings pupil premium, the weightiest first, and youth justice. */
const MORE_OF_PUPIL: Readonly<Record<string, string>> = { enrolment_status: 'e.status' };
const MORE_OF_CARE: Readonly<Record<string, string>> = {
  pupil_premium: `case when k.first <= 2 then (array['CLA', 'PLAC'])[k.first] when f.fsm6 = 'Y' then 'FSM6' when f.service_child = 'Y' then 'SERVICE' end`,
  youth_justice: `case when k.is_youth_justice then 'Y' end`,
};
const MORE = [...Object.keys(MORE_OF_PUPIL), ...Object.keys(MORE_OF_CARE)];

/**
 * More ways to tell pupils apart. Youth justice stands with care: who may read the one may read the other, and an episode says on which lawful
 * basis it is held. It makes nobody part of the Virtual School's cohort.
 */
export class Residence1790000000021 extends ForwardOnly {
  readonly statements = [
    `alter table care_status add column lawful_basis text`,
    `alter table care_status drop constraint care_status_kind`,
    `alter table care_status add constraint care_status_kind check (kind in ('CIN', 'CPP', 'CLA', 'PLAC', 'YJ'))`,
    `alter table care_status add constraint care_status_basis check (kind <> 'YJ' or lawful_basis is not null)`,
    // As before, without youth justice.
    `do $$ begin execute format('grant create on schema %I to portal_ingest', current_schema()); end $$`,
    `create or replace function pupils_in_cohort(on_day date) returns integer[]
      language sql stable security definer set search_path from current as $$
        select coalesce(array_agg(distinct c.pupil_id), '{}')
        from care_status c
        where c.kind <> 'YJ' and c.valid_from <= on_day and (c.valid_to is null or c.valid_to >= on_day)
      $$`,
    `do $$ begin execute format('revoke create on schema %I from portal_ingest', current_schema()); end $$`,
    `alter table enrolment_cohort ${MORE.map((column) => `add column ${column} text`).join(', ')}`,
    `create or replace function ${refreshCohorts({ ...OF_PUPIL, ...MORE_OF_PUPIL }, { ...OF_CARE, ...MORE_OF_CARE })}`,
    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `select refresh_cohorts(array_agg(distinct school_id), array_agg(distinct academic_year::int), greatest(current_date, (select max(marks_to) from school_coverage))) from pupil_year having count(*) > 0`,
    `reset role`,
  ];
}
