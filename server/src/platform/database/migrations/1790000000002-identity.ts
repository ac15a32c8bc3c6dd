import { ForwardOnly } from './forward-only.ts';

/** People, what they may do, their sessions, and machine clients. Read by the app before any reach is set. */
export class Identity1790000000002 extends ForwardOnly {
  readonly statements = [
    `create table app_user (
      id integer generated always as identity primary key,
      issuer text not null,
      subject text not null,
      full_name text not null,
      email text not null,
      job_title text not null default '',
      active boolean not null default true,
      created_at timestamptz not null default now(),
      constraint app_user_issuer_subject_key unique (issuer, subject)
    )`,
    // One row: one role, with the schools or pupils it reaches. Roles and permissions themselves live in shared/access.
    `create table user_grant (
      id integer generated always as identity primary key,
      user_id integer not null references app_user (id),
      role text not null,
      school_ids integer[] not null default '{}',
      trust_id integer,
      valid_from date not null,
      valid_to date,
      constraint user_grant_period check (valid_to is null or valid_to >= valid_from)
    )`,
    `create index user_grant_user on user_grant (user_id)`,
    // The caseload of people whose reach is named children (social workers, health, police, virtual school advisers).
    `create table caseload (
      user_id integer not null references app_user (id),
      pupil_id integer not null,
      valid_from date not null,
      valid_to date,
      primary key (user_id, pupil_id, valid_from)
    )`,
    // Only a hash of the cookie is kept: a copy of this table signs nobody in.
    `create table user_session (
      id_hash bytea primary key,
      user_id integer not null references app_user (id),
      role text,
      csrf_token text not null,
      id_token text,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`,
    `create index user_session_user on user_session (user_id)`,
    // A sign-in under way: the verifier, state and nonce stay on the server.
    `create table sign_in_attempt (
      id_hash bytea primary key,
      code_verifier text not null,
      state text not null,
      nonce text not null,
      return_to text not null,
      created_at timestamptz not null default now()
    )`,
    `create table api_token (
      id integer generated always as identity primary key,
      name text not null,
      token_hash bytea not null unique,
      permissions text[] not null,
      school_ids integer[] not null default '{}',
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz
    )`,
    `grant select, insert, update on app_user to portal_app`,
    `grant select on user_grant, caseload, api_token to portal_app`,
    `grant select, insert, update, delete on user_session, sign_in_attempt to portal_app`,
    `grant select, insert, update, delete on app_user, user_grant, caseload, user_session, api_token to portal_ingest`,
    // Names of colleagues (who looked, who sent a file) are shown to signed-in people; nothing else of app_user is.
    `create view colleague as select id, full_name, job_title from app_user`,
    `grant select on colleague to reach_authority, reach_schools, reach_pupils, reach_aggregate, reach_area, reach_none, portal_ingest`,
  ];
}
