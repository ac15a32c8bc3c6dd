import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { COHORT_ROLES, type RightsRow } from './rights.ts';

/** Anything that runs a statement as the portal: its data source, or the manager of a transaction. */
export interface Statements { query<Rows>(text: string, parameters?: unknown[]): Promise<Rows> }

export interface SessionRow extends RightsRow {
  readonly userId: number;
  readonly fullName: string;
  readonly jobTitle: string;
  readonly role: string | null;
  readonly csrfToken: string;
  readonly idToken: string | null;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** The authority's name, and whether it is made up for practice. */
export interface OwnAuthority { readonly name: string; readonly practice: boolean }

export async function ownAuthority(statements: Statements): Promise<OwnAuthority | null> {
  const [row] = await statements.query<OwnAuthority[]>('select name, practice from authority limit 1');
  return row ?? null;
}

export interface NewSession { readonly key: Buffer; readonly userId: number; readonly csrfToken: string; readonly idToken: string | null; readonly now: Date; readonly expiresAt: Date }

/** Something that happened to a session, for the audit trail. */
export interface SessionEvent {
  readonly operation: string;
  readonly userId: number | null;
  readonly role: string | null;
  readonly requestId: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The grants in force on a day of `app_user u`, the caseload and the cohort. */
const rightsSql = (day: string, cohortRoles: string): string => `
    coalesce((
      select json_agg(json_build_object('role', g.role, 'validFrom', g.valid_from, 'validTo', g.valid_to,
        'schools', case when g.trust_id is null then to_json(g.school_ids)
          else to_json(array(select unnest(g.school_ids) union select o.id from school o where o.trust_id = g.trust_id)) end) order by g.id)
      from user_grant g
      where g.user_id = u.id and g.valid_from <= ${day} and (g.valid_to is null or g.valid_to >= ${day})), '[]') as grants,
    array(select distinct c.pupil_id from caseload c where c.user_id = u.id and c.valid_from <= ${day} and (c.valid_to is null or c.valid_to >= ${day})) as caseload,
    case when exists (
      select 1 from user_grant g where g.user_id = u.id and g.role = any (${cohortRoles}) and g.valid_from <= ${day} and (g.valid_to is null or g.valid_to >= ${day})
    ) then pupils_in_cohort(${day}) end as cohort`;

/** The person and their rights, in one statement: this runs on every request. */
const FIND = `
  select s.user_id as "userId", u.full_name as "fullName", u.job_title as "jobTitle", s.role, s.csrf_token as "csrfToken", s.id_token as "idToken",
    s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",${rightsSql('$3', '$5')}
  from user_session s join app_user u on u.id = s.user_id and u.active
  where s.id_hash = $1 and s.expires_at > $2 and s.last_seen_at > $2::timestamptz - make_interval(mins => $4)`;

/** The session of a key, if it is alive and its person is active. */
export async function findSession(db: Statements, key: Buffer, now: Date, today: string, idleMinutes: number): Promise<SessionRow | undefined> {
  const [row] = await db.query<SessionRow[]>(FIND, [key, now, today, idleMinutes, COHORT_ROLES]);
  return row;
}

export interface PersonRow extends RightsRow { readonly userId: number; readonly fullName: string; readonly jobTitle: string }

/** An active person and their rights on a day, without a session: for work that is done for them. */
export async function findPerson(db: Statements, userId: number, today: string): Promise<PersonRow | undefined> {
  const [row] = await db.query<PersonRow[]>(`select u.id as "userId", u.full_name as "fullName", u.job_title as "jobTitle",${rightsSql('$2', '$3')} from app_user u where u.id = $1 and u.active`, [userId, today, COHORT_ROLES]);
  return row;
}

/** Notes that the session was used. */
export async function touchSession(db: Statements, key: Buffer, now: Date): Promise<void> {
  await db.query('update user_session set last_seen_at = $2 where id_hash = $1', [key, now]);
}

/** Keeps a new session, and forgets all that ended. */
export async function addSession(db: Statements, { key, userId, csrfToken, idToken, now, expiresAt }: NewSession): Promise<void> {
  await db.query('delete from user_session where expires_at <= $1', [now]);
  await db.query(
    `insert into user_session (id_hash, user_id, csrf_token, id_token, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $5, $5, $6)`,
    [key, userId, csrfToken, idToken, now, expiresAt],
  );
}

/** Ends one session; whose it was. */
export async function endSession(db: Statements, key: Buffer): Promise<{ userId: number; role: string | null } | undefined> {
  const [row] = await db.query<{ userId: number; role: string | null }[]>(
    `with ended as (delete from user_session where id_hash = $1 returning user_id, role) select user_id as "userId", role from ended`, [key],
  );
  return row;
}

/** Ends every session of a person; how many there were. */
export async function endSessionsOf(db: Statements, userId: number): Promise<number> {
  const [row] = await db.query<{ ended: number }[]>(
    `with ended as (delete from user_session where user_id = $1 returning 1) select count(*)::int as ended from ended`, [userId],
  );
  return row?.ended ?? 0;
}

/** Remembers the roles a session acts in; false where the session is gone. */
export async function setSessionRole(db: Statements, key: Buffer, role: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(`with changed as (update user_session set role = $2 where id_hash = $1 returning 1) select 1 from changed`, [key, role]);
  return rows.length === 1;
}

/** The person of an issuer and subject, made at the first sign-in; names follow the identity provider, rights never do. */
export async function knowPerson(db: Statements, issuer: string, subject: string, name: string, email: string): Promise<{ userId: number; active: boolean }> {
  const [row] = await db.query<{ userId: number; active: boolean }[]>(
    `insert into app_user (issuer, subject, full_name, email) values ($1, $2, $3, $4)
     on conflict (issuer, subject) do update set full_name = excluded.full_name, email = excluded.email
     returning id as "userId", active`,
    [issuer, subject, name, email],
  );
  if (row === undefined) throw new Error('The person who signed in could not be kept.');
  return row;
}

/** Writes an event to the audit trail. */
export async function auditSession(db: Statements, { operation, userId, role, requestId, details = {} }: SessionEvent): Promise<void> {
  await db.query('select append_audit($1, $2, $3, $4, $5, $6, $7, null, null, $8)', [
    AuditKind.CHANGED, operation, userId, role ?? 'NONE', [], [], JSON.stringify(details), requestId,
  ]);
}
