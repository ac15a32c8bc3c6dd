import { ForwardOnly } from './forward-only.ts';

/** What sign-in asks of the database beyond its own tables. */
export class IdentityFunctions1790000000007 extends ForwardOnly {
  readonly statements = [
    // The cohort of the Virtual School: worked out before any reach is set, so past the row policies, and ids only.
    `create function pupils_in_cohort(on_day date) returns integer[]
      language sql stable security definer set search_path from current as $$
        select coalesce(array_agg(distinct c.pupil_id), '{}')
        from care_status c
        where c.valid_from <= on_day and (c.valid_to is null or c.valid_to >= on_day)
      $$`,
    `do $$ begin
       execute format('grant create on schema %I to portal_ingest', current_schema());
       alter function pupils_in_cohort owner to portal_ingest;
       execute format('revoke create on schema %I from portal_ingest', current_schema());
     end $$`,
    `revoke all on function pupils_in_cohort from public`,
    `grant execute on function pupils_in_cohort to portal_app`,
    // One row: an answer to a sign-in from this address that has not (yet) ended in a session. Rows live for minutes.
    `create table sign_in_guess (
      id bigint generated always as identity primary key,
      address_hash bytea not null,
      made_at timestamptz not null
    )`,
    `create index sign_in_guess_address on sign_in_guess (address_hash, made_at)`,
    `create index user_session_expires on user_session (expires_at)`,
    `grant select, insert, delete on sign_in_guess to portal_app`,
  ];
}
