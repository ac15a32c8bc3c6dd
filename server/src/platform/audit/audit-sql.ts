/**
 * What an audit entry's hash covers, in SQL: every column but the hash itself. `audit:verify` computes it again from here
 * and not through a function stored in the database, which whoever tampers with rows could also change.
 */
export const AUDIT_BODY = (row: string): string =>
  `jsonb_build_array(${row}.seq, to_char(${row}.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), ${row}.kind, ${row}.operation, ${row}.actor_id, ${row}.actor_role, ${row}.pupil_ids, ${row}.school_ids, ${row}.details, ${row}.reason, ${row}.recipient, ${row}.request_id)::text`;

export const AUDIT_HASH = (row: string): string => `sha256(${row}.prev_hash || convert_to(${AUDIT_BODY(row)}, 'UTF8'))`;

/** The six things the trail records. */
export const AuditKind = {
  COLLECTED: 'COLLECTED',
  CHANGED: 'CHANGED',
  VIEWED: 'VIEWED',
  DISCLOSED: 'DISCLOSED',
  COMBINED: 'COMBINED',
  ERASED: 'ERASED',
} as const;
export type AuditKind = (typeof AuditKind)[keyof typeof AuditKind];
