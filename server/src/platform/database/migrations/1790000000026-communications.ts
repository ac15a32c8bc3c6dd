import { MESSAGE_KINDS, OUTBOX_EVENTS, OUTBOX_STATUSES } from '@attendance/shared/communications';
import { ForwardOnly } from './forward-only.ts';
import { followsPupil, literal, ownedByIngest } from './sql-text.ts';

const list = (words: readonly string[]): string => words.map(literal).join(', ');
const WHO = `nullif(nullif(current_setting('app.actor', true), '')::int, 0)`;
const MAY_READ_ADDRESSES = `current_setting('app.address', true) = 'yes'`;
const PEOPLE = 'reach_authority, reach_schools, reach_pupils';
/** A letter's address is a home: with the right to addresses only. Who reads what besides their own messages is the authority's alone. */
const READ_BY: readonly (readonly [reach: string, test: string])[] = [
  ['reach_authority', `not restricted and not protected and (channel <> 'LETTER' or ${MAY_READ_ADDRESSES})`],
  ['reach_authority_full', `not protected and (channel <> 'LETTER' or ${MAY_READ_ADDRESSES})`],
  ['reach_authority_protected', `(channel <> 'LETTER' or ${MAY_READ_ADDRESSES})`],
];
const FUNCTIONS = ['address_message', 'begin_message_history', 'queue_message', 'change_message'];

/**
 * The outbox: what is to be sent, to whom, in which words, and how far it has come. A row is written in the transaction of what it
 * tells of; a job hands it over later. Which event leads where is OUTBOX_NEXT in shared/src/communications. Digests written before
 * this, and by their own operation since, are rows of counts and addresses; who they go to is looked up as they are written.
 */
export class Communications1790000000026 extends ForwardOnly {
  readonly statements = [
    `alter table outbox_message
       drop constraint outbox_message_kind, drop constraint outbox_message_status, alter column recipient_id drop not null,
       add column channel text not null default 'EMAIL',
       add column to_address text,
       add column recipient_name text,
       add column subject text,
       add column content text,
       add column reference uuid not null default gen_random_uuid(),
       add column attempts smallint not null default 0,
       add column checks smallint not null default 0,
       add column next_attempt_at timestamptz default now(),
       add column handed_over_at timestamptz,
       add column sender text,
       add column gateway_id text,
       add column outcome text,
       add column changed_at timestamptz not null default now(),
       add column version integer not null default 1,
       add column school_id integer references school (id),
       add column pupil_id integer references pupil (id),
       add column school_ids integer[] not null default '{}',
       add column restricted boolean not null default false,
       add column protected boolean not null default false,
       add column document_ids integer[] not null default '{}',
       add column made_by integer references app_user (id),
       add constraint outbox_message_kind check (kind in (${list(MESSAGE_KINDS)})),
       add constraint outbox_message_status check (status in (${list(OUTBOX_STATUSES)})),
       add constraint outbox_message_channel check (channel in ('EMAIL', 'LETTER')),
       add constraint outbox_message_to check (recipient_id is not null or to_address is not null),
       add constraint outbox_message_reference unique (reference),
       add constraint outbox_message_seen_by unique (id, restricted, protected, channel)`,
    // Somebody without an account is known by the address; one of either kind a kind and period.
    `create unique index outbox_message_once_to on outbox_message (kind, lower(to_address), period) where recipient_id is null`,
    `create index outbox_message_due on outbox_message (next_attempt_at) where status in ('WAITING', 'SENDING', 'UNKNOWN', 'SENT')`,
    `create index outbox_message_pupil on outbox_message (pupil_id) where pupil_id is not null`,
    `update outbox_message m set to_address = u.email, recipient_name = u.full_name from app_user u where u.id = m.recipient_id`,
    // Lines in the order of happening, never changed. Who may read one follows its message by the key.
    `create table outbox_event (
      id bigint generated always as identity primary key,
      message_id integer not null,
      event text not null,
      status text not null,
      note text not null default '',
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      restricted boolean not null,
      protected boolean not null,
      channel text not null,
      constraint outbox_event_message foreign key (message_id, restricted, protected, channel) references outbox_message (id, restricted, protected, channel) on update cascade,
      constraint outbox_event_event check (event in (${list(OUTBOX_EVENTS)})),
      constraint outbox_event_note check (length(note) <= 500)
    )`,
    `create index outbox_event_message on outbox_event (message_id, id)`,
    `alter table outbox_event enable row level security`,
    `alter table outbox_event force row level security`,
    `create policy outbox_event_ingest on outbox_event for all to portal_ingest using (true) with check (true)`,
    `grant select, insert, update, delete on outbox_event to portal_ingest`,
    `grant select on outbox_event to reach_authority`,
    ...['outbox_message', 'outbox_event'].flatMap((table) => READ_BY.map(([reach, test]) => `create policy ${table}_of_${reach.slice(6)} on ${table} for select to ${reach} using (${test})`)),
    ...followsPupil('outbox_message'),
    // What a reach writes for itself is a kind, a period and a body: where it goes is never its own to say.
    `revoke insert on outbox_message from ${PEOPLE}`,
    `grant insert (kind, recipient_id, period, body) on outbox_message to ${PEOPLE}`,
    `insert into outbox_event (message_id, event, status, at, restricted, protected, channel) select id, 'QUEUED', status, created_at, restricted, protected, channel from outbox_message`,

    // An account's name and address, which no reach reads, as they are on the day of writing.
    `create function address_message() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        if new.recipient_id is not null and new.to_address is null then select full_name, email into new.recipient_name, new.to_address from app_user where id = new.recipient_id; end if;
        return new;
      end $$`,
    `create function begin_message_history() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        insert into outbox_event (message_id, event, status, by_id, restricted, protected, channel) values (new.id, 'QUEUED', new.status, ${WHO}, new.restricted, new.protected, new.channel);
        return null;
      end $$`,
    // A message of an operation, in its transaction. The same kind, recipient and period twice is one message; gives its number and whether it is new.
    `create function queue_message(given jsonb, out id integer, out is_new boolean) returns record language plpgsql security definer set search_path from current as $$
      begin
        if current_setting('role') not like 'reach\\_authority%' and not (current_setting('role') like 'reach\\_schools%' and (given ->> 'school_id')::int = any (current_setting('app.schools')::int[])) then
          raise exception 'messages are out of reach' using errcode = '42501';
        end if;
        insert into outbox_message (kind, recipient_id, period, body, status, channel, to_address, recipient_name, subject, content, school_id, pupil_id, school_ids, restricted, protected, document_ids, made_by)
          select g.kind, g.recipient_id, g.period, g.body, g.status, g.channel, g.to_address, g.recipient_name, g.subject, g.content, g.school_id, g.pupil_id,
              coalesce(p.school_ids, case when g.school_id is null then '{}' else array[g.school_id] end), coalesce(p.restricted, false), coalesce(g.protected, false), g.document_ids, ${WHO}
            from jsonb_to_record(given) g (kind text, recipient_id int, period text, body jsonb, status text, channel text, to_address text, recipient_name text, subject text, content text, school_id int, pupil_id int, protected boolean, document_ids int[])
            left join pupil p on p.id = g.pupil_id
          on conflict do nothing returning outbox_message.id into queue_message.id;
        is_new := queue_message.id is not null;
        if not is_new then
          select m.id into queue_message.id from outbox_message m where m.kind = given ->> 'kind' and m.period = given ->> 'period'
            and (m.recipient_id = (given ->> 'recipient_id')::int or (m.recipient_id is null and given ->> 'recipient_id' is null and lower(m.to_address) = lower(given ->> 'to_address')));
        end if;
      end $$`,
    // What a person asked for. A failed message is sent again under a new reference, so that asking for it never finds the one that failed.
    `create function change_message(target integer, held integer, event_of text, next text, why text) returns boolean language plpgsql security definer set search_path from current as $$
      declare was outbox_message;
      begin
        if current_setting('role') not like 'reach\\_authority%' then raise exception 'messages are out of reach' using errcode = '42501'; end if;
        select * into was from outbox_message where id = target for update;
        if was.id is null or was.version <> held
          or (was.restricted and current_setting('role') not in ('reach_authority_full', 'reach_authority_protected')) or (was.protected and current_setting('role') <> 'reach_authority_protected') then return false; end if;
        update outbox_message m set status = next, version = m.version + 1, changed_at = clock_timestamp(),
            reference = case when was.status = 'FAILED' and next = 'WAITING' then gen_random_uuid() else m.reference end, attempts = case when next = 'WAITING' then 0 else m.attempts end, checks = case when next = 'WAITING' then 0 else m.checks end,
            next_attempt_at = case when next = 'WITHDRAWN' then null else clock_timestamp() end where id = target;
        insert into outbox_event (message_id, event, status, note, by_id, restricted, protected, channel) values (target, event_of, next, why, ${WHO}, was.restricted, was.protected, was.channel);
        return true;
      end $$`,
    ...FUNCTIONS.flatMap(ownedByIngest),
    `grant execute on function queue_message to reach_authority, reach_schools`,
    `grant execute on function change_message to reach_authority`,
    `create trigger outbox_message_addressed before insert on outbox_message for each row execute function address_message()`,
    `create trigger outbox_message_begun after insert on outbox_message for each row execute function begin_message_history()`,

    // What ran for which day: a daily job that was missed or failed is run at the next turn, and a done one never twice.
    `create table job_run (
      name text not null,
      day date not null,
      attempts smallint not null default 1,
      begun_at timestamptz not null default clock_timestamp(),
      done_at timestamptz,
      problem text,
      primary key (name, day)
    )`,
    `grant select, insert, update on job_run to portal_ingest`,
  ];
}
