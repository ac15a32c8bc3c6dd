import type { DataSource } from 'typeorm';
import { hashOf } from './secrets.ts';
import type { Statements } from './session.repository.ts';

/** How many answers from one address may fail in how many minutes (Cyber Essentials: at most 10 guesses in 5 minutes). */
export const MOST_GUESSES = 10;
export const GUESS_MINUTES = 5;

/** Any number of processes serve one address, so the count lives in PostgreSQL. This is the lock's name there. */
const LOCK = 7_260_002;

/**
 * Holds sign-in to ten failed answers in five minutes per address. An answer counts before it is looked at and is struck
 * off when it ends in a session, so a hundred sent at once gain nothing, and an office of hundreds behind one address may
 * still sign in at nine o'clock. Passwords are guessed at the identity provider, which has a limit of its own.
 */
export class GuessLimit {
  constructor(private readonly app: () => DataSource) {}

  /** Whether the address has used up its guesses. */
  async isSpent(address: string, now: Date): Promise<boolean> {
    return (await count(this.app(), hashOf(address), now)) >= MOST_GUESSES;
  }

  /** Counts an answer as a guess; its number, or null where it may not be looked at. */
  async begin(address: string, now: Date): Promise<number | null> {
    const key = hashOf(address);
    return this.app().transaction(async (db) => {
      await db.query('select pg_advisory_xact_lock($1, $2)', [LOCK, key.readInt32BE(0)]);
      await db.query('delete from sign_in_guess where made_at <= $1::timestamptz - make_interval(mins => $2)', [now, GUESS_MINUTES]);
      if ((await count(db, key, now)) >= MOST_GUESSES) return null;
      const [row] = await db.query<{ id: number }[]>('insert into sign_in_guess (address_hash, made_at) values ($1, $2) returning id', [key, now]);
      return row?.id ?? null;
    });
  }

  /** Strikes off an answer that was no guess. */
  async forgive(db: Statements, guess: number): Promise<void> {
    await db.query('delete from sign_in_guess where id = $1', [guess]);
  }
}

async function count(db: Statements, key: Buffer, now: Date): Promise<number> {
  const [row] = await db.query<{ guesses: number }[]>(
    'select count(*)::int as guesses from sign_in_guess where address_hash = $1 and made_at > $2::timestamptz - make_interval(mins => $3)',
    [key, now, GUESS_MINUTES],
  );
  return row?.guesses ?? 0;
}
