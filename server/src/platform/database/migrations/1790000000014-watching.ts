import { ForwardOnly } from './forward-only.ts';

const ACTOR = `current_setting('app.actor')::int`;
const SCHOOLS = `current_setting('app.schools')::int[]`;
const PUPILS = `current_setting('app.pupils')::int[]`;
/** Whoever reads pupils has one of these reaches. */
const READERS = ['reach_authority', 'reach_schools', 'reach_pupils'];

/** A table of what people keep for themselves: forced policies, and rows of one's own only for reading and for writing. */
function ownRows(table: string, owner: string, verbs = 'select, insert, update, delete'): string[] {
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_ingest on ${table} for all to portal_ingest using (true) with check (true)`,
    `grant select, insert, update, delete on ${table} to portal_ingest`,
    `grant ${verbs} on ${table} to ${READERS.join(', ')}`,
    ...(owner === '' ? [] : READERS.map((reach) => `create policy ${table}_own_${reach.slice(6)} on ${table} for all to ${reach} using (${owner} = ${ACTOR}) with check (${owner} = ${ACTOR})`)),
  ];
}

/** Who reaches a watched child or school, for each reach and each width of it. */
const ENTRY_REACH: readonly (readonly [reach: string, test: string])[] = [
  ['reach_authority', 'not restricted'], ['reach_authority_full', 'true'],
  ['reach_schools', `school_ids && ${SCHOOLS} and not restricted`], ['reach_schools_full', `school_ids && ${SCHOOLS}`],
  ['reach_pupils', `pupil_id = any (${PUPILS}) and not restricted`], ['reach_pupils_full', `pupil_id = any (${PUPILS})`],
];

/**
 * What people watch: lists of children or schools, views saved by address, what each was last told, and the messages that wait
 * to be sent. The only tables that a request writes by itself, and only rows of whoever is asking (docs/adr/0017).
 */
export class Watching1790000000014 extends ForwardOnly {
  readonly statements = [
    `create table watch_list (
      id integer generated always as identity primary key,
      owner_id integer not null references app_user (id),
      shared boolean not null default false,
      kind text not null,
      name text not null,
      alert_kinds text[] not null default '{}',
      alert_fall_points smallint,
      alert_silent_days smallint,
      request_key text not null,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint watch_list_kind check (kind in ('PUPILS', 'SCHOOLS')),
      constraint watch_list_asked_once unique (owner_id, request_key),
      constraint watch_list_whose unique (id, owner_id, shared)
    )`,
    // Whose it is and whether it is shared follow the list by its key, so that a policy here needs no look at another table.
    `create table watch_entry (
      id integer generated always as identity primary key,
      list_id integer not null,
      owner_id integer not null,
      shared boolean not null,
      pupil_id integer references pupil (id),
      school_id integer references school (id),
      school_ids integer[] not null,
      restricted boolean not null default false,
      why text not null,
      watched_on date not null,
      told text[] not null default '{}',
      constraint watch_entry_list foreign key (list_id, owner_id, shared) references watch_list (id, owner_id, shared) on update cascade on delete cascade,
      constraint watch_entry_one check (num_nonnulls(pupil_id, school_id) = 1),
      constraint watch_entry_pupil_once unique (list_id, pupil_id),
      constraint watch_entry_school_once unique (list_id, school_id)
    )`,
    `create index watch_entry_pupil on watch_entry (pupil_id)`,
    `create table saved_view (
      id integer generated always as identity primary key,
      owner_id integer not null references app_user (id),
      shared boolean not null default false,
      name text not null,
      path text not null,
      alert_joins boolean not null default false,
      request_key text not null,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint saved_view_asked_once unique (owner_id, request_key),
      constraint saved_view_path check (path ~ '^/(lists|pupils|schools|area)[-a-z/]*([?][-A-Za-z0-9_=&]*)?$')
    )`,
    // Apart from the view, because a shared view is read by colleagues and whom it held for one person is theirs alone.
    `create table saved_view_told (
      view_id integer primary key references saved_view (id) on delete cascade,
      owner_id integer not null references app_user (id),
      enrolment_ids integer[] not null default '{}'
    )`,
    `create table watch_setting (
      owner_id integer primary key references app_user (id),
      digest boolean not null default true
    )`,
    // Counts and addresses only: whoever sends it later opens no record. One a person, kind and week.
    `create table outbox_message (
      id integer generated always as identity primary key,
      kind text not null,
      recipient_id integer not null references app_user (id),
      period text not null,
      body jsonb not null,
      status text not null default 'WAITING',
      created_at timestamptz not null default now(),
      constraint outbox_message_kind check (kind in ('WEEKLY_DIGEST')),
      constraint outbox_message_status check (status in ('WAITING', 'SENT', 'FAILED', 'WITHDRAWN')),
      constraint outbox_message_once unique (kind, recipient_id, period)
    )`,
    ...ownRows('watch_list', 'owner_id'), ...ownRows('watch_entry', ''), ...ownRows('saved_view', 'owner_id'), ...ownRows('saved_view_told', 'owner_id'), ...ownRows('watch_setting', 'owner_id'),
    ...ownRows('outbox_message', 'recipient_id', 'select, insert'),
    `create policy watch_list_shared on watch_list for select to reach_authority using (shared)`,
    `create policy watch_list_handed_over on watch_list for update to reach_authority using (owner_id = ${ACTOR}) with check (shared)`,
    `create policy saved_view_shared on saved_view for select to reach_authority using (shared)`,
    ...ENTRY_REACH.flatMap(([reach, test]) => [
      `create policy watch_entry_own_${reach.slice(6)} on watch_entry for all to ${reach} using (owner_id = ${ACTOR} and ${test}) with check (owner_id = ${ACTOR} and ${test})`,
      ...(reach.startsWith('reach_authority') ? [`create policy watch_entry_shared_${reach.slice(6)} on watch_entry for select to ${reach} using (shared and ${test})`] : []),
    ]),

    // A child who moves, leaves or is restricted is watched by fewer from then on.
    `create function spread_to_watching() returns trigger language plpgsql as $$
      begin
        update watch_entry set school_ids = new.school_ids, restricted = new.restricted where pupil_id = new.id;
        return null;
      end $$`,
    `create trigger pupil_watched after update of school_ids, restricted on pupil for each row
       when (old.school_ids is distinct from new.school_ids or old.restricted is distinct from new.restricted) execute function spread_to_watching()`,

    // To whom a shared list may be handed over. Ids only; names are colleagues'.
    `create function colleagues_in_roles(roles text[], on_day date) returns integer[] language sql stable security definer set search_path from current as $$
      select coalesce(array_agg(distinct u.id), '{}') from app_user u join user_grant g on g.user_id = u.id
      where u.active and g.role = any (roles) and g.valid_from <= on_day and coalesce(g.valid_to, on_day) >= on_day $$`,
    `do $$ begin
       execute format('grant create on schema %I to portal_ingest', current_schema());
       alter function colleagues_in_roles owner to portal_ingest;
       execute format('revoke create on schema %I from portal_ingest', current_schema());
     end $$`,
    `revoke all on function colleagues_in_roles from public`,
    `grant execute on function colleagues_in_roles to reach_authority`,
  ];
}
