import { AUDIT_HASH, AuditKind } from '../../audit/audit-sql.ts';
import { ForwardOnly } from './forward-only.ts';

/**
 * The audit trail: one row per operation, chained by hash, written through one function in the operation's own transaction.
 * Nobody the portal signs in as may write, change or delete a row in any other way.
 */
export class Audit1790000000006 extends ForwardOnly {
  readonly statements = [
    `create table audit_entry (
      seq bigint primary key,
      at timestamptz not null,
      kind text not null,
      operation text not null,
      actor_id integer,
      actor_role text not null,
      pupil_ids integer[] not null,
      school_ids integer[] not null,
      details jsonb not null,
      reason text,
      recipient text,
      request_id text not null,
      prev_hash bytea not null,
      hash bytea not null,
      constraint audit_entry_kind check (kind in (${Object.values(AuditKind).map((kind) => `'${kind}'`).join(', ')})),
      constraint audit_entry_recipient check (kind <> 'DISCLOSED' or recipient is not null)
    )`,
    `create index audit_entry_pupils on audit_entry using gin (pupil_ids)`,
    `create index audit_entry_actor on audit_entry (actor_id, at)`,
    // The head says how long the chain is: without it, rows cut from the end would not be missed.
    `create table audit_head (only_row boolean primary key default true check (only_row), seq bigint not null, hash bytea not null)`,
    `insert into audit_head (seq, hash) values (0, sha256('attendance support portal'))`,
    `create function append_audit(kind text, operation text, actor_id integer, actor_role text, pupil_ids integer[], school_ids integer[],
        details jsonb, reason text, recipient text, request_id text) returns bigint
      language plpgsql security definer set search_path from current as $$
      declare head audit_head; entry audit_entry;
      begin
        select * into head from audit_head for update;
        entry := row(head.seq + 1, clock_timestamp(), kind, operation, actor_id, actor_role, pupil_ids, school_ids, details, reason, recipient, request_id, head.hash, ''::bytea);
        entry.hash := ${AUDIT_HASH('entry')};
        insert into audit_entry select entry.*;
        update audit_head set seq = entry.seq, hash = entry.hash;
        return entry.seq;
      end $$`,
    `revoke all on function append_audit from public`,
    `grant execute on function append_audit to portal_app, portal_ingest, reach_authority, reach_schools, reach_pupils, reach_aggregate, reach_area, reach_none`,
    // Reading the trail needs authority-wide reach (who looked at a child) or is about oneself.
    `alter table audit_entry enable row level security`,
    `alter table audit_entry force row level security`,
    `create policy audit_entry_owner on audit_entry for all to current_user using (true) with check (true)`,
    `create policy audit_entry_authority on audit_entry for select to reach_authority using (true)`,
    `create policy audit_entry_own on audit_entry for select to reach_schools, reach_pupils, reach_aggregate, reach_area, reach_none using (actor_id = current_setting('app.actor')::int)`,
    `grant select on audit_entry to reach_authority, reach_schools, reach_pupils, reach_aggregate, reach_area, reach_none`,
  ];
}
