import type { Statements } from './session.repository.ts';

export interface ApiTokenRow { readonly id: number; readonly name: string; readonly permissions: string[]; readonly schoolIds: number[] }
export interface ListedToken extends ApiTokenRow { readonly createdAt: Date; readonly expiresAt: Date; readonly revokedAt: Date | null }
export interface NewToken { readonly name: string; readonly hash: Buffer; readonly permissions: readonly string[]; readonly schoolIds: readonly number[]; readonly now: Date; readonly expiresAt: Date }

const COLUMNS = `id, name, permissions, school_ids as "schoolIds"`;

/** The token with this hash, if it is neither revoked nor past its end. */
export async function findLiveToken(db: Statements, hash: Buffer, now: Date): Promise<ApiTokenRow | undefined> {
  const [row] = await db.query<ApiTokenRow[]>(`select ${COLUMNS} from api_token where token_hash = $1 and revoked_at is null and expires_at > $2`, [hash, now]);
  return row;
}

/** Keeps a token's hash; its id. */
export async function addToken(db: Statements, { name, hash, permissions, schoolIds, now, expiresAt }: NewToken): Promise<number> {
  const [row] = await db.query<{ id: number }[]>(
    'insert into api_token (name, token_hash, permissions, school_ids, created_at, expires_at) values ($1, $2, $3, $4, $5, $6) returning id',
    [name, hash, permissions, schoolIds, now, expiresAt],
  );
  return row?.id ?? 0;
}

/** Revokes a token; its name, or undefined where there is none to revoke. */
export async function revokeToken(db: Statements, id: number, now: Date): Promise<string | undefined> {
  const [row] = await db.query<{ name: string }[]>(
    'with revoked as (update api_token set revoked_at = $2 where id = $1 and revoked_at is null returning name) select name from revoked', [id, now],
  );
  return row?.name;
}

/** Every token there was, newest first. */
export async function listTokens(db: Statements): Promise<ListedToken[]> {
  return db.query<ListedToken[]>(`select ${COLUMNS}, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt" from api_token order by id desc`);
}

/** Which of these schools the portal does not know. */
export async function unknownSchools(db: Statements, ids: readonly number[]): Promise<number[]> {
  const rows = await db.query<{ id: number }[]>('select u.id from unnest($1::int[]) as u(id) where not exists (select 1 from school s where s.id = u.id) order by 1', [ids]);
  return rows.map(({ id }) => id);
}
