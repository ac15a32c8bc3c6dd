import type { Statements } from './session.repository.ts';

/** A sign-in under way: what the answer of the identity provider must fit. */
export interface Attempt { readonly codeVerifier: string; readonly state: string; readonly nonce: string; readonly returnTo: string }

/** How long a person may take at the identity provider. */
export const ATTEMPT_MINUTES = 15;

/** Keeps an attempt under the hash of its cookie, and forgets those nobody came back for. */
export async function addAttempt(db: Statements, key: Buffer, { codeVerifier, state, nonce, returnTo }: Attempt, now: Date): Promise<void> {
  await db.query('delete from sign_in_attempt where created_at <= $1::timestamptz - make_interval(mins => $2)', [now, ATTEMPT_MINUTES]);
  await db.query(
    'insert into sign_in_attempt (id_hash, code_verifier, state, nonce, return_to, created_at) values ($1, $2, $3, $4, $5, $6)',
    [key, codeVerifier, state, nonce, returnTo, now],
  );
}

/** Takes an attempt out: it can be answered once, rightly or wrongly. */
export async function takeAttempt(db: Statements, key: Buffer, now: Date): Promise<Attempt | undefined> {
  const [row] = await db.query<Attempt[]>(
    `with taken as (delete from sign_in_attempt where id_hash = $1 returning *)
     select code_verifier as "codeVerifier", state, nonce, return_to as "returnTo" from taken
     where created_at > $2::timestamptz - make_interval(mins => $3)`,
    [key, now, ATTEMPT_MINUTES],
  );
  return row;
}
